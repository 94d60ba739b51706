import { type PageRun, type Part, pageRuns } from '@briefbook/ast'
import type { FileChild } from 'docx'
import { chapterHead, partOpener } from '../front/part.js'
import type { State } from '../state.js'

/** Blocks that stand on pages of one orientation, one after another. */
export interface Flow {
  orientation: PageRun['orientation']
  children: FileChild[]
}

/** A part as stretches of upright and turned pages, which the chapters' runs join where they go on alike. */
export function flowsOf(part: Part, state: State): Flow[] {
  const opener = partOpener(part, state.at({ chapter: { title: part.title, file: null } }))
  const flows: Flow[] = [{ orientation: 'portrait', children: opener }]
  const add = (orientation: Flow['orientation'], children: FileChild[]) => {
    const last = flows.at(-1)
    if (last?.orientation === orientation) last.children.push(...children)
    else flows.push({ orientation, children })
  }
  for (const chapter of part.children) {
    const inside = state.at({ listsSections: chapter.listsSections, chapter })
    pageRuns(chapter).forEach(({ orientation, children }, i) => {
      add(orientation, [...(i === 0 ? [chapterHead(chapter, inside)] : []), ...inside.blocks(children)])
    })
  }
  return flows
}
