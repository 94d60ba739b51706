import {
  type Actor,
  type BookBlock,
  type Chapter,
  cell,
  crossReference,
  type Evidence,
  type Issue,
  line,
  type Matrix,
  type MatrixCell,
  pageReference,
  prevailingStance,
  type Statement,
  stances,
  text,
} from '@briefbook/ast'
import { count, list } from '../strings/en.js'
import { generated, generatedInSeries, paragraph, section } from './chapter.js'
import { type Context, table } from './context.js'
import { composeEvidence } from './evidence.js'
import { stancesPicture } from './pictures/stances.js'
import { asking } from './questions.js'
import { anchorReference } from './references.js'
import { differMark, stanceLegend, stanceMarks } from './stances.js'

/** How many quotations a section prints in full; further evidence is listed by its paragraphs. */
const quotationsShown = 4

/** Where an actor stands on fewer issues, the table tells all that a picture could. */
const fewestPictured = 3

interface Position {
  actor: Actor
  issue: Issue
  cell: MatrixCell
  statements: Statement[]
}

/** The cells of the actor × issue matrix that have statements, row by row. */
export function positions(context: Context): Position[] {
  const matrix: Matrix | undefined = context.analysis.matrices.find(m => m.id === 'actor-issue')
  return context.codebook.actors.flatMap(actor =>
    context.codebook.issues.flatMap(issue => {
      const row = matrix?.rows.findIndex(r => r.id === actor.id) ?? -1
      const column = matrix?.columns.findIndex(c => c.id === issue.id) ?? -1
      const content = matrix?.cells[row]?.[column]
      const statements = (content?.statements ?? [])
        .map(id => context.statementById.get(id))
        .filter((s): s is Statement => s !== undefined)
      return content && statements.length > 0 ? [{ actor, issue, cell: content, statements }] : []
    }),
  )
}

/** Claims the ids that the matrices link to, before anything is composed. */
export function claimEvidenceSections(context: Context): void {
  for (const { actor, issue } of positions(context)) context.ids.claim(`actor-${actor.id}-${issue.id}`)
}

/** The best evidence, in its order; where the sources differ, the best for each stance is among it. */
function shown({ cell: content, statements }: Position): Statement[] {
  const firsts = content.disagreement
    ? stances.flatMap(stance => statements.find(s => s.stance === stance && stance !== 'none') ?? [])
    : []
  const chosen = new Set([...firsts, ...statements].slice(0, quotationsShown))
  for (const statement of statements) if (chosen.size < quotationsShown) chosen.add(statement)
  return statements.filter(statement => chosen.has(statement))
}

function evidenceOf(context: Context, position: Position): BookBlock[] {
  const printed = shown(position)
  const quotations = printed
    .map(statement => composeEvidence(context, statement))
    .filter((e): e is Evidence => e !== null)
  const further = position.statements.filter(statement => !printed.includes(statement))
  const references = [...new Map(further.map(s => [s.anchor, s])).values()].flatMap((statement, i) => {
    const source = context.sourceById.get(statement.source)
    return source ? [...(i === 0 ? [] : [text(', ')]), anchorReference(source, statement.anchor)] : []
  })
  return references.length > 0 ? [...quotations, paragraph(`Further evidence: `, ...references, text('.'))] : quotations
}

function positionSection(context: Context, position: Position): BookBlock[] {
  const { actor, issue, cell: content } = position
  const sources = content.sources.map(id => context.sourceById.get(id)?.meta.label ?? id)
  const blocks: BookBlock[] = [
    section(`actor-${actor.id}-${issue.id}`, issue.name),
    paragraph(
      ...stanceMarks(content.stances),
      text(` in ${count(position.statements.length, 'statement')} of ${list(sources)}, towards ${issue.towards}.`),
    ),
  ]
  if (content.disagreement) {
    const differ = paragraph(
      { type: 'strong', children: [text('The sources differ.')] },
      text(' Both sides are quoted below.'),
    )
    const open = `${actor.name}, ${issue.name}: the sources differ, and no finding says what to make of it. A finding is written in codings.yaml; without one both sides stand.`
    blocks.push(asking(context, 'disagreements', differ, content.finding === null ? open : null))
  }
  if (content.finding !== null) {
    blocks.push({
      type: 'finding',
      cell: { actor: actor.id, issue: issue.id },
      children: [text(content.finding)],
    })
  }
  return [...blocks, ...evidenceOf(context, position)]
}

