import type { Actor, Office } from '@briefbook/ast'
import { type Piece, toPieces } from '../text/pieces.js'

/** Dates are compared as far as both are known: an office of `2014` covers 2014-05-26. */
export function compareDates(a: string, b: string): number {
  const length = Math.min(a.length, b.length)
  const [x, y] = [a.slice(0, length), b.slice(0, length)]
  return x < y ? -1 : x > y ? 1 : 0
}

/** Whether an office is held at the date of a source. Of a source without a date it is not known, unless it has no end. */
export function isHeld({ from, until }: Office, date: string | null): boolean {
  if (from === null && until === null) return true
  if (date === null) return false
  return (from === null || compareDates(from, date) <= 0) && (until === null || compareDates(date, until) <= 0)
}

/** Whether two offices may be held at once. */
export const overlap = (a: Office, b: Office): boolean =>
  (a.until === null || b.from === null || compareDates(b.from, a.until) <= 0) &&
  (b.until === null || a.from === null || compareDates(a.from, b.until) <= 0)

const titleCase = (role: string) =>
  role.replace(/\p{L}[\p{L}\p{M}]*/gu, word =>
    /^(?:of|the|for|and|to)$/.test(word) ? word : word.charAt(0).toUpperCase() + word.slice(1),
  )

/** `Russian foreign minister`, `Russia's Foreign Minister`, `foreign minister of Russia`: an office in an actor's name. */
export function* officeNames(names: readonly string[], { role }: Pick<Office, 'role'>): Generator<string> {
  const roles = new Set([role, role.toLowerCase(), titleCase(role.toLowerCase())])
  for (const name of names) {
    for (const one of roles) {
      yield `${name} ${one}`
      yield `${name}'s ${one}`
      yield `${name}' ${one}`
      yield `${one} of ${name}`
      yield `${one} of the ${name}`
    }
  }
}

/** Words in front that make the office another's or a past one. */
const notHolder =
  /^(?:acting|assistant|associate|caretaker|deputy|ex|former|future|incoming|late|next|onetime|outgoing|previous|retired|shadow|then|vice)$/

const isCapitalised = (piece: Piece | undefined) => piece !== undefined && /^\p{Lu}/u.test(piece.text)
const addresses = /^(?:Mr|Mrs|Ms|Dr|Sir|Lord|Dame|General|Marshal|Ambassador)$/

/**
 * Whether the words around an office leave it to its holder: `the deputy Russian foreign minister`, `Russia's foreign
 * minister, Ivan Petrov` and `foreign minister-designate` are somebody else.
 *
 * @param first  Index of the first piece of the office.
 * @param end    Index of the piece behind it.
 */
export function isTheHolder(pieces: readonly Piece[], first: number, end: number, person: string): boolean {
  const before = pieces[first - 1]?.text === '-' ? pieces[first - 2] : pieces[first - 1]
  if (before && notHolder.test(before.text.toLowerCase())) return false
  if (pieces[end]?.text === '-') return false
  let next = pieces[end]?.text === ',' ? end + 1 : end
  while (addresses.test(pieces[next]?.text ?? '') || (pieces[next]?.text === '.' && next > end)) next++
  const own = new Set(toPieces(person).map(piece => piece.text))
  let named = false
  for (let i = next; isCapitalised(pieces[i]); i++) {
    if (own.has((pieces[i] as Piece).text)) return true
    named = true
  }
  return !named
}

/** The offices that people hold for an actor. */
export const officeHolders = (actor: Actor): { person: string; office: Office }[] =>
  actor.people.flatMap(({ name, offices }) => offices.map(office => ({ person: name, office })))
