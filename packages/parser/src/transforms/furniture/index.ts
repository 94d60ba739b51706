import { asFurniture, type Draft, type DraftBlock, isBody } from '../../draft.js'
import { countWords, endsSentence, fold, isProse } from '../../shape.js'
import { isAuthorBio } from './bio.js'
import { matchPhrase } from './match.js'
import { backMatter, contactLine, type Phrase, pictureCredit } from './phrases.js'
import { judgeTail } from './tail.js'

/** A document is over where what follows has less than this share of the prose that came before. */
const tailShare = 0.35
/** A passage of prose as long as this, not cut short, reads like the document's own. */
const leastOwnWords = 30
/** Before this many words of prose, nothing is the end of a document. */
const leastDocument = 80
/** How many passages a box in the middle of a document can hold. */
const longestBox = 12
/** How far down, as a share of the passages, an author's biography must stand to be the end. */
const bioFrom = 0.5

/** Words of prose in each passage; none in a line that pages are known to have. */
const proseWords = (block: DraftBlock) => (isProse(block.text) && !matchPhrase(block.text) ? countWords(block.text) : 0)

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

/** Whether the document goes on below a place: two passages in a row that read like its own, or one and a heading. */
function goesOn(blocks: readonly DraftBlock[]): boolean {
  const own = blocks.map(
    block =>
      proseWords(block) >= leastOwnWords &&
      block.linked < 0.5 &&
      endsSentence(block.text) &&
      !/(?:\.{3}|…)$/.test(block.text),
  )
  return own.some((is, i) => is && own[i + 1] === true)
}

interface Opening {
  reason: string
  reach: Phrase['reach']
}

function openingOf(
  block: DraftBlock,
  i: number,
  blocks: readonly DraftBlock[],
  authors: readonly string[],
): Opening | null {
  const phrase = matchPhrase(block.text)
  if (phrase) return phrase
  if (block.role === 'caption' && pictureCredit.test(block.text)) return { reason: 'image credit', reach: 'line' }
  if (contactLine.test(block.text) && (i < 12 || i > blocks.length - 6))
    return { reason: 'contact line', reach: 'line' }
  if (i > blocks.length * bioFrom && isAuthorBio(block.text, authors)) return { reason: 'author box', reach: 'end' }
  const next = blocks[i + 1]
  const twice = next !== undefined && next.text === block.text && countWords(block.text) <= 6
  return twice && i > blocks.length * bioFrom ? { reason: 'repeated line', reach: 'end' } : null
}

/** A line with more words than this is a sentence, linked or not. */
const longestLink = 30

/**
 * Passages of a web page that are nothing but links: teasers between paragraphs, and lists of them. A single linked
 * item in a list of others is the document's own.
 */
function linkLines(blocks: readonly DraftBlock[], draft: Draft): DraftBlock[] {
  if (draft.format !== 'html') return []
  const isLink = (block: DraftBlock) =>
    block.linked > 0.9 && !/^(?:https?:|www\.)\S+$/i.test(block.text) && countWords(block.text) <= longestLink
  const found: DraftBlock[] = []
  for (let i = 0; i < blocks.length; i++) {
    const block = blocks[i] as DraftBlock
    if (block.type === 'paragraph' || block.type === 'heading') {
      if (isLink(block) && !endsSentence(block.text)) found.push(block)
    } else if (block.type === 'listItem') {
      const rest = blocks.slice(i)
      const end = rest.findIndex(other => other.type !== 'listItem')
      const list = end < 0 ? rest : rest.slice(0, end)
      if (list.filter(isLink).length >= list.length * 0.8) found.push(...list)
      i += list.length - 1
    }
  }
  return found
}

/**
 * Marks what the page has and the document has not: lines that pages are known to have, boxes of other articles, and
 * all that follows the end of the document; then, from the back, what the evidence speaks against (see tail.ts).
 *
 * @param authors  Of the document, as far as they are known: their biographies end it.
 */
export function markFurniture(draft: Draft, authors: readonly string[]): Draft {
  const blocks = draft.nodes.filter(isBody)
  const reasons = new Map<DraftBlock, string>()
  const words = blocks.map(proseWords)
  const total = words.reduce((sum, n) => sum + n, 0)

  let before = 0
  for (let i = 0; i < blocks.length; i++) {
    const block = blocks[i] as DraftBlock
    const opening = reasons.has(block) ? null : openingOf(block, i, blocks, authors)
    before += words[i] as number
    if (!opening) continue
    const { reason, reach } = opening
    const next = blocks[i + 1]
    const headsProse = block.type === 'heading' && next !== undefined && isProse(next.text) && !matchPhrase(next.text)
    if (reach === 'line') {
      if (!(headsProse && doubtful.has(reason))) reasons.set(block, reason)
      continue
    }
    const after = total - before
    const over =
      before >= leastDocument && (reach === 'rest' || (after <= before * tailShare && !goesOn(blocks.slice(i + 1))))
    if (over && reach !== 'box') {
      const kept = blocks.findIndex((other, j) => j > i && other.type === 'heading' && backMatter.test(other.text))
      let current = reason
      for (const other of blocks.slice(i, kept < 0 ? undefined : kept)) {
        const phrase = matchPhrase(other.text)
        if (phrase && phrase.reach !== 'line') current = phrase.reason
        if (!reasons.has(other)) reasons.set(other, phrase?.reason ?? current)
      }
      if (kept < 0) break
      i = kept
      continue
    }
    if (headsProse) continue
    reasons.set(block, reason)
    for (const other of blocks.slice(i + 1, i + 1 + longestBox)) {
      if (isProse(other.text) || other.type === 'heading') break
      reasons.set(other, reason)
    }
  }

  for (const block of linkLines(blocks, draft)) if (!reasons.has(block)) reasons.set(block, 'related articles')

  const counts = new Map<string, number>()
  for (const block of blocks) counts.set(fold(block.text), (counts.get(fold(block.text)) ?? 0) + 1)
  let behind = false
  for (const block of blocks.toReversed()) {
    if (!reasons.has(block)) {
      const reason = judgeTail(block, { before: behind, counts })
      if (reason === null) break
      reasons.set(block, reason)
    }
    behind = true
  }

  const nodes = draft.nodes.map(node => {
    const reason = isBody(node) ? reasons.get(node) : undefined
    return reason === undefined ? node : asFurniture(node as DraftBlock, reason)
  })
  return { ...draft, nodes }
}
