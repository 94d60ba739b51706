import type { BookBlock, Part } from '@briefbook/ast'
import type { FileChild } from 'docx'
import { chapterHead, partHead } from '../front/part.js'
import type { State } from '../state.js'
import type { Orientation } from './page.js'

/** Blocks that stand on pages of one orientation, one after another. */
export interface Flow {
  orientation: Orientation
  children: FileChild[]
}

const orientationOf = (block: BookBlock): Orientation => (block.type === 'bookTable' ? block.orientation : 'portrait')

/** A part as stretches of upright and turned pages. Turned tables that follow one another share theirs. */
export function flowsOf(part: Part, state: State): Flow[] {
  const flows: Flow[] = []
  const add = (orientation: Orientation, children: FileChild[]) => {
    const last = flows.at(-1)
    if (last?.orientation === orientation) last.children.push(...children)
    else flows.push({ orientation, children })
  }
  add('portrait', [partHead(part, state)])
  for (const chapter of part.children) {
    const inside = state.at({ listsSections: chapter.listsSections })
    add('portrait', [chapterHead(chapter, inside)])
    for (const block of chapter.children) add(orientationOf(block), inside.blocks([block]))
  }
  return flows
}
