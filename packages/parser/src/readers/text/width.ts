import { endsTerminal, startsLower } from '../../shape.js'
import type { Line } from './lines.js'

/** Nobody wraps lines by hand beyond this; a longer line is a whole paragraph. */
export const longestWrapped = 160

const percentile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0

const firstWord = (text: string) => /^\S*/.exec(text)?.[0].length ?? 0

/** How long a line would be with the first word of the next one on it, and with its indentation where it alone has one. */
export const lengthWithNext = (line: Line, next: Line): number =>
  Math.max(0, line.indent - next.indent) + line.end - line.start + 1 + firstWord(next.text)

/** How a text is set. */
export interface Setting {
  /** Whether its lines break off in the middle of sentences. */
  wrapped: boolean
  /** How wide its lines run before they are wrapped; 80 where too few are to tell. */
  width: number
  /** A line that is shorter than this with the next word on it was not full: something ended there. */
  leastFull: number
  /** Whether enough lines show how full one must be, and nothing but that tells paragraphs apart. */
  sure: boolean
  /** Whether an empty line stands behind every line. */
  doubleSpaced: boolean
  /** The indentation of most lines. */
  indent: number
  /** The indentation that first lines of paragraphs have, where they have one of their own. */
  firstIndent: number | null
}

/** How wide lines run before they are wrapped. */
function measureWidth(lines: readonly Line[], gap: number): number {
  const lengths = lines
    .filter((_, i) => (lines[i + 1]?.gap ?? Number.POSITIVE_INFINITY) <= gap)
    .map(line => line.text.length)
    .filter(length => length >= 40 && length <= longestWrapped)
    .sort((a, b) => a - b)
  return lengths.length < 3 ? 80 : percentile(lengths, 0.9)
}

/** Fewer lines that surely go on tell little about how full a line must be. */
const leastSure = 6

/** Whether it is by empty lines that paragraphs are told apart: then a line that happens to be short ends none. */
function usesEmptyLines(lines: readonly Line[], gap: number, leastFull: number): boolean {
  let apart = 0
  let together = 0
  lines.forEach((line, i) => {
    const next = lines[i + 1]
    if (!next || !endsTerminal(line.text) || line.text.length > longestWrapped) return
    if (next.gap > gap) apart++
    else if (lengthWithNext(line, next) < leastFull && !startsLower(next.text)) together++
  })
  return apart > together
}

/**
 * How full lines are that surely go on: the next one begins small. A program that wraps lines puts on each what finds
 * room, so that a line is not full where the next word would have made it no longer than others are.
 */
function measureLeastFull(lines: readonly Line[], gap: number, width: number): Pick<Setting, 'leastFull' | 'sure'> {
  const sure = lines
    .flatMap((line, i) => {
      const next = lines[i + 1]
      const { length } = line.text
      if (!next || next.gap > gap || next.page || length > longestWrapped || length < width * 0.5) return []
      return startsLower(next.text) ? [lengthWithNext(line, next)] : []
    })
    .sort((a, b) => a - b)
  if (sure.length < leastSure) return { leastFull: width * 0.8, sure: false }
  const lengths = lines.map(line => line.end - line.start).filter(length => length <= longestWrapped)
  const longest = percentile(
    lengths.sort((a, b) => a - b),
    0.98,
  )
  const leastFull = Math.min(percentile(sure, 0.04), longest + 1)
  if (usesEmptyLines(lines, gap, leastFull)) return { leastFull: Math.min(leastFull, width * 0.8), sure: false }
  return { leastFull, sure: true }
}

/** In wrapped text one line in ten ends where a sentence does; where most do, each line is a paragraph. */
const wholeLines = 0.7
/** Fewer lines, each of ordinary width, can end with sentences by chance. */
const leastLines = 4
const ordinaryWidth = 100
/** Where most of the words stand in lines that nobody wraps so long, no line is wrapped. */
const longShare = 0.5

/** In wrapped text most lines that break off go on with a small letter; under a list of titles hardly any does. */
const smallShare = 0.15
const leastBroken = 8