function summary(context: Context, actor: Actor, own: readonly Position[]): BookBlock[] {
  return table(context, {
    id: `actor-${actor.id}-summary`,
    kind: 'summary',
    caption: `${actor.name}: positions by issue`,
    alternative: `For each of ${count(own.length, 'issue')} the stances of ${actor.name}, the number of statements and the page.`,
    head: ['Issue', 'Stances', 'Statements', 'Sources', 'Page'].map(title => cell([title], { header: 'column' })),
    rows: own.map(({ issue, cell: content, statements }) => [
      cell([line('text', crossReference(`actor-${actor.id}-${issue.id}`, issue.name))], { header: 'row' }),
      cell([line('stance', ...stanceMarks(content.stances), ...(content.disagreement ? differMark : []))], {
        state: content.state,
        stance: content.state === 'position' ? prevailingStance(content.stances) : null,
      }),
      cell([String(statements.length)]),
      cell([content.sources.map(id => context.sourceById.get(id)?.meta.label ?? id).join(', ')]),
      cell([line('text', pageReference(`actor-${actor.id}-${issue.id}`))]),
    ]),
    legend: stanceLegend(context.strings, ['   differ: the sources give opposed stances']),
  })
}

/** What to ask where rules alone say what an actor holds; null where analysts have looked at all of it. */
function unreviewed(own: readonly Position[]): string | null {
  const statements = own.flatMap(position => position.statements)
  const left = statements.filter(({ review }) => review === null).length
  if (left === 0) return null
  return `No analyst has looked at ${left === statements.length ? 'any' : left} of these ${count(statements.length, 'statement')}. Accept, change or reject them in codings.yaml.`
}

/** A chapter for each actor of whom a source states something: a summary, then the evidence issue by issue. */
export function composeActors(context: Context): Chapter[] {
  const all = positions(context)
  const silent = context.codebook.actors.filter(actor => !all.some(p => p.actor.id === actor.id))
  const chapters = context.codebook.actors.flatMap(actor => {
    const own = all.filter(p => p.actor.id === actor.id)
    if (own.length === 0) return []
    const statements = own.reduce((n, p) => n + p.statements.length, 0)
    const sources = new Set(own.flatMap(p => p.statements.map(s => s.source))).size
    return [
      generatedInSeries(context.ids.claim(`actor-${actor.id}`), actor.name, [
        asking(
          context,
          'unreviewed',
          paragraph(
            `${count(statements, 'statement')} in ${sources} of ${count(context.sources.length, 'source')} on ${own.length} of ${count(context.codebook.issues.length, 'issue')}.`,
          ),
          unreviewed(own),
        ),
        ...(own.length < fewestPictured ? [] : stancesPicture(context, actor)),
        ...summary(context, actor, own),
        ...own.flatMap(position => positionSection(context, position)),
      ]),
    ]
  })
  if (silent.length > 0) {
    chapters.push(
      generated(context.ids.claim('actors-without-position'), 'Actors without a position', [
        asking(
          context,
          'gaps',
          paragraph(
            `The codebook also names ${list(silent.map(a => a.name))}. No source states a position of ${silent.length === 1 ? 'this actor' : 'these actors'} on any issue of this book.`,
          ),
          `Nothing was found of ${list(silent.map(a => a.name))}. Is a source missing, or a name in codebook.yaml?`,
        ),
      ]),
    )
  }
  return chapters
}
