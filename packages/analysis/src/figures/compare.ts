import type { Figure } from '@briefbook/ast'
import { type ContentWords, contentWords, similarity } from '../text/content-words.js'
import { groupAlike, once } from '../text/groups.js'
import { findQuantities } from './quantities.js'

/** What `about` leaves open to both sides. */
const tolerance = 0.1
/** How alike what is counted, and the sentences around it, must be for two claims to be of one thing. */
const leastShare = { what: 0.5, sentence: 0.25 }

interface Claim {
  figure: Figure
  what(): ContentWords
  sentence(): ContentWords
  /** The numbers that it leaves possible. */
  range(): [number, number]
}

function areAlike(a: Claim, b: Claim): boolean {
  // What one sentence counts twice is two things, or one that changes.
  if (a.figure.anchor === b.figure.anchor && a.figure.quote === b.figure.quote) return false
  if (similarity(a.what(), b.what()).share < leastShare.what) return false
  const { share, words } = similarity(a.sentence(), b.sentence())
  return share >= leastShare.sentence && words >= 2
}

/** `boats` and `boat` are counted alike. */
const unitKey = ({ figure: { unit } }: Claim) => [unit.toLowerCase().replace(/s$/, '')]

/** Whether two dates or intervals may be of one time: one is the other, or lies in it. */
function meet(a: string | null, b: string | null): boolean {
  if (a === null || b === null) return a === b
  return a.startsWith(b) || b.startsWith(a)
}

/** The numbers that a claim leaves possible. */
function possible({ value, low, high }: Figure): [number, number] {
  const slack = findQuantities(value)[0]?.approximate ? tolerance : 0
  const widen = (n: number, by: number) => n + Math.abs(n) * by
  return [low === null ? -Infinity : widen(low, -slack), high === null ? Infinity : widen(high, slack)]
}

function contradict(a: Claim, b: Claim): boolean {
  if (!meet(a.figure.asOf, b.figure.asOf)) return false
  const [[a1, a2], [b1, b2]] = [a.range(), b.range()]
  return a2 < b1 || b2 < a1
}

/**
 * Tells which figures are claims of one thing: of one unit or counted noun, where the words that tell what is counted
 * and the sentences around them share enough content. Those of one time that rule each other out are in conflict; a
 * figure that is told as rough (`about`, `nearly`) may be a tenth off.
 */
export function compareFigures(figures: readonly Figure[]): Figure[] {
  const claims = figures.map(
    (figure): Claim => ({
      figure,
      what: once(() => contentWords(figure.what)),
      sentence: once(() => contentWords(figure.quote)),
      range: once(() => possible(figure)),
    }),
  )
  const found = new Map<Figure, Pick<Figure, 'same' | 'conflict'>>()
  let n = 0
  for (const group of groupAlike(claims, unitKey, areAlike)) {
    if (group.length < 2) continue
    n++
    for (const claim of group) {
      const conflict = group.some(other => contradict(claim, other))
      found.set(claim.figure, { same: `figure-${n}`, conflict })
    }
  }
  return figures.map(figure => ({ ...figure, ...found.get(figure) }))
}
