import type {
  Blockquote,
  Code,
  Definition,
  FootnoteDefinition,
  Heading,
  Html,
  List,
  Nodes,
  Paragraph,
  PhrasingContent,
  Table,
  ThematicBreak,
} from 'mdast'
import { block, type DraftBlock } from '../../draft.js'
import { append } from '../../lists.js'
import { traceTable } from '../../table.js'
import { trace } from '../../traced.js'
import { readEmbeddedHtml } from './embedded-html.js'
import { readInline } from './inline.js'
import { literalLines } from './lines.js'
import { leadingNote, noteLabels, superscriptAt } from './notes.js'
import type { MarkdownState } from './state.js'

type Flow =
  | Blockquote
  | Code
  | Definition
  | FootnoteDefinition
  | Heading
  | Html
  | List
  | Paragraph
  | Table
  | ThematicBreak

type Handlers = { readonly [T in Flow['type']]: (node: Extract<Flow, { type: T }>, state: MarkdownState) => void }

/** A setext heading longer than this is a paragraph that a converter's page rule happens to underline. */
const longestHeading = 160

function push(
  state: MarkdownState,
  type: DraftBlock['type'],
  children: readonly PhrasingContent[],
  fields: Partial<Omit<DraftBlock, 'type'>> = {},
): void {
  const inline = readInline(children, state)
  const traced = trace(state.source, inline.pieces)
  if (traced.text !== '')
    state.out.push(
      block(type, traced, {
        references: inline.references,
        linked: inline.written === 0 ? 0 : inline.linked / inline.written,
        emphasised: inline.written > 0 && inline.emphasised >= inline.written * 0.95,
        ...fields,
      }),
    )
  append(state.out, inline.pictures)
}

/** The notes of a paragraph that is nothing but notes, one a line. */
function readNotes(paragraph: Paragraph, state: MarkdownState): boolean {
  const first = leadingNote(paragraph)
  if (!first) return false
  const { children } = paragraph
  let { label, skip: from } = first
  for (let at = from; at <= children.length; at++) {
    const before = children[at - 1]
    const found = before?.type === 'text' && /\n\s*$/.test(before.value) ? superscriptAt(children, at) : null
    const labels = found ? noteLabels(found.value) : []
    if (at < children.length && labels.length !== 1) continue
    push(state, 'footnote', children.slice(from, at), { label })
    label = labels[0] ?? label
    from = at + (found?.length ?? 0)
  }
  return true
}

const handlers: Handlers = {
  paragraph(node, state) {
    if (readNotes(node, state)) return
    push(state, state.quoted ? 'quotation' : 'paragraph', node.children)
  },
  heading(node, state) {
    const [start, end] = state.range(node)
    const underlined = !/^\s{0,3}#/.test(state.source.slice(start, end))
    if (underlined && end - start > longestHeading) {
      push(state, 'paragraph', node.children)
      state.out.push({ type: 'break', at: end })
    } else push(state, 'heading', node.children, { depth: node.depth })
  },
  thematicBreak(node, state) {
    state.out.push({ type: 'break', at: state.range(node)[0] })
  },
  blockquote(node, state) {
    const outside = state.quoted
    state.quoted = true
    readBlocks(node.children, state)
    state.quoted = outside
  },
  list(node, state) {
    state.listDepth++
    node.children.forEach((item, i) => {
      const marker = node.ordered ? String((node.start ?? 1) + i) : null
      const [first, ...rest] = item.children
      if (first?.type === 'paragraph') push(state, 'listItem', first.children, { depth: state.listDepth, marker })
      else if (first) readBlocks([first], state)
      readBlocks(rest, state)
    })
    state.listDepth--
  },
  code(node, state) {
    const [start, end] = state.range(node)
    const raw = state.masked.slice(start, end)
    // Only a fence stands at the very start of its node; what is indented begins with its white space.
    const traced = trace(state.source, literalLines(raw, node.value, start, /^[`~]/.test(raw) ? 1 : 0))
    if (traced.text !== '') state.out.push(block('paragraph', traced, { role: 'code' }))
  },
  html(node, state) {
    const [start, end] = state.range(node)
    append(state.out, readEmbeddedHtml(state.source, literalLines(state.masked.slice(start, end), node.value, start)))
  },
  table(node, state) {
    const cells = node.children.map(row =>
      row.children.map(cell => trace(state.source, readInline(cell.children, state).pieces)),
    )
    const found = traceTable(cells)
    if (found) state.out.push(block('table', found.traced, { rows: found.rows, head: true }))
  },
  definition() {
    // A link's address is markup.
  },
  footnoteDefinition(node, state) {
    const paragraphs = node.children.filter(child => child.type === 'paragraph')
    const children = paragraphs.flatMap((paragraph, i): PhrasingContent[] => {
      const start = paragraphs[i - 1]?.position?.end
      const end = paragraph.position?.start
      return start && end ? [{ type: 'break', position: { start, end } }, ...paragraph.children] : paragraph.children
    })
    push(state, 'footnote', children, { label: node.label ?? node.identifier })
    readBlocks(
      node.children.filter(child => child.type !== 'paragraph'),
      state,
    )
  },
}

/** Reads blocks one after another into `state.out`. */
export function readBlocks(nodes: readonly Nodes[], state: MarkdownState): void {
  for (const node of nodes) {
    if (Object.hasOwn(handlers, node.type))
      (handlers[node.type as Flow['type']] as (n: Nodes, s: MarkdownState) => void)(node, state)
    else if ('children' in node) readBlocks(node.children as Nodes[], state)
  }
}
