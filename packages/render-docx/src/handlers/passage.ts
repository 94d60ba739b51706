import type { Passage, SourceBlockType } from '@briefbook/ast'
import type { FileChild, XmlComponent } from 'docx'
import { quotation } from '../identity/identity.js'
import { identified, paragraph } from '../paragraph.js'
import type { State } from '../state.js'
import type { ParagraphStyle } from '../styles/index.js'
import { deepestItem } from '../styles/passages.js'
import { tab, words } from '../words.js'
import { crossReference, pageReference } from './links.js'
import { sourceTable } from './source-table.js'

const items = ['PassageItem1', 'PassageItem2', 'PassageItem3', 'PassageItem4'] as const

const styles: { readonly [kind in SourceBlockType]: (node: Passage) => ParagraphStyle } = {
  heading: () => 'PassageHeading',
  paragraph: () => 'Passage',
  listItem: ({ depth }) => items[Math.min(Math.max(depth, 1), deepestItem) - 1] ?? 'PassageItem1',
  quotation: () => 'PassageQuotation',
  table: () => 'Passage',
  footnote: () => 'PassageNote',
}

/** The sign that a list item or a note has in its source. */
function sign({ kind, marker }: Passage): string | null {
  return kind === 'listItem' ? (marker ?? '•') : kind === 'footnote' ? marker : null
}

/** A block of a source, word for word, with its number before it and below it the cells that it is evidence for. */
export function passage(node: Passage, state: State): FileChild[] {
  const plain = state.unmarked()
  const quoted = plain.quoting(node)
  const number = state.document.bookmarks.around(node.id, [words(plain, `¶${node.number}`, 'PassageNumber')])
  const mark = sign(node)
  const page = node.page === undefined ? [] : [words(plain, ` [${node.page}]`, 'PassageNumber')]
  const start: XmlComponent[] = [...number, ...page, tab(state)]
  if (mark !== null) start.push(words(plain, mark), node.kind === 'footnote' ? words(plain, ' ') : tab(state))
  const together = node.supports.length > 0 ? { keepNext: true } : {}
  const blocks: FileChild[] =
    node.kind === 'table' && node.rows !== null
      ? [paragraph(plain, 'Passage', start, { keepNext: true }), ...sourceTable(node.rows, quoted)]
      : [
          identified(
            quoted,
            quotation(node.id, node, quoted),
            styles[node.kind](node),
            [...start, ...quoted.phrasing(node.children)],
            together,
          ),
        ]
  if (node.supports.length > 0) {
    const links = node.supports.flatMap(reference => [
      words(plain, ' · '),
      ...crossReference(reference, plain),
      words(plain, ' '),
      ...pageReference({ type: 'pageReference', target: reference.target }, plain),
    ])
    blocks.push(paragraph(plain, 'PassageSupports', [words(plain, '→ '), ...links.slice(1)]))
  }
  return blocks
}
