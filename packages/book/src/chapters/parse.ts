import { createLocator, type Place } from '@briefbook/diagnostics'
import type { Root } from 'mdast'
import remarkDirective from 'remark-directive'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import type { Node } from 'unist'

/** A file of the chapters folder. */
export interface ChapterFile {
  /** From the book's folder, with forward slashes. */
  path: string
  text: string
  /** Its tree, where it was parsed before. Nobody changes it. */
  tree?: Root
}

/** A chapter's tree, and what points into its file. */
export interface ParsedChapter extends ChapterFile {
  tree: Root
  /** The place of a node, or of a stretch of its raw text. */
  placeOf(node: Node | undefined, within?: { start: number; end: number }): Place | null
}

const processor = unified().use(remarkParse).use(remarkFrontmatter).use(remarkGfm).use(remarkDirective).freeze()

/** Parses CommonMark with GFM, front matter and directives. Any text is a chapter: Markdown has no errors. Gives plain data. */
export const parseMarkdown = (text: string): Root => processor.parse(text)

/** A chapter with what points into its file. */
export function parseChapter(file: ChapterFile): ParsedChapter {
  const locator = createLocator(file.text)
  return {
    ...file,
    tree: file.tree ?? parseMarkdown(file.text),
    placeOf(node, within) {
      const position = node?.position
      if (!position) return null
      const offset = position.start.offset
      return within && offset !== undefined ? locator.placeOf(offset + within.start, offset + within.end) : position
    },
  }
}
