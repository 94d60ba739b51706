const list = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/))

/** Words that stand in front of a name and say nothing of an office. After common style guides. */
export const honorifics = list(
  `mr mrs ms miss dr sir dame lord lady sheikh shaikh maulvi mawlawi maulana mullah haji hajji ayatollah`,
)

/** Words that go with an office and are written with a capital in front of a name. */
export const officeWords = list(`
  foreign defence defense prime vice interior state special deputy assistant acting former then permanent
  high first senior chief home finance trade energy justice health environment economy supreme
  national security council political general attorney sen rep gov gen col lt maj capt brig adm
  lieutenant colonel major captain brigadier field marshal air justice judge chairperson chair spokespersons
`)

/** Ranks and offices beside those in `people`; in small letters. */
export const offices = list(`
  general colonel major captain brigadier marshal judge chairperson chair director secretary-general sen rep gov gen col lt
  adm undersecretary advocate commissioner founder co-founder envoy executive manager speaker dean rector bishop archbishop
  cardinal sheriff mayor
`)

/** Words inside of names of persons that have no capital. */
export const particles = list(
  `al el ul ur bin ibn bint van von der den de da di du dos del la le abu ben ter ten zu y e`,
)

/** Words that no person has in the name, which show that capitals name something else: places, bodies, days, papers. */
export const neverInNames = list(`
  january february march april june july august september october november december monday tuesday wednesday
  thursday friday saturday sunday north south east west northern southern eastern western central asia asian europe
  european africa african america american latin pacific atlantic arctic middle gulf sea ocean river lake mountain
  mountains valley island islands city province district region street road square avenue house palace airport port
  university institute institution institutes college school academy center centre museum hospital church mosque
  times post news journal review magazine herald tribune chronicle gazette globe guardian observer standard mail daily weekly press tv television radio agency
  union nations organization organisation organizations association alliance coalition league federation confederation
  commission committee council congress parliament senate assembly court tribunal board bureau ministry department
  office administration government republic kingdom emirate emirates caliphate commonwealth empire state states party
  movement front army navy force forces guard guards police corps command brigade troops network foundation fund
  bank company corporation group ltd inc holdings initiative belt program programme project plan policy strategy
  process summit conference forum meeting session dialogue agreement accord accords treaty pact protocol convention charter
  resolution act law bill declaration statement report note communique war wars civil cold world day week month
  year age era terror security international national united islamic democratic human rights affairs relations
  cooperation development economic political military strategic global regional non new old great big the this these
  those a an in on at of for from by with and or but if when while since after before as although though however
  meanwhile moreover instead according thus also even only most many some all both such no not yet so then there
  here it its he she they we i you his her their our my what who which why how where
`)
