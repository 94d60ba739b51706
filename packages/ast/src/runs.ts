import type { BookBlock, BookTable, Chapter } from './book.js'

/** Blocks of a chapter that stand on pages of one orientation. */
export interface PageRun {
  orientation: BookTable['orientation']
  children: BookBlock[]
}

/** How many paragraphs may stand between a heading and the table that it introduces. */
const introduction = 2

/** From where on the blocks do nothing but introduce what comes next: a heading, and perhaps a sentence or two. */
function leadFrom(blocks: readonly BookBlock[]): number {
  let at = blocks.length
  while (at > 0 && blocks.length - at < introduction && blocks[at - 1]?.type === 'paragraph') at--
  if (blocks[at - 1]?.type !== 'heading') return blocks.length
  while (blocks[at - 1]?.type === 'heading') at--
  return at
}

/**
 * The pages of a chapter as runs of one orientation. A heading turns with the table that it introduces, so that no page
 * holds a heading alone; the chapter's title stands on the first run's page. Both renderers cut chapters here, so that
 * PDF and DOCX turn the same pages.
 */
export function pageRuns(chapter: Chapter): PageRun[] {
  const runs: PageRun[] = []
  let current: PageRun = { orientation: 'portrait', children: [] }
  const close = () => {
    const last = runs.at(-1)
    if (current.children.length === 0) return
    if (last?.orientation === current.orientation) last.children.push(...current.children)
    else runs.push(current)
  }
  for (const block of chapter.children) {
    if (block.type !== 'bookTable' || block.orientation === 'portrait') {
      if (current.orientation === 'landscape') {
        close()
        current = { orientation: 'portrait', children: [] }
      }
      current.children.push(block)
      continue
    }
    if (current.orientation === 'portrait') {
      const lead = current.children.splice(leadFrom(current.children))
      close()
      current = { orientation: 'landscape', children: lead }
    }
    current.children.push(block)
  }
  close()
  return runs.length > 0 ? runs : [{ orientation: 'portrait', children: [] }]
}
