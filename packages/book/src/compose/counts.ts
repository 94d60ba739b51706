import type { Context } from './context.js'

/** How many statements each source has on each issue: a row for each source, a column for each issue. */
export function statementCounts({ sources, codebook, analysis }: Context): number[][] {
  const column = new Map(codebook.issues.map(({ id }, i) => [id, i]))
  const row = new Map(sources.map(({ id }, i) => [id, i]))
  const counts = sources.map(() => codebook.issues.map(() => 0))
  for (const { source, issue } of analysis.statements) {
    const own = counts[row.get(source) ?? -1]
    const at = column.get(issue)
    if (own && at !== undefined) own[at] = (own[at] ?? 0) + 1
  }
  return counts
}
