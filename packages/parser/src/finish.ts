import {
  type Direction,
  type Furniture,
  formatAnchor,
  rawSpans,
  type SourceBlock,
  type SourceBlockType,
} from '@briefbook/ast'
import { createLocator } from '@briefbook/diagnostics'
import type { Position } from 'unist'
import { type Draft, type DraftBlock, isBlock, isBody } from './draft.js'
import { sentencesOf } from './sentences/index.js'
import { directionOf, directionOfDocument } from './tongue/direction.js'
import { createLanguageTeller } from './tongue/language.js'
import { rawExtent } from './traced.js'

type Base = Omit<Extract<SourceBlock, { type: 'paragraph' }>, 'type'>

const builders: {
  readonly [T in SourceBlockType]: (base: Base, from: DraftBlock) => Extract<SourceBlock, { type: T }>
} = {
  heading: (base, { depth }) => ({ type: 'heading', ...base, depth }),
  paragraph: base => ({ type: 'paragraph', ...base }),
  listItem: (base, { depth, marker }) => ({ type: 'listItem', ...base, depth, marker }),
  quotation: base => ({ type: 'quotation', ...base }),
  table: (base, { rows, head }) => ({ type: 'table', ...base, rows: (rows ?? []).map(row => [...row]), head }),
  footnote: (base, { label }) => ({ type: 'footnote', ...base, label: label ?? '' }),
}

/** The passages of a draft as a source has them: numbered, with sentences and places, apart from the furniture. */
export function finishBlocks(
  draft: Draft,
  id: string,
  language: string | null,
): { direction: Direction; children: SourceBlock[]; furniture: Furniture[] } {
  const { pointAt } = createLocator(draft.text)
  const body = draft.nodes.filter(isBody)
  const directions = body.map(directionOf)
  const direction = directionOfDocument(body, directions, language)
  const otherLanguage = createLanguageTeller(body, language)
  const children = body.map((block, i) => {
    const spoken = otherLanguage(block)
    const runs = directions[i] ?? direction
    const [start, end] = rawExtent(block) ?? [0, 0]
    const position: Position = { start: pointAt(start), end: pointAt(end) }
    const base: Base = {
      position,
      anchor: formatAnchor(id, i + 1),
      text: block.text,
      runs: [...block.runs],
      sentences: sentencesOf(block.type, block.text, block.rows),
      ...(spoken === null ? {} : { language: spoken }),
      ...(runs === direction ? {} : { direction: runs }),
      ...(block.page === null ? {} : { page: block.page }),
    }
    return builders[block.type](base, block)
  })
  const furniture = draft.nodes.flatMap(node =>
    isBlock(node) && node.furniture !== null
      ? [{ text: node.text, reason: node.furniture, raw: rawSpans(node.runs) }]
      : [],
  )
  return { direction, children, furniture }
}
