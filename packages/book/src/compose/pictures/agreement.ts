import type { ActorPair, Chart, GridMark } from '@briefbook/ast'
import { count, list } from '../../strings/en.js'
import { type Context, grid } from '../context.js'

/** From 1, on one side throughout, to -1, on opposed ones. */
const nearness = (pair: ActorPair | undefined) => (pair ? pair.normalised.together - pair.normalised.apart : 0)

/**
 * Actors in an order in which those who stand together are next to each other: beginning with the nearest pair, whoever is
 * nearest to an end of the row is put there. Who comes first in the codebook wins where two are equally near.
 */
export function inCamps(actors: readonly string[], pairOf: (a: string, b: string) => ActorPair | undefined): string[] {
  const near = (a: string, b: string) => nearness(pairOf(a, b))
  const left = [...actors]
  const first = left.shift()
  if (first === undefined) return []
  let best = { a: first, b: null as string | null, near: Number.NEGATIVE_INFINITY }
  actors.forEach((a, i) => {
    for (const b of actors.slice(i + 1)) if (near(a, b) > best.near) best = { a, b, near: near(a, b) }
  })
  const row = best.b === null ? [best.a] : [best.a, best.b]
  const open = new Set(actors.filter(actor => !row.includes(actor)))
  while (open.size > 0) {
    let next = { actor: '', atStart: false, near: Number.NEGATIVE_INFINITY }
    for (const actor of open) {
      for (const atStart of [false, true]) {
        const distance = near(actor, (atStart ? row[0] : row.at(-1)) as string)
        if (distance > next.near) next = { actor, atStart, near: distance }
      }
    }
    open.delete(next.actor)
    if (next.atStart) row.unshift(next.actor)
    else row.push(next.actor)
  }
  return row
}

/** Up to so many actors have their names above the columns; of more, each goes by its number in the codebook's order. */
export const mostNamedAbove = 10

/** Who stands with whom: above the diagonal on how many issues two actors are on one side, below it on how many apart. */
export function agreementPicture(context: Context): Chart[] {
  const { pairs } = context.analysis.agreements
  const found = new Map(
    pairs.flatMap(pair => [pair.actors, pair.actors.toReversed()].map(ids => [ids.join(' '), pair])),
  )
  const pairOf = (a: string, b: string) => found.get(`${a} ${b}`)
  const named = context.codebook.actors.filter(({ id }) => pairs.some(pair => pair.actors.includes(id)))
  if (named.length < 3) return []
  const nameOf = new Map(named.map(({ id, name }) => [id, name]))
  const numberOf = new Map(named.map(({ id }, i) => [id, String(i + 1)]))
  const isNumbered = named.length > mostNamedAbove
  const order = inCamps(
    named.map(({ id }) => id),
    pairOf,
  )
  const most = pairs.reduce((n, { together, apart }) => Math.max(n, together.length, apart.length), 1)
  const marks = order.flatMap((a, row) =>
    order.flatMap((b, column): GridMark[] => {
      if (a === b) return [{ row, column, area: 0, paint: null, text: '·', target: null }]
      const pair = pairOf(a, b)
      const upper = column > row
      const n = (upper ? pair?.together : pair?.apart)?.length ?? 0
      const paint = upper ? 'together' : 'apart'
      return n === 0 ? [] : [{ row, column, area: n / most, paint, text: `${upper ? '=' : '≠'}${n}`, target: null }]
    }),
  )
  const names = (pair: ActorPair) => pair.actors.map(id => nameOf.get(id) ?? id).join(' and ')
  const extreme = (of: 'together' | 'apart') => {
    const top = Math.max(0, ...pairs.map(pair => pair[of].length))
    const those = top === 0 ? [] : pairs.filter(pair => pair[of].length === top)
    return those.length === 0 || those.length > 3 ? '' : `${list(those.map(names))} (${top})`
  }
  const [together, apart] = [extreme('together'), extreme('apart')]
  return grid(context, {
    id: 'agreements-map',
    kind: 'agreement',
    caption: 'Together and apart',
    alternative: [
      `${count(order.length, 'actor')} in rows and columns, those who stand together next to each other: ${list(order.map(id => nameOf.get(id) ?? id))}.`,
      'Above the diagonal on how many issues two are on the same side, below it on how many on opposed sides.',
      ...(together === '' ? [] : [`Most often together: ${together}.`]),
      ...(apart === '' ? [] : [`Most often apart: ${apart}.`]),
    ].join(' '),
    rows: order.map(id => ({
      label: nameOf.get(id) ?? id,
      ...(isNumbered ? { sign: numberOf.get(id) ?? '' } : {}),
    })),
    columns: order.map(id => ({ label: (isNumbered ? numberOf : nameOf).get(id) ?? id })),
    marks,
    key: [
      { paint: 'together', sign: '=', label: 'issues on which both are on the same side (above the diagonal)' },
      { paint: 'apart', sign: '≠', label: 'issues on which they are on opposed sides (below it)' },
    ],
  })
}
