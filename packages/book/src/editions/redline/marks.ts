import type { Chapter, Part } from '@briefbook/ast'
import type { Data } from 'unist'

interface Markable {
  data?: Data
}

export function insert(node: Markable): void {
  node.data = { ...node.data, inserted: true }
}

/** @param place  What it stood before; a chapter or cell at whose end it stood. */
export function lose(place: Markable, ...gone: NonNullable<Data['gone']>): void {
  place.data = { ...place.data, gone: [...(place.data?.gone ?? []), ...gone] }
}

export const chaptersOf = (parts: readonly Part[]): Chapter[] => parts.flatMap(part => part.children)
