import type { TimelineEntry } from '@briefbook/ast'
import { printDate, printInterval } from '../strings/en.js'
import type { Context } from './context.js'

const seasons = ['Winter', 'Spring', 'Summer', 'Autumn'] as const

/** The date of an entry as it is printed: `Spring 2021`, `2010s`, `18–20 August 2021`. */
export function printEntryDate({ date, end, precision }: TimelineEntry): string {
  const [year, month] = date.split('-')
  if (precision === 'decade') return `${year}s`
  if (precision === 'season') return `${seasons[Math.floor((Number(month ?? 1) % 12) / 3)]} ${year}`
  return end === undefined || end === date ? printDate(date) : printInterval(date, end)
}

/** The passages of one event, in the order of the sources. */
export type Event = [TimelineEntry, ...TimelineEntry[]]

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
export function statusOf(event: Event): TimelineEntry['status'] {
  const told = (status: TimelineEntry['status']) => event.some(entry => entry.status === status)
  return told('past') ? 'past' : told('planned') ? 'planned' : 'reported'
}

/** An event with the passage that dates it. */
export interface DatedEvent {
  event: Event
  dated: TimelineEntry
  /** The id of its row in the timeline of the book. */
  id: string
}

/** Every dated event in order of its date; of one date, in the order of the sources. */
export function datedEvents({ analysis }: Context): DatedEvent[] {
  return eventsOf(analysis.timeline)
    .map((event, i) => ({ event, dated: mostPrecise(event), i }))
    .sort((a, b) => (a.dated.date < b.dated.date ? -1 : a.dated.date > b.dated.date ? 1 : a.i - b.i))
    .map(({ event, dated }, i) => ({ event, dated, id: `timeline-event-${i + 1}` }))
}
