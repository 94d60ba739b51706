import type { BookBlock } from './book.js'

const none: readonly BookBlock[] = []

/** The blocks that stand within a block. */
function blocksIn(block: BookBlock): readonly BookBlock[] {
  switch (block.type) {
    case 'keyJudgement':
    case 'blockquote':
      return block.children as BookBlock[]
    case 'list':
      return block.children.flatMap(item => item.children as BookBlock[])
    default:
      return none
  }
}

/**
 * Every block, in the order in which they are read, with those that stand within others. The words in them, which are most of a
 * book's tree, are not looked at: a walk through the blocks alone takes a small part of the time.
 */
export function eachBlock(blocks: readonly BookBlock[], visitor: (block: BookBlock) => void): void {
  for (const block of blocks) {
    visitor(block)
    eachBlock(blocksIn(block), visitor)
  }
}
