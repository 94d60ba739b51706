import { type MatrixFilter, type Source, type Statement, sourceDate } from '@briefbook/ast'

const within = <T>(list: readonly T[] | null, value: T) => list === null || list.includes(value)

/**
 * Whether a date as precise as it is known can lie in an interval: as far as both are told, it is neither before nor
 * behind it. `2021` may lie in `2021-08`.
 */
export function isWithin(date: string | null, from: string | null, until: string | null): boolean {
  if (from === null && until === null) return true
  if (date === null) return false
  const shared = (other: string) => Math.min(date.length, other.length)
  const before = from !== null && date.slice(0, shared(from)) < from.slice(0, shared(from))
  const behind = until !== null && date.slice(0, shared(until)) > until.slice(0, shared(until))
  return !before && !behind
}

/** What decides whether a passage is about what is asked for: whom, what, and in which source. */
export function isAbout(
  { actors, issues, sources: wanted, from, until }: MatrixFilter,
  sources: readonly Source[],
): (passage: Pick<Statement, 'actor' | 'issue' | 'source'>) => boolean {
  const chosen = new Set(
    sources.filter(({ id, meta }) => within(wanted, id) && isWithin(sourceDate(meta), from, until)).map(({ id }) => id),
  )
  return ({ actor, issue, source }) => within(actors, actor) && within(issues, issue) && chosen.has(source)
}

/** What decides whether a statement is of the kind that is asked for: who says it, what it shows, who found it. */
export function isOfKind({ speakers, stances, coder }: MatrixFilter): (statement: Statement) => boolean {
  return ({ speaker, stance, coder: by }) =>
    (speakers === null || (speaker !== null && speakers.includes(speaker))) &&
    within(stances, stance) &&
    (coder === null || coder === by)
}
