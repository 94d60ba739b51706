/** Longer names that hold the name of a country, its capital or an organisation and mean something else. Common usage. */
export const placeDiscards: readonly string[] = [
  // Parts of the world, seas, rivers and lakes.
  'American Samoa',
  'Central America',
  'Central American',
  'Latin America',
  'Latin American',
  'North America',
  'North American',
  'South America',
  'South American',
  'East China Sea',
  'South China Sea',
  'Indian Ocean',
  'Gulf of Guinea',
  'Gulf of Mexico',
  'Gulf of Oman',
  'Black Sea',
  'Irish Sea',
  'Sea of Japan',
  'Lake Chad',
  'Niger Delta',
  'Niger River',
  'River Niger',
  'Jordan River',
  'River Jordan',
  'Inner Mongolia',
  'New Guinea',
  'New Jersey',
  'New Mexico',
  'New England',
  'West Africa',
  'West African',
  'West Bank',
  'West Germany',
  'East Germany',
  'West Indies',
  'West Virginia',
  'Western Australia',
  'Western Hemisphere',
  'South Georgia',
  // The American state, its institutions and its capital.
  'Atlanta, Georgia',
  'Georgia Governor',
  'Georgia Senator',
  'Georgia Tech',
  'State of Georgia',
  'state of Georgia',
  'Washington State',
  'Washington state',
  // Peoples and things that bear a country's name.
  'Native American',
  'American Indian',
  'Turkish delight',
  // Newspapers, institutes, markets; councils of single states.
  'National Security Council',
  'Washington Post',
  'Washington Times',
  'Washington Institute',
  'London Stock Exchange',
  'Tokyo Stock Exchange',
  // Treaties, accords and courts that bear the name of the town where they were signed.
  'Astana process',
  'Astana Process',
  'Bern Convention',
  'Budapest Memorandum',
  'Doha agreement',
  'Doha Agreement',
  'Doha Round',
  'Dublin Regulation',
  'Helsinki Final Act',
  'Lisbon Treaty',
  'Treaty of Lisbon',
  'Minsk agreements',
  'Minsk Agreements',
  'Oslo Accords',
  'Oslo accords',
  'Ottawa Convention',
  'Paris Agreement',
  'Paris agreement',
  'Paris climate',
  'Paris Accord',
  'Paris accord',
  'Rome Statute',
  'Treaty of Rome',
  'Vienna Convention',
  'Warsaw Pact',
  'Washington Consensus',
  'Berlin Wall',
  'Prague Spring',
  'Stockholm syndrome',
  'Havana syndrome',
]

/** Names of countries and capitals that are names of persons too. From lists of given names and surnames of several countries. */
export const personsNames = {
  /** A surname behind them makes a person: `Georgia Holm`. */
  given: new Set(['Chad', 'Georgia', 'Jordan']),
  /** A given name in front of them makes a person: `Jack London`. */
  family: new Set([
    'Berlin',
    'Chad',
    'England',
    'France',
    'Holland',
    'Ireland',
    'Israel',
    'Jordan',
    'London',
    'Paris',
    'Washington',
  ]),
}

/** Given names that stand before one of the surnames above: frequent ones of English-speaking countries. */
export const givenNames: ReadonlySet<string> = new Set(
  `Alan Alice Amy Andrew Ann Anna Anne Anthony Barbara Ben Carol Charles Chris Claire David Deborah Denzel Donald Dorothy
  Edward Elizabeth Emily Emma Eric Frank Fred George Harry Helen Henry Isaiah Jack James Jane Jason Jean Jeff Jennifer Jim
  Joan Joe John Joseph Julia Julie Karen Kate Keith Kelly Kevin Laura Linda Lisa Louis Lucy Margaret Maria Mark Martin Mary
  Matthew Michael Mike Nancy Neil Nick Nicholas Oliver Pamela Patricia Patrick Paul Peter Philip Rachel Ralph Richard Robert
  Roger Roy Ruth Ryan Sally Sam Samuel Sandra Sarah Scott Sean Simon Sophie Stephen Steve Steven Stuart Susan Theresa Thomas
  Tim Timothy Tom Tony Vernon Victor Vincent Walter William`.split(/\s+/),
)
