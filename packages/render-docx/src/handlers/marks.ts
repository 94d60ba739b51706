import type { XmlComponent } from 'docx'
import type { Delete, Emphasis, Strong } from 'mdast'
import type { State } from '../state.js'

export function emphasis(node: Emphasis, state: State): XmlComponent[] {
  return state.marked({ emphasis: true }).phrasing(node.children)
}

export function strong(node: Strong, state: State): XmlComponent[] {
  return state.marked({ strong: true }).phrasing(node.children)
}

export function deleted(node: Delete, state: State): XmlComponent[] {
  return state.marked({ deleted: true }).phrasing(node.children)
}
