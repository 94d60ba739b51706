import type { DraftBlock } from '../../draft.js'
import type { ReadContext } from './context.js'
import { child, value, type XmlElement } from './xml.js'

const quoteStyle = /^(?:quote|quotations?|intense quote|block ?text|blockquote|zitat|citation)\b/
const contentsStyle = /^(?:toc \d|toc heading|table of (?:figures|authorities)|index \d)/

/** What a paragraph is, by its style, its outline level and its list. Asking counts the items of the list. */
export function kindOf(
  properties: XmlElement | undefined,
  context: ReadContext,
): Pick<DraftBlock, 'type'> & Partial<DraftBlock> {
  const style = context.styleOf(value(properties, 'w:pStyle'))
  const outline = value(properties, 'w:outlineLvl')
  const heading = outline === undefined ? style.heading : outline === '9' ? null : Number(outline) + 1
  const own = child(properties, 'w:numPr')
  const id = value(own, 'w:numId')
  const ownList =
    id === undefined || id === '0' ? null : { id, level: Number(value(own, 'w:ilvl') ?? style.list?.level ?? '0') }
  const list = id === undefined ? style.list : ownList
  const marker = list ? context.numbering.next(list.id, list.level) : undefined
  if (style.name === 'title') return { type: 'paragraph', role: 'title' }
  if (style.name === 'subtitle') return { type: 'paragraph', role: 'subtitle' }
  if (contentsStyle.test(style.name)) return { type: 'paragraph', furniture: 'table of contents' }
  if (heading !== null && heading >= 1) return { type: 'heading', depth: Math.min(6, heading) }
  if (list && marker !== undefined) return { type: 'listItem', depth: list.level + 1, marker }
  if (quoteStyle.test(style.name)) return { type: 'quotation' }
  return style.name === 'caption' ? { type: 'paragraph', role: 'caption' } : { type: 'paragraph' }
}
