import {
  type BookBlock,
  type BookPhrasing,
  type CellChangeKind,
  type Changes,
  type Chapter,
  cell,
  crossReference,
  type Edition,
  type EditionStatement,
  type JudgementChange,
  line,
  parseAnchor,
  stanceMark,
  text,
} from '@briefbook/ast'
import { type Names, namesOf, printCell, summary } from '../editions/text.js'
import { count, printDate } from '../strings/en.js'
import { generated, paragraph, section } from './chapter.js'
import { type Context, table } from './context.js'
import { anchorReference } from './references.js'
import { stanceLegend } from './stances.js'
import { quotedInLine } from './tongue.js'

/** The chapter with its title, to be filled when all others are there: what they say is what is compared. */
export function composeChanges({ since, ids }: Context): Chapter[] {
  return since === null ? [] : [generated(ids.claim('changes'), `What changed since ${since.name}`, [])]
}

const columns = (...titles: string[]) => titles.map(title => cell([title], { header: 'column' }))

function sources(context: Context, { sources: { new: come, gone, altered } }: Changes): BookBlock[] {
  const rows = [
    ...come.map(source => ({ source, how: 'new' })),
    ...altered.map(source => ({ source, how: 'altered' })),
    ...gone.map(source => ({ source, how: 'gone' })),
  ]
  if (rows.length === 0) return []
  return [
    section(context.ids.claim('changes-sources'), 'Sources'),
    ...table(context, {
      id: 'changes-sources-table',
      kind: 'summary',
      caption: 'Sources that are new, altered or gone',
      alternative: `${count(rows.length, 'source')}, each with what happened to it.`,
      head: columns('Source', 'Title', 'Change'),
      rows: rows.map(({ source: { id, label, title }, how }) => [
        cell([line('text', how === 'gone' ? text(label) : crossReference(`source-${id}`, label))], { header: 'row' }),
        cell([title ?? '']),
        cell([how]),
      ]),
    }),
  ]
}

const kinds = {
  flipped: 'to the other side',
  appeared: 'a position is new',
  vanished: 'no position any more',
  shifted: 'another stance',
  evidence: 'other evidence',
  finding: 'another finding',
} as const satisfies { [kind in CellChangeKind]: string }

function cells(context: Context, changes: Changes, names: Names): BookBlock[] {
  if (changes.cells.length === 0) return []
  const view = (own: Changes['cells'][number]['before']) =>
    line(
      'text',
      ...(own.stance ? [stanceMark(own.stance), text(` ${context.strings.stances[own.stance]}`)] : [printCell(own)]),
    )
  const position = (actor: string, issue: string): BookPhrasing => {
    const target = `actor-${actor}-${issue}`
    return context.ids.has(target) ? crossReference(target, names.issue(issue)) : text(names.issue(issue))
  }
  const order = Object.keys(kinds)
  const sorted = changes.cells.toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind))
  return [
    section(context.ids.claim('changes-cells'), 'Who holds what'),
    ...table(context, {
      id: 'changes-cells-table',
      kind: 'summary',
      caption: 'Cells of the matrix that changed',
      alternative: `${count(sorted.length, 'cell')}, each with its stance then and now and the number of passages that came and went.`,
      head: columns('Actor', 'Issue', 'Then', 'Now', 'What changed', 'Passages'),
      rows: sorted.map(({ actor, issue, kind, before, after, gained, lost }) => [
        cell([names.actor(actor)], { header: 'row' }),
        cell([line('text', position(actor, issue))]),
        cell([view(before)]),
        cell([view(after)]),
        cell([kinds[kind]]),
        cell([gained + lost === 0 ? '' : `${gained} came, ${lost} went`]),
      ]),
      legend: stanceLegend(context.strings),
    }),
  ]
}

