import { type BookTable, type Chapter, cell, line, type TimelineEntry } from '@briefbook/ast'
import { count, printDate } from '../strings/en.js'
import { generated, paragraph } from './chapter.js'
import { type Context, table } from './context.js'
import { anchorWithPage } from './references.js'

function printEntryDate({ date, end, precision }: TimelineEntry): string {
  const [year, month] = date.split('-')
  if (precision === 'decade') return `${year}s`
  if (precision === 'season') return `${seasons[Math.floor((Number(month ?? 1) % 12) / 3)]} ${year}`
  return end === undefined || end === date ? printDate(date) : `${printDate(date)} – ${printDate(end)}`
}

const seasons = ['Winter', 'Spring', 'Summer', 'Autumn'] as const

/** Every dated event in order of its date; of one date, in the order of the sources. */
export function composeTimelineTable(context: Context): BookTable[] {
  const { timeline } = context.analysis
  if (timeline.length === 0) return []
  const entries = timeline.map((entry, i) => ({ entry, i }))
  entries.sort((a, b) => (a.entry.date < b.entry.date ? -1 : a.entry.date > b.entry.date ? 1 : a.i - b.i))
  return table(context, {
    id: 'timeline-table',
    kind: 'timeline',
    caption: 'Dated events',
    alternative: `${count(timeline.length, 'event')} from ${printEntryDate(entries[0]?.entry as TimelineEntry)} to ${printEntryDate(entries.at(-1)?.entry as TimelineEntry)}.`,
    head: ['Date', 'Event', 'Source'].map(title => cell([title], { header: 'column' })),
    fixedMm: { 0: 30, 2: 32 },
    rows: entries.map(({ entry }) => {
      const source = context.sourceById.get(entry.source)
      return [
        cell([printEntryDate(entry)], { header: 'row' }),
        cell([line('evidence', `“${entry.event}”`)]),
        cell([line('text', ...(source ? anchorWithPage(source, entry.anchor) : []))]),
      ]
    }),
  })
}

export function composeTimeline(context: Context): Chapter[] {
  const tables = composeTimelineTable(context)
  return [
    generated(context.ids.claim('timeline'), 'Timeline', [
      tables.length > 0
        ? paragraph('Every event to which a source gives a date, in the words of the source.')
        : paragraph('No source gives a date to an event.'),
      ...tables,
    ]),
  ]
}
