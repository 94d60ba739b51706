import type { Chart, TimelineEntry, TimelineMark } from '@briefbook/ast'
import { mmPerPt } from '../../config/lengths.js'
import { labelWidth, shorten } from '../../layout/labels.js'
import { count } from '../../strings/en.js'
import type { Context } from '../context.js'
import { type DatedEvent, datedEvents, printEntryDate, statusOf } from '../events.js'
import { inQuotationMarks } from '../quotation-marks.js'

/** What stands on the page beside the picture: the title and introduction of a chapter, the caption. */
const besideMm = 58
const keyMm = 8
const lineHeight = 1.3
/** Room for the years and for signs side by side, before the line of time. */
const axisMm = 28
const datesFromAxisMm = 9
const gapMm = 2

const day = 86_400_000
const months = { day: 0, month: 1, season: 3, year: 12, decade: 120 } as const

/** The first day of a date that may be a year or a month. */
const firstDay = (iso: string) => [iso, '01', '01'].slice(0, 4 - iso.split('-').length).join('-')

/** The last day that an entry may be about; null where that is its first. */
function lastDay({ date, end, precision }: TimelineEntry): string | null {
  const from = new Date(`${firstDay(end ?? date)}T00:00:00Z`)
  const to =
    Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + months[precision], from.getUTCDate()) -
    (months[precision] > 0 ? day : 0)
  const iso = new Date(to).toISOString().slice(0, 10)
  return iso === firstDay(date) ? null : iso
}

/** Those to name where there is no room for all: what most passages tell of, then what is dated most precisely. */
function toName(events: readonly DatedEvent[], most: number): Set<DatedEvent> {
  const weight = ({ event, dated }: DatedEvent) => event.length * 10 + dated.date.length
  return new Set(
    events
      .map((one, i) => ({ one, i }))
      .sort((a, b) => weight(b.one) - weight(a.one) || a.i - b.i)
      .slice(0, most)
      .map(({ one }) => one),
  )
}

/** Dated events down a line of time; as many of them with a label as a page has room for. */
export function timelinePicture(context: Context): Chart[] {
  const events = datedEvents(context)
  const [first, last] = [events[0]?.dated, events.at(-1)?.dated]
  if (!first || !last || events.length < 3) return []
  const { geometry, type, advances } = context.layout
  const fontPt = type.tableLeastPt
  const { widthMm, heightMm } = geometry.portrait
  const lineMm = fontPt * lineHeight * mmPerPt
  const most = Math.max(1, Math.floor((heightMm - besideMm - keyMm) / lineMm))
  const named = toName(events, most)
  const bold = labelWidth(advances, fontPt, 'bold')
  const regular = labelWidth(advances, fontPt, 'regular')
  const datesMm = axisMm + datesFromAxisMm
  const eventsMm = datesMm + Math.max(...[...named].map(({ dated }) => bold(printEntryDate(dated)))) + gapMm
  const told = (status: TimelineMark['status']) => events.filter(({ event }) => statusOf(event) === status).length
  const statuses = (['past', 'reported', 'planned'] as const).filter(status => told(status) > 0)
  const words = { past: 'told as past', reported: 'reported as somebody’s words', planned: 'planned' }
  return [
    {
      type: 'chart',
      id: context.ids.claim('timeline-picture'),
      kind: 'timeline',
      number: null,
      caption: 'Events in time',
      piece: null,
      alternative: [
        `${count(events.length, 'event')} from ${printEntryDate(first)} to ${printEntryDate(last)} down a line of time, drawn out where much happens: ${statuses.map(status => `${told(status)} ${words[status]}`).join(', ')}.`,
        named.size < events.length
          ? `${named.size} are named; all are in the table of dated events.`
          : 'The table of dated events has them in full.',
      ].join(' '),
      drawing: {
        type: 'timeline',
        fontPt,
        widthMm,
        heightMm: Math.min(heightMm - besideMm, Math.max(40, named.size * lineMm + 10) + keyMm),
        axisMm,
        datesMm,
        eventsMm,
        events: events.map((one): TimelineMark => {
          const { event, dated, id } = one
          return {
            from: firstDay(dated.date),
            to: lastDay(dated),
            status: statusOf(event),
            label: named.has(one)
              ? {
                  date: printEntryDate(dated),
                  event: inQuotationMarks(shorten(event[0].event, widthMm - eventsMm - regular('“”'), regular)),
                }
              : null,
            target: context.ids.has(id) ? id : dated.anchor,
          }
        }),
        key: statuses.map(status => ({ paint: status, sign: null, label: words[status] })),
      },
    },
  ]
}
