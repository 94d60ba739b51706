import {
  type BookBlock,
  cell,
  findBlock,
  findQuotation,
  line,
  type Picture,
  type QuotationMatch,
  type Source,
} from '@briefbook/ast'
import type { Blockquote, Heading, List, ListItem, Paragraph, RootContent, Table, Text } from 'mdast'
import { toString as plainText } from 'mdast-util-to-string'
import type { Node } from 'unist'
import { table } from '../compose/context.js'
import { anchorReference } from '../compose/references.js'
import { tongueOf } from '../compose/tongue.js'
import { slug } from '../resolve/ids.js'
import { findCitations } from './citation-syntax.js'
import { lookUp, reportMissing, resolveCitation } from './citations.js'
import { directive } from './directives.js'
import { phrasing } from './phrasing.js'
import type { ChapterState } from './state.js'

/** In a chapter file `#` is the title, which the book counts as depth 2 below its part; `##` is the first level of sections. */
const titleLevel = 1
const titleDepth = 2

/** The place of the node that something was made of. */
const at = ({ position }: Node): Pick<Node, 'position'> => (position ? { position } : {})

function heading(state: ChapterState, node: Heading): BookBlock[] {
  const children = phrasing(state, node.children) as Heading['children']
  const { depth: below, skipped } = state.depthOf(Math.max(1, node.depth - titleLevel))
  if (skipped) {
    const own = plainText(node)
    const expected = `${'#'.repeat(below + titleLevel)} ${own}`
    state.message('heading-levels-follow', `The heading “${own}” leaves out a level.`, node, { expected })
  }
  const depth = Math.min(6, titleDepth + below) as Heading['depth']
  return [
    { type: 'heading', depth, data: { id: state.context.ids.claim(slug(plainText(node))) }, children, ...at(node) },
  ]
}

/** `map` for `images/map.png`. */
const nameOf = (url: string) => (url.split('/').at(-1) ?? url).replace(/\.[^.]+$/, '')

function picture(state: ChapterState, node: Paragraph): Picture | null {
  const [image, ...rest] = node.children
  if (image?.type !== 'image' || rest.length > 0) return null
  if (/^[a-z][a-z\d+.-]*:|^\/|^\\/i.test(image.url) || image.url.split(/[\\/]/).includes('..')) {
    state.message('file-stays-inside', `The picture \`${image.url}\` is not in the folder of the chapters.`, image)
    return null
  }
  const folder = state.chapter.path.split('/').slice(0, -1).join('/')
  return {
    type: 'picture',
    id: state.context.ids.claim(`picture-${slug(nameOf(image.url))}`),
    number: null,
    path: folder === '' ? image.url : `${folder}/${image.url}`,
    alternative: image.alt ?? '',
    // As Pandoc has it: a picture in a paragraph of its own is a figure, and what it shows is its caption.
    caption: image.title ?? image.alt ?? '',
    ...at(image),
  }
}

/** The citation that a block quotation ends in, and the quotation without it. */
function quotationOf(node: Blockquote): { quote: string; citation: Text; start: number } | null {
  const last = node.children.at(-1)
  const citation = last?.type === 'paragraph' ? last.children.at(-1) : undefined
  if (citation?.type !== 'text') return null
  const match = findCitations(citation.value).at(-1)
  if (match?.form !== 'bracketed' || citation.value.slice(match.end).trim() !== '') return null
  const whole = node.children.map(child => plainText(child)).join(' ')
  const quote = whole.slice(0, whole.length - (citation.value.length - match.start)).replace(/\s*[—–-]*\s*$/u, '')
  return { quote, citation, start: match.start }
}

const outerMarks = /^[“"„«]\s*([\s\S]*?)\s*[”"“»]$/u

/** A quotation may be set in marks of the analyst's own; then it is looked up without them. */
function withoutMarks(
  source: Source,
  quote: string,
  match: QuotationMatch,
  anchor: string | undefined,
): { quote: string; match: QuotationMatch } {
  const inner = outerMarks.exec(quote)?.[1]
  if (match.verdict !== 'missing' || inner === undefined) return { quote, match }
  return { quote: inner, match: findQuotation(source, inner, anchor) }
}

