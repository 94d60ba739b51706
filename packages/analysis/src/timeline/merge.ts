import type { TimelineEntry } from '@briefbook/ast'
import { officials } from '../lexicons/people.js'
import { type ContentWords, contentWords, similarity } from '../text/content-words.js'
import { groupAlike } from '../text/groups.js'

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

const isPlanned = ({ status }: TimelineEntry) => status === 'planned'

/** A date and those it lies in, which are compared with it; what is planned with what is planned. */
const keysOf = (entry: TimelineEntry) =>
  [entry.date, entry.date.slice(0, 7), entry.date.slice(0, 4)]
    .filter((date, i, all) => all.indexOf(date) === i)
    .map(date => `${date} ${isPlanned(entry)}`)

/** An entry and what it is compared by: plain data. */
export interface EventToMerge {
  entry: TimelineEntry
  words: ContentWords
}

/** Reads what an entry is compared by. */
export const readEvent = (entry: TimelineEntry): EventToMerge => ({ entry, words: contentWords(entry.event, titles) })

function areAlike({ entry: x, words: wordsOfX }: EventToMerge, { entry: y, words: wordsOfY }: EventToMerge): boolean {
  const sameDate = x.date === y.date && x.end === y.end
  const within = x.end === undefined && y.end === undefined && (x.date.startsWith(y.date) || y.date.startsWith(x.date))
  if (isPlanned(x) !== isPlanned(y) || (!sameDate && !within)) return false
  const { share, words, common } = similarity(wordsOfX, wordsOfY)
  // Who met is not enough: what they did must be common too.
  return words >= leastWords && common > 0 && share >= (sameDate ? leastShare[x.precision] : leastShareWithin)
}

/**
 * Tells which passages are of one event: those of one date (or of one within the other) whose clauses share enough
 * content words, names counting twice. That a lemma overlap within one date goes far in telling events together is the
 * finding of cross-document event coreference (Cybulska and Vossen, Using a sledgehammer to crack a nut?, LREC 2014).
 * Better left apart than wrongly put together.
 */
export function mergeEvents(entries: readonly EventToMerge[]): TimelineEntry[] {
  const groups = groupAlike(entries, {
    keys: ({ entry }) => keysOf(entry),
    words: ({ words }) => words,
    leastShare: Math.min(leastShareWithin, ...Object.values(leastShare)),
    kind: ({ entry }) => JSON.stringify([entry.date, entry.end, entry.precision, isPlanned(entry), entry.event]),
    // One sentence does not tell of an event twice.
    place: ({ entry: { anchor, quote } }) => `${anchor} ${quote}`,
    alike: areAlike,
  })
  const same = new Map(groups.flatMap((group, n) => group.map(({ entry }) => [entry, `event-${n + 1}`] as const)))
  return entries.map(({ entry }) => {
    const event = same.get(entry)
    return event === undefined ? entry : { ...entry, same: event }
  })
}
