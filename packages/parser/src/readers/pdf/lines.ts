import { countBy, mostCommon } from './count.js'
import { type Fragment, isSpaced } from './fragment.js'

/** Fragments on one baseline, in the order in which they are read, and what they have in common. */
export interface Line {
  fragments: Fragment[]
  text: string
  left: number
  right: number
  baseline: number
  /** Of most of its letters. */
  size: number
  bold: boolean
  italic: boolean
  page: number
  /** The item of a list that it begins in, as the tags of the page count them. */
  item: number | null
}

/** How far a raised or lowered letter may stand from the baseline of its line, as a share of the line's size. */
const raisedAbove = 0.62
const loweredBelow = 0.35

function belongs(fragment: Fragment, row: { baseline: number; size: number }): boolean {
  const off = row.baseline - fragment.baseline
  const larger = Math.max(fragment.size, row.size)
  const smaller = Math.min(fragment.size, row.size)
  // An initial or a large figure beside running text is no part of its line.
  if (smaller < larger * 0.45) return Math.abs(off) < smaller * 0.5
  const [above, below] = fragment.size <= row.size ? [off, -off] : [-off, off]
  return above < larger * raisedAbove && below < larger * loweredBelow
}

/** Puts fragments that stand on one baseline together, from the top of the page to its foot. */
export function rowsOf(fragments: readonly Fragment[]): Fragment[][] {
  interface Row {
    fragments: Fragment[]
    baseline: number
    size: number
    letters: number
  }
  const rows: Row[] = []
  for (const fragment of [...fragments].sort((a, b) => a.baseline - b.baseline || a.left - b.left)) {
    let row: Row | undefined
    for (let i = rows.length - 1; i >= Math.max(0, rows.length - 3) && !row; i--)
      if (belongs(fragment, rows[i] as Row)) row = rows[i]
    if (!row) {
      rows.push({
        fragments: [fragment],
        baseline: fragment.baseline,
        size: fragment.size,
        letters: fragment.text.length,
      })
      continue
    }
    row.fragments.push(fragment)
    if (fragment.size > row.size * 1.05 || (fragment.size > row.size * 0.95 && fragment.text.length > row.letters)) {
      row.baseline = fragment.baseline
      row.size = fragment.size
      row.letters = fragment.text.length
    }
  }
  return rows.map(row => row.fragments.sort((a, b) => a.left - b.left))
}

/** Where the letters of a mirrored page run from the left, in numbers and names, they are turned back. */
function inReadingOrder(fragments: readonly Fragment[]): Fragment[] {
  if (!fragments.some(({ rtl }) => rtl)) return [...fragments]
  const mirrored = fragments.every(({ right }) => right <= 0)
  const out: Fragment[] = []
  let run: Fragment[] = []
  const close = () => {
    out.push(...run.reverse())
    run = []
  }
  for (const fragment of fragments) {
    const against = mirrored ? !fragment.rtl && /[\p{L}\p{N}]/u.test(fragment.text) : fragment.rtl
    if (against) run.push(fragment)
    else {
      close()
      out.push(fragment)
    }
  }
  close()
  return out
}

export function textOf(fragments: readonly Fragment[]): string {
  let text = ''
  fragments.forEach((fragment, i) => {
    const before = fragments[i - 1]
    text += (before && isSpaced(before, fragment) ? ' ' : '') + fragment.text
  })
  return text
}

/** Fragments of one row as a line. */
export function lineOf(row: readonly Fragment[], page: number): Line {
  const weigh = ({ text }: Fragment) => text.length
  const size = mostCommon(countBy(row, fragment => fragment.size, weigh)) ?? 0
  const main = row.filter(fragment => fragment.size === size)
  const lettered = row.filter(({ text }) => /[\p{L}\p{N}]/u.test(text))
  const fragments = inReadingOrder(row)
  return {
    fragments,
    text: textOf(fragments),
    left: Math.min(...row.map(({ left }) => left)),
    right: Math.max(...row.map(({ right }) => right)),
    baseline: mostCommon(countBy(main, ({ baseline }) => baseline, weigh)) ?? 0,
    size,
    bold: lettered.length > 0 && lettered.every(({ bold }) => bold),
    italic: lettered.length > 0 && lettered.every(({ italic }) => italic),
    page,
    item: fragments[0]?.item ?? null,
  }
}

/** Whether a fragment is set small and above the baseline, as the mark of a note is. */
export const isRaised = (fragment: Fragment, line: Line): boolean =>
  fragment.size < line.size * 0.85 && line.baseline - fragment.baseline > line.size * 0.15

/** The fragments of a line apart where more than a space stands between them, as in the cells of a table. */
export function cellsOf(line: Line, least: number): Fragment[][] {
  const cells: Fragment[][] = []
  for (const fragment of line.fragments) {
    const last = cells.at(-1)?.at(-1)
    const gap = last ? Math.max(fragment.left - last.right, last.left - fragment.right) : 0
    if (!last || gap > least) cells.push([fragment])
    else cells.at(-1)?.push(fragment)
  }
  return cells
}
