import type { Edition, Part } from '@briefbook/ast'
import { comparedChapters, hashOfBlock, hashOfRow, isCompared } from './freeze.js'

/** Marks the blocks and rows whose words an earlier edition does not have. */
export function markChanges(parts: readonly Part[], { blocks }: Edition): void {
  const known = new Set(blocks)
  for (const block of comparedChapters(parts).flatMap(chapter => chapter.children)) {
    if (block.type === 'bookTable') {
      for (const row of block.children) if (!known.has(hashOfRow(row))) row.data = { ...row.data, changed: true }
    } else if (isCompared(block) && !known.has(hashOfBlock(block))) {
      block.data = { ...block.data, changed: true }
    }
  }
}
