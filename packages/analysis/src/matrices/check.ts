import type { Matrix, MatrixRequest, Statement } from '@briefbook/ast'
import { type Diagnostic, diagnostic, didYouMean, type Place, type RuleId, type YamlPath } from '@briefbook/diagnostics'
import type { KnownIds } from '../codings/check.js'
import { standardMatrices } from './build.js'

/** The matrices that a book asks for, and where it does so. */
export interface MatrixRequests {
  /** How messages name the file. */
  file: string
  requests: readonly MatrixRequest[]
  /** The place of a value, as `[0, 'only', 'actors', 1]`, below the list of requests. */
  placeOf(path: YamlPath): Place
}

const lists = [
  ['actors', 'actor', 'matrix-actor-is-known'],
  ['issues', 'issue', 'matrix-issue-is-known'],
  ['sources', 'source', 'matrix-source-is-known'],
] as const satisfies readonly (readonly [keyof MatrixRequest['only'], keyof KnownIds, RuleId])[]

/** The requests that can be met, and what is wrong with the others. */
export function checkRequests(
  { file, requests, placeOf }: MatrixRequests,
  known: KnownIds,
): { sound: MatrixRequest[]; diagnostics: Diagnostic[] } {
  const diagnostics: Diagnostic[] = []
  const taken = new Set(standardMatrices)
  const sound = requests.filter((request, i) => {
    const before = diagnostics.length
    if (taken.has(request.id)) {
      diagnostics.push(
        diagnostic('matrix-id-is-unique', `Another matrix has the id \`${request.id}\`.`, {
          file,
          place: placeOf([i, 'id']),
        }),
      )
    }
    taken.add(request.id)
    for (const [list, kind, rule] of lists) {
      request.only[list]?.forEach((id, k) => {
        if (known[kind].has(id)) return
        diagnostics.push(
          diagnostic(rule, `There is no ${kind} \`${id}\`.${didYouMean(id, known[kind])}`, {
            file,
            place: placeOf([i, 'only', list, k]),
            expected: [...known[kind]].join(', '),
            actual: id,
          }),
        )
      })
    }
    return diagnostics.length === before
  })
  return { sound, diagnostics }
}

/** A matrix that lets no statement through shows nothing: told, for a filter is easily mistyped. */
export function checkEmpty(
  { file, requests, placeOf }: MatrixRequests,
  matrices: readonly Matrix[],
  statements: readonly Statement[],
): Diagnostic[] {
  return requests.flatMap((request, i) => {
    const wanted = request.only.speakers ?? []
    const speakers = new Set(wanted.length === 0 ? [] : statements.flatMap(({ speaker }) => speaker ?? []))
    const unheard = wanted.flatMap((name, k) =>
      speakers.has(name)
        ? []
        : [
            diagnostic(
              'matrix-is-not-empty',
              `No statement has the speaker \`${name}\`.${didYouMean(name, speakers)}`,
              {
                file,
                place: placeOf([i, 'only', 'speakers', k]),
              },
            ),
          ],
    )
    const built = matrices.find(({ id }) => id === request.id)
    if (!built || unheard.length > 0 || built.cells.flat().some(cell => cell.statements.length > 0)) return unheard
    return [
      diagnostic('matrix-is-not-empty', `No statement is in the matrix \`${request.id}\`.`, {
        file,
        place: placeOf([i]),
      }),
    ]
  })
}
