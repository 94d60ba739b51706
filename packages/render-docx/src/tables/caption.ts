import { type BookTable, type Chart, type PageReference, pageReference, text } from '@briefbook/ast'
import type { Paragraph, XmlComponent } from 'docx'
import { paragraph } from '../paragraph.js'
import type { State } from '../state.js'
import { words } from '../words.js'
import { labelName } from '../xml/bookmarks.js'
import { field } from '../xml/field.js'

/** The names of the sequences that captions are numbered in: identifiers in the file, never printed. */
export type Sequence = 'Table' | 'Figure'

/**
 * The name and number of a caption, the number as a field, so that Word counts on when an editor adds one. A further piece of a table or picture
 * says the number in plain words: a field would count it again and enter it in the list.
 */
function captionNumber(
  { sequence, number, id, isPiece }: { sequence: Sequence; number: number; id: string; isPiece: boolean },
  state: State,
): XmlComponent[] {
  const { captions, bookmarks } = state.document
  const name = words(state, `${state.document.book.strings[sequence === 'Table' ? 'table' : 'figure']} `)
  const shown = words(state, String(number))
  if (isPiece) return [name, shown]
  const follows = number === captions[sequence] + 1
  captions[sequence] = number
  const counted = field(`SEQ ${sequence} \\* ARABIC${follows ? '' : ` \\r ${number}`}`, shown)
  return bookmarks.named(labelName(id), [name, ...counted])
}

/** `Figure 3. What it shows (2 / 3)`, below the picture; Word counts it in a sequence of its own. */
export function figureCaption(
  node: Pick<Chart, 'id' | 'number' | 'caption'> & Partial<Pick<Chart, 'piece'>>,
  state: State,
): Paragraph {
  const { bookmarks } = state.document
  const { id, number, caption, piece = null } = node
  const which = piece === null ? '' : ` (${piece.number}\u00a0/\u00a0${piece.of})`
  const said =
    number === null
      ? [words(state, caption)]
      : [
          ...captionNumber({ sequence: 'Figure', number, id, isPiece: (piece?.number ?? 1) > 1 }, state),
          words(state, `. ${caption}${which}`),
        ]
  return paragraph(state, 'Caption', bookmarks.around(id, said), { keepNext: false })
}

/** `continued from p. 12`: where another piece of the same table stands. */
export function continuation(said: string, id: string): [ReturnType<typeof text>, PageReference] {
  return [text(`${said}\u00a0`), pageReference(id)]
}

/** `Table 3. What it shows`; null for a table without caption. */
export function caption(node: BookTable, state: State): Paragraph | null {
  const { strings } = state.document.book
  if (node.number === null && node.caption === '') return null
  const continued =
    node.continuedFrom === null
      ? []
      : state.phrasing([text(' ('), ...continuation(strings.continuedFrom, node.continuedFrom), text(')')])
  const children =
    node.number === null
      ? [words(state, node.caption), ...continued]
      : [
          ...captionNumber(
            { sequence: 'Table', number: node.number, id: node.id, isPiece: node.continuedFrom !== null },
            state,
          ),
          words(state, `. ${node.caption}`),
          ...continued,
        ]
  return paragraph(state, 'Caption', state.document.bookmarks.around(node.id, children))
}
