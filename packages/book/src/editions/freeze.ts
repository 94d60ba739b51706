import {
  type Analysis,
  type BookBlock,
  type Chapter,
  type Codebook,
  type Edition,
  type EditionCell,
  type EditionJudgement,
  hashOfWords,
  type KeyJudgement,
  type Part,
  plainWords,
  prevailingStance,
  type Source,
} from '@briefbook/ast'
import { wordsOf, wordsOfRow } from './words.js'
import { writtenTexts } from './written-texts.js'

/** Chapters that tell of the book itself: what changes in them is no news. */
const aboutTheBook: ReadonlySet<string> = new Set(['changes', 'reading-guide', 'method', 'index'])

/** The chapters whose blocks are compared. */
export const comparedChapters = (parts: readonly Part[]): Chapter[] =>
  parts.flatMap(part => part.children).filter(({ id }) => !aboutTheBook.has(id))

const compared: ReadonlySet<string> = new Set([
  'paragraph',
  'list',
  'blockquote',
  'code',
  'definitionList',
  'evidence',
  'finding',
  'keyJudgement',
  'passage',
] satisfies BookBlock['type'][])

/** Whether a block is compared as a whole; a table is row by row, a heading with what stands below it. */
export const isCompared = ({ type }: BookBlock) => compared.has(type)

export const hashOfBlock = (block: BookBlock) => hashOfWords(`${block.type} ${wordsOf(block)}`)
export const hashOfRow = (row: Parameters<typeof wordsOfRow>[0]) => hashOfWords(`row ${wordsOfRow(row)}`)

function hashesOf(parts: readonly Part[]): string[] {
  const hashes = comparedChapters(parts)
    .flatMap(chapter => chapter.children)
    .flatMap(block =>
      block.type === 'bookTable' ? block.children.map(hashOfRow) : isCompared(block) ? [hashOfBlock(block)] : [],
    )
  return [...new Set(hashes)].sort()
}

/** A key judgement of a chapter as an edition keeps it. */
export const judgementOf = ({ title, file }: Chapter, block: KeyJudgement): EditionJudgement => ({
  chapter: title,
  file: file ?? '',
  likelihood: block.likelihood,
  confidence: block.confidence,
  words: plainWords(wordsOf(block)),
})

const judgementsOf = (parts: readonly Part[]): EditionJudgement[] =>
  parts
    .flatMap(part => part.children)
    .flatMap(chapter =>
      chapter.children.flatMap(block => (block.type === 'keyJudgement' ? judgementOf(chapter, block) : [])),
    )

function cellsOf({ matrices }: Analysis): EditionCell[] {
  const matrix = matrices.find(({ id }) => id === 'actor-issue')
  if (!matrix) return []
  return matrix.rows.flatMap(({ id: actor }, row) =>
    matrix.columns.flatMap(({ id: issue }, column): EditionCell[] => {
      const cell = matrix.cells[row]?.[column]
      if (!cell || cell.state === 'absent') return []
      return [{ actor, issue, state: cell.state, stance: prevailingStance(cell.stances), finding: cell.finding }]
    }),
  )
}

const byId = <T extends { id: string }>(items: readonly T[]): T[] =>
  items.toSorted((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))

/** What an edition is made of. */
export interface Frozen {
  sources: readonly Source[]
  codebook: Codebook
  analysis: Analysis
  parts: readonly Part[]
}

/** What a book says, as data small enough to keep. */
export function freezeEdition(
  { sources, codebook, analysis, parts }: Frozen,
  of: Pick<Edition, 'name' | 'date' | 'contentHash'>,
): Edition {
  return {
    version: 1,
    ...of,
    sources: byId(sources.map(({ id, meta, sha256 }) => ({ id, label: meta.label, title: meta.title, sha256 }))),
    actors: byId(codebook.actors.map(({ id, name }) => ({ id, name }))),
    issues: byId(codebook.issues.map(({ id, name }) => ({ id, name }))),
    cells: cellsOf(analysis),
    statements: byId(
      analysis.statements.map(({ id, source, anchor, actor, issue, stance, quote }) => ({
        ...{ id, source, anchor, actor, issue, stance, quote },
      })),
    ),
    judgements: judgementsOf(parts),
    written: writtenTexts(parts).map(({ file, words }) => ({ file, words: plainWords(words) })),
    blocks: hashesOf(parts),
  }
}
