import { type BookTable, cell, line, text } from '@briefbook/ast'
import { count, list } from '../strings/en.js'
import { type Context, table } from './context.js'
import { statementCounts } from './counts.js'

/** The least number of statements for each shade. */
const thresholds = [0, 1, 3, 6, 11] as const

/** 0 to 4: how strongly a count is shaded. */
function coverageLevel(n: number): number {
  return thresholds.findLastIndex(least => n >= least)
}

/** How much each source says on each issue: a heat map that is a table, so that it can be read, copied and edited. */
export function composeCoverage(context: Context): BookTable[] {
  const { sources, codebook } = context
  if (sources.length === 0 || codebook.issues.length === 0) return []
  const counts = statementCounts(context)
  const silent = codebook.issues.filter((_, k) => counts.every(row => row[k] === 0)).map(issue => issue.name)
  return table(context, {
    id: 'coverage',
    kind: 'coverage',
    caption: 'How much each source says on each issue',
    alternative: `Number of statements for each of ${count(sources.length, 'source')} and ${count(codebook.issues.length, 'issue')}, ${counts.flat().reduce((a, b) => a + b, 0)} in all.${silent.length > 0 ? ` No source speaks of ${list(silent)}.` : ''}`,
    head: [
      cell([], { header: 'column' }),
      ...codebook.issues.map(issue => cell([issue.name], { header: 'column' })),
      cell(['All'], { header: 'column' }),
    ],
    rows: sources.map((source, i) => {
      const row = counts[i] as number[]
      return [
        cell([source.meta.label], { header: 'row' }),
        ...row.map(n => cell([line('text', n === 0 ? '–' : String(n))], { level: coverageLevel(n) })),
        cell([String(row.reduce((a, b) => a + b, 0))]),
      ]
    }),
    legend: [text(`Number of statements. Shades begin at ${list(thresholds.slice(1).map(String))}.`)],
  })
}
