import type { PageGroup, PageMap } from '@briefbook/ast'
import type { PrintedPages } from '../pdf/page-map.js'

/** How a page group is laid out. */
export interface GroupLayout {
  /** How many pages it has. */
  count: number
  /** On which of them each id stands, from 0; null for what stands on none. */
  offsets: { readonly [id: string]: number | null }
}

/** Keeps layouts by the keys of their groups. It may forget at any time. */
export interface Layouts {
  get(key: string): Promise<GroupLayout | null>
  set(key: string, layout: GroupLayout): void
}

/** Layouts that are forgotten with whoever holds them. */
export function layoutsInMemory(): Layouts {
  const layouts = new Map<string, GroupLayout>()
  return { get: async key => layouts.get(key) ?? null, set: (key, layout) => void layouts.set(key, layout) }
}

/** Whether a layout tells of all that stands in a group: what is linked to may be more than it was. */
export const isOf = (layout: GroupLayout | null, { ids }: PageGroup): layout is GroupLayout =>
  layout !== null && ids.every(id => Object.hasOwn(layout.offsets, id))

/**
 * Takes the layouts of groups out of a print in which they all stand.
 *
 * @param groups  In their order; the first of them begins the print.
 * @param blanks  Ids of the groups with a blank page in front.
 * @returns Null where the print does not tell where one of them begins.
 */
export function readLayouts(
  groups: readonly PageGroup[],
  { count, pages }: PrintedPages,
  blanks: ReadonlySet<string>,
): Map<PageGroup, GroupLayout> | null {
  const starts = groups.map(({ id }, i) => (i === 0 ? 1 : pages[id]))
  const layouts = new Map<PageGroup, GroupLayout>()
  for (const [i, group] of groups.entries()) {
    const start = starts[i]
    const next = groups[i + 1]
    const end = next ? starts[i + 1] : count + 1
    if (start === undefined || end === undefined) return null
    const offsets = group.ids.map(id => [id, pages[id] === undefined ? null : pages[id] - start])
    layouts.set(group, {
      count: end - start - (next && blanks.has(next.id) ? 1 : 0),
      offsets: Object.fromEntries(offsets),
    })
  }
  return layouts
}

/** Where everything stands in a print of groups one after the other, without blank pages. */
export function pagesOf(groups: readonly { ids: readonly string[]; layout: GroupLayout }[]): PageMap {
  const pages: { [id: string]: number } = {}
  let start = 1
  for (const { ids, layout } of groups) {
    for (const id of ids) {
      const offset = layout.offsets[id]
      if (typeof offset === 'number') pages[id] = start + offset
    }
    start += layout.count
  }
  return pages
}
