import {
  type BookBlock,
  type Chapter,
  crossReference,
  type Edition,
  type EditionStatement,
  type Evidence,
  type Part,
  parseAnchor,
} from '@briefbook/ast'
import { type EditionCells, findingGone } from './cells.js'
import { chaptersOf, insert, lose } from './marks.js'

/** A statement that went, in the words of its source; nothing of it is looked up any more. */
function evidenceGone(
  { id, quote, stance, source, anchor }: EditionStatement,
  labels: ReadonlyMap<string, string>,
): Evidence {
  const label = `${labels.get(source) ?? source.toUpperCase()}\u00a0¶${parseAnchor(anchor)?.n ?? ''}`
  return {
    type: 'evidence',
    statement: id,
    quote,
    verdict: 'exact',
    stance,
    speaker: null,
    reviewed: false,
    comment: null,
    reference: crossReference(anchor, label),
    absent: true,
  }
}

/** What of a chapter stands under a heading: what follows the last block of it, or the chapter where it is the last. */
function endOf(chapter: Chapter, id: string): BookBlock | Chapter | null {
  const at = chapter.children.findIndex(block => block.type === 'heading' && block.data?.id === id)
  if (at < 0) return null
  return chapter.children.slice(at + 1).find(block => block.type === 'heading') ?? chapter
}

/**
 * The passages that the book quotes for what actors hold: new, coded otherwise, gone.
 *
 * @param now  The ids of the statements that the book has, quoted or not.
 */
export function markStatements(
  parts: readonly Part[],
  edition: Edition,
  now: ReadonlySet<string>,
  cells: EditionCells,
): void {
  const chapters = chaptersOf(parts)
  const before = new Map(edition.statements.map(statement => [statement.id, statement]))
  for (const block of chapters.flatMap(chapter => chapter.children)) {
    if (block.type !== 'evidence' || block.statement === null) continue
    const then = before.get(block.statement)
    if (!then) insert(block)
    else if (then.stance !== block.stance) block.data = { ...block.data, stanceBefore: then.stance }
  }
  const labels = new Map(edition.sources.map(({ id, label }) => [id, label]))
  const actors = chapters.filter(({ id }) => edition.actors.some(actor => id === `actor-${actor.id}`))
  for (const actor of edition.actors)
    for (const issue of edition.issues) {
      const key = { actor: actor.id, issue: issue.id }
      const lost = cells.statements(key).filter(({ id }) => !now.has(id))
      const chapter = actors.find(({ id }) => id === `actor-${actor.id}`)
      const place = (chapter && endOf(chapter, `actor-${actor.id}-${issue.id}`)) ?? chapter ?? actors.at(-1)
      const finding = cells.finding(key)
      const hasFinding = chapter?.children.some(
        block => block.type === 'finding' && block.cell.actor === actor.id && block.cell.issue === issue.id,
      )
      if (!place) continue
      if (finding !== null && !hasFinding) lose(place, findingGone(key, finding))
      lose(place, ...lost.map(statement => evidenceGone(statement, labels)))
    }
}
