import { type BookPhrasing, crossReference, type Note, text } from '@briefbook/ast'
import type { PhrasingContent } from 'mdast'
import { toString as plainText } from 'mdast-util-to-string'
import { textWithCitations } from './citations.js'
import { type ChapterState, normaliseLabel } from './state.js'

const safeLink = /^(?:https?:|mailto:)/i

function link(
  state: ChapterState,
  node: PhrasingContent,
  url: string,
  title: string | null,
  children: BookPhrasing[],
): BookPhrasing[] {
  if (url.startsWith('#')) {
    const reference = crossReference(decodeURIComponent(url.slice(1)), ...children)
    state.pending.push({ node: reference, page: null, chapter: state.chapter, origin: node })
    return [reference]
  }
  if (safeLink.test(url)) return [{ type: 'link', url, title, children: children as PhrasingContent[] }]
  state.message('link-is-safe', `The link to \`${url}\` is left out.`, node)
  return children
}

function footnote(state: ChapterState, label: string): BookPhrasing[] {
  const found = state.footnotes.get(normaliseLabel(label))
  if (!found) return [text(`[^${label}]`)]
  // A footnote is set in a narrow column: of its blocks the phrasing is kept, one behind the other.
  const children = found.children.flatMap((block, i) => [
    ...(i === 0 ? [] : [text(' ')]),
    ...('children' in block ? phrasing(state, block.children as PhrasingContent[]) : [text(plainText(block))]),
  ])
  const note: Note = { type: 'note', number: 0, cites: [], children }
  return [note]
}

/** Phrasing of Markdown as phrasing of the book: citations, footnotes and links resolved, markup that has no place told. */
export function phrasing(state: ChapterState, nodes: readonly PhrasingContent[]): BookPhrasing[] {
  let before = ''
  return nodes.flatMap((node): BookPhrasing[] => {
    const made = one(state, node, before)
    // What a text was made into has its own places.
    if (node.position) for (const child of made) child.position ??= node.position
    before += plainText(node)
    return made
  })
}

function one(state: ChapterState, node: PhrasingContent, before: string): BookPhrasing[] {
  switch (node.type) {
    case 'text':
      return textWithCitations(state, node, before)
    case 'emphasis':
    case 'strong':
    case 'delete':
      return [{ type: node.type, children: phrasing(state, node.children) as PhrasingContent[] }]
    case 'inlineCode':
      return [{ type: 'inlineCode', value: node.value }]
    case 'break':
      return [{ type: 'break' }]
    case 'link':
      return link(state, node, node.url, node.title ?? null, phrasing(state, node.children))
    case 'linkReference': {
      const target = state.definitions.get(normaliseLabel(node.identifier))
      return target
        ? link(state, node, target.url, target.title ?? null, phrasing(state, node.children))
        : phrasing(state, node.children)
    }
    case 'footnoteReference':
      return footnote(state, node.identifier)
    case 'html':
      state.message('markup-is-supported', `HTML in a chapter is shown as it is written: ${node.value}`, node)
      return [text(node.value)]
    case 'textDirective': {
      // `10:30` or `a:b` in running text is no directive of ours: what was read as one goes back to the text.
      const raw = node.position
        ? state.chapter.text.slice(node.position.start.offset, node.position.end.offset)
        : `:${node.name}`
      return [text(raw)]
    }
    case 'image':
      state.message('markup-is-supported', 'A picture stands in a paragraph of its own.', node, {
        hint: 'Put empty lines before and behind the picture.',
      })
      return node.alt ? [text(node.alt)] : []
    case 'imageReference':
      return node.alt ? [text(node.alt)] : []
    // Nodes of the book itself do not come out of Markdown.
    case 'note':
    case 'crossReference':
    case 'pageReference':
    case 'stanceMark':
    case 'foreign':
      return [node]
    default:
      return node satisfies never
  }
}
