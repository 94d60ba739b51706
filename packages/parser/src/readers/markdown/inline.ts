import type { PhrasingContent } from 'mdast'
import { block, type DraftBlock } from '../../draft.js'
import { append } from '../../lists.js'
import { type Piece, trace } from '../../traced.js'
import { align } from './align.js'
import { noteLabels, superscriptAt } from './notes.js'
import type { MarkdownState } from './state.js'

/** The words of some phrasing content, and what was seen on the way. */
export interface Inline {
  pieces: Piece[]
  references: string[]
  /** How many raw characters stand in links, and how many in all. */
  linked: number
  written: number
  /** How many of them are bold or italic. */
  emphasised: number
  /** Descriptions of pictures: not text of the document, but not to be lost. */
  pictures: DraftBlock[]
}

const isExponent = (before: string) => /(?:\d|(?:^|[\s(/])(?:k?m|cm|mm|s))$/.test(before)

/**
 * Gathers the words of phrasing content, with their places.
 *
 * A superscript number is the mark of a note, unless the document has no such note and it follows a number or a unit
 * (10<sup>6</sup>, km<sup>2</sup>).
 */
export function readInline(children: readonly PhrasingContent[], state: MarkdownState): Inline {
  const out: Inline = { pieces: [], references: [], linked: 0, written: 0, emphasised: 0, pictures: [] }
  const walk = (nodes: readonly PhrasingContent[], linked: boolean, emphasised: boolean) => {
    const value = (node: { position?: PhrasingContent['position'] }, text: string, decodes: boolean, trim = 0) => {
      const [start, end] = state.range(node)
      const pieces = align(state.masked.slice(start + trim, end - trim), text, start + trim, decodes)
      append(out.pieces, pieces)
      out.written += text.length
      if (linked) out.linked += text.length
      if (emphasised) out.emphasised += text.length
    }
    for (let i = 0; i < nodes.length; i++) {
      const node = nodes[i] as PhrasingContent
      switch (node.type) {
        case 'text':
          value(node, node.value, true)
          break
        case 'inlineCode': {
          const [start, end] = state.range(node)
          const raw = state.masked.slice(start, end)
          const ticks = /^`+/.exec(raw)?.[0].length ?? 0
          const padded = raw.slice(ticks, -ticks || undefined) !== node.value && /^`+\s[\s\S]*\s`+$/.test(raw)
          value(node, node.value, false, ticks + (padded ? 1 : 0))
          break
        }
        case 'break': {
          const [start, end] = state.range(node)
          out.pieces.push({ start, end, text: '\n' })
          break
        }
        case 'html': {
          const found = superscriptAt(nodes, i)
          const labels = found ? noteLabels(found.value) : []
          const last = out.pieces.at(-1)
          const before = last ? (last.text ?? state.source.slice(Math.max(last.start, last.end - 4), last.end)) : ''
          const known = labels.some(label => state.notes.has(label))
          if (found && labels.length > 0 && (known || !isExponent(before))) {
            out.references.push(...labels)
            i += found.length - 1
          } else if (/^<br\b/i.test(node.value)) {
            const [start, end] = state.range(node)
            out.pieces.push({ start, end, text: '\n' })
          }
          break
        }
        case 'image':
        case 'imageReference': {
          const alt = node.alt ?? ''
          const [start, end] = state.range(node)
          if (alt.trim() !== '' && state.source.slice(start + 2, start + 2 + alt.length) === alt) {
            const traced = trace(state.source, [{ start: start + 2, end: Math.min(end, start + 2 + alt.length) }])
            out.pictures.push(block('paragraph', traced, { furniture: 'picture description' }))
          }
          break
        }
        case 'footnoteReference':
          out.references.push(node.label ?? node.identifier)
          break
        case 'link':
        case 'linkReference':
          walk(node.children, true, emphasised)
          break
        case 'strong':
        case 'emphasis':
          walk(node.children, linked, true)
          break
        case 'delete':
          walk(node.children, linked, emphasised)
          break
        default:
          if ('children' in node) walk(node.children as PhrasingContent[], linked, emphasised)
      }
    }
  }
  walk(children, false, false)
  return out
}
