import { countBy, mostCommon } from './count.js'
import type { Line } from './lines.js'
import type { Region } from './region.js'

/** What is usual in a document: what is larger, bolder or further apart stands out against it. */
export interface Measures {
  /** The size of most letters. */
  size: number
  /** Whether most letters are bold. */
  bold: boolean
  /** How far the first lines of paragraphs are set in; 0 where they are not. */
  indent: number
  /** From baseline to baseline in text of a size. */
  leading(size: number): number
}

const half = (n: number) => Math.round(n * 2) / 2

/** Lines of text are never further apart than this, as a multiple of their size, unless most are. */
const widest = 1.6

/** How far lines are most often set in whose next line is not. */
function measureIndent(regions: readonly Region[]): number {
  const steps: number[] = []
  for (const { lines, left } of regions)
    lines.forEach((line, i) => {
      const below = lines[i + 1]
      const step = line.left - left
      if (line.item === null && below && below.left - left < 1 && step > line.size * 0.7 && step < line.size * 4)
        steps.push(Math.round(step))
    })
  return mostCommon(countBy(steps, step => step)) ?? 0
}

/** @param regions  The columns of all pages. */
export function measure(regions: readonly Region[]): Measures {
  const lines = regions.flatMap(region => region.lines)
  const weigh = ({ text }: Line) => text.length
  const size = mostCommon(countBy(lines, line => half(line.size), weigh)) ?? 10
  const usual = lines.filter(line => half(line.size) === size)
  const bold = mostCommon(countBy(usual, line => line.bold, weigh)) ?? false
  const steps = new Map<number, Map<number, number>>()
  for (const region of regions)
    region.lines.forEach((line, i) => {
      const above = region.lines[i - 1]
      if (!above || half(above.size) !== half(line.size)) return
      const step = Math.round((line.baseline - above.baseline) * 5) / 5
      if (step < line.size * 0.8 || step > line.size * 3.2) return
      const of = steps.get(half(line.size)) ?? new Map<number, number>()
      steps.set(half(line.size), of.set(step, (of.get(step) ?? 0) + 1))
    })
  const leadings = new Map<number, number>()
  for (const [of, counts] of steps) {
    const total = [...counts.values()].reduce((sum, n) => sum + n, 0)
    const common = mostCommon(counts) ?? 0
    // Where few lines of a size follow each other, the step between two of them can be that of two headings.
    if (total >= 6 || common <= of * widest) leadings.set(of, common)
  }
  return { size, bold, indent: measureIndent(regions), leading: of => leadings.get(half(of)) ?? of * 1.3 }
}
