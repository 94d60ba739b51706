import { type ScaleTime, scaleUtc } from 'd3-scale'

const day = 86_400_000

/** A line of time with breaks: where a date stands, and between which places the line is broken. */
export interface BrokenTime {
  at: ScaleTime<number, number>
  breaks: [number, number][]
  end: number
}

/** More breaks than this, and a line of time is none. */
const mostBreaks = 6

/** The part of the line that is shared out evenly between dates, so that what is crowded has room; the rest goes by time. */
const evenly = 0.4

/**
 * A scale on which longer times are longer, drawn out where much happens, and broken where nothing happens for so long that the
 * rest would be crowded: such a stretch takes no more than some length, the least with which only a few are broken.
 *
 * @param days  ISO 8601 days in ascending order, at least one.
 * @param least  Of the length of a broken stretch.
 */
export function brokenTime(days: readonly string[], from: number, to: number, least: number): BrokenTime {
  const times = [...new Set(days.map(iso => Date.parse(`${iso}T00:00:00Z`)))]
  const gaps = times.slice(1).map((time, i) => (time - (times[i] as number)) / day)
  const few = Math.max(1, Math.min(mostBreaks, Math.floor(gaps.length / 4)))
  for (let longest = least; ; longest *= 1.5) {
    const time = withBreaks(times, gaps, from, to, longest)
    if (time.breaks.length <= few) return time
  }
}

function withBreaks(
  times: readonly number[],
  gaps: readonly number[],
  from: number,
  to: number,
  longest: number,
): BrokenTime {
  const step = (evenly * (to - from)) / Math.max(1, gaps.length)
  const room = to - from - step * gaps.length
  const length = (perDay: number) => gaps.reduce((sum, gap) => sum + Math.min(gap * perDay, longest), 0)
  // The most room for a day at which all fits; halving it 60 times is as exact as numbers are.
  let [low, high] = [0, longest]
  for (let i = 0; i < 60; i++) {
    const middle = (low + high) / 2
    if (length(middle) > room) high = middle
    else low = middle
  }
  const places = [from]
  const breaks: BrokenTime['breaks'] = []
  for (const gap of gaps) {
    const start = places.at(-1) as number
    const end = start + step + Math.min(gap * low, longest)
    if (gap * low > longest) breaks.push([start, end])
    places.push(end)
  }
  // A scale needs two ends.
  const domain = times.length > 1 ? times : [...times, (times[0] ?? 0) + day]
  const range = times.length > 1 ? places : [from, from + longest]
  return { at: scaleUtc().domain(domain).range(range).clamp(true), breaks, end: places.at(-1) as number }
}
