import { Footer, Header, type ISectionOptions, type Paragraph, type XmlComponent } from 'docx'
import { paragraph } from '../paragraph.js'
import type { State } from '../state.js'
import type { ParagraphStyle } from '../styles/index.js'
import { words } from '../words.js'
import { field } from '../xml/field.js'
import { watermark } from './watermark.js'

/** The heads and feet of a section. A section without takes those of the section before. */
export type Frame = Pick<ISectionOptions, 'headers' | 'footers'>

function handling(state: State): Paragraph[] {
  const { handling } = state.document.book.meta
  return handling === null ? [] : [paragraph(state, 'Handling', [words(state, handling)])]
}

/**
 * `3rd edition · 4 / 120`; `3rd edition · iv` where the pages before the body are counted apart: Word has no field that
 * counts those of the body, and keeps of all counts only this one up to date by itself.
 */
function foot(style: ParagraphStyle, state: State): Footer {
  const { edition, print } = state.document.book.meta
  const ofAll = print.frontMatter === 'roman' ? [] : [words(state, ' / '), ...field('NUMPAGES', words(state, '1'))]
  const before = edition === null ? [] : [words(state, `${edition} · `)]
  const line = [...before, ...field('PAGE', words(state, '1')), ...ofAll]
  return new Footer({ children: [paragraph(state, style, line), ...handling(state)] })
}

function head(style: ParagraphStyle, line: readonly XmlComponent[], state: State): Header {
  return new Header({ children: [...handling(state), paragraph(state, style, [...line, ...watermark(state)])] })
}

/**
 * What the pages of a part say at their head: a field that follows the heading when an editor changes it. Each part has
 * a head of its own, for programs that show a field's last result and know no STYLEREF.
 */
export function partLine(title: string, state: State): XmlComponent[] {
  return field('STYLEREF 1', words(state, title))
}

/**
 * Right pages say `line`, left pages the book's title, both their number at the foot. Printed on one side of the paper,
 * all are right pages.
 *
 * @param first  Whether no section before has a frame; later ones take the left head and the feet from it.
 */
export function frameOf(line: readonly XmlComponent[], first: boolean, state: State): Frame {
  const right = head('Header', line, state)
  if (!first) return { headers: { default: right } }
  const left = head('HeaderEven', [words(state, state.document.book.meta.title)], state)
  return {
    headers: { default: right, even: left },
    footers: { default: foot('Footer', state), even: foot('FooterEven', state) },
  }
}
