import {
  type Book,
  type BookTable,
  type Chapter,
  type Chart,
  type ContentsEntry,
  eachBlock,
  type KeyJudgement,
  type Note,
  type Part,
  type Picture,
  romanNumeral,
} from '@briefbook/ast'
import type { Heading } from 'mdast'
import { toString as plainText } from 'mdast-util-to-string'

/**
 * Every node below some nodes, in the order in which they are read: children, but also the head and the legend of a
 * table and the term of a definition, which stand beside the children.
 */
function eachNode(value: unknown, visitor: (node: { type: string }) => void): void {
  if (Array.isArray(value)) for (const item of value) eachNode(item, visitor)
  else if (value !== null && typeof value === 'object') {
    if ('type' in value && typeof value.type === 'string') visitor(value as { type: string })
    for (const field of Object.values(value)) if (typeof field === 'object') eachNode(field, visitor)
  }
}

function numberSections(chapter: Chapter): void {
  let n = 0
  for (const node of chapter.children) {
    if (node.type === 'heading' && node.depth === 3) {
      n++
      node.data = { ...node.data, number: `${chapter.number}.${n}` }
    }
  }
}

/**
 * Numbers everything that has a number, through the whole book and in its order, once: parts, chapters, sections,
 * tables, pictures, notes, judgements. Further pieces of a table or picture share its number.
 */
export function numberBook(parts: Part[]): void {
  let chapters = 0
  let tables = 0
  let charts = 0
  let notes = 0
  let judgements = 0
  const nested = new Set<{ type: string }>()
  parts.forEach((part, i) => {
    part.number = romanNumeral(i + 1)
    for (const chapter of part.children) {
      chapters++
      chapter.number = String(chapters)
      numberSections(chapter)
      // Only what analysts wrote has notes, which stand within words.
      const each = chapter.voice === 'written' ? eachNode : eachBlock
      each(chapter.children, node => {
        if (node.type === 'bookTable') {
          const table = node as BookTable
          if (table.caption === '') table.number = null
          else table.number = table.continuedFrom === null ? ++tables : tables
        } else if (node.type === 'chart') {
          const chart = node as Chart
          chart.number = (chart.piece?.number ?? 1) === 1 ? ++charts : charts
        } else if (node.type === 'picture') {
          const picture = node as Picture
          picture.number = picture.caption === '' ? null : ++charts
        } else if (node.type === 'note' && !nested.has(node)) {
          const note = node as Note
          note.number = ++notes
          eachNode(note.children, inner => void nested.add(inner))
        } else if (node.type === 'keyJudgement') {
          const judgement = node as KeyJudgement
          judgement.number = ++judgements
        }
      })
    }
  })
}

const blocksOf = (parts: readonly Part[]) => parts.flatMap(part => part.children.flatMap(chapter => chapter.children))

/** Parts, chapters and listed sections, in order. */
export function contentsOf(parts: readonly Part[]): Book['contents'] {
  return parts.flatMap(part => [
    { id: part.id, number: part.number, title: part.title, depth: 1 },
    ...part.children.flatMap(chapter => [
      {
        id: chapter.id,
        number: chapter.number,
        title: chapter.title,
        depth: 2,
        ...(chapter.tongue ? { tongue: chapter.tongue } : {}),
      },
      ...(chapter.listsSections ? sectionsOf(chapter) : []),
    ]),
  ])
}

function sectionsOf(chapter: Chapter): ContentsEntry[] {
  return chapter.children
    .filter((node): node is Heading => node.type === 'heading' && node.depth === 3)
    .map(node => ({ id: node.data?.id ?? '', number: node.data?.number ?? null, title: plainText(node), depth: 3 }))
}

/** Pictures with a number, in order, each once. */
export function chartsOf(parts: readonly Part[]): Book['charts'] {
  const entries: ContentsEntry[] = []
  eachBlock(blocksOf(parts), node => {
    if (node.type !== 'chart' && node.type !== 'picture') return
    const { id, number, caption } = node
    const later = node.type === 'chart' && (node.piece?.number ?? 1) > 1
    if (number !== null && !later) entries.push({ id, number: String(number), title: caption, depth: 1 })
  })
  return entries
}

/** Tables with a number, in order, each once. */
export function tablesOf(parts: readonly Part[]): Book['tables'] {
  const entries: ContentsEntry[] = []
  eachBlock(blocksOf(parts), node => {
    if (node.type !== 'bookTable') return
    const { id, number, caption, continuedFrom } = node
    if (number !== null && continuedFrom === null)
      entries.push({ id, number: String(number), title: caption, depth: 1 })
  })
  return entries
}
