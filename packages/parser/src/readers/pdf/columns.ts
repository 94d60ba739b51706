import { type Fragment, weighLetters } from './fragment.js'
import { rowsOf } from './lines.js'

/** So many lines on either side make columns of text; beside a long column, the last one may be shorter. */
const leastLines = 3
const leastLinesOfLast = 2
const longColumn = 8
/** Between columns is at least this, as a share of the size of the letters. */
const leastGutter = 0.55
const wideGutter = 0.8
/** Lines of a column have more letters than the cells of a table, and fill it. */
const leastLetters = 14
/** Where the lines of both sides stand on the same baselines, as the cells of a table do, it takes more to tell. */
const leastLettersInStep = 24
const leastFilled = 0.6

/** Chinese and Japanese say with a letter what takes others two or more. */
const lettersOf = (row: readonly Fragment[]) => row.reduce((sum, { text }) => sum + weighLetters(text), 0)
const leftOf = (fragments: readonly Fragment[]) => fragments.reduce((x, { left }) => Math.min(x, left), Infinity)
const rightOf = (fragments: readonly Fragment[]) => fragments.reduce((x, { right }) => Math.max(x, right), -Infinity)

/** Where fragments begin that have nothing close on their left, each place that several share. */
function leftEdges(fragments: readonly Fragment[]): number[] {
  const counts = new Map<number, { n: number; x: number }>()
  for (const { left } of fragments) {
    const key = Math.round(left / 3)
    const known = counts.get(key) ?? { n: 0, x: left }
    counts.set(key, { n: known.n + 1, x: Math.min(known.x, left) })
  }
  return [...counts.entries()]
    .filter(([key, { n }]) => n + (counts.get(key + 1)?.n ?? 0) >= leastLinesOfLast)
    .map(([, { x }]) => x - 0.1)
    .sort((a, b) => a - b)
}

/** A stretch of the page, from top to foot, that a gutter goes through or does not. */
interface Section {
  fragments: Fragment[]
  left: Fragment[]
  right: Fragment[]
  columns: boolean
}

/** Whether a side reads line by line as a column does, or is a column of a table, of numbers or of labels. */
function isText(rows: readonly (readonly Fragment[])[], least: number): boolean {
  const letters = rows.reduce((sum, row) => sum + lettersOf(row), 0)
  if (letters < rows.length * least) return false
  const width = rightOf(rows.flat()) - leftOf(rows.flat())
  return rows.filter(row => rightOf(row) - leftOf(row) > width * leastFilled).length >= rows.length * 0.4
}

/** Whether a line has parts, as the row of a table has cells. */
const hasGap = (row: readonly Fragment[], em: number) =>
  row.some((fragment, i) => i > 0 && fragment.left - (row[i - 1] as Fragment).right > em * 1.2)

/** Whether nearly all lines of the shorter side stand on the baselines of the other. */
function areInStep(a: readonly (readonly Fragment[])[], b: readonly (readonly Fragment[])[]): boolean {
  const [few, many] = a.length <= b.length ? [a, b] : [b, a]
  const baselines = many.map(row => row[0]?.baseline ?? 0)
  const met = few.filter(row => baselines.some(y => Math.abs(y - (row[0]?.baseline ?? 0)) < 1))
  return met.length >= few.length * 0.9
}

function isColumns(left: readonly Fragment[], right: readonly Fragment[], em: number): boolean {
  if (left.length === 0 || right.length === 0) return false
  const gutter = leftOf(right) - rightOf(left)
  if (gutter <= em * leastGutter) return false
  const [a, b] = [rowsOf(left), rowsOf(right)]
  const [short, long] = [Math.min(a.length, b.length), Math.max(a.length, b.length)]
  // In a few lines, spaces between words can stand below each other.
  if (gutter < em * wideGutter && short < longColumn) return false
  if (short < leastLines && (short < leastLinesOfLast || long < longColumn)) return false
  const inStep = areInStep(a, b)
  if (
    inStep &&
    short < longColumn &&
    [a, b].some(rows => rows.filter(row => hasGap(row, em)).length >= rows.length / 2)
  )
    return false
  const least = inStep ? leastLettersInStep : leastLetters
  return isText(a, least) && isText(b, least)
}

