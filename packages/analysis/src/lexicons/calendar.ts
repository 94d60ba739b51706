/** Months, as written in English, with their usual short forms. */
export const months: readonly (readonly string[])[] = [
  ['January', 'Jan'],
  ['February', 'Feb'],
  ['March', 'Mar'],
  ['April', 'Apr'],
  ['May'],
  ['June', 'Jun'],
  ['July', 'Jul'],
  ['August', 'Aug'],
  ['September', 'Sept', 'Sep'],
  ['October', 'Oct'],
  ['November', 'Nov'],
  ['December', 'Dec'],
]

/** First month of each season, in the northern hemisphere. */
export const seasons: { readonly [season: string]: number } = { spring: 3, summer: 6, autumn: 9, fall: 9, winter: 12 }

/** Monday is 1, as in ISO 8601. */
export const weekdays: readonly string[] = [
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
  'Sunday',
]

/** Short forms of the days, which stand in front of a date only. */
export const shortWeekdays: readonly string[] = [
  'Mon',
  'Tues',
  'Tue',
  'Wed',
  'Thurs',
  'Thur',
  'Thu',
  'Fri',
  'Sat',
  'Sun',
]

export const decades: { readonly [word: string]: number } = {
  twenties: 1920,
  thirties: 1930,
  forties: 1940,
  fifties: 1950,
  sixties: 1960,
  seventies: 1970,
  eighties: 1980,
  nineties: 1990,
}

/** Days that go by a name, each with the words of which one stands in it. */
export const namedDays: readonly (readonly [pattern: string, date: string, words: readonly string[]])[] = [
  ['9/11', '2001-09-11', ['11']],
  [
    '(?:Sept(?:ember|\\.)?|September) 11(?:th)?(?=,? (?:\\d{4} )?(?:terror\\w* )?(?:attack|hijack))',
    '2001-09-11',
    ['11', '11th'],
  ],
  ['D-Day', '1944-06-06', ['d']],
]

/** Feasts and memorial days that have one day in every year, by month and day. */
export const feasts: { readonly [name: string]: readonly [month: number, day: number] } = {
  "New Year's Day": [1, 1],
  "New Year's Eve": [12, 31],
  "Valentine's Day": [2, 14],
  "International Women's Day": [3, 8],
  Nowruz: [3, 21],
  'Earth Day': [4, 22],
  'May Day': [5, 1],
  Juneteenth: [6, 19],
  'Bastille Day': [7, 14],
  Halloween: [10, 31],
  'Veterans Day': [11, 11],
  'Armistice Day': [11, 11],
  'Christmas Eve': [12, 24],
  'Christmas Day': [12, 25],
  Christmas: [12, 25],
  'Boxing Day': [12, 26],
}

/** Ordinals up to the days of a month. */
export const ordinals: readonly string[] = [
  'first',
  'second',
  'third',
  'fourth',
  'fifth',
  'sixth',
  'seventh',
  'eighth',
  'ninth',
  'tenth',
  'eleventh',
  'twelfth',
  'thirteenth',
  'fourteenth',
  'fifteenth',
  'sixteenth',
  'seventeenth',
  'eighteenth',
  'nineteenth',
  'twentieth',
  'twenty-first',
  'twenty-second',
  'twenty-third',
  'twenty-fourth',
  'twenty-fifth',
  'twenty-sixth',
  'twenty-seventh',
  'twenty-eighth',
  'twenty-ninth',
  'thirtieth',
  'thirty-first',
]

/** Verbs and adjectives behind which an infinitive tells what is meant to come, as dictionary forms. */
export const planning: ReadonlySet<string> = new Set([
  'agree',
  'aim',
  'ask',
  'commit',
  'decide',
  'expect',
  'hope',
  'intend',
  'order',
  'plan',
  'pledge',
  'prepare',
  'project',
  'promise',
  'propose',
  'schedule',
  'seek',
  'slate',
  'threaten',
  'urge',
  'vow',
  'want',
])
