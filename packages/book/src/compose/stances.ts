import type { BookStrings } from '@briefbook/ast'
import { type BookPhrasing, type StanceCounts, type StanceMark, stanceMark, stances, text } from '@briefbook/ast'

/** The signs of a tally in the fixed order of the stances: `+3 −1`. */
export function stanceMarks(counts: StanceCounts): BookPhrasing[] {
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
