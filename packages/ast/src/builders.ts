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
} from './book.js'
import type { Stance } from './statement.js'

/** Short names that let code and tests write trees that read like the document. */

export function text(value: string): Text {
  return { type: 'text', value }
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
