import type { Edition, Part } from '@briefbook/ast'
import { list } from '../../strings/en.js'
import { EditionCells, markCells } from './cells.js'
import { markJudgements } from './judgements.js'
import { markSources } from './sources.js'
import { markStatements } from './statements.js'
import { markWritten } from './written.js'

/**
 * Marks in a book what came and what went since an edition, as far as that holds the words of then: key judgements, what else
 * analysts wrote, findings, cells of actors and issues and their names, quoted statements, the list of sources. What goes stays out of
 * the tree: it is kept beside what it stood before, for whoever shows it.
 *
 * @param after  What of the book would be kept if it were released.
 */
export function markRedline(parts: readonly Part[], before: Edition, after: Edition): void {
  const cells = new EditionCells(before)
  markJudgements(parts, before)
  if (before.written) markWritten(parts, before)
  markCells(parts, before, cells)
  markStatements(parts, before, new Set(after.statements.map(({ id }) => id)), cells)
  markSources(parts, before)
}

/** What is marked, and what is not, in words. */
export function redlineRemark({ name, written }: Edition): string {
  const marked = [
    'key judgements',
    ...(written ? ['what else analysts wrote in chapters'] : []),
    'findings',
    'the cells and names of the matrix of actors and issues',
    'quoted statements',
    'the list of sources',
  ]
  const unmarked = written ? [] : ['what else analysts wrote in chapters']
  return `Tracked changes show what came and went since ${name}: ${list(marked)}. Not marked is what that edition does not hold: ${list([...unmarked, 'titles', 'references to pages and paragraphs', 'sums', 'other tables', 'pictures', 'the texts of the sources'])}.`
}
