import type { TimelineEntry } from '@briefbook/ast'
import { officials } from '../lexicons/people.js'
import { type ContentWords, contentWords, similarity } from '../text/content-words.js'
import { groupAlike, once } from '../text/groups.js'

/**
 * How much two passages of one date must have in common to be of one event. The less a date says, the more the words
 * must; set so that unlike events of a day stay apart, at the price of some like ones.
 */
const leastShare: { readonly [precision in TimelineEntry['precision']]: number } = {
  day: 0.4,
  month: 0.5,
  season: 0.6,
  year: 0.6,
  decade: 0.7,
}
/** Of a day within the month, or a month within the year, that another passage tells of. */
const leastShareWithin = 0.6
const leastWords = 2
/** Who somebody is tells no event. */
const titles = new Set([...officials, 'foreign', 'defence', 'prime'])

interface Told {
  entry: TimelineEntry
  /** Read when first asked for: most passages have no other of their date. */
  words(): ContentWords
}

function areAlike(a: Told, b: Told): boolean {
  const [x, y] = [a.entry, b.entry]
  if ((x.status === 'planned') !== (y.status === 'planned')) return false
  // One sentence does not tell of an event twice.
  if (x.anchor === y.anchor && x.quote === y.quote) return false
  const sameDate = x.date === y.date && x.end === y.end
  const within = x.end === undefined && y.end === undefined && (x.date.startsWith(y.date) || y.date.startsWith(x.date))
  if (!sameDate && !within) return false
  const { share, words, common } = similarity(a.words(), b.words())
  // Who met is not enough: what they did must be common too.
  return words >= leastWords && common > 0 && share >= (sameDate ? leastShare[x.precision] : leastShareWithin)
}

/** A date and those it lies in, which are compared with it. */
const datesOf = ({ entry: { date } }: Told) =>
  [date, date.slice(0, 7), date.slice(0, 4)].filter((d, i, all) => all.indexOf(d) === i)

/**
 * Tells which passages are of one event: those of one date (or of one within the other) whose clauses share enough
 * content words, names counting twice. That a lemma overlap within one date goes far in telling events together is the
 * finding of cross-document event coreference (Cybulska and Vossen, Using a sledgehammer to crack a nut?, LREC 2014).
 * Better left apart than wrongly put together.
 */
export function mergeEvents(entries: readonly TimelineEntry[]): TimelineEntry[] {
  const told = entries.map((entry): Told => ({ entry, words: once(() => contentWords(entry.event, titles)) }))
  const same = new Map<TimelineEntry, string>()
  let n = 0
  for (const group of groupAlike(told, datesOf, areAlike)) {
    if (group.length < 2) continue
    n++
    for (const { entry } of group) same.set(entry, `event-${n}`)
  }
  return entries.map(entry => ({ ...entry, same: same.get(entry) ?? null }))
}
