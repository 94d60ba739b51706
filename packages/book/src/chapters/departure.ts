import { normaliseQuotation } from '@briefbook/ast'
import { compareWords } from '../editions/words.js'

/** How much of a quotation must stand in a passage for it to be the one that was meant: less is some other sentence. */
const leastShared = 0.5

/** Where a quotation leaves the passage that it was taken from, in a sentence; null where they have too little in common. */
export function departureOf(quote: string, passage: string): string | null {
  const changes = compareWords(normaliseQuotation(quote), normaliseQuotation(passage))
  const shared = changes.reduce((n, { kind, text }) => n + (kind === 'same' ? text.trim().length : 0), 0)
  if (shared < leastShared * quote.length) return null
  // A quotation may begin and end within the passage.
  const first = changes.findIndex(({ kind }) => kind !== 'added')
  const last = changes.findLastIndex(({ kind }) => kind !== 'added')
  const inside = changes.slice(first, last + 1)
  const at = inside.findIndex(({ kind }) => kind !== 'same')
  const [one, two] = inside.slice(at, at + 2)
  if (!one || at < 0) return null
  const words = (text: string) => `“${text.trim()}”`
  if (one.kind === 'added') return `It leaves out ${words(one.text)}.`
  const source = two?.kind === 'added' ? two : changes[first + at + 1]
  return source?.kind === 'added'
    ? `It has ${words(one.text)} where the source has ${words(source.text)}.`
    : `It has ${words(one.text)}, which the source has not.`
}
