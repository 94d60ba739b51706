import type { DrawnChart, TimelineDrawing, TimelineMark, Tokens } from '@briefbook/ast'
import { line as curve } from 'd3-shape'
import type { ElementContent } from 'hast'
import { s } from 'hastscript'
import { drawKey, keyLineMm, keyLines } from './key.js'
import { event } from './shapes.js'
import { spread } from './spread.js'
import { document, leading, line, linked, ptPerMm, round } from './svg.js'
import { type BrokenTime, brokenTime } from './time-scale.js'

const topMm = 2
/** The most that a stretch without events takes. */
const longestGapMm = 9
/** Between two signs that stand side by side. */
const signMm = 2.3
const yearMm = 11
const aboveKeyMm = 3

interface Placed extends TimelineMark {
  y: number
}

const placeOf = ({ at }: BrokenTime, iso: string) => at(new Date(`${iso}T00:00:00Z`))

/** The line of time, broken where it leaves out a long stretch. */
function axis({ breaks, end }: BrokenTime, x: number, { colours }: Tokens): ElementContent[] {
  const top = topMm * ptPerMm
  const stroke = { stroke: colours.muted, strokeWidth: 1, fill: 'none' }
  let at = top - 3
  let d = ''
  const zigzags: string[] = []
  for (const [from, to] of breaks) {
    const middle = (from + to) / 2
    d += `M${x} ${round(at)}V${round(middle - 4)}`
    zigzags.push(`M${x} ${round(middle - 4)}l3 2l-6 4l3 2`)
    at = middle + 4
  }
  d += `M${x} ${round(at)}V${round(end + 3)}`
  return [s('path', { d, ...stroke }), ...(zigzags.length > 0 ? [s('path', { d: zigzags.join(''), ...stroke })] : [])]
}

/** The year at its first event, where there is room for it below the year before. */
function years(placed: readonly Placed[], fontPt: number, { colours }: Tokens): ElementContent[] {
  const found: ElementContent[] = []
  let last = ''
  let below = Number.NEGATIVE_INFINITY
  for (const { from, y } of placed) {
    const year = from.slice(0, 4)
    if (year === last || y < below) continue
    found.push(line(year, { x: 0, y: y + fontPt * 0.35, bold: true, muted: colours.muted }))
    last = year
    below = y + fontPt * leading
  }
  return found
}

/** Signs of one place stand side by side, the first on the line. */
function signs(placed: readonly Placed[], axisX: number, tokens: Tokens): ElementContent[] {
  const room = axisX - yearMm * ptPerMm
  const step = signMm * ptPerMm
  const rows = new Map<number, Placed[]>()
  for (const one of placed) {
    const row = Math.round(one.y / step)
    const known = rows.get(row)
    if (known) known.push(one)
    else rows.set(row, [one])
  }
  return [...rows].flatMap(([, row]) => {
    // Those with a label are nearest to it.
    const ordered = [...row.filter(one => one.label !== null), ...row.filter(one => one.label === null)]
    const apart = Math.min(step, room / Math.max(1, ordered.length))
    return ordered.flatMap(({ status, y, target }, i) => linked(target, event(status, axisX - i * apart, y, tokens)))
  })
}

/** Stretches of time beside the line, for what lasts longer than a day or is known no better. */
function spans(placed: readonly Placed[], time: BrokenTime, axisX: number, { colours }: Tokens): ElementContent[] {
  const d = placed.flatMap(({ to, y }) => {
    const end = to === null ? y : placeOf(time, to)
    return end - y > 4 ? [`M${round(axisX)} ${round(y)}V${round(end)}`] : []
  })
  return d.length === 0 ? [] : [s('path', { d: d.join(''), stroke: colours.levels[2], strokeWidth: 5, fill: 'none' })]
}

/** Draws events down a line of time, to scale but for the breaks, with labels that do not overlap. */
export function drawTimeline(drawing: TimelineDrawing, tokens: Tokens): DrawnChart {
  const { widthMm, heightMm, fontPt, events, key } = drawing
  const x = (mm: number) => mm * ptPerMm
  const lines = keyLines(key, widthMm, fontPt).length
  const keyMm = lines === 0 ? 0 : aboveKeyMm + lines * keyLineMm
  const bottom = x(heightMm - keyMm - topMm)
  const time = brokenTime(
    events.map(({ from }) => from),
    x(topMm),
    bottom,
    x(longestGapMm),
  )
  const placed = events.map((one): Placed => ({ ...one, y: placeOf(time, one.from) }))
  const labelled = placed.filter(({ label }) => label !== null)
  const places = spread(
    labelled.map(({ y }) => y),
    fontPt * leading * 1.12,
    x(topMm),
    bottom,
  )
  const axisX = x(drawing.axisMm)
  const leader = curve().digits(2)
  const labels = labelled.flatMap(({ label, target, y }, i) => {
    const at = places[i] as number
    const base = at + fontPt * 0.35
    const d = leader([
      [axisX + 4, y],
      [axisX + 8, y],
      [x(drawing.datesMm) - 6, at],
      [x(drawing.datesMm) - 2, at],
    ])
    return [
      s('path', { d: d ?? '', stroke: tokens.colours.rule, strokeWidth: 0.6, fill: 'none' }),
      ...linked(
        target,
        line(label?.date ?? '', { x: x(drawing.datesMm), y: base, bold: true }),
        line(label?.event ?? '', { x: x(drawing.eventsMm), y: base }),
      ),
    ]
  })
  const usedMm = Math.max(time.end + x(topMm), (places.at(-1) ?? 0) + fontPt * 0.6) / ptPerMm
  const svg = document(x(widthMm), x(usedMm + keyMm), fontPt, tokens, [
    ...spans(placed, time, axisX, tokens),
    ...axis(time, round(axisX), tokens),
    ...years(placed, fontPt, tokens),
    ...labels,
    ...signs(placed, axisX, tokens),
    ...drawKey(key, { topMm: usedMm + aboveKeyMm, widthMm, fontPt }, tokens),
  ])
  return { svg, widthMm, heightMm: usedMm + keyMm }
}
