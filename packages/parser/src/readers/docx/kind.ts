import type { DraftBlock } from '../../draft.js'
import type { ReadContext } from './context.js'
import { headingOf, type ParagraphStyle } from './styles.js'
import { child, value, type XmlElement } from './xml.js'

type Kind = Pick<DraftBlock, 'type'> & Partial<DraftBlock>

const byStyle: { readonly [K in NonNullable<ParagraphStyle['kind']>]: Kind } = {
  title: { type: 'paragraph', role: 'title' },
  subtitle: { type: 'paragraph', role: 'subtitle' },
  contents: { type: 'paragraph', furniture: 'table of contents' },
  quotation: { type: 'quotation' },
  caption: { type: 'paragraph', role: 'caption' },
}

/** The list of a paragraph and its level in it: its own, or that of its style. */
function listOf(properties: XmlElement | undefined, style: ParagraphStyle, context: ReadContext) {
  const own = child(properties, 'w:numPr')
  const id = value(own, 'w:numId') ?? style.list?.id
  if (id === undefined || id === '0') return null
  const level = value(own, 'w:ilvl')
  if (level !== undefined) return { id, level: Number(level) || 0 }
  return { id, level: style.list?.level ?? context.numbering.levelOf(id, style.list?.style ?? style.id) }
}

/** What a paragraph is, by its style, its outline level and its list. Asking counts the items of the list. */
export function kindOf(properties: XmlElement | undefined, style: ParagraphStyle, context: ReadContext): Kind {
  const outline = value(properties, 'w:outlineLvl')
  const heading = outline === undefined ? style.heading : headingOf(outline)
  const list = listOf(properties, style, context)
  const marker = list ? context.numbering.next(list.id, list.level) : undefined
  if (style.kind === 'title' || style.kind === 'subtitle' || style.kind === 'contents') return byStyle[style.kind]
  if (heading !== null) return { type: 'heading', depth: Math.min(6, heading) }
  if (list && marker !== undefined) return { type: 'listItem', depth: Math.min(9, list.level + 1), marker }
  return style.kind === null ? { type: 'paragraph' } : byStyle[style.kind]
}
