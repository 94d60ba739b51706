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

/** Days that go by a name. */
export const namedDays: readonly (readonly [pattern: string, date: string])[] = [
  ['9/11', '2001-09-11'],
  ['(?:Sept(?:ember|\\.)?|September) 11(?:th)?(?=,? (?:\\d{4} )?(?:terror\\w* )?(?:attack|hijack))', '2001-09-11'],
  ['D-Day', '1944-06-06'],
]
