import {
  type CrossReference,
  directedParts,
  type Foreign,
  type Note,
  type PageReference,
  type StanceMark,
  stanceSigns,
} from '@briefbook/ast'
import type { ElementContent } from 'hast'
import { h } from 'hastscript'
import type { PhrasingContent, Text } from 'mdast'
import { defaultHandlers, type State as HastState } from 'mdast-util-to-hast'
import { pageNumber, type RenderState, tongueAttributes } from '../state.js'
import { type Place, withPlaces } from '../text/places.js'

const children = (hast: HastState, nodes: readonly unknown[]): ElementContent[] =>
  hast.all({ type: 'paragraph', children: nodes as PhrasingContent[] })

/** Words that may break; those that run the other way stand by themselves. */
export function text(state: RenderState, hast: HastState, node: Text): ElementContent[] {
  const set = (value: string) =>
    defaultHandlers.text(hast, { ...node, value: state.hyphenate(value) }) as ElementContent
  if (state.running() === 'rtl') return [set(node.value)]
  return directedParts(node.value).map(({ text: value, rightToLeft }) =>
    rightToLeft ? h('bdi', { dir: 'rtl' }, [set(value)]) : set(value),
  )
}

/** A source's words among those of the book, set by themselves. */
export function foreign(state: RenderState, hast: HastState, node: Foreign): ElementContent {
  const { lang, dir } = tongueAttributes(node)
  const words = () => children(hast, node.children)
  return h('bdi', { ...(lang ? { lang } : {}), dir: dir || 'ltr' }, state.inDirection(dir || 'ltr', words))
}

/** A link to the place, without a fragment's percent signs: ids of the book have none. */
export function crossReference(_: RenderState, hast: HastState, node: CrossReference): ElementContent {
  return h('a.ref', { href: `#${node.target}` }, children(hast, node.children))
}

export function pageReference(state: RenderState, _: HastState, node: PageReference): ElementContent {
  return h('a.page', { href: `#${node.target}` }, pageNumber(state, node.target))
}

export function place(_: RenderState, hast: HastState, node: Place): ElementContent {
  return h('span.place', children(hast, node.children))
}

/** The sign for the eye, the word for the ear. */
export function stanceMark(state: RenderState, _: HastState, { stance, count }: StanceMark): ElementContent {
  const word = state.book.strings.stances[stance]
  return h('span.stance', { dataStance: stance, title: word }, `${stanceSigns[stance]}${count ?? ''}`)
}

/** The number in the line, and the note as a float beside it: Chromium has no footnotes. */
export function note(_: RenderState, hast: HastState, node: Note): ElementContent[] {
  const bracket = (value: string): ElementContent => ({ type: 'text', value })
  if (node.number === 0) return [bracket(' ['), ...children(hast, node.children), bracket(']')]
  return [
    h('sup.note-mark', { id: `note-mark-${node.number}` }, String(node.number)),
    h('span.note', { id: `note-${node.number}`, role: 'note' }, [
      h('span.note-number', String(node.number)),
      { type: 'text', value: ' ' },
      ...children(hast, withPlaces(node.children)),
    ]),
  ]
}