function blockquote(state: ChapterState, node: Blockquote): BookBlock[] {
  const found = quotationOf(node)
  if (!found) {
    state.message('quotation-has-a-source', 'The block quotation names no source.', node)
    return [{ type: 'blockquote', children: state.blocks(node.children) as Blockquote['children'] }]
  }
  const citation = findCitations(found.citation.value).at(-1)
  const cited = citation && resolveCitation(state, found.citation, citation)
  if (!cited) return []
  const quote = found.quote.replace(/\s+/g, ' ').trim()
  const first = lookUp(cited, quote)
  if (!first) return []
  const anchors = cited.flatMap(c => c.anchors)
  const { quote: words, match } = withoutMarks(
    first.source,
    quote,
    first.match,
    anchors.length === 1 ? anchors[0] : undefined,
  )
  if (match.verdict === 'missing') {
    reportMissing(state, found.citation, words, { source: first.source, match })
    return []
  }
  const anchor = match.parts[0]?.anchor as string
  return [
    {
      type: 'evidence',
      statement: null,
      quote: words,
      verdict: match.verdict,
      stance: null,
      speaker: null,
      reviewed: true,
      comment: null,
      reference: anchorReference(first.source, anchor),
      ...at(node),
      ...tongueOf(first.source, findBlock(first.source, anchor), state.context.config.language),
    },
  ]
}

function list(state: ChapterState, node: List): BookBlock[] {
  const items = node.children.map(
    (item): ListItem => ({
      type: 'listItem',
      spread: item.spread ?? false,
      checked: item.checked ?? null,
      children: state.blocks(item.children) as ListItem['children'],
      ...at(item),
    }),
  )
  return [
    {
      type: 'list',
      ordered: node.ordered ?? false,
      start: node.start ?? null,
      spread: node.spread ?? false,
      children: items,
    },
  ]
}

/** How GFM says that the cells of a column are set; null where they are to stand at the start of the line. */
const alignments = { left: null, center: 'center', right: 'end', none: undefined } as const

function plainTable(state: ChapterState, node: Table): BookBlock[] {
  const [head, ...rows] = node.children
  if (!head) return []
  const cells = (n: Table['children'][number], header: 'column' | null) =>
    head.children.map((_, i) => {
      const content = n.children[i]
      return cell(content ? [{ ...line('text', ...phrasing(state, content.children)), ...at(content) }] : [], {
        header,
      })
    })
  return table(state.context, {
    id: 'table',
    kind: 'plain',
    caption: '',
    alternative: `Table with the columns ${head.children.map(c => plainText(c)).join(', ')}.`,
    head: cells(head, 'column'),
    rows: rows.map(r => cells(r, null)),
    align: head.children.map((_, i) => alignments[node.align?.[i] ?? 'none']),
  })
}

/** Tells a block that ends with the chapter, or with the list it stands in, because no line closes it. */
function reportOpen(state: ChapterState, node: Extract<RootContent, { type: 'containerDirective' }>): void {
  const { start, end } = node.position ?? {}
  const raw = state.chapter.text.slice(start?.offset, end?.offset)
  if (/\n[\s>]*:{3,}[^\S\n]*$/.test(raw)) return
  const message = 'No line closes this block: all that follows is in it.'
  state.message('directive-is-whole', message, node, { within: { start: 0, end: raw.split('\n', 1)[0]?.length ?? 0 } })
}

/** A block of Markdown as blocks of the book; what has no place in a book is told and kept as text. */
export function block(state: ChapterState, node: RootContent): BookBlock[] {
  switch (node.type) {
    case 'paragraph':
      if (/^\s*:::/.test(plainText(node)))
        state.message('directive-is-whole', 'This begins like a block, and is printed as it stands.', node)
      return [
        picture(state, node) ?? {
          type: 'paragraph',
          children: phrasing(state, node.children) as Paragraph['children'],
          ...at(node),
        },
      ]
    case 'heading':
      return heading(state, node)
    case 'blockquote':
      return blockquote(state, node)
    case 'list':
      return list(state, node)
    case 'table':
      return plainTable(state, node)
    case 'code':
      return [{ type: 'code', lang: node.lang ?? null, value: node.value, ...at(node) }]
    case 'thematicBreak':
      return [{ type: 'thematicBreak' }]
    case 'containerDirective':
      reportOpen(state, node)
      return directive(state, node)
    case 'leafDirective':
      return directive(state, node)
    case 'html':
      if (/^<!--[\s\S]*-->$/.test(node.value.trim())) return []
      state.message('markup-is-supported', 'HTML in a chapter is shown as it is written.', node)
      return [{ type: 'code', lang: null, value: node.value }]
    // Read ahead, where they are referred to.
    case 'definition':
    case 'footnoteDefinition':
    case 'yaml':
      return []
    default:
      return [{ type: 'paragraph', children: [{ type: 'text', value: plainText(node) }] }]
  }
}
