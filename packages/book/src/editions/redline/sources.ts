import type { Edition, Part, Reference } from '@briefbook/ast'
import { paragraph } from '../../compose/chapter.js'
import { chaptersOf, insert, lose } from './marks.js'

/** The entries of the list of sources: new and gone. */
export function markSources(parts: readonly Part[], { sources }: Edition): void {
  const before = new Set(sources.map(({ label }) => label))
  const chapter = chaptersOf(parts).find(({ id }) => id === 'references')
  if (!chapter) return
  const entries = chapter.children.filter((block): block is Reference => block.type === 'reference')
  for (const entry of entries) if (!before.has(entry.label)) insert(entry)
  const now = new Set(entries.map(({ label }) => label))
  for (const { label, title } of sources)
    if (!now.has(label)) lose(chapter, paragraph(title === null ? label : `${label}  ${title}`))
}
