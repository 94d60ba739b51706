import { type Evidence, findBlock, findQuotation, type Statement } from '@briefbook/ast'
import { diagnostic } from '@briefbook/diagnostics'
import type { Context } from './context.js'
import { anchorReference } from './references.js'
import { tongueOf } from './tongue.js'

/**
 * A statement as a quotation of the book, looked up in its source once more: what is printed here was there when the
 * book was made, whoever found it. Null, with an error, where it was not.
 */
export function composeEvidence(context: Context, statement: Statement): Evidence | null {
  const source = context.sourceById.get(statement.source)
  if (!source) return null
  const match = findQuotation(source, statement.quote, statement.anchor)
  if (match.verdict === 'missing') {
    context.diagnostics.push(
      diagnostic('quotation-is-verbatim', `The quotation of ${statement.id} does not stand in ${statement.anchor}.`, {
        file: source.file,
        expected: match.nearest ? `${match.nearest.text} (${match.nearest.anchor})` : 'a passage of the source',
        actual: statement.quote,
      }),
    )
    return null
  }
  return {
    type: 'evidence',
    statement: statement.id,
    quote: statement.quote,
    verdict: match.verdict,
    stance: statement.stance,
    speaker: statement.speaker,
    reviewed: statement.review !== null,
    comment: statement.review?.note ?? null,
    reference: anchorReference(source, statement.anchor),
    ...tongueOf(source, findBlock(source, statement.anchor), context.config.language),
  }
}
