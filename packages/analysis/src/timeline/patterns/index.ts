import { decades, feasts, months, namedDays, seasons, weekdays } from '../../lexicons/calendar.js'
import type { Need, Pattern } from '../time-expression.js'
import { dayPatterns } from './days.js'
import { monthPatterns } from './months.js'
import { relativePatterns } from './relative.js'
import { yearPatterns } from './years.js'

/** Of equally long readings the first kind's is taken. */
const patterns: readonly Pattern[] = [...dayPatterns, ...monthPatterns, ...yearPatterns, ...relativePatterns]

const lower = (words: readonly string[]) => words.map(word => word.toLowerCase())
const units = ['day', 'week', 'weekend', 'month', 'quarter', 'year', 'decade']

/** The words that patterns need: most sentences have none of them. */
const words: { readonly [need in Need]?: readonly string[] } = {
  month: lower(months.flat()),
  weekday: lower(weekdays),
  season: Object.keys(seasons),
  unit: [...units, ...units.map(unit => `${unit}s`), 'century', 'centuries'],
  decade: Object.keys(decades),
  century: ['century', 'millennium'],
  today: ['today', 'tonight', 'yesterday', 'tomorrow', 'night', 'morning', 'afternoon', 'evening'],
  name: [...lower(Object.keys(feasts)).map(name => name.split(/\W/)[0] as string), ...namedDays.flatMap(day => day[2])],
}
const needsOf = new Map<string, Need[]>()
for (const [need, list] of Object.entries(words) as [Need, readonly string[]][])
  for (const word of list) needsOf.set(word, [...(needsOf.get(word) ?? []), need])

/** The same in figures. */
const figures: { readonly [need in Need]?: RegExp } = {
  figures: /\d\d/,
  year: /(?:1[5-9]|20)\d\d/,
  tens: /\d0'?s/i,
  stroke: /\d[/.-]\d/,
  ordinal: /the \d/i,
}
const figureNeeds = Object.entries(figures) as [Need, RegExp][]

/** In small letters these are verbs, but behind a preposition or a number. */
const ambiguous = new Set(['may', 'march', 'mar'])
const isMonth =
  /\b(?:May|MAY|Mar(?:ch)?|MARCH)\b|(?:\b(?:in|of|since|until|by|during|last|next|from|to|and|between|early|mid|late)|\d(?:st|nd|rd|th)?)[ -](?:may|mar(?:ch)?)\b|\b(?:may|mar(?:ch)?),? \d/

/** Words and figures as patterns need them. */
export const wordsOf = (text: string): string[] => text.toLowerCase().split(/[^a-z\d]+/)

/**
 * Every way of writing a time of which a folded text holds the words.
 *
 * @param among  The words of the text, in small letters; those with hyphens or signs in them count by their parts.
 */
export function patternsFor(text: string, among: readonly string[]): readonly Pattern[] {
  const found = new Set<Need>()
  const look = (word: string) => {
    const needs = needsOf.get(word)
    if (needs === undefined || (ambiguous.has(word) && !isMonth.test(text))) return
    for (const need of needs) found.add(need)
  }
  for (const word of among) {
    if (/[^a-z\d]/.test(word)) wordsOf(word).forEach(look)
    else look(word)
  }
  if (/\d/.test(text)) for (const [need, pattern] of figureNeeds) if (pattern.test(text)) found.add(need)
  return found.size === 0 ? [] : patterns.filter(({ need }) => found.has(need))
}
