import type { FileChild } from 'docx'
import type { List, ListItem } from 'mdast'
import { written } from '../identity/identity.js'
import { spanOf } from '../identity/pieces.js'
import type { ListReference } from '../numbering.js'
import { identified } from '../paragraph.js'
import { gone, within } from '../revised.js'
import type { State } from '../state.js'
import type { ParagraphStyle } from '../styles/index.js'
import { deepestList } from '../styles/text.js'
import { words } from '../words.js'

const further = ['ListContinue', 'ListContinue2', 'ListContinue3', 'ListContinue4', 'ListContinue5'] as const

/** An item: its first paragraph carries the number or bullet, what follows stands in as far as its text. */
function item(node: ListItem, style: ParagraphStyle, numbering: ListReference, state: State): FileChild[] {
  const [first, ...rest] = node.children
  const lead = typeof node.checked === 'boolean' ? (node.checked ? '☑ ' : '☐ ') : ''
  const begins = first?.type === 'paragraph'
  const place = begins ? within(first, state) : state
  const children = [...(lead === '' ? [] : [words(place, lead)]), ...(begins ? place.phrasing(first.children) : [])]
  const span = spanOf(node)
  const more = { ...(span ? { item: span } : {}), ...(lead === '' ? {} : { lead }) }
  const identity = begins ? written(state, 'listItem', first, first.children, more) : null
  const head = identified(place, identity, style, children, { numbering })
  return [head, ...state.blocks(begins ? rest : node.children)]
}

export function list(node: List, state: State): FileChild[] {
  const { numbering } = state.document
  const depth = state.place.listDepth + 1
  const reference = node.ordered ? numbering.numbered(depth, node.start ?? 1) : numbering.bulleted(depth)
  const style = further[Math.min(depth, deepestList) - 1] ?? 'ListContinue'
  const inside = state.at({ listDepth: depth, style })
  return node.children.flatMap(child => [
    ...gone(child, state),
    ...item(child, node.ordered ? 'ListNumber' : 'ListBullet', reference, inside),
  ])
}
