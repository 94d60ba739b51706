import type { Text } from 'mdast'
import type {
  BookCell,
  BookPhrasing,
  BookRow,
  CellLine,
  CrossReference,
  DefinitionItem,
  DefinitionList,
  PageReference,
  StanceMark,
  TitleTongue,
} from './book.js'
import type { Source, SourceParagraph } from './source.js'
import type { Stance } from './statement.js'

/** Short names that let code and tests write trees that read like the document. */

export function text(value: string): Text {
  return { type: 'text', value }
}

/** A title as phrasing, the part of it that is in another language marked as such. */
export function titleText(title: string, tongue?: TitleTongue): BookPhrasing[] {
  if (tongue === undefined) return [text(title)]
  const { from, ...own } = tongue
  return [
    ...(from > 0 ? [text(title.slice(0, from))] : []),
    { type: 'foreign', ...own, children: [text(title.slice(from))] },
  ]
}

const phrasing = (children: readonly (BookPhrasing | string)[]): BookPhrasing[] =>
  children.map(child => (typeof child === 'string' ? text(child) : child))

export function crossReference(target: string, ...children: (BookPhrasing | string)[]): CrossReference {
  return { type: 'crossReference', target, children: phrasing(children) }
}

export function pageReference(target: string): PageReference {
  return { type: 'pageReference', target }
}

export function stanceMark(stance: Stance, count: number | null = null): StanceMark {
  return { type: 'stanceMark', stance, count }
}

export function definition(term: string, ...children: (BookPhrasing | string)[]): DefinitionItem {
  return { type: 'definitionItem', term: [text(term)], children: phrasing(children) }
}

export function definitionList(...children: DefinitionItem[]): DefinitionList {
  return { type: 'definitionList', children }
}

export function line(role: CellLine['role'], ...children: (BookPhrasing | string)[]): CellLine {
  return { type: 'cellLine', role, children: phrasing(children) }
}

/** A cell with no state, stance or shade; `fields` sets what it has. */
export function cell(
  children: (CellLine | string)[],
  fields: Partial<Omit<BookCell, 'type' | 'children'>> = {},
): BookCell {
  return {
    type: 'bookCell',
    header: null,
    state: null,
    stance: null,
    level: null,
    ...fields,
    children: children.map(child => (typeof child === 'string' ? line('text', child) : child)),
  }
}

export function row(...children: BookCell[]): BookRow {
  return { type: 'bookRow', children }
}

/**
 * A Markdown source of paragraphs and nothing else, each text its own raw text, for tests and examples. Sentences end at
 * a full stop, question or exclamation mark that white space follows.
 */
export function sourceOf(id: string, ...paragraphs: string[]): Source {
  let offset = 0
  const children = paragraphs.map((text, i): SourceParagraph => {
    const start = offset
    offset += text.length + 2
    const sentences = [...text.matchAll(/\S.*?(?:[.!?](?=\s)|$)/gs)].map(m => [m.index, m.index + m[0].length] as const)
    return {
      type: 'paragraph',
      anchor: `${id}.${i + 1}`,
      text,
      runs: [{ text: [0, text.length], raw: [start, start + text.length] }],
      sentences,
    }
  })
  return {
    type: 'source',
    id,
    file: `sources/${id}.md`,
    sha256: '0'.repeat(64),
    format: 'markdown',
    direction: 'ltr',
    text: paragraphs.join('\n\n'),
    meta: {
      title: null,
      subtitle: null,
      authors: [],
      publisher: null,
      date: null,
      url: null,
      language: null,
      label: id.toUpperCase(),
      kind: null,
      original: null,
      foundIn: {},
    },
    children,
    furniture: [],
  }
}
