import {
  type FindingBlock,
  type GeneratedBlock,
  hashOfWords,
  type LedgerBlock,
  type QuotationBlock,
  type WrittenBlock,
} from '@briefbook/ast'
import { diffArrays } from 'diff'
import type { EditedParagraph } from '../document/document.js'
import { likeness, pairAlike } from './likeness.js'

/** A block that has a name of its own. */
type NamedBlock = WrittenBlock | FindingBlock | QuotationBlock

/** Blocks that belong together with paragraphs: one and one, or several where paragraphs were split or joined. */
export interface Match {
  blocks: NamedBlock[]
  /** By their index in the document, in order; none for what was deleted. */
  paragraphs: number[]
}

export interface Recognition {
  matches: Match[]
  /** Paragraphs of generated text that were changed, with what they were. */
  generated: { paragraph: number; block: GeneratedBlock }[]
  /** What each paragraph of generated text is, changed or not. */
  generatedAt: ReadonlyMap<number, GeneratedBlock>
  /** Paragraphs that are nothing that was sent. */
  inserted: number[]
  /** Whether no paragraph could be told by a name, and all by their words. */
  byWords: boolean
}

const isNamed = (block: LedgerBlock): block is NamedBlock => block.kind !== 'generated'

/** Joins what touches: a block with each of its paragraphs, a paragraph with each of its blocks. */
function components(pairs: readonly (readonly [block: NamedBlock, paragraph: number])[]): Match[] {
  const ofBlock = new Map<NamedBlock, Match>()
  const ofParagraph = new Map<number, Match>()
  for (const [block, paragraph] of pairs) {
    const [a, b] = [ofBlock.get(block), ofParagraph.get(paragraph)]
    const match = a ?? b ?? { blocks: [], paragraphs: [] }
    if (a && b && a !== b) {
      a.blocks.push(...b.blocks)
      a.paragraphs.push(...b.paragraphs)
      for (const other of b.blocks) ofBlock.set(other, a)
      for (const other of b.paragraphs) ofParagraph.set(other, a)
    }
    if (!match.blocks.includes(block)) match.blocks.push(block)
    if (!match.paragraphs.includes(paragraph)) match.paragraphs.push(paragraph)
    ofBlock.set(block, match)
    ofParagraph.set(paragraph, match)
  }
  return [...new Set(ofBlock.values())]
}

/** Which block each paragraph is by its bookmarks, else by its control; a block's words are where its bookmark is. */
function byName(blocks: readonly NamedBlock[], paragraphs: readonly EditedParagraph[]): [NamedBlock, number][] {
  const known = new Map(blocks.map(block => [block.id, block]))
  const pairs: [NamedBlock, number][] = []
  const taken = new Set<NamedBlock>()
  const add = (id: string, paragraph: number) => {
    const block = known.get(id)
    if (!block) return
    pairs.push([block, paragraph])
    taken.add(block)
  }
  paragraphs.forEach(({ ids }, i) => {
    for (const id of ids) add(id, i)
  })
  const named = new Set(pairs.map(([, paragraph]) => paragraph))
  // Retyped as a whole: the bookmark stands there and covers nothing.
  paragraphs.forEach(({ emptied, words }, i) => {
    const [id] = emptied
    const block = id === undefined ? undefined : known.get(id)
    if (named.has(i) || words === '' || !block || taken.has(block)) return
    named.add(i)
    add(block.id, i)
  })
  // A copy takes the control along: the block that a bookmark tells is the first.
  paragraphs.forEach(({ control, words }, i) => {
    const block = control === null ? undefined : known.get(control)
    if (named.has(i) || words === '' || !block || taken.has(block)) return
    add(block.id, i)
  })
  return pairs
}

type Token = { block: LedgerBlock; index: number }

/** What stands between two matches on either side. */
interface Gap {
  blocks: LedgerBlock[]
  paragraphs: number[]
}

/** A block, a paragraph, or both where they are the same; `key` is what tells blocks and paragraphs apart. */
interface Step {
  block: LedgerBlock | null
  paragraph: number | null
  key: string
}

/** Of equal lines in a row any may be the one that is gone: it is taken for the one beside which something is new. */
function besideNew(steps: readonly Step[]): Step[] {
  const settled = [...steps]
  steps.forEach((_, t) => {
    const gone = settled[t] as Step
    if (gone.paragraph !== null) return
    for (const direction of [-1, 1]) {
      let r = t + direction
      while (settled[r]?.key === gone.key && settled[r]?.block !== null && settled[r]?.paragraph !== null)
        r += direction
      if (r === t + direction || settled[r] === undefined || settled[r]?.block !== null) continue
      // The paragraphs between stand beside the next block each.
      for (let s = t; s !== r - direction; s += direction)
        settled[s] = { ...(settled[s] as Step), paragraph: settled[s + direction]?.paragraph ?? null }
      settled[r - direction] = { ...(settled[r - direction] as Step), paragraph: null }
      return
    }
  })
  return settled
}