/** Whether lines that end without a stop are titles of something else, and not broken off. */
function isListOfLines(lines: readonly Line[]): boolean {
  const after = lines.flatMap((line, i) => {
    const next = lines[i + 1]
    return next && next.gap === 0 && line.text.length >= 40 && !endsTerminal(line.text) ? [next.text] : []
  })
  const small = after.filter(startsLower).length
  const capital = after.filter(text => /^["'“‘«([]*\p{Lu}/u.test(text)).length
  return small + capital >= leastBroken && small < (small + capital) * smallShare
}

function isWrapped(lines: readonly Line[]): boolean {
  const long = lines.filter(line => line.text.length >= 40)
  const sum = (list: readonly Line[]) => list.reduce((total, line) => total + line.text.length, 0)
  if (sum(long.filter(line => line.text.length > longestWrapped)) > sum(long) * longShare) return false
  const inner = lines.filter((line, i) => lines[i + 1]?.gap === 0 && line.text.length >= 40)
  if (isListOfLines(lines)) return false
  if (inner.length < leastLines && inner.every(line => line.text.length <= ordinaryWidth)) return true
  return inner.filter(line => endsTerminal(line.text)).length <= inner.length * wholeLines
}

/**
 * Whether a text is set with an empty line behind every line: hardly any two lines stand together, and most that reach
 * the margin break off in the middle of a sentence.
 */
function isDoubleSpaced(lines: readonly Line[]): boolean {
  if (lines.length < 12) return false
  const pairs = lines.slice(1).map((line, i) => ({ above: lines[i] as Line, line }))
  if (pairs.filter(({ line }) => line.gap === 0).length > pairs.length * 0.1) return false
  const alone = pairs.filter(({ above, line }) => line.gap === 1 && above.text.length <= longestWrapped)
  if (alone.length < pairs.length * 0.5) return false
  const width = percentile(
    alone.map(({ above }) => above.text.length).sort((a, b) => a - b),
    0.9,
  )
  const broken = alone.filter(({ above }) => above.text.length > width * 0.7 && !endsTerminal(above.text))
  const goesOn = broken.filter(({ line }) => startsLower(line.text))
  return width >= 40 && broken.length > alone.length * 0.4 && goesOn.length > broken.length * 0.5
}

/** So many lines must begin paragraphs at an indentation for it to be that of first lines. */
const leastFirst = 3
const firstShare = 0.8

/** The indentation that first lines of paragraphs have: deeper than that of the others, or hanging out to the left. */
function measureFirstIndent(lines: readonly Line[], gap: number, indent: number): number | null {
  const counts = new Map<number, { first: number; other: number }>()
  lines.forEach((line, i) => {
    const above = lines[i - 1]
    const below = lines[i + 1]
    if (line.indent === indent || !above || line.gap > gap || line.loneBullet) return
    const count = counts.get(line.indent) ?? { first: 0, other: 0 }
    const isFirst =
      endsTerminal(above.text) && !startsLower(line.text) && (!below || below.indent <= Math.max(indent, line.indent))
    if (isFirst) count.first++
    else count.other++
    counts.set(line.indent, count)
  })
  const best = [...counts]
    .filter(([, { first, other }]) => first >= leastFirst && first >= (first + other) * firstShare)
    .sort((a, b) => b[1].first - a[1].first || a[0] - b[0])[0]
  return best ? best[0] : null
}

function commonIndent(lines: readonly Line[]): number {
  const counts = new Map<number, number>()
  for (const line of lines) if (line.text.length >= 30) counts.set(line.indent, (counts.get(line.indent) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0] ?? 0
}

/** Measures how a text is set. */
export function measureSetting(lines: readonly Line[]): Setting {
  const doubleSpaced = isDoubleSpaced(lines)
  const gap = doubleSpaced ? 1 : 0
  const wrapped = doubleSpaced || isWrapped(lines)
  const width = measureWidth(lines, gap)
  const indent = commonIndent(lines)
  return {
    wrapped,
    width,
    ...measureLeastFull(lines, gap, width),
    doubleSpaced,
    indent,
    firstIndent: wrapped ? measureFirstIndent(lines, gap, indent) : null,
  }
}
