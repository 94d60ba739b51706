import { decades, feasts, months, seasons, weekdays } from '../../lexicons/calendar.js'
import type { Pattern } from '../time-expression.js'
import { dayPatterns } from './days.js'
import { monthPatterns } from './months.js'
import { relativePatterns } from './relative.js'
import { yearPatterns } from './years.js'

/** Of equally long readings the first kind's is taken. */
const kinds = { days: dayPatterns, months: monthPatterns, years: yearPatterns, relative: relativePatterns }
type Kind = keyof typeof kinds
const names = Object.keys(kinds) as Kind[]

const lower = (words: readonly string[]) => words.map(word => word.toLowerCase())
const units = ['day', 'week', 'weekend', 'month', 'quarter', 'year', 'decade']

/** The words without which no pattern of a kind fits, apart from figures: most sentences have none of them. */
const needs: { readonly [kind in Kind]: readonly string[] } = {
  days: [...lower(months.flat()), ...lower(Object.keys(feasts)).map(name => name.split(/\W/)[0] as string), 'd'],
  months: [...lower(months.flat()), ...Object.keys(seasons), 'quarter', 'half', 'q1', 'q2', 'q3', 'q4', 'h1', 'h2'],
  years: [...Object.keys(decades), 'century', 'millennium'],
  relative: [
    ...units,
    ...units.map(unit => `${unit}s`),
    ...[
      'century',
      'centuries',
      'today',
      'tonight',
      'yesterday',
      'tomorrow',
      'night',
      'morning',
      'afternoon',
      'evening',
    ],
    ...lower(weekdays),
  ],
}
const kindsOf = new Map<string, Kind[]>()
for (const kind of names) for (const word of needs[kind]) kindsOf.set(word, [...(kindsOf.get(word) ?? []), kind])

/** In small letters these are verbs, but behind a preposition or a number. */
const ambiguous = new Set(['may', 'march', 'mar'])
const isMonth =
  /\b(?:May|MAY|Mar(?:ch)?|MARCH)\b|(?:\b(?:in|of|since|until|by|during|last|next|from|to|and|between|early|mid|late)|\d(?:st|nd|rd|th)?)[ -](?:may|mar(?:ch)?)\b|\b(?:may|mar(?:ch)?),? \d/

/** Every way of writing a time of which a folded text holds the words. */
export function patternsFor(text: string): readonly Pattern[] {
  const found = new Set<Kind>()
  for (const word of text.toLowerCase().split(/[^a-z\d]+/)) {
    if (ambiguous.has(word) && !isMonth.test(text)) continue
    for (const kind of kindsOf.get(word) ?? []) found.add(kind)
  }
  if (/\d\d/.test(text)) found.add('years')
  if (/\d[/.-]\d|the \d/i.test(text)) found.add('days')
  if (/\d-\d/.test(text)) found.add('months')
  return names.filter(kind => found.has(kind)).flatMap(kind => kinds[kind])
}
