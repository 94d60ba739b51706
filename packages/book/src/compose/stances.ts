import type { BookStrings } from '@briefbook/ast'
import {
  type BookPhrasing,
  type Stance,
  type StanceMark,
  type Statement,
  stanceMark,
  stances,
  text,
} from '@briefbook/ast'

export type Tally = { [stance in Stance]?: number }

/** How many statements show each stance. */
export function tally(statements: readonly Statement[]): Tally {
  const counts: Tally = {}
  for (const { stance } of statements) counts[stance] = (counts[stance] ?? 0) + 1
  return counts
}

/** The stance that most statements show; `mixed` where the first two are level; null where no attitude is shown. */
export function prevailing(counts: Tally): Stance | null {
  const shown = stances
    .filter(s => s !== 'none' && (counts[s] ?? 0) > 0)
    .sort((a, b) => (counts[b] ?? 0) - (counts[a] ?? 0))
  const [first, second] = shown
  if (first === undefined) return null
  return second !== undefined && counts[second] === counts[first] ? 'mixed' : first
}

/** The signs of a tally in the fixed order of the stances: `+3 −1`. */
export function stanceMarks(counts: Tally): BookPhrasing[] {
  const marks: StanceMark[] = stances.filter(s => (counts[s] ?? 0) > 0).map(s => stanceMark(s, counts[s] ?? 0))
  return marks.flatMap((mark, i) => (i === 0 ? [mark] : [text(' '), mark]))
}

/** Stands behind the signs where sources give opposed stances: a word, for it must not be missed. */
export const differMark: readonly BookPhrasing[] = [text(' '), { type: 'emphasis', children: [text('differ')] }]

/** The key to the signs, to stand below a table. */
export function stanceLegend(strings: BookStrings, more: readonly (BookPhrasing | string)[] = []): BookPhrasing[] {
  const signs = stances.flatMap((s, i): BookPhrasing[] => [
    ...(i === 0 ? [] : [text('   ')]),
    stanceMark(s),
    text(` ${strings.stances[s]}`),
  ])
  return [...signs, ...more.map(node => (typeof node === 'string' ? text(node) : node))]
}
