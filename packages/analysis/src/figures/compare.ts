import type { Figure } from '@briefbook/ast'
import { type ContentWords, contentWords, similarity } from '../text/content-words.js'
import { groupAlike, memoised } from '../text/groups.js'
import { findQuantities } from './quantities.js'

/** What `about` leaves open to both sides. */
const tolerance = 0.1
/** How alike what is counted, and the sentences around it, must be for two claims to be of one thing. */
const leastShare = { what: 0.5, sentence: 0.25 }

/** `boats` and `boat` are counted alike. */
const unitKey = ({ unit }: Figure) => unit.toLowerCase().replace(/s$/, '')

function areAlike(a: Figure, b: Figure, wordsOf: (text: string) => ContentWords): boolean {
  if (similarity(wordsOf(a.what), wordsOf(b.what)).share < leastShare.what) return false
  const { share, words } = similarity(wordsOf(a.quote), wordsOf(b.quote))
  return share >= leastShare.sentence && words >= 2
}

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

/** What a claim says, as far as another of the same thing can contradict it. */
interface Claim {
  asOf: string | null
  range: [number, number]
}

function contradict(a: Claim, b: Claim): boolean {
  return meet(a.asOf, b.asOf) && (a.range[1] < b.range[0] || b.range[1] < a.range[0])
}

/** Those of the claims of one thing that another of them contradicts. What is said in the same way is looked at once. */
function findConflicts(figures: readonly Figure[]): Set<Figure> {
  const said = new Map<string, { claim: Claim; figures: Figure[] }>()
  for (const figure of figures) {
    const claim = { asOf: figure.asOf, range: possible(figure) }
    const key = `${claim.asOf} ${claim.range}`
    const known = said.get(key)
    if (known) known.figures.push(figure)
    else said.set(key, { claim, figures: [figure] })
  }
  const all = [...said.values()]
  return new Set(
    all.filter(({ claim }) => all.some(other => contradict(claim, other.claim))).flatMap(one => one.figures),
  )
}

/**
 * Tells which figures are claims of one thing: of one unit or counted noun, where the words that tell what is counted
 * and the sentences around them share enough content. Those of one time that rule each other out are in conflict; a
 * figure that is told as rough (`about`, `nearly`) may be a tenth off.
 */
export function compareFigures(figures: readonly Figure[]): Figure[] {
  const wordsOf = memoised(text => contentWords(text))
  const groups = groupAlike(figures, {
    keys: figure => [unitKey(figure)],
    words: ({ what }) => wordsOf(what),
    leastShare: leastShare.what,
    kind: figure => JSON.stringify([unitKey(figure), figure.what, figure.quote]),
    // What one sentence counts twice is two things, or one that changes.
    place: ({ anchor, quote }) => `${anchor} ${quote}`,
    alike: (a, b) => areAlike(a, b, wordsOf),
  })
  const found = new Map<Figure, Pick<Figure, 'same' | 'conflict'>>()
  groups.forEach((group, n) => {
    const conflicts = findConflicts(group)
    for (const figure of group) found.set(figure, { same: `figure-${n + 1}`, conflict: conflicts.has(figure) })
  })
  return figures.map(figure => ({ ...figure, ...found.get(figure) }))
}
