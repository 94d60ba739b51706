import { type BookTable, type CellLine, type Chapter, cell, line, type TimelineEntry } from '@briefbook/ast'
import { groupBy } from '../group.js'
import { count, list } from '../strings/en.js'
import { generated, paragraph } from './chapter.js'
import { type Context, table } from './context.js'
import { datedEvents, type Event, printEntryDate, statusOf } from './events.js'
import { timelinePicture } from './pictures/timeline.js'
import { anchorReference, anchorWithPage } from './references.js'
import { quotedInLine } from './tongue.js'

/** How an event is told, and by whom where somebody reports it. */
function toldAs(event: Event): string {
  const status = statusOf(event)
  if (status !== 'reported') return status
  const claimants = new Set(event.flatMap(({ claimant }) => (claimant === null ? [] : [claimant])))
  return `reported by ${list([...claimants])}`
}

/** What the passages say. Where there are several, each has its source behind it; the same words stand once. */
function eventLines(context: Context, event: Event): CellLine[] {
  const byWords = groupBy(event, entry => entry.event)
  const quoted = ({ source, anchor }: TimelineEntry, words: string) =>
    quotedInLine(context.sourceById.get(source), anchor, words, context.config.language)
  if (byWords.size === 1) return [line('evidence', ...quoted(event[0], event[0].event))]
  return [...byWords].map(([words, entries]) => {
    const references = entries.flatMap(entry => {
      const source = context.sourceById.get(entry.source)
      return source ? [' ', anchorReference(source, entry.anchor)] : []
    })
    return line('evidence', ...quoted(entries[0], words), ...references)
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

/** Every dated event, a row each. */
export function composeTimelineTable(context: Context): BookTable[] {
  const events = datedEvents(context)
  const [first, last] = [events[0]?.dated, events.at(-1)?.dated]
  if (!first || !last) return []
  return table(context, {
    id: 'timeline-table',
    kind: 'timeline',
    caption: 'Dated events',
    alternative: `${count(events.length, 'event')} from ${printEntryDate(first)} to ${printEntryDate(last)}.`,
    head: ['Date', 'Event', 'Told as', 'Source'].map(title => cell([title], { header: 'column' })),
    fixedMm: { 0: 28, 2: 26, 3: 30 },
    // The picture leads to the rows; where the table stands twice, to the first.
    rowIds: events.map(({ id }) => (context.ids.has(id) ? null : context.ids.claim(id))),
    rows: events.map(({ event, dated }) => [
      cell([printEntryDate(dated)], { header: 'row' }),
      cell(eventLines(context, event)),
      cell([toldAs(event)]),
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
      ...timelinePicture(context),
      ...tables,
    ]),
  ]
}
