import { diagnostic } from '@briefbook/diagnostics'
import type { Reading } from '../../draft.js'
import type { Limits } from '../../limits.js'
import { readLeaves } from './blocks.js'
import { completeContent } from './complete.js'
import { elementsOf, parsePage } from './dom.js'
import { findMainContent } from './main-content.js'
import { readPageClaims } from './meta.js'
import { findNotes } from './notes.js'
import { readVisible } from './visible.js'

/**
 * Reads a saved HTML page: its visible text, which of it is the article, and what the page says of itself. Raw ranges
 * count in the visible text.
 */
export function readHtml(html: string, path: string, limits: Limits): Reading {
  const root = parsePage(html)
  const page = readVisible(root)
  if (page.text.trim() === '')
    return { draft: null, diagnostics: [diagnostic('source-is-not-empty', 'The page shows no text.', { file: path })] }
  if (page.text.length > limits.maxTextCharacters)
    return {
      draft: null,
      diagnostics: [
        diagnostic(
          'source-is-not-too-large',
          `The page has ${page.text.length} characters of text; at most ${limits.maxTextCharacters} are read.`,
          { file: path },
        ),
      ],
    }
  const headings = elementsOf(root).filter(element => element.tagName === 'h1')
  const onlyHeading = headings.length === 1 ? (headings[0] ?? null) : null
  const found = findMainContent(root)
  const notes = findNotes(root)
  const content = found && completeContent(page, found, onlyHeading, notes.marks)
  const nodes = readLeaves({ page, content, notes, onlyHeading })
  return { draft: { format: 'html', text: page.text, nodes, claims: readPageClaims(root) }, diagnostics: [] }
}
