import type { Figure } from '@briefbook/ast'
import { type ContentWords, contentWords, similarity } from '../text/content-words.js'
import { groupAlike } from '../text/groups.js'
import { findQuantities } from './quantities.js'

/** What `about` leaves open to both sides. */
const tolerance = 0.1
/** How alike what is counted, and the sentences around it, must be for two claims to be of one thing. */
const leastShare = { what: 0.5, sentence: 0.25 }

/** `boats` and `boat` are counted alike. */
const unitKey = ({ unit }: Figure) => unit.toLowerCase().replace(/s$/, '')

/** A figure and what it is compared by: plain data. */
export interface FigureToCompare {
  figure: Figure
  what: ContentWords
  sentence: ContentWords
  /** Whether it is told as `about` so much. */
  rough: boolean
}

/** Reads what figures of one source are compared by. */
export function readFigures(figures: readonly Figure[]): FigureToCompare[] {
  // Several figures of a sentence, or of one thing, are the rule.
  const known = new Map<string, ContentWords>()
  const wordsOf = (text: string) => {
    const words = known.get(text) ?? contentWords(text)
    known.set(text, words)
    return words
  }
  return figures.map(figure => ({
    figure,
    what: wordsOf(figure.what),
    sentence: wordsOf(figure.quote),
    rough: findQuantities(figure.value)[0]?.approximate === true,
  }))
}

function areAlike(a: FigureToCompare, b: FigureToCompare): boolean {
  if (similarity(a.what, b.what).share < leastShare.what) return false
  const { share, words } = similarity(a.sentence, b.sentence)
  return share >= leastShare.sentence && words >= 2
}

/** Whether two dates or intervals may be of one time: one is the other, or lies in it. */
function meet(a: string | null, b: string | null): boolean {
  if (a === null || b === null) return a === b
  return a.startsWith(b) || b.startsWith(a)
}

/** The numbers that a claim leaves possible. */
function possible({ figure: { low, high }, rough }: FigureToCompare): [number, number] {
  const slack = rough ? tolerance : 0
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
function findConflicts(all: readonly FigureToCompare[]): Set<Figure> {
  const said = new Map<string, { claim: Claim; figures: Figure[] }>()
  for (const one of all) {
    const { figure } = one
    const claim = { asOf: figure.asOf, range: possible(one) }
    const key = `${claim.asOf} ${claim.range}`
    const known = said.get(key)
    if (known) known.figures.push(figure)
    else said.set(key, { claim, figures: [figure] })
  }
  const claims = [...said.values()]
  return new Set(
    claims.filter(({ claim }) => claims.some(other => contradict(claim, other.claim))).flatMap(one => one.figures),
  )
}

/**
 * Tells which figures are claims of one thing: of one unit or counted noun, where the words that tell what is counted
 * and the sentences around them share enough content. Those of one time that rule each other out are in conflict; a
 * figure that is told as rough (`about`, `nearly`) may be a tenth off.
 */
export function compareFigures(figures: readonly FigureToCompare[]): Figure[] {
  const groups = groupAlike(figures, {
    keys: ({ figure }) => [unitKey(figure)],
    words: ({ what }) => what,
    leastShare: leastShare.what,
    kind: ({ figure }) => JSON.stringify([unitKey(figure), figure.what, figure.quote]),
    // What one sentence counts twice is two things, or one that changes.
    place: ({ figure: { anchor, quote } }) => `${anchor} ${quote}`,
    alike: areAlike,
  })
  const found = new Map<Figure, Pick<Figure, 'same' | 'conflict'>>()
  groups.forEach((group, n) => {
    const conflicts = findConflicts(group)
    for (const { figure } of group) found.set(figure, { same: `figure-${n + 1}`, conflict: conflicts.has(figure) })
  })
  return figures.map(({ figure }) => {
    const told = found.get(figure)
    return told ? { ...figure, ...told } : figure
  })
}
