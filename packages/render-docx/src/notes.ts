import { type Note, noteSign } from '@briefbook/ast'
import { FootnoteReferenceRun, type Paragraph, type XmlComponent } from 'docx'
import { paragraph } from './paragraph.js'
import type { State } from './state.js'
import { recorded, words } from './words.js'
import { says } from './xml/said.js'

/** The footnotes of one document, in the order in which they are referred to. */
export class Notes {
  private readonly drawn: Paragraph[] = []

  /**
   * The reference to a note, whose text is drawn on the way. A note that is met again, in the repeated head of a table,
   * is referred to by its number alone.
   *
   * @throws RangeError where notes are not numbered from 1 in the order of the document: Word counts for itself, and
   *   would print another number than the PDF.
   */
  refer(note: Note, state: State): XmlComponent {
    if (note.number <= this.drawn.length) return words(state, String(note.number), 'FootnoteReference')
    const index = this.drawn.length
    if (note.number !== index + 1)
      throw new RangeError(
        `note ${note.number} stands where note ${index + 1} is expected: a book numbers its notes in order`,
      )
    const inside = state.at({ inNote: true, style: 'FootnoteText', revision: null }).unmarked()
    const children = [words(inside, ' '), ...inside.phrasing(note.children)]
    this.drawn.push(paragraph(inside, 'FootnoteText', children))
    return recorded(state, says(new FootnoteReferenceRun(index + 1), noteSign))
  }

  /** What the document takes as its footnotes. */
  definitions(): { [number: string]: { children: Paragraph[] } } {
    return Object.fromEntries(this.drawn.map((children, i) => [String(i + 1), { children: [children] }]))
  }
}
