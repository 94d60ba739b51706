/**
 * Seats of power and houses of parliament that prose takes for a government: by ISO 3166-1 alpha-2. Each group is common
 * newspaper usage of its country, checked against what the institution calls itself; words that are another country's too
 * (`the Chancellery`, `Congress`, `the Senate`) stand only where English prose means one country by them.
 */
export const metonyms: { readonly [country: string]: readonly string[] } = {
  // Residences and ministries by address or building.
  AR: ['Casa Rosada'],
  AT: ['Ballhausplatz'],
  BR: ['Planalto', 'Itamaraty'],
  CL: ['La Moneda'],
  CN: ['Zhongnanhai'],
  CZ: ['Prague Castle'],
  DE: ['Chancellery', 'Bundestag', 'Federal Foreign Office'],
  DK: ['Christiansborg', 'Folketing'],
  ES: ['Moncloa'],
  FR: ['Élysée', 'Elysee', "Quai d'Orsay", 'Matignon'],
  GB: ['Downing Street', 'Whitehall', 'Westminster', 'Foreign Office'],
  GR: ['Maximos Mansion'],
  ID: ['Merdeka Palace'],
  IN: ['South Block', 'Lok Sabha', 'Rajya Sabha'],
  IT: ['Quirinal', 'Palazzo Chigi', 'Farnesina'],
  JP: ['Kantei', 'Nagatacho', 'Kasumigaseki'],
  KR: ['Blue House', 'Cheong Wa Dae'],
  MY: ['Putrajaya'],
  NG: ['Aso Rock'],
  NL: ['Binnenhof', 'The Hague'],
  PH: ['Malacañang', 'Malacanang'],
  // Where the army has its headquarters.
  PK: ['Rawalpindi'],
  RU: ['Kremlin', 'State Duma'],
  SE: ['Rosenbad', 'Riksdag'],
  TR: ['Beştepe', 'Bestepe'],
  UA: ['Bankova', 'Verkhovna Rada'],
  US: ['White House', 'Pentagon', 'Capitol Hill', 'State Department', 'Foggy Bottom', 'Oval Office'],
  VA: ['Holy See', 'Vatican'],
  // Parliaments whose own name is kept in English.
  FI: ['Eduskunta'],
  HU: ['Országgyűlés'],
  IE: ['Dáil', 'Oireachtas'],
  IL: ['Knesset'],
  LT: ['Seimas'],
  LV: ['Saeima'],
  NO: ['Storting'],
  PL: ['Sejm'],
}