function statements(context: Context, changes: Changes, names: Names): BookBlock[] {
  const { gained, lost, recoded } = changes.statements
  const come = new Set(changes.sources.new.map(({ id }) => id))
  const gone = new Set(changes.sources.gone.map(({ id }) => id))
  // A new source is read as a whole: that each of its passages is new need not be said.
  const rows = [
    ...recoded.map(({ before, after }) => ({ how: 'coded anew', own: after, before })),
    ...gained.filter(s => !come.has(s.source)).map(own => ({ how: 'new', own, before: null })),
    ...lost.filter(s => !gone.has(s.source)).map(own => ({ how: 'gone', own, before: null })),
  ]
  const [inNew, inGone] = [
    gained.length - gained.filter(s => !come.has(s.source)).length,
    lost.filter(s => gone.has(s.source)).length,
  ]
  const others = [
    ...(inNew > 0 ? [`${count(inNew, 'statement')} of sources that are new`] : []),
    ...(inGone > 0 ? [`${count(inGone, 'statement')} of sources that are gone`] : []),
  ]
  if (rows.length + others.length === 0) return []
  const where = ({ source: id, anchor }: EditionStatement, isThere: boolean): BookPhrasing => {
    const source = context.sourceById.get(id)
    if (source && isThere && context.ids.has(anchor)) return anchorReference(source, anchor)
    return text(`${source?.meta.label ?? id.toUpperCase()}\u00a0¶${parseAnchor(anchor)?.n ?? ''}`)
  }
  const quoted = ({ source, anchor, quote }: EditionStatement) =>
    quotedInLine(context.sourceById.get(source), anchor, quote, context.config.language)
  const coded = ({ actor, issue, stance }: EditionStatement): BookPhrasing[] => [
    stanceMark(stance),
    text(` ${names.actor(actor)}, ${names.issue(issue)}`),
  ]
  return [
    section(context.ids.claim('changes-statements'), 'Statements'),
    ...(others.length > 0 ? [paragraph(`Not listed: ${others.join(', ')}.`)] : []),
    ...(rows.length === 0
      ? []
      : table(context, {
          id: 'changes-statements-table',
          kind: 'summary',
          caption: 'Statements that are new, gone or coded anew, in sources that were there before',
          alternative: `${count(rows.length, 'statement')} with the words of the source and how they are coded.`,
          head: columns('Change', 'In the words of the source', 'Coded as', 'Source'),
          fixedMm: { 0: 20, 3: 24 },
          rows: rows.map(({ how, own, before }) => [
            cell([how], { header: 'row' }),
            cell([line('evidence', ...quoted(own))]),
            cell([
              ...(before ? [line('text', { type: 'delete', children: coded(before) as never[] })] : []),
              line('text', ...coded(own)),
            ]),
            cell([line('text', where(own, how !== 'gone'))]),
          ]),
          legend: stanceLegend(context.strings),
        })),
  ]
}

/** New words are bold, and those that went are struck out. */
function wordByWord({ words }: JudgementChange): BookPhrasing[] {
  return words.flatMap(({ kind, text: value }, i): BookPhrasing[] => {
    if (kind === 'same') return [text(value)]
    const marked: BookPhrasing = { type: kind === 'added' ? 'strong' : 'delete', children: [text(value)] }
    return kind === 'added' && words[i - 1]?.kind === 'removed' ? [text(' '), marked] : [marked]
  })
}

function judgement(context: Context, change: JudgementChange): BookBlock[] {
  const own = change.after ?? change.before
  if (!own) return []
  const { before, after, kind } = change
  const levels = (['likelihood', 'confidence'] as const).flatMap(level =>
    before && after && before[level] !== after[level]
      ? [` ${context.strings[level]}: ${before[level] ?? 'none'} → ${after[level] ?? 'none'}.`]
      : [],
  )
  const said = { new: 'New', gone: 'Gone', rewritten: 'Rewritten' }[kind]
  const words = kind === 'rewritten' ? wordByWord(change) : [text(own.words)]
  return [
    paragraph({ type: 'emphasis', children: [text(`${said}, in “${own.chapter}”.${levels.join('')}`)] }),
    { type: 'blockquote', children: [paragraph(...words)] },
  ]
}

function judgements(context: Context, { judgements: all }: Changes): BookBlock[] {
  if (all.length === 0) return []
  return [
    section(context.ids.claim('changes-judgements'), 'Key judgements'),
    ...(all.some(({ kind }) => kind === 'rewritten')
      ? [
          paragraph(
            'Of a judgement that was rewritten, new words are ',
            { type: 'strong', children: [text('bold')] },
            ' and those that went are ',
            { type: 'delete', children: [text('struck out')] },
            '.',
          ),
        ]
      : []),
    ...all.flatMap(change => judgement(context, change)),
  ]
}

/** What the chapter says, when everything else has been composed. */
export function fillChanges(
  context: Context,
  chapter: Chapter,
  changes: Changes,
  before: Edition,
  after: Edition,
): void {
  const names = namesOf(after, before)
  const counts = summary(changes)
  const head = `Compared with ${before.name} of ${printDate(before.date)}`
  chapter.children = [
    paragraph(
      counts === ''
        ? `${head}, no source, cell, statement or judgement has changed.`
        : `${head}: ${counts}. A bar beside the text marks passages whose words are others.`,
    ),
    ...sources(context, changes),
    ...cells(context, changes, names),
    ...judgements(context, changes),
    ...statements(context, changes, names),
  ]
}
