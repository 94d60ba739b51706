import type { BookBlock, BookComment, Chapter, Part } from '@briefbook/ast'
import { toString as plainText } from 'mdast-util-to-string'

/** What an editor remarked in a document that came back, and is not settled: comments.yaml. */
export interface Remark extends BookComment {
  /** The chapter that it is about; null for generated text. */
  file: string | null
  /** The first words of its paragraph. */
  passage: string | null
  /** The words that it stands beside. */
  quote: string
}

const plain = (text: string) => text.replace(/\s+/g, ' ').trim()

/** The block that holds what was remarked on: both passage and quote, else the passage, else the quote. */
function blockOf(blocks: readonly BookBlock[], { passage, quote }: Remark): BookBlock | undefined {
  const texts = blocks.map(block => plain(plainText(block)))
  const beginning = plain(passage ?? '').replace(/ …$/, '')
  const holds = (words: string) => (text: string) => words !== '' && text.includes(words)
  const both = (text: string) => holds(beginning)(text) && text.includes(plain(quote))
  for (const fits of [both, holds(beginning), holds(plain(quote))]) {
    const at = texts.findIndex(fits)
    if (at >= 0) return blocks[at]
  }
  return undefined
}

/** Puts each remark on its block again; one whose words are gone stands at the head of its chapter. */
export function placeRemarks(parts: readonly Part[], remarks: readonly Remark[]): void {
  const chapters: Chapter[] = parts.flatMap(part => part.children)
  for (const remark of remarks) {
    const own = chapters.filter(chapter => chapter.file === remark.file)
    const block = own.map(chapter => blockOf(chapter.children, remark)).find(found => found !== undefined)
    const target = block ?? (remark.file === null ? undefined : own[0]?.children[0])
    if (!target) continue
    const { author, date, text } = remark
    target.data = { ...target.data, comments: [...(target.data?.comments ?? []), { author, date, text }] }
  }
}
