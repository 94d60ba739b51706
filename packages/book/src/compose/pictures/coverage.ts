import type { Chart } from '@briefbook/ast'
import { count, list } from '../../strings/en.js'
import { type Context, grid } from '../context.js'
import { statementCounts } from '../counts.js'

const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0)

/** The names of those that have most, with how much that is; empty where nobody has any. */
function mostOf(names: readonly string[], numbers: readonly number[]): string {
  const most = Math.max(0, ...numbers)
  return most === 0 ? '' : `${list(names.filter((_, i) => numbers[i] === most))} (${most})`
}

/** How much each source says on each issue, to be seen at once: the area of a mark is the number of statements. */
export function coveragePicture(context: Context): Chart[] {
  const { sources, codebook } = context
  const { issues } = codebook
  const counts = statementCounts(context)
  const most = counts.flat().reduce((a, b) => Math.max(a, b), 1)
  const bySource = counts.map(sum)
  const byIssue = issues.map((_, i) => sum(counts.map(own => own[i] ?? 0)))
  const silent = issues.filter((_, i) => byIssue[i] === 0).map(({ name }) => name)
  const empty = counts.flat().filter(n => n === 0).length
  const labels = sources.map(({ meta }) => meta.label)
  return grid(context, {
    id: 'coverage-picture',
    kind: 'coverage',
    caption: 'What the sources cover',
    alternative: [
      `${count(sum(bySource), 'statement')} of ${count(sources.length, 'source')} on ${count(issues.length, 'issue')}.`,
      ...(sum(bySource) > 0
        ? [
            `Most are in ${mostOf(labels, bySource)}, most on ${mostOf(
              issues.map(({ name }) => name),
              byIssue,
            )}.`,
          ]
        : []),
      ...(silent.length > 0 ? [`No source speaks of ${list(silent)}.`] : []),
      `${empty} of ${count(counts.flat().length, 'cell')} ${empty === 1 ? 'is' : 'are'} empty.`,
    ].join(' '),
    rows: sources.map(({ id, meta }) => ({ label: meta.label, target: `source-${id}` })),
    columns: issues.map(({ name }) => ({ label: name })),
    marks: counts.flatMap((own, r) =>
      own.flatMap((n, c) =>
        n === 0 ? [] : [{ row: r, column: c, area: n / most, paint: 'amount' as const, text: String(n), target: null }],
      ),
    ),
    key: [{ paint: 'amount', sign: null, label: 'statements, by area and shade' }],
  })
}
