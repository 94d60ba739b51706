import { type IParagraphOptions, Paragraph, type ParagraphChild, type XmlComponent } from 'docx'
import type { State } from './state.js'
import type { ParagraphStyle } from './styles/index.js'
import { reversed } from './styles/reversed.js'

/** A paragraph in a style, in the direction of its words. */
export function paragraph(
  state: State,
  style: ParagraphStyle,
  children: readonly XmlComponent[],
  options: Omit<IParagraphOptions, 'style' | 'children' | 'text'> = {},
): Paragraph {
  return new Paragraph({
    style: state.reversed ? reversed(style) : style,
    // The library's type lists its own classes; it writes any element.
    children: children as readonly ParagraphChild[],
    ...(state.rightToLeft ? { bidirectional: true } : {}),
    ...options,
  })
}
