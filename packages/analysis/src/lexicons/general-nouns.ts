const list = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/))

/**
 * Nouns that are no issue by themselves, dictionary forms. The frequent nouns of English prose of every kind: time and
 * amount, people and places at large, parts of a text or an argument, and what organisations do in general.
 */
export const generalNouns = list(`
  ability access account accord achievement act action activity addition advantage adviser affair age agency agenda agreement aim
  amount analysis announcement answer approach april area argument arrangement article aspect assessment attack attempt attention
  attitude author authority average base basis beginning behaviour belief benefit bid billion bit block board body book bottom
  boy brother building business call campaign capacity capital car card care career case cause cent centre century chair
  challenge chance change chapter character chief child choice circle citizen city claim class clear close code colleague
  collection colour comment commitment common community company comparison competition complaint concept concern conclusion
  condition conference conflict connection consequence consideration contact content context contract contrast contribution
  control copy corner cost council country couple course court cover creation crisis critic criticism cross culture customer
  cut damage danger data date daughter day deadline deal death debate decade decision deep defence definition degree delay
  delegation demand department description design desire detail development dialogue difference difficulty dimension direction
  director discussion disgrace disguise disorder distance document dollar door doubt draft drive driver duty edge editor effect effort
  element email end energy enough environment error estimate event evidence example exchange executive exercise existence
  expectation expense experience expert explanation extent eye face fact factor failure faith family fan father favour fear
  feature feeling field fight figure file final finding firm floor focus following food foot force form foundation fraction frame
  framework freedom friend front function fund future gain game general generation girl goal good government ground group
  growth guarantee guest guide hall hand harm head heart heat help high history hold home hope hotel hour house hundred husband
  idea image impact importance improvement inch inclusion income increase indication individual influence information
  initiative innovation inquiry instance institute institution instrument intention interest interview introduction investigation
  invitation involvement issue item job judgement june key kilometre kind knowledge lack land language law lead leader
  leadership learning left length lesson letter level life light limit line link list literature living location look loss lot
  love machine main majority man manager manner march margin mark market material matter meaning means measure media meeting
  member membership memory mention message method midnight mile million mind minister ministry minute mistake mix mode model
  moment money month mood morning mother motion mouth move movement name nation nature need negotiation negotiator network news newspaper
  night note notice notion number object objective observer occasion offer office officer official one operation opinion
  opportunity opposition option order organisation organization origin other outcome output outside page pair panel paper
  paragraph parent parliament part participant participation partner partnership party passage past path pattern pay people
  per percent percentage performance period permission person perspective phase phone photo phrase picture piece place plan
  plant player plenty point police policy politician politics population position possibility post potential pound power
  practice preparation presence present president press pressure price principle priority problem procedure process
  product production profile profit programme program progress project promise proof proportion proposal prospect public
  publication purpose quality quarter question race range rate reaction reader reality reason recommendation record
  reduction reference reform refusal regard region regulation relation relationship release report reporter representative
  republic request requirement research researcher resident resolution resource respect response responsibility rest result
  return review right rise risk road role room route row rule sale say scale scene schedule scheme school science scope
  season second section sector self sense sentence series service session set share shareholder shift shop show side sign
  signal significance sister site situation size skill society solution someone son sort source space speaker speech speed spirit
  spokesman spokeswoman spokesperson staff stage stake stance standard start state statement station status step stop story strategy street strength stress
  strike structure student study stuff style subject success suggestion summary summer supply support supporter surface surprise survey
  system table talk target task team technique tendency term test text theme theory thing thinking third thought thousand threat
  time title today tomorrow tone top topic total town track tradition training transition treatment trend trial trip trouble trust truth
  turn type uncertainty understanding union unit university use user value variety version victim view village vision visit
  visitor actor ally collaboration combat cooperation co-operation counterpart neighbour neighbor opponent rival presence regime troop
  voice volume vote voter wait walk wall war warning water way weakness week weekend weight while whole wife will
  window winner winter wish woman wonder word work worker world worth writer writing year yesterday youth zone crown euro
`)
