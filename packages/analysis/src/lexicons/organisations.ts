/** International organisations and groups of states that act under a name of their own. From their own websites. */
export interface Body {
  id: string
  name: string
  aliases: readonly string[]
  /** Members that a text names seldom are taken for the group: codes of ISO 3166-1, where the group is a region. */
  members?: readonly string[]
}

export const bodies: readonly Body[] = [
  { id: 'african-union', name: 'African Union', aliases: ['AU'] },
  { id: 'arab-league', name: 'Arab League', aliases: ['League of Arab States'] },
  { id: 'asean', name: 'ASEAN', aliases: ['Association of Southeast Asian Nations'] },
  { id: 'baltic-states', name: 'Baltic states', aliases: ['Baltics', 'Baltic countries'], members: ['EE', 'LT', 'LV'] },
  { id: 'brics', name: 'BRICS', aliases: [] },
  {
    id: 'central-asia',
    name: 'Central Asian states',
    aliases: ['Central Asia', 'Central Asian'],
    members: ['KZ', 'KG', 'TJ', 'TM', 'UZ'],
  },
  {
    id: 'csto',
    name: 'Collective Security Treaty Organization',
    aliases: ['CSTO', 'Collective Security Treaty Organisation'],
  },
  { id: 'ecowas', name: 'ECOWAS', aliases: ['Economic Community of West African States'] },
  {
    id: 'europe',
    name: 'European Union and Europe',
    aliases: [
      'European Union',
      'EU',
      'Europe',
      'European',
      'Europeans',
      'Brussels',
      'European Commission',
      'European Parliament',
    ],
    members: [
      'AT',
      'BE',
      'BG',
      'CY',
      'CZ',
      'DE',
      'DK',
      'EE',
      'ES',
      'FI',
      'FR',
      'GR',
      'HR',
      'HU',
      'IE',
      'IT',
      'LT',
      'LU',
      'LV',
      'MT',
      'NL',
      'PL',
      'PT',
      'RO',
      'SE',
      'SI',
      'SK',
    ],
  },
  { id: 'g7', name: 'G7', aliases: ['G-7', 'Group of Seven'] },
  { id: 'g20', name: 'G20', aliases: ['G-20', 'Group of Twenty'] },
  {
    id: 'gulf-states',
    name: 'Gulf states',
    aliases: ['Gulf Cooperation Council', 'GCC'],
    members: ['AE', 'BH', 'KW', 'OM', 'QA', 'SA'],
  },
  { id: 'imf', name: 'International Monetary Fund', aliases: ['IMF'] },
  { id: 'nato', name: 'NATO', aliases: ['North Atlantic Treaty Organization', 'Atlantic Alliance'] },
  { id: 'opec', name: 'OPEC', aliases: ['OPEC+'] },
  { id: 'osce', name: 'OSCE', aliases: ['Organization for Security and Co-operation in Europe'] },
  { id: 'sco', name: 'Shanghai Cooperation Organisation', aliases: ['SCO', 'Shanghai Cooperation Organization'] },
  {
    id: 'united-nations',
    name: 'United Nations',
    aliases: ['UN', 'U.N.', 'Security Council', 'UNSC', 'General Assembly', 'UNHCR', 'UNICEF'],
  },
  { id: 'west', name: 'The West', aliases: ['West', 'Western'] },
  { id: 'who', name: 'World Health Organization', aliases: ['WHO', 'World Health Organisation'] },
  { id: 'world-bank', name: 'World Bank', aliases: [] },
  { id: 'wto', name: 'World Trade Organization', aliases: ['WTO', 'World Trade Organisation'] },
]

/**
 * Nouns by which the name of an organisation shows what it is, dictionary forms: `Dairy Farmers' Cooperative`. After the
 * kinds of organisations in Wikidata and the legal forms of companies.
 */
export const bodyNouns: ReadonlySet<string> = new Set(
  `academy administration agency airline alliance army assembly association authority bank bloc board brigade bureau
  cabinet caucus centre center chamber church club coalition college commission committee community company confederation
  conference congress consortium cooperative co-operative corporation council court delegation department directorate
  emirate federation force forum foundation front fund government group guard guild holding holdings house institute
  institution league legislature market ministry mission movement network observatory office opposition organisation
  organization parliament partnership party police power secretariat senate service society state syndicate team tribunal
  trust union university watch workers
  airlines airways capital foods industries motors partners technologies
  ag gmbh inc limited llc ltd nv plc sa spa`.split(/\s+/),
)

/** Of these, organs of a state: with the state's name in front they are the state. */
export const organsOfState: ReadonlySet<string> = new Set(
  `administration army assembly cabinet congress court delegation department embassy force forces government house
  legislature ministry mission navy parliament police president senate state`.split(/\s+/),
)

/** Groups that act in texts on one country's affairs without a name of their own. */
export const collectives: ReadonlySet<string> = new Set(
  `coalition employers farmers government nurses opposition parliament residents shareholders students teachers tenants
  unions workers`.split(/\s+/),
)
