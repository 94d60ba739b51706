/**
 * What the gazetteer of countries lacks for reading prose: abbreviations, short and former names, and words for people
 * that differ from the one the gazetteer gives. By ISO 3166-1 alpha-2. Written for Briefbook from common newspaper usage.
 */
export const countrySupplement: { readonly [country: string]: readonly string[] } = {
  AE: ['UAE', 'U.A.E.', 'Emirates', 'Emirati'],
  BA: ['Bosnia'],
  BY: ['Belorussian', 'Byelorussia'],
  CD: ['DRC', 'D.R.C.', 'Congo'],
  CG: ['Republic of Congo'],
  CI: ['Ivory Coast', "Côte d'Ivoire"],
  CN: ['PRC', 'P.R.C.', "People's Republic"],
  CV: ['Cape Verdean', 'Cabo Verde'],
  CZ: ['Czech Republic'],
  DE: ['Federal Republic of Germany'],
  GB: ['U.K.', 'UK', 'Britain', 'Briton', 'Northern Ireland', 'Northern Irish'],
  GQ: ['Equatoguinean'],
  IN: ['Delhi'],
  IR: ['Islamic Republic of Iran'],
  KG: ['Kyrgyz', 'Kyrgyzstani'],
  KP: ['North Korea', 'North Korean', 'DPRK'],
  KR: ['South Korea', 'South Korean'],
  KZ: ['Kazakh', 'Nur-Sultan'],
  MM: ['Burma'],
  MK: ['Macedonia'],
  NL: ['Holland'],
  PH: ['Philippine', 'Filipino', 'Filipina'],
  PS: ['Palestinian Authority', 'Palestinian National Authority'],
  RU: ['Russian Federation'],
  SA: ['Saudi', 'Saudis'],
  SZ: ['Swaziland'],
  TJ: ['Tajik', 'Tajikistani'],
  TM: ['Turkmen'],
  TR: ['Turkey', 'Turk', 'Turkiye'],
  UA: ['Kiev'],
  US: ['U.S.', 'US', 'USA', 'U.S.A.', 'America', 'Washington'],
  UZ: ['Uzbek'],
  XK: ['Kosovan', 'Prishtina'],
}

/**
 * Names that the gazetteer gives to a country and prose does not: words of English, names of persons, and what two
 * countries share, which is left to the one that prose as a rule means by it (AP and Reuters style books on the Congos).
 */
export const countryDrops: { readonly [country: string]: readonly string[] } = {
  CG: ['Congo', 'Congolese'],
  DM: ['Dominican', 'Dominique'],
  IM: ['Mann', 'Mannin'],
  IS: ['Island'],
  RE: ['Reunion'],
}

/** Capitals that are names of persons or words of English first; a country is not known by them. */
export const dubiousCapitals: ReadonlySet<string> = new Set([
  'Douglas',
  'Hamilton',
  'Male',
  'Plymouth',
  'Stanley',
  'The Bottom',
  'The Valley',
  'Victoria',
  'West Island',
])

/** States that act as such, besides the members of the United Nations: those that most books of politics set apart. */
export const furtherStates: ReadonlySet<string> = new Set(['PS', 'TW', 'VA', 'XK'])

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

/** Countries whose people put the family name first. */
export const familyNameFirst: ReadonlySet<string> = new Set(['CN', 'HU', 'KP', 'KR', 'TW', 'VN'])
