import type { CellChange, Changes, Edition, EditionStatement, JudgementChange } from '@briefbook/ast'
import { count, printDate } from '../strings/en.js'

/** Names of actors and issues, of either edition. */
export interface Names {
  actor(id: string): string
  issue(id: string): string
}

/** The names that two editions have, the later ones first. */
export function namesOf(after: Edition, before: Edition): Names {
  const find = (key: 'actors' | 'issues') => {
    const names = new Map([...before[key], ...after[key]].map(({ id, name }) => [id, name]))
    return (id: string) => names.get(id) ?? id
  }
  return { actor: find('actors'), issue: find('issues') }
}

/** `position: favours`, `mentioned`, `absent`. */
export const printCell = ({ state, stance }: CellChange['before']): string => stance ?? state

const indented = (lines: readonly string[]) => lines.map(line => `  ${line}\n`).join('')

function block(title: string, lines: readonly string[]): string {
  return lines.length === 0 ? '' : `\n${title}\n${indented(lines)}`
}

const words = (change: JudgementChange) =>
  change.words
    .map(({ kind, text }) => (kind === 'same' ? text : kind === 'added' ? `{+${text}+}` : `[-${text}-]`))
    .join('')

function judgementLines({ kind, before, after, ...change }: JudgementChange): string[] {
  const own = after ?? before
  const levels = (['likelihood', 'confidence'] as const)
    .filter(level => before && after && before[level] !== after[level])
    .map(level => `; ${level}: ${before?.[level] ?? 'none'} → ${after?.[level] ?? 'none'}`)
  const text = kind === 'rewritten' ? words({ kind, before, after, ...change }) : (own?.words ?? '')
  return [`${kind}, ${own?.chapter}${levels.join('')}`, `  ${text}`]
}

/** The changes between two editions as plain text. */
export function formatChanges(changes: Changes, names: Names): string {
  const { since, sources, cells, statements, judgements } = changes
  const source = ({ label, title }: Changes['sources']['new'][number]) =>
    title === null ? label : `${label}  ${title}`
  const statement = ({ anchor, actor, issue, stance, quote }: EditionStatement) =>
    `${anchor}  ${names.actor(actor)}, ${names.issue(issue)}, ${stance}: “${quote}”`
  const text = [
    block('Sources', [
      ...sources.new.map(s => `new      ${source(s)}`),
      ...sources.gone.map(s => `gone     ${source(s)}`),
      ...sources.altered.map(s => `altered  ${source(s)}`),
    ]),
    block(
      'Cells',
      cells.map(
        ({ actor, issue, kind, before, after, gained, lost }) =>
          `${kind.padEnd(8)}  ${names.actor(actor)}, ${names.issue(issue)}: ${printCell(before)} → ${printCell(after)} (+${gained} −${lost})`,
      ),
    ),
    block('Statements', [
      ...statements.gained.map(s => `gained    ${statement(s)}`),
      ...statements.lost.map(s => `lost      ${statement(s)}`),
      ...statements.recoded.map(
        ({ before, after }) =>
          `re-coded  ${names.actor(before.actor)}, ${names.issue(before.issue)}, ${before.stance} → ${statement(after)}`,
      ),
    ]),
    block('Judgements', judgements.flatMap(judgementLines)),
  ].join('')
  const head = `Since ${since.name} of ${printDate(since.date)}`
  return text === '' ? `${head}: nothing has changed.\n` : `${head}: ${summary(changes)}.\n${text}`
}

/** The numbers of the changes, in a sentence. Empty where nothing has changed. */
export function summary({ sources, cells, statements, judgements }: Changes): string {
  const flipped = cells.filter(({ kind }) => kind === 'flipped').length
  return [
    ...(sources.new.length > 0 ? [`${count(sources.new.length, 'new source')}`] : []),
    ...(sources.gone.length > 0 ? [`${count(sources.gone.length, 'source')} gone`] : []),
    ...(sources.altered.length > 0 ? [`${count(sources.altered.length, 'source')} altered`] : []),
    ...(cells.length > 0
      ? [`${count(cells.length, 'cell')} changed${flipped > 0 ? `, ${flipped} of them to the other side` : ''}`]
      : []),
    ...(statements.gained.length > 0 ? [`${count(statements.gained.length, 'statement')} gained`] : []),
    ...(statements.lost.length > 0 ? [`${count(statements.lost.length, 'statement')} lost`] : []),
    ...(statements.recoded.length > 0 ? [`${count(statements.recoded.length, 'statement')} re-coded`] : []),
    ...(judgements.length > 0 ? [`${count(judgements.length, 'judgement')} new, gone or rewritten`] : []),
  ].join('; ')
}
