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