function gapsOf(
  blocks: readonly Token[],
  keys: readonly string[],
  paragraphs: readonly number[],
  own: readonly string[],
): { gaps: Gap[]; same: [LedgerBlock, number][] } {
  const steps: Step[] = []
  let [i, j] = [0, 0]
  for (const { added, removed, value } of diffArrays([...keys], [...own])) {
    for (const key of value) {
      const block = added ? null : (blocks[i++] as Token).block
      steps.push({ block, paragraph: removed ? null : (paragraphs[j++] as number), key })
    }
  }
  const gaps: Gap[] = []
  const same: [LedgerBlock, number][] = []
  let gap: Gap = { blocks: [], paragraphs: [] }
  const close = () => {
    if (gap.blocks.length > 0 || gap.paragraphs.length > 0) gaps.push(gap)
    gap = { blocks: [], paragraphs: [] }
  }
  for (const { block, paragraph } of besideNew(steps)) {
    if (block !== null && paragraph !== null) {
      close()
      same.push([block, paragraph])
    } else if (block !== null) gap.blocks.push(block)
    else if (paragraph !== null) gap.paragraphs.push(paragraph)
  }
  close()
  return { gaps, same }
}

/**
 * Finds out what each paragraph of an edited document is: by bookmark and control, else by the same words at the same
 * place in the order, else by words that are alike.
 *
 * @param wordsOf  The words that a block was sent with; null where they are not known.
 */
export function recognise(
  blocks: readonly LedgerBlock[],
  paragraphs: readonly EditedParagraph[],
  wordsOf: (block: LedgerBlock) => string | null,
): Recognition {
  const named = blocks.filter(isNamed)
  const pairs = byName(named, paragraphs)
  const byBlock = new Map<LedgerBlock, number>()
  const told = new Set<number>()
  for (const [block, paragraph] of pairs) {
    if (!byBlock.has(block)) byBlock.set(block, paragraph)
    told.add(paragraph)
  }
  // The order of all that was sent beside the order of all that is there: what has no name is told by its words.
  const firstOf = new Map<number, LedgerBlock>()
  for (const [block, paragraph] of pairs) if (!firstOf.has(paragraph)) firstOf.set(paragraph, block)
  const tokens = blocks.map((block, index) => ({ block, index }))
  const present = paragraphs.flatMap(({ words }, i) => (words !== '' || told.has(i) ? [i] : []))
  const numbers = new Map(blocks.map((block, i) => [block, i]))
  const keyOf = (block: LedgerBlock) => (byBlock.has(block) ? `#${numbers.get(block)}` : block.hash)
  const { gaps, same } = gapsOf(
    tokens,
    tokens.map(({ block }) => keyOf(block)),
    present,
    present.map(i => {
      const block = firstOf.get(i)
      return block === undefined ? hashOfWords(paragraphs[i]?.words ?? '') : `#${numbers.get(block)}`
    }),
  )
  const sentHashes = new Set(blocks.filter(block => !isNamed(block)).map(block => block.hash))
  const generated: Recognition['generated'] = []
  const inserted: number[] = []
  const add = (block: LedgerBlock, paragraph: number) => {
    if (isNamed(block)) {
      if (!byBlock.has(block)) pairs.push([block, paragraph])
    } else generated.push({ paragraph, block })
  }
  const generatedAt = new Map<number, GeneratedBlock>()
  for (const [block, paragraph] of same) {
    if (isNamed(block)) add(block, paragraph)
    else generatedAt.set(paragraph, block)
  }
  for (const gap of gaps) {
    const free = gap.blocks.filter(block => !byBlock.has(block))
    const lost = gap.paragraphs.filter(i => !told.has(i))
    const paired = pairAlike(free, lost, (block, i) => {
      const { words = '', original = '' } = paragraphs[i] ?? {}
      if (block.hash === hashOfWords(original)) return 2
      const sent = wordsOf(block)
      return sent === null ? 0 : likeness(sent, words)
    })
    for (const [block, paragraph] of paired) add(block, paragraph)
    const done = new Set(paired.map(([, paragraph]) => paragraph))
    const rest = new Set(free.filter(block => !paired.some(([other]) => other === block)))
    for (const i of lost) {
      if (done.has(i)) continue
      const paragraph = paragraphs[i] as EditedParagraph
      const other = [...rest].find(block => block.kind === 'generated')
      // Words that stood elsewhere were moved with what is around them; nobody writes new ones into a table's cell.
      if (sentHashes.has(hashOfWords(paragraph.words))) continue
      if (other?.kind === 'generated' && (paragraph.cell !== null || sentHashes.has(hashOfWords(paragraph.original)))) {
        rest.delete(other)
        generated.push({ paragraph: i, block: other })
      } else inserted.push(i)
    }
  }
  const matches = components(pairs)
  for (const match of matches) {
    match.paragraphs.sort((a, b) => a - b)
    match.blocks.sort((a, b) => (numbers.get(a) ?? 0) - (numbers.get(b) ?? 0))
  }
  const matched = new Set(matches.flatMap(match => match.blocks))
  for (const block of named) if (!matched.has(block)) matches.push({ blocks: [block], paragraphs: [] })
  for (const { paragraph, block } of generated) generatedAt.set(paragraph, block)
  return { matches, generated, generatedAt, inserted, byWords: named.length > 0 && byBlock.size === 0 }
}
