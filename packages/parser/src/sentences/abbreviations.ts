/**
 * Abbreviations that a full stop belongs to, without that stop, in lower case, by what may follow them. English first;
 * those of other languages where they are common in the texts that we read.
 */

/** A name follows: `Gen. Lee`, `St. Petersburg`. The stop never ends a sentence. */
export const beforeNames: ReadonlySet<string> = new Set(
  `mr mrs ms mx messrs dr prof profs rev fr sr st ste mt ft hon rt gen maj brig lt col cpt capt cmdr cdr adm sgt cpl pvt
  pte sen sens rep reps gov govs pres amb sec insp det supt cllr asst assoc dep atty msgr archbp bp pr hr mme mlle
  mag dipl ing sra sta dra av ul г-н г-жа проф акад им`
    .split(/\s+/)
    .filter(Boolean),
)

/** More of the sentence follows, whatever it begins with. */
export const insideSentences: ReadonlySet<string> = new Set(
  `e.g i.e eg ie cf viz vs v al approx ca c. ed eds trans est incl excl resp ibid op loc seq no nos nr art arts para paras
  pt pts vol vols ch chap chs sec sect fig figs pp p. pl bzw d.h z.b u.a vgl sog ggf evtl p.ex c.-à-d т.е т.к
  напр см ср`
    .split(/\s+/)
    .filter(Boolean),
)

/** A number follows: `No. 5`, `Art. 12`, `Sept. 11`. Before anything else the stop ends the sentence. */
export const beforeNumbers: ReadonlySet<string> = new Set(
  'no nos nr art arts para paras pt vol vols ch chap sec sect fig figs p pp jan feb mar apr jun jul aug sep sept oct nov dec tab app ann стр гл ст рис табл д корп кв'.split(
    ' ',
  ),
)

/** Small words in front of names in scripts where the words for a street or a square are not capitalised. */
export const smallBeforeNames: ReadonlySet<string> = new Set('ул пр просп пл пер им акад проф'.split(' '))

/** What a German ordinal stands in front of, besides the name of a month: `im 19. Jahrhundert`. */
export const afterOrdinals: ReadonlySet<string> = new Set(
  'jahrhundert jahrhunderts jahrtausend jahrestag geburtstag mal kapitel platz bundestag parteitag artikel absatz auflage'.split(
    ' ',
  ),
)

/** May end a sentence or not; the next word tells. */
export const either: ReadonlySet<string> = new Set(
  'etc inc ltd co corp llc plc bros jr dept univ assn intl natl govt a.m p.m am pm usw u.s.w и т.д т.п др гг г вв'.split(
    ' ',
  ),
)

/** Words that begin a sentence far more often than they go on with a name: what tells `the U.S. The` from `the U.S. Army`. */
export const sentenceOpeners: ReadonlySet<string> = new Set(
  `a an the this that these those there here it its he she they we you i his her their our my who what when where why how
  which while whereas if in on at by for from with without within after before since until during despite although though
  because as but and or nor so yet still also however moreover furthermore nevertheless nonetheless meanwhile instead
  thus therefore hence indeed then now today yesterday tomorrow later earlier finally first second third last next some
  many most few several all both each every either neither no not none nothing nobody one another other others such only
  even just perhaps maybe according given under over between among against about above across toward towards to of is are was
  were has have had do does did will would can could should may might must let asked unlike like once whether whatever
  der die das ein eine es er sie wir ich und aber doch im am auf mit nach bei
  le la les un une il elle ils elles ce cette ces mais et dans en au aux
  el los las una ella pero y`
    .split(/\s+/)
    .filter(Boolean),
)

/** Behind a number with a stop they make a date, as only languages write it that number days so: `14. Oktober`. */
export const germanMonths: ReadonlySet<string> = new Set(
  'Januar Jänner Februar März April Mai Juni Juli August September Oktober November Dezember'.split(' '),
)
