/**
 * What the gazetteer of countries lacks for reading prose: abbreviations, short names, seats of power that stand for a
 * government, and words for people that differ from the one the gazetteer gives. By ISO 3166-1 alpha-2.
 * Written for Briefbook from common newspaper usage.
 */
export const countrySupplement: { readonly [country: string]: readonly string[] } = {
  AE: ['UAE', 'Emirates', 'Emirati'],
  AU: ['Canberra'],
  BA: ['Bosnia'],
  BR: ['Planalto'],
  BY: ['Belorussian', 'Byelorussia'],
  CD: ['DRC'],
  CI: ['Ivory Coast', "Côte d'Ivoire"],
  CN: ['Zhongnanhai', 'PRC', "People's Republic"],
  CZ: ['Czech Republic'],
  DE: ['Federal Republic of Germany', 'Chancellery', 'Bundestag'],
  FR: ['Élysée', 'Elysee', "Quai d'Orsay"],
  GB: ['U.K.', 'UK', 'Britain', 'Briton', 'Downing Street', 'Whitehall', 'Westminster'],
  GE: ['Tbilisi'],
  IN: ['Delhi'],
  IR: ['Islamic Republic of Iran'],
  KG: ['Kyrgyz', 'Kyrgyzstani'],
  KP: ['North Korea', 'North Korean', 'DPRK'],
  KR: ['South Korea', 'South Korean', 'Blue House'],
  KZ: ['Kazakh', 'Nur-Sultan'],
  MM: ['Burma'],
  MK: ['Macedonia'],
  NL: ['Holland', 'The Hague'],
  PH: ['Philippine'],
  PK: ['Rawalpindi'],
  RU: ['Kremlin', 'Russian Federation'],
  SA: ['Saudi', 'Saudis'],
  SZ: ['Swaziland'],
  TJ: ['Tajik', 'Tajikistani'],
  TM: ['Turkmen'],
  TR: ['Turkey', 'Turk', 'Turkiye'],
  UA: ['Kiev'],
  US: [
    'U.S.',
    'US',
    'USA',
    'U.S.A.',
    'America',
    'Washington',
    'White House',
    'Pentagon',
    'Capitol Hill',
    'State Department',
  ],
  UZ: ['Uzbek'],
  VA: ['Holy See', 'Vatican'],
}

/** Beginnings that name a country in a compound: `Russo-Japanese`. */
export const countryPrefixes: { readonly [country: string]: readonly string[] } = {
  CN: ['Sino'],
  ES: ['Hispano'],
  FR: ['Franco'],
  GB: ['Anglo'],
  IN: ['Indo'],
  IT: ['Italo'],
  PL: ['Polono'],
  RU: ['Russo'],
  TR: ['Turco'],
}

/** Longer names that hold the name of a country or its people and mean something else. */
export const countryDiscards: readonly string[] = [
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
  'Native American',
  'American Indian',
  'Washington Post',
  'Washington Times',
  'Washington Institute',
  'Washington State',
  'New England',
  'Gulf of Mexico',
  'New Mexico',
  'Gulf of Oman',
  'Black Sea',
  'Turkish delight',
]

/** Countries whose people put the family name first. */
export const familyNameFirst: ReadonlySet<string> = new Set(['CN', 'HU', 'KP', 'KR', 'TW', 'VN'])
