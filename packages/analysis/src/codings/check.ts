import type { Codebook, Source } from '@briefbook/ast'
import { type Diagnostic, diagnostic, didYouMean, type RuleId, type YamlPath } from '@briefbook/diagnostics'
import type { Codings } from './read.js'

/** The ids that codings may name. */
export interface KnownIds {
  actor: ReadonlySet<string>
  issue: ReadonlySet<string>
  source: ReadonlySet<string>
}

export function knownIds(sources: readonly Source[], codebook: Codebook): KnownIds {
  return {
    actor: new Set(codebook.actors.map(({ id }) => id)),
    issue: new Set(codebook.issues.map(({ id }) => id)),
    source: new Set(sources.map(({ id }) => id)),
  }
}

const rules = {
  actor: 'coding-actor-is-known',
  issue: 'coding-issue-is-known',
  source: 'coding-source-is-known',
} as const satisfies { [kind in keyof KnownIds]: RuleId }

/** What is named and not there, each with its place. */
export function unknownIds(
  given: { actor?: string | undefined; issue?: string | undefined; source?: string | undefined },
  known: KnownIds,
  { file, placeOf }: Codings,
  path: YamlPath,
): Diagnostic[] {
  return (['source', 'actor', 'issue'] as const).flatMap(kind => {
    const id = given[kind]
    if (id === undefined || known[kind].has(id)) return []
    return [
      diagnostic(rules[kind], `There is no ${kind} \`${id}\`.${didYouMean(id, known[kind])}`, {
        file,
        place: placeOf([...path, kind]),
        expected: [...known[kind]].join(', '),
        actual: id,
      }),
    ]
  })
}
