import { findQuotation, printAnchor, type Review, type Source, type Statement } from '@briefbook/ast'
import { type Diagnostic, diagnostic, type Result } from '@briefbook/diagnostics'
import { createStatementIds } from '../coder/ids.js'
import { type KnownIds, unknownIds } from './check.js'
import { describeNearest } from './nearest.js'
import type { Codings } from './read.js'
import type { Coding } from './schema.js'

/** Statements, parted by what analysts said of them. */
export interface ReviewedStatements {
  statements: Statement[]
  rejected: Statement[]
}

type AddCoding = Extract<Coding, { action: 'add' }>
type ReviewCoding = Exclude<Coding, AddCoding>

const review = (coding: Coding, was: Review['was'] = null): Review => ({
  action: coding.action,
  by: coding.by,
  note: coding.note ?? null,
  was,
})

function change(statement: Statement, coding: Extract<Coding, { action: 'change' }>): Statement {
  const fields = ['actor', 'issue', 'stance', 'speaker'] as const
  const given = fields.filter(field => coding[field] !== undefined)
  const was = Object.fromEntries(given.map(field => [field, statement[field]])) as Review['was']
  const now = Object.fromEntries(given.map(field => [field, coding[field]])) as Partial<Statement>
  return { ...statement, ...now, review: review(coding, was) }
}

class Reviewer {
  readonly #codings: Codings
  readonly #sources: ReadonlyMap<string, Source>
  readonly #known: KnownIds
  readonly #byId: Map<string, Statement>
  readonly #rejected: Statement[] = []
  readonly #added: Statement[] = []
  readonly #looked = new Map<string, number>()
  readonly diagnostics: Diagnostic[] = []

  constructor(statements: readonly Statement[], sources: readonly Source[], codings: Codings, known: KnownIds) {
    this.#codings = codings
    this.#sources = new Map(sources.map(source => [source.id, source]))
    this.#known = known
    this.#byId = new Map(statements.map(statement => [statement.id, statement]))
  }

  run(): ReviewedStatements {
    this.#codings.codings.forEach((coding, i) => {
      if (coding.action === 'add') this.#add(coding, i)
      else this.#review(coding, i)
    })
    return { statements: [...this.#byId.values(), ...this.#added], rejected: this.#rejected }
  }

  #review(coding: ReviewCoding, i: number): void {
    const { file, placeOf } = this.#codings
    const place = placeOf(['codings', i, 'statement'])
    const earlier = this.#looked.get(coding.statement)
    if (earlier !== undefined) {
      const line = placeOf(['codings', earlier]).start.line
      this.diagnostics.push(
        diagnostic('value-is-valid', `\`${coding.statement}\` is coded twice; the first time in line ${line}.`, {
          file,
          place,
          hint: 'Keep one of the two.',
        }),
      )
      return
    }
    this.#looked.set(coding.statement, i)
    const statement = this.#byId.get(coding.statement)
    if (!statement) {
      const near = describeNearest(coding, [...this.#byId.values()], this.#sources.values(), this.#known)
      const message = `No statement has the id \`${coding.statement}\`: its words, actor or issue have changed, or a rule has.`
      this.diagnostics.push(
        diagnostic('coding-statement-is-there', near === '' ? message : `${message} ${near}`, {
          file,
          place,
        }),
      )
      return
    }
    if (coding.action === 'change') {
      const wrong = unknownIds(coding, this.#known, this.#codings, ['codings', i])
      this.diagnostics.push(...wrong)
      if (wrong.length === 0) this.#byId.set(statement.id, change(statement, coding))
    } else if (coding.action === 'accept') this.#byId.set(statement.id, { ...statement, review: review(coding) })
    else {
      this.#byId.delete(statement.id)
      this.#rejected.push({ ...statement, review: review(coding) })
    }
  }

  #add(coding: AddCoding, i: number): void {
    const { file, placeOf } = this.#codings
    const wrong = unknownIds(coding, this.#known, this.#codings, ['codings', i])
    const source = this.#sources.get(coding.source)
    if (wrong.length > 0 || !source) {
      this.diagnostics.push(...wrong)
      return
    }
    if (coding.anchor !== undefined && !source.children.some(block => block.anchor === coding.anchor)) {
      this.diagnostics.push(
        diagnostic('citation-target-resolves', `The source \`${source.id}\` has no paragraph \`${coding.anchor}\`.`, {
          file,
          place: placeOf(['codings', i, 'anchor']),
        }),
      )
      return
    }
    const match = findQuotation(source, coding.quote, coding.anchor)
    const [first] = match.parts
    if (match.verdict === 'missing' || !first) {
      this.diagnostics.push(
        diagnostic(
          'quotation-is-verbatim',
          `The quotation is not in ${coding.anchor ?? `the source \`${source.id}\``}.`,
          {
            file,
            place: placeOf(['codings', i, 'quote']),
            ...(match.nearest
              ? { expected: `${printAnchor(source.id, match.nearest.anchor)}: ${match.nearest.text}` }
              : {}),
            actual: coding.quote,
          },
        ),
      )
      return
    }
    const blocks = new Map(source.children.map(block => [block.anchor, block]))
    // An ellipsis joins passages; each is given as it stands in the source.
    const quote = match.parts
      .map(part => blocks.get(part.anchor)?.text.slice(part.span[0], part.span[1]) ?? '')
      .join(' […] ')
    const inFirst = match.parts.filter(part => part.anchor === first.anchor)
    const id = createStatementIds(source.id)(quote, coding.actor, coding.issue)
    const statement: Statement = {
      id,
      source: source.id,
      anchor: first.anchor,
      quote,
      span: [first.span[0], inFirst.at(-1)?.span[1] ?? first.span[1]],
      raw: match.parts.flatMap(part => part.raw),
      actor: coding.actor,
      issue: coding.issue,
      stance: coding.stance,
      speaker: coding.speaker ?? null,
      cue: null,
      rule: 'analyst',
      coder: 'analyst',
      review: review(coding),
    }
    // What a rule has found too is the analyst's now.
    if (this.#byId.has(id)) this.#byId.set(id, statement)
    else {
      const taken = this.#added.filter(other => other.id === id || other.id.startsWith(`${id}-`)).length
      this.#added.push(taken === 0 ? statement : { ...statement, id: `${id}-${taken + 1}` })
    }
  }
}

/** Applies analysts' codings to what the rules found. A coding with an error changes nothing. */
export function applyCodings(
  statements: readonly Statement[],
  sources: readonly Source[],
  codings: Codings,
  known: KnownIds,
): Result<ReviewedStatements> {
  const reviewer = new Reviewer(statements, sources, codings, known)
  return { value: reviewer.run(), diagnostics: reviewer.diagnostics }
}
