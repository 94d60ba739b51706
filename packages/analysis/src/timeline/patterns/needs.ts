import { decades, feasts, months, namedDays, ordinals, seasons, weekdays } from '../../lexicons/calendar.js'
import type { Need } from '../time-expression.js'

const partsOf = (names: readonly string[]) => names.flatMap(name => name.toLowerCase().split(/[^a-z]+/))
const units = ['day', 'week', 'weekend', 'month', 'quarter', 'year', 'decade']

/** The words that patterns need. */
const words: { readonly [need in Need]?: readonly string[] } = {
  month: partsOf(months.flat()),
  weekday: partsOf(weekdays),
  season: Object.keys(seasons),
  unit: [...units, ...units.map(unit => `${unit}s`), 'century', 'centuries'],
  fraction: ['quarter', 'half', 'q1', 'q2', 'q3', 'q4', 'h1', 'h2'],
  decade: Object.keys(decades),
  century: ['century', 'millennium'],
  today: ['today', 'tonight', 'yesterday', 'tomorrow', 'night', 'morning', 'afternoon', 'evening'],
  name: [...Object.keys(feasts).map(name => partsOf([name])[0] as string), ...namedDays.flatMap(([, , own]) => own)],
  shift: [
    ...['last', 'past', 'previous', 'preceding', 'this', 'current', 'same'],
    ...['next', 'coming', 'following', 'upcoming'],
  ],
  ago: ['ago'],
  apart: ['earlier', 'previously', 'before', 'later', 'after', 'afterward', 'afterwards'],
  hence: ['now', 'today', 'hence'],
  in: ['in'],
  part: ['beginning', 'start', 'middle', 'end', 'close', 'earlier', 'later'],
  that: ['that'],
  day: partsOf(ordinals),
}
const needsOf = new Map<string, Need[]>()
for (const [need, list] of Object.entries(words) as [Need, readonly string[]][])
  for (const word of new Set(list)) needsOf.set(word, [...(needsOf.get(word) ?? []), need])

/** The same in figures. */
const number = /(?<!\d)\d\d?(?!\d)/
const figures: { readonly [need in Need]?: RegExp } = {
  number,
  day: number,
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

/** The words and numbers of a text, in small letters. */
export const wordsOf = (text: string): string[] => text.toLowerCase().split(/[^a-z\d]+/)

/** Those that alone make no time: most sentences have some, and nothing else. */
const slight: ReadonlySet<Need> = new Set([
  'shift',
  'apart',
  'in',
  'part',
  'that',
  'day',
  'number',
  'hence',
  'fraction',
])

/**
 * What a folded text holds of what patterns need; null where no pattern can fit.
 *
 * @param among  The words of the text, in small letters; those with hyphens or signs in them count by their parts.
 */
export function needsIn(text: string, among: readonly string[]): ReadonlySet<Need> | null {
  const found = new Set<Need>()
  const look = (word: string) => {
    const needs = needsOf.get(word)
    if (needs === undefined || (ambiguous.has(word) && !isMonth.test(text))) return
    for (const need of needs) {
      if (need === 'month' && found.has(need)) found.add('months')
      found.add(need)
    }
  }
  for (const word of among) {
    if (/[^a-z\d]/.test(word)) wordsOf(word).forEach(look)
    else look(word)
  }
  if (/\d/.test(text)) for (const [need, pattern] of figureNeeds) if (pattern.test(text)) found.add(need)
  for (const need of found) if (!slight.has(need)) return found
  return null
}