/** What stands between two white stretches that reach across everything. */
function splitAcross(fragments: readonly Fragment[], least: number): Fragment[][] {
  const parts: Fragment[][] = []
  let foot = Number.NEGATIVE_INFINITY
  for (const fragment of [...fragments].sort((a, b) => a.baseline - b.baseline)) {
    if (fragment.baseline - fragment.size - foot > least || parts.length === 0) parts.push([])
    parts.at(-1)?.push(fragment)
    foot = Math.max(foot, fragment.baseline)
  }
  return parts
}

/** Whether somewhere enough lines in a row leave a place free, with something on both sides; asked first, for it is quick. */
function couldCut(rows: readonly (readonly Fragment[])[], x: number): boolean {
  let left = 0
  let right = 0
  for (const row of rows) {
    if (row.some(f => f.left < x && f.right > x)) {
      left = 0
      right = 0
      continue
    }
    if (row.some(f => f.right <= x)) left++
    if (row.some(f => f.left >= x)) right++
    if (Math.min(left, right) >= leastLinesOfLast && Math.max(left, right) >= leastLines) return true
  }
  return false
}

/** The sections of a page that a gutter at `x` makes, from the top. */
function sectionsAt(rows: readonly (readonly Fragment[])[], x: number, em: number): Section[] {
  const sections: Section[] = []
  const spanning = (more: readonly Fragment[]) => {
    const last = sections.at(-1)
    if (last && !last.columns) last.fragments.push(...more)
    else sections.push({ fragments: [...more], left: [], right: [], columns: false })
  }
  const close = (band: Fragment[]) => {
    if (band.length === 0) return
    // What stands above the columns and apart from them, on one side only, is read before them.
    const parts = splitAcross(band, em * 1.2)
    while (parts.length > 1) {
      const [head = []] = parts
      const rest = parts.slice(1).flat()
      const alone = head.every(f => f.right <= x) || head.every(f => f.left >= x)
      if (!alone || rowsOf(head).length > 3) break
      if (
        !isColumns(
          rest.filter(f => f.right <= x),
          rest.filter(f => f.left >= x),
          em,
        )
      )
        break
      spanning(head)
      parts.shift()
    }
    const whole = parts.flat()
    const left = whole.filter(fragment => fragment.right <= x)
    const right = whole.filter(fragment => fragment.left >= x)
    if (isColumns(left, right, em)) sections.push({ fragments: whole, left, right, columns: true })
    else spanning(whole)
  }
  const crosses = (f: Fragment) => f.left < x && f.right > x
  let band: Fragment[] = []
  for (const row of rows) {
    if (!row.some(crosses)) band.push(...row)
    else {
      close(band)
      band = []
      spanning(row)
    }
  }
  close(band)
  return sections
}

/**
 * Puts the fragments of a page into the order in which they are read: regions of one column each. A gutter is a place
 * that no line crosses, with lines of text on both sides; what does cross it stands across the columns, and is read
 * between what is above and what is below.
 */
export function readingOrder(fragments: readonly Fragment[], em: number, depth = 0): Fragment[][] {
  if (depth > 6 || fragments.length < leastLines * 2) return [[...fragments]]
  let best: Section[] | null = null
  let most = 0
  const rows = rowsOf(fragments)
  for (const x of leftEdges(fragments)) {
    if (!couldCut(rows, x)) continue
    const sections = sectionsAt(rows, x, em)
    const score = sections.reduce(
      (sum, section) => sum + (section.columns ? Math.min(lettersOf(section.left), lettersOf(section.right)) : 0),
      0,
    )
    if (score > most) {
      best = sections
      most = score
    }
  }
  if (!best) return [[...fragments]]
  return best.flatMap(section =>
    section.columns
      ? [...readingOrder(section.left, em, depth + 1), ...readingOrder(section.right, em, depth + 1)]
      : best.length > 1
        ? readingOrder(section.fragments, em, depth + 1)
        : [section.fragments],
  )
}
