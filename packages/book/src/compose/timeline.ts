import { type BookTable, type CellLine, type Chapter, cell, line, type TimelineEntry } from '@briefbook/ast'
import { count, list, printDate, printInterval } from '../strings/en.js'
import { generated, paragraph } from './chapter.js'
import { type Context, table } from './context.js'
import { anchorReference, anchorWithPage } from './references.js'

const seasons = ['Winter', 'Spring', 'Summer', 'Autumn'] as const

function printEntryDate({ date, end, precision }: TimelineEntry): string {
  const [year, month] = date.split('-')
  if (precision === 'decade') return `${year}s`
  if (precision === 'season') return `${seasons[Math.floor((Number(month ?? 1) % 12) / 3)]} ${year}`
  return end === undefined || end === date ? printDate(date) : printInterval(date, end)
}

/** The passages of one event, in the order of the sources. */
type Event = [TimelineEntry, ...TimelineEntry[]]

/** The entries with those of one event together, at the place of the first. */
function eventsOf(entries: readonly TimelineEntry[]): Event[] {
  const events: Event[] = []
  const bySame = new Map<string, Event>()
  for (const entry of entries) {
    const known = entry.same === null ? undefined : bySame.get(entry.same)
    if (known) {
      known.push(entry)
      continue
    }
    const event: Event = [entry]
    events.push(event)
    if (entry.same !== null) bySame.set(entry.same, event)
  }
  return events
}

/** The passage that dates an event most precisely. */
const mostPrecise = (event: Event): TimelineEntry =>
  event.reduce((best, entry) => (entry.date.length > best.date.length ? entry : best))

/** How an event is told: as past as soon as one source does so in its own words. */
function statusOf(event: Event): string {
  if (event.some(entry => entry.status === 'past')) return 'past'
  if (event.some(entry => entry.status === 'planned')) return 'planned'
  const claimants = new Set(event.flatMap(({ claimant }) => (claimant === null ? [] : [claimant])))
  return `reported by ${list([...claimants])}`
}

/** What the passages say. Where there are several, each has its source behind it; the same words stand once. */
function eventLines(context: Context, event: Event): CellLine[] {
  const byWords = new Map<string, TimelineEntry[]>()
  for (const entry of event) {
    const same = byWords.get(entry.event)
    if (same) same.push(entry)
    else byWords.set(entry.event, [entry])
  }
  if (byWords.size === 1) return [line('evidence', `“${event[0].event}”`)]
  return [...byWords].map(([words, entries]) => {
    const references = entries.flatMap(entry => {
      const source = context.sourceById.get(entry.source)
      return source ? [' ', anchorReference(source, entry.anchor)] : []
    })
    return line('evidence', `“${words}”`, ...references)
  })
}

/** Where the passages stand, each place once. */
function sourceLines(context: Context, event: Event): CellLine[] {
  const places = new Map(event.map(entry => [entry.anchor, entry]))
  return [...places.values()].map(entry => {
    const source = context.sourceById.get(entry.source)
    return line('text', ...(source ? anchorWithPage(source, entry.anchor) : []))
  })
}

/** Every dated event in order of its date; of one date, in the order of the sources. */
export function composeTimelineTable(context: Context): BookTable[] {
  const { timeline } = context.analysis
  if (timeline.length === 0) return []
  const events = eventsOf(timeline).map((event, i) => ({ event, dated: mostPrecise(event), i }))
  events.sort((a, b) => (a.dated.date < b.dated.date ? -1 : a.dated.date > b.dated.date ? 1 : a.i - b.i))
  const [first, last] = [events[0]?.dated as TimelineEntry, events.at(-1)?.dated as TimelineEntry]
  return table(context, {
    id: 'timeline-table',
    kind: 'timeline',
    caption: 'Dated events',
    alternative: `${count(events.length, 'event')} from ${printEntryDate(first)} to ${printEntryDate(last)}.`,
    head: ['Date', 'Event', 'Told as', 'Source'].map(title => cell([title], { header: 'column' })),
    fixedMm: { 0: 28, 2: 26, 3: 30 },
    rows: events.map(({ event, dated }) => [
      cell([printEntryDate(dated)], { header: 'row' }),
      cell(eventLines(context, event)),
      cell([statusOf(event)]),
      cell(sourceLines(context, event)),
    ]),
  })
}

export function composeTimeline(context: Context): Chapter[] {
  const tables = composeTimelineTable(context)
  return [
    generated(context.ids.claim('timeline'), 'Timeline', [
      tables.length > 0
        ? paragraph(
            'Every event to which a source gives a date, in the words of the source. “Planned” is what a source tells as to come or as meant to, at the time of its writing; “reported” is what it gives as somebody’s words. Where several passages clearly tell of one event, they stand together with all their places.',
          )
        : paragraph('No source gives a date to an event.'),
      ...tables,
    ]),
  ]
}
