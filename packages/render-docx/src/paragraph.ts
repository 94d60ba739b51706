import { hashOfWords, plainWords } from '@briefbook/ast'
import { type FileChild, type IParagraphOptions, Paragraph, type ParagraphChild, type XmlComponent } from 'docx'
import { control } from './identity/control.js'
import type { Identity } from './identity/identity.js'
import type { State } from './state.js'
import type { ParagraphStyle } from './styles/index.js'
import { reversed } from './styles/reversed.js'
import { said } from './xml/said.js'

type Options = Omit<IParagraphOptions, 'style' | 'children' | 'text'>

function draw(state: State, style: ParagraphStyle, children: readonly XmlComponent[], options: Options): Paragraph {
  const { revision } = state.place
  return new Paragraph({
    style: state.reversed ? reversed(style) : style,
    // The library's type lists its own classes; it writes any element.
    children: state.document.comments.around(state, children) as readonly ParagraphChild[],
    ...(state.rightToLeft ? { bidirectional: true } : {}),
    ...(revision === null ? {} : { run: state.document.revisions.mark(revision) }),
    ...options,
  })
}

/** A paragraph in a style, in the direction of its words. */
export function paragraph(
  state: State,
  style: ParagraphStyle,
  children: readonly XmlComponent[],
  options: Options = {},
): Paragraph {
  const { chapter, cell, from, inNote } = state.place
  const words = plainWords(said(children))
  if (chapter !== null && !inNote && words !== '') {
    state.document.blocks.push({
      kind: 'generated',
      hash: hashOfWords(words),
      words,
      chapter: chapter.title,
      ...(cell === null ? {} : { cell }),
      ...(from === null || chapter.file === null ? {} : { from: { file: chapter.file, span: from } }),
    })
  }
  return draw(state, style, children, options)
}

/** A paragraph that is known again when an edited document comes back; without `identity` one as any other. */
export function identified(
  state: State,
  identity: Identity | null,
  style: ParagraphStyle,
  children: readonly XmlComponent[],
  options: Options = {},
): FileChild {
  const words = plainWords(said(children))
  if (identity === null || words === '') return paragraph(state, style, children, options)
  const { blocks, bookmarks } = state.document
  const id = `_bb${blocks.length + 1}`
  blocks.push({ ...identity.block(words), id, hash: hashOfWords(words) })
  const drawn = draw(state, style, bookmarks.named(id, children), options)
  // Word refuses to accept or reject what a locked control holds.
  return state.place.revision === null ? control(identity, id, blocks.length, [drawn]) : drawn
}
