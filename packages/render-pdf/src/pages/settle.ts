import type { PageGroup, PageKnowledge, PageMap, PaginatedHtml } from '@briefbook/ast'
import type { Printer } from '../browser/printer.js'
import type { PrintedPages } from '../pdf/page-map.js'
import { foretell } from './foretell.js'
import { type GroupLayout, isOf, type Layouts, pagesOf, readLayouts } from './layouts.js'
import { readPrint } from './read-print.js'

export interface SettleJob {
  html: PaginatedHtml
  /** Ids of what must begin on a right-hand page, in order. */
  rectos: readonly string[]
  layouts: Layouts
  signal?: AbortSignal
  /** Called before pages are laid out to learn their numbers, from 1. */
  onSurvey?(n: number): void
}

/** Numbers as wide as those they take the place of move nothing: a second survey is mostly of little, a third rare. */
const mostSurveys = 4

/** Whether the numbers shown are those of a print. */
export function isSettled(shown: PageKnowledge, printed: PageMap, { blanks }: PageKnowledge): boolean {
  const ids = Object.keys(printed)
  return (
    ids.length === Object.keys(shown.pages).length &&
    ids.every(id => shown.pages[id] === printed[id]) &&
    blanks.size === shown.blanks.size &&
    [...blanks].every(id => shown.blanks.has(id))
  )
}

/** Keeps how the groups of a print are laid out. */
export function keepLayouts(
  { layouts }: SettleJob,
  groups: readonly PageGroup[],
  printed: PrintedPages,
  blanks: ReadonlySet<string>,
): ReadonlyMap<PageGroup, GroupLayout> {
  const read = readLayouts(groups, printed, blanks) ?? new Map<PageGroup, GroupLayout>()
  for (const [{ key }, layout] of read) layouts.set(key, layout)
  return read
}

/** Lays groups out, pages empty, for where everything stands in them. */
async function survey(
  printer: Printer,
  job: SettleJob,
  { pages }: PageKnowledge,
  groups: readonly PageGroup[],
  stale: readonly PageGroup[],
): Promise<ReadonlyMap<PageGroup, GroupLayout>> {
  const excerpt = job.html.excerpt(pages, new Set(stale.map(({ id }) => id)))
  const { printed } = readPrint(
    await printer.survey(excerpt.html, { fontFaces: job.html.fontFaces, signal: job.signal }),
  )
  const present = groups.filter(({ id }) => excerpt.groups.has(id))
  return keepLayouts(job, present, printed, new Set())
}

/**
 * Finds the page numbers of a book without printing it: from the layouts that are known of its groups, and from a survey of
 * the others alone, until the numbers are those that they were laid out with.
 *
 * @param start  Numbers to begin with; the nearer they are, the less has to be surveyed.
 * @returns As near as it comes.
 */
export async function settlePages(printer: Printer, job: SettleJob, start: PageKnowledge): Promise<PageKnowledge> {
  let knowledge = start
  for (let n = 1; ; ) {
    const groups = job.html.groups(knowledge.pages)
    const known = new Map<PageGroup, GroupLayout>()
    for (const group of groups) {
      const layout = await job.layouts.get(group.key)
      if (isOf(layout, group)) known.set(group, layout)
    }
    const stale = groups.filter(group => !known.has(group))
    if (stale.length > 0) {
      if (n > mostSurveys) return knowledge
      job.onSurvey?.(n++)
      for (const [group, layout] of await survey(printer, job, knowledge, groups, stale)) known.set(group, layout)
    }
    const laidOut = groups.flatMap(group => {
      const layout = known.get(group)
      return layout ? [{ ids: group.ids, layout }] : []
    })
    if (laidOut.length < groups.length) return knowledge
    const next = foretell(pagesOf(laidOut), new Set(), job.rectos)
    if (isSettled(knowledge, next.pages, next)) return next
    knowledge = next
  }
}
