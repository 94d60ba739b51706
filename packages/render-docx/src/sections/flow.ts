import { type PageRun, type Part, pageRuns } from '@briefbook/ast'
import type { FileChild } from 'docx'
import { chapterHead, partOpener } from '../front/part.js'
import { gone } from '../revised.js'
import type { State } from '../state.js'

/** Blocks that stand on pages of one orientation, one after another. */
export interface Flow {
  orientation: PageRun['orientation']
  children: FileChild[]
}

/** Flows with those that follow one another alike made one; what is empty is left out. */
export function joined(flows: readonly Flow[]): Flow[] {
  const all: Flow[] = []
  for (const { orientation, children } of flows) {
    const last = all.at(-1)
    if (children.length === 0) continue
    if (last?.orientation === orientation) last.children.push(...children)
    else all.push({ orientation, children: [...children] })
  }
  return all
}

/** Parts as stretches of upright and turned pages, which the chapters' runs join where they go on alike. */
export function flowsOf(parts: readonly Part[], state: State): Flow[] {
  const { partPages } = state.document.book.meta.print
  return joined(
    parts.flatMap((part): Flow[] => {
      const inPart = state.at({ chapter: { title: part.title, file: null } })
      const opener: Flow = { orientation: 'portrait', children: partPages ? partOpener(part, inPart) : [] }
      const runs = part.children.flatMap(chapter => {
        const inside = state.at({ listsSections: chapter.listsSections, chapter })
        const runs = pageRuns(chapter).map(({ orientation, children }, i): Flow => {
          const head = i === 0 ? [chapterHead(chapter, inside)] : []
          return { orientation, children: [...head, ...inside.blocks(children)] }
        })
        runs.at(-1)?.children.push(...gone(chapter, inside))
        return runs
      })
      return [opener, ...runs]
    }),
  )
}
