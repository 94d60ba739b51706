import { officials } from '../lexicons/people.js'
import { givenNames, personsNames } from '../lexicons/places.js'
import type { Piece } from '../text/pieces.js'

const isCapitalised = (piece: Piece | undefined): piece is Piece =>
  piece !== undefined && /^\p{Lu}\p{Ll}/u.test(piece.text)
const isUpper = (piece: Piece | undefined) => piece !== undefined && /^\p{Lu}{2,}$/u.test(piece.text)

/** Names in capitals that are words of English in a line of capitals: `JOIN US NOW`. */
const words = new Set(['AU', 'US', 'WHO'])

/** Words that have no capital in a heading either. */
const small = new Set(['and', 'but', 'for', 'from', 'over', 'the', 'with'])

/** How far around a name it is looked whether every word has a capital, as in headings. */
const around = 6

/** `Talks With Jordan Resume`: where every word has a capital, one behind a name tells nothing. */
function isTitleCase(pieces: readonly Piece[], at: number): boolean {
  const near = pieces
    .slice(Math.max(0, at - around), at + around + 1)
    .filter(({ text }) => /^\p{L}{3,}/u.test(text) && !small.has(text))
  return near.length > 3 && near.every(isCapitalised)
}

/**
 * Whether the words around a name of one word show that it is no country: a person (`Georgia Holm`, `Jack London`) or,
 * in a line of capitals, a word (`JOIN US NOW`).
 */
export function isNoCountry(pieces: readonly Piece[], at: number): boolean {
  const name = (pieces[at] as Piece).text
  const [before, next] = [pieces[at - 1], pieces[at + 1]]
  if (words.has(name)) return isUpper(before) && isUpper(next)
  if (personsNames.family.has(name) && before && givenNames.has(before.text)) return true
  const surname = isCapitalised(next) && !officials.has(next.text.toLowerCase())
  return personsNames.given.has(name) && surname && !isTitleCase(pieces, at)
}
