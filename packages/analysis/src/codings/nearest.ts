import { normaliseQuotation, printAnchor, type Source, type Statement } from '@briefbook/ast'
import { suggest } from '@briefbook/diagnostics'
import { createStatementIds } from '../coder/ids.js'
import type { KnownIds } from './check.js'
import type { Coding } from './schema.js'

const wordsOf = (text: string) =>
  new Set(
    normaliseQuotation(text)
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [],
  )

/** The statement whose words are most like a quotation's, where a third of them are shared. */
function mostAlike(quote: string, statements: readonly Statement[]): Statement | null {
  const wanted = wordsOf(quote)
  let best: Statement | null = null
  let most = 1 / 3
  for (const statement of statements) {
    const found = wordsOf(statement.quote)
    const shared = [...found].filter(word => wanted.has(word)).length
    const score = shared / (wanted.size + found.size - shared || 1)
    if (score > most) {
      most = score
      best = statement
    }
  }
  return best
}

/** A passage that an id was made of, and whom and what it was coded for. */
interface Passage {
  anchor: string
  quote: string
  actor: string
  issue: string
}

/** As many ids are tried for one that is gone; a book of common size has fewer. */
const mostTries = 400_000

/**
 * The passage whose id this once was. An id is made of the words, the actor and the issue: where none of these is gone, it is
 * found by trying them all, whatever the rules make of the passage now.
 */
function passageOf(id: string, source: Source, statements: readonly Statement[], known: KnownIds): Passage | null {
  const wanted = id.replace(/-\d+$/, '')
  const passages = [
    ...statements.filter(s => s.source === source.id),
    ...source.children.flatMap(({ anchor, text, sentences }) =>
      sentences.map(([start, end]) => ({ anchor, quote: text.slice(start, end) })),
    ),
  ]
  let tries = 0
  for (const { anchor, quote } of passages) {
    for (const actor of known.actor) {
      for (const issue of known.issue) {
        if (++tries > mostTries) return null
        if (createStatementIds(source.id)(quote, actor, issue) === wanted) return { anchor, quote, actor, issue }
      }
    }
  }
  return null
}

function describe({ id, anchor, source, quote }: Statement): string {
  return `The nearest is \`${id}\` (${printAnchor(source, anchor)}: “${shortened(quote)}”).`
}

const shortened = (quote: string) => (quote.length > 120 ? `${quote.slice(0, 117)}…` : quote)

/** What a lost id was made of, and the statement of that passage that is nearest to it now. */
function describePassage(
  { anchor, quote, actor, issue }: Passage,
  source: Source,
  statements: readonly Statement[],
): string {
  const was = `It was \`${actor}\` on \`${issue}\` in ${printAnchor(source.id, anchor)}: “${shortened(quote)}”.`
  const here = statements.filter(s => s.anchor === anchor && (s.quote.includes(quote) || quote.includes(s.quote)))
  const near = here.find(s => s.actor === actor) ?? here.find(s => s.issue === issue) ?? here[0]
  return near
    ? `${was} The nearest is \`${near.id}\`, \`${near.actor}\` on \`${near.issue}\`.`
    : `${was} No rule finds a statement there now.`
}

/**
 * The candidate to name for a coding whose statement is gone: by its words where the coding has them; by its id, where that is
 * mistyped; else by what the id was made of. Empty where nothing is near.
 */
export function describeNearest(
  { statement: id, quote }: Exclude<Coding, { action: 'add' }>,
  statements: readonly Statement[],
  sources: Iterable<Source>,
  known: KnownIds,
): string {
  if (quote !== undefined) {
    const alike = mostAlike(quote, statements)
    if (alike) return describe(alike)
  }
  const ids = new Map(statements.map(statement => [statement.id, statement]))
  const meant = suggest(id, ids.keys())
  // Ids of one source differ in eight letters by nature: only one that is nearly the same was meant.
  const near = meant !== null && [...meant].filter((char, i) => id[i] !== char).length <= 2
  if (near) return describe(ids.get(meant) as Statement)
  const source = [...sources].find(s => new RegExp(`^${s.id}-[0-9a-f]{8}(?:-\\d+)?$`).test(id))
  const passage = source && passageOf(id, source, statements, known)
  return passage ? describePassage(passage, source, statements) : ''
}
