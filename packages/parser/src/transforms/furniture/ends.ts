import type { DraftBlock } from '../../draft.js'
import { isAuthorBio } from './bio.js'
import type { Passage } from './passage.js'
import { backMatter, captionCredit, contactLine, type Phrase, pictureCredit } from './phrases.js'

/** A document is over where what follows has less than this share of the prose that came before. */
const tailShare = 0.35
/** Before this many words of prose, nothing is the end of a document. */
const leastDocument = 80
/** How many passages a box in the middle of a document can hold. */
const longestBox = 12
/** How far down, as a share of the passages, an author's biography must stand to be the end. */
const bioFrom = 0.5
/** How near to either end of a document its contact stands, in passages. */
const contactWithin = 12

/** Reasons that a heading of the document could be mistaken for: only what follows can tell. */
const doubtful: ReadonlySet<string> = new Set([
  'navigation',
  'notice',
  'page tool',
  'share button',
  'comment form',
  'newsletter',
  'tags',
])

/** A picture's caption is a sentence or two. */
const longestCaption = 60

type Opening = Pick<Phrase, 'reason' | 'reach'>

function openingOf(passages: readonly Passage[], i: number, authors: readonly string[]): Opening | null {
  const { block, phrase, words } = passages[i] as Passage
  const below = i > passages.length * bioFrom
  if (phrase) return phrase
  if (block.role === 'caption' && pictureCredit.test(block.text)) return { reason: 'image credit', reach: 'line' }
  if (words <= longestCaption && block.type === 'paragraph' && captionCredit.test(block.text))
    return { reason: 'image credit', reach: 'line' }
  const atEnd = i < contactWithin || i > passages.length - contactWithin / 2
  if (atEnd && contactLine.test(block.text)) return { reason: 'contact line', reach: 'line' }
  if (below && isAuthorBio(block.text, authors)) return { reason: 'author box', reach: 'end' }
  // A name above a box is often there twice: as the picture's description, and as the name.
  const next = passages[i + 1]?.block
  const isLine = block.type === 'paragraph' || (block.type === 'heading' && next?.type !== 'heading')
  const twice = below && isLine && words <= 6 && next?.text === block.text
  return twice ? { reason: 'repeated line', reach: 'end' } : null
}

/** For each place, how many words of prose stand below it, and whether two passages in a row there are the document's. */
function lookAhead(passages: readonly Passage[]): { after: number[]; goesOn: boolean[] } {
  const after: number[] = []
  const goesOn: boolean[] = []
  let words = 0
  let found = false
  for (let i = passages.length - 1; i >= 0; i--) {
    after[i] = words
    goesOn[i] = found
    const passage = passages[i] as Passage
    if (passage.prose) words += passage.words
    found ||= passage.own && passages[i + 1]?.own === true
  }
  return { after, goesOn }
}

/**
 * Finds the lines that pages are known to have, the boxes that some of them head, and the end of the document.
 *
 * @param authors  Of the document, as far as they are known: their biographies end it.
 */
export function findEnds(passages: readonly Passage[], authors: readonly string[]): Map<DraftBlock, string> {
  const reasons = new Map<DraftBlock, string>()
  const { after, goesOn } = lookAhead(passages)
  let before = 0
  for (let i = 0; i < passages.length; i++) {
    const { block, prose, words } = passages[i] as Passage
    if (prose) before += words
    const opening = reasons.has(block) ? null : openingOf(passages, i, authors)
    if (!opening) continue
    const { reason, reach } = opening
    const headsProse = block.type === 'heading' && passages[i + 1]?.prose === true
    if (reach === 'line') {
      if (!(headsProse && doubtful.has(reason))) reasons.set(block, reason)
      continue
    }
    const little = (after[i] as number) <= before * tailShare && !goesOn[i]
    const over = reach !== 'box' && before >= leastDocument && (reach === 'rest' || little)
    if (over) {
      const back = passages.findIndex(
        (other, j) => j > i && other.block.type === 'heading' && backMatter.test(other.block.text),
      )
      markRest(passages.slice(i, back < 0 ? undefined : back), reason, reasons)
      if (back < 0) break
      i = back
    } else if (!headsProse) {
      reasons.set(block, reason)
      for (const other of passages.slice(i + 1, i + 1 + longestBox)) {
        if (other.prose || other.block.type === 'heading') break
        reasons.set(other.block, reason)
      }
    }
  }
  return reasons
}

/** Marks what follows the end: each passage with its own reason, or else with that of the box it stands in. */
function markRest(passages: readonly Passage[], reason: string, reasons: Map<DraftBlock, string>): void {
  let box = reason
  for (const { block, phrase } of passages) {
    if (phrase && phrase.reach !== 'line') box = phrase.reason
    if (!reasons.has(block)) reasons.set(block, phrase?.reason ?? box)
  }
}
