import {
  type BookPhrasing,
  type CentralSentence,
  type Evidence,
  findBlock,
  findQuotation,
  type Source,
  type Statement,
  text,
  type Verdict,
} from '@briefbook/ast'
import { diagnostic } from '@briefbook/diagnostics'
import type { Context } from './context.js'
import { anchorReference, anchorWithPage } from './references.js'
import { quotedInLine, tongueOf } from './tongue.js'

/** Words to print as a source's, and what a message calls them. */
interface Quoted {
  name: string
  anchor: string
  quote: string
}

/**
 * Looks words up in their source once more: what is printed as a quotation was there when the book was made, whoever
 * found it. Null, with an error, where it was not.
 */
export function verdictOf(
  context: Context,
  source: Source,
  { name, anchor, quote }: Quoted,
): Exclude<Verdict, 'missing'> | null {
  const match = findQuotation(source, quote, anchor)
  if (match.verdict !== 'missing') return match.verdict
  const message = `The quotation of ${name} does not stand in ${anchor}.`
  // What is quoted in two places is told once.
  if (context.diagnostics.some(told => told.message === message)) return null
  context.diagnostics.push(
    diagnostic('quotation-is-verbatim', message, {
      file: source.file,
      expected: match.nearest ? `${match.nearest.text} (${match.nearest.anchor})` : 'a passage of the source',
      actual: quote,
    }),
  )
  return null
}

const named = ({ id, anchor, quote }: Statement): Quoted => ({ name: id, anchor, quote })

/** A statement as a quotation of the book; null, with an error, where its words are not in its source. */
export function composeEvidence(context: Context, statement: Statement): Evidence | null {
  const source = context.sourceById.get(statement.source)
  const verdict = source && verdictOf(context, source, named(statement))
  if (!source || !verdict) return null
  return {
    type: 'evidence',
    statement: statement.id,
    quote: statement.quote,
    verdict,
    stance: statement.stance,
    speaker: statement.speaker,
    reviewed: statement.review !== null,
    comment: statement.review?.note ?? null,
    reference: anchorReference(source, statement.anchor),
    ...tongueOf(source, findBlock(source, statement.anchor), context.config.language),
  }
}

/** A central sentence of a source as a quotation; null, with an error, where it is not there. */
export function composeExtract(context: Context, source: Source, { anchor, quote }: CentralSentence): Evidence | null {
  const verdict = verdictOf(context, source, { name: `the abstract of ${source.id}`, anchor, quote })
  return (
    verdict && {
      type: 'evidence',
      statement: null,
      quote,
      verdict,
      stance: null,
      speaker: null,
      reviewed: false,
      comment: null,
      reference: anchorReference(source, anchor),
      ...tongueOf(source, findBlock(source, anchor), context.config.language),
    }
  )
}

/** A statement's words within a line, with their place; null, with an error, where they are not in the source. */
export function composeQuotation(context: Context, statement: Statement): BookPhrasing[] | null {
  const source = context.sourceById.get(statement.source)
  if (!source || !verdictOf(context, source, named(statement))) return null
  const { anchor, quote } = statement
  return [...quotedInLine(source, anchor, quote, context.config.language), text(' '), ...anchorWithPage(source, anchor)]
}
