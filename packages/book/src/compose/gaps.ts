import { type AxisEntry, type BookBlock, type Chapter, cell, type MatrixCell } from '@briefbook/ast'
import { count, list } from '../strings/en.js'
import { generated, paragraph, section } from './chapter.js'
import { type Context, table } from './context.js'

/** What is missing for an actor, by why it is missing. */
interface ActorGaps {
  actor: AxisEntry
  absent: AxisEntry[]
  mentioned: AxisEntry[]
  /** A position that one source alone gives. */
  single: AxisEntry[]
}

function gapsOf(actor: AxisEntry, columns: readonly AxisEntry[], cells: readonly MatrixCell[]): ActorGaps {
  const where = (holds: (cell: MatrixCell) => boolean) => columns.filter((_, k) => holds(cells[k] as MatrixCell))
  return {
    actor,
    absent: where(c => c.state === 'absent'),
    mentioned: where(c => c.state === 'mentioned'),
    single: where(c => c.state === 'position' && c.sources.length === 1),
  }
}

function silent(context: Context): BookBlock[] {
  const { analysis, codebook, sources } = context
  const spoken = new Set([...analysis.statements, ...analysis.mentions].map(s => s.issue))
  const issues = codebook.issues.filter(issue => !spoken.has(issue.id)).map(issue => issue.name)
  const about = new Set([...analysis.statements, ...analysis.mentions].map(s => s.actor))
  const actors = codebook.actors.filter(actor => !about.has(actor.id)).map(actor => actor.name)
  const telling = new Set(analysis.statements.map(s => s.source))
  const mute = sources.filter(({ id }) => !telling.has(id)).map(s => s.meta.label)
  const sentence = (names: readonly string[], none: string, some: string) =>
    paragraph(names.length === 0 ? none : `${some} ${list(names)}.`)
  return [
    sentence(issues, 'Every issue is spoken of in at least one source.', 'Issues of which no source speaks:'),
    sentence(
      actors,
      'Every actor is connected with an issue in at least one source.',
      'Actors whom no source connects with an issue:',
    ),
    sentence(mute, 'Every source gives at least one statement.', 'Sources without a statement:'),
  ]
}

/**
 * What the sources leave open: issues, actors and cells of which they say nothing, mention without a position, or tell
 * in one source alone. Absence is told as such; what it means is left to the reader.
 */
export function composeGaps(context: Context): Chapter[] {
  const matrix = context.analysis.matrices.find(({ id }) => id === 'actor-issue')
  const gaps = (matrix?.rows ?? []).map((actor, i) =>
    gapsOf(actor, matrix?.columns ?? [], matrix?.cells[i] as MatrixCell[]),
  )
  const all = gaps.length * (matrix?.columns.length ?? 0)
  const sum = (of: (gap: ActorGaps) => readonly AxisEntry[]) => gaps.reduce((n, gap) => n + of(gap).length, 0)
  const cellOf = (issues: readonly AxisEntry[]) => cell([issues.map(({ name }) => name).join(', ') || '–'])
  const told = `Of ${count(all, 'cell')}, ${sum(g => g.absent)} are addressed by no source, ${sum(g => g.mentioned)} are mentioned without a position, and ${sum(g => g.single)} rest on one source.`
  return [
    generated(context.ids.claim('gaps'), 'What the sources leave open', [
      paragraph(
        'What no source addresses may be unimportant to an actor, unknown to the authors, or left out: the sources do not tell which. None of it is a neutral position.',
      ),
      section(context.ids.claim('gaps-silence'), 'What no source speaks of'),
      ...silent(context),
      section(context.ids.claim('gaps-actors'), 'Actor by actor'),
      ...(all === 0
        ? [paragraph('There are no actors and issues to compare.')]
        : [
            paragraph(told),
            ...table(context, {
              id: 'gaps-table',
              kind: 'plain',
              caption: 'Issues on which little or nothing is known, by actor',
              alternative: told,
              head: ['Actor', 'No source addresses', 'Mentioned, no position', 'Position in one source only'].map(
                title => cell([title], { header: 'column' }),
              ),
              rows: gaps.map(({ actor, absent, mentioned, single }) => [
                cell([actor.name], { header: 'row' }),
                cellOf(absent),
                cellOf(mentioned),
                cellOf(single),
              ]),
            }),
          ]),
    ]),
  ]
}
