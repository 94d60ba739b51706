import { fold } from './fold.js'
import { type Piece, toPieces } from './pieces.js'

/** How a phrase is compared with a text. */
export interface PhraseOptions {
  /** Whether a phrase in capitals throughout counts too, as headings set it. */
  capitals?: boolean
  /** Whether a plural `s` behind the last word counts too. */
  plural?: boolean
}

interface Step {
  text: string
  lower: string
  /** A `*` behind the word: any ending. */
  prefix: boolean
}

interface Entry<T> {
  steps: Step[]
  asWritten: boolean
  options: PhraseOptions
  value: T
}

/** A phrase found: its value and where it stands. */
export interface Found<T> {
  value: T
  start: number
  end: number
  /** Which of the words and signs it begins with, and how many of them it is long. */
  at: number
  length: number
}

function toSteps(phrase: string): Step[] {
  const steps: Step[] = []
  for (const { text } of toPieces(fold(phrase))) {
    const last = steps.at(-1)
    if (text === '*') {
      if (last) last.prefix = true
    } else steps.push({ text, lower: text.toLowerCase(), prefix: false })
  }
  return steps
}

/** `engage*` stands for `engaging` too: an e that English drops in front of an ending may be missing. */
const startsWith = (word: string, beginning: string) =>
  word.startsWith(beginning) ||
  (beginning.length > 4 &&
    /e$/i.test(beginning) &&
    word.length > beginning.length &&
    word.startsWith(`${beginning.slice(0, -1)}ing`))

/** Length of the beginning that words with any ending are filed under; a shorter phrase is filed under all of itself. */
const keyLength = 3

/**
 * Phrases, filed by their first word, so that a text is read once however many phrases there are.
 *
 * A `*` at the end of a word stands for any ending. A phrase with a capital letter is matched as written, any other
 * without regard to case.
 */
export class PhraseIndex<T> {
  readonly #words = new Map<string, Entry<T>[]>()
  readonly #beginnings = new Map<string, Entry<T>[]>()

  add(phrase: string, value: T, options: PhraseOptions = {}): void {
    const steps = toSteps(phrase)
    const first = steps[0]
    if (!first) return
    const entry = { steps, asWritten: /\p{Lu}/u.test(phrase), options, value }
    const prefix = first.prefix || (options.plural && steps.length === 1)
    const [index, key] = prefix
      ? ([this.#beginnings, first.lower.slice(0, keyLength)] as const)
      : ([this.#words, first.lower] as const)
    const entries = index.get(key)
    if (entries) entries.push(entry)
    else index.set(key, [entry])
  }

  /** All phrases that stand in a folded text, at every place, overlapping ones too; by place, then longest first. */
  find(pieces: readonly Piece[]): Found<T>[] {
    const found: Found<T>[] = []
    const lower = pieces.map(piece => piece.text.toLowerCase())
    for (let i = 0; i < pieces.length; i++) {
      const word = lower[i] as string
      const here: Found<T>[] = []
      const look = (entries: Entry<T>[] | undefined) => {
        for (const entry of entries ?? []) {
          if (!this.#standsAt(entry, pieces, lower, i)) continue
          const length = entry.steps.length
          const last = pieces[i + length - 1] as Piece
          here.push({ value: entry.value, start: (pieces[i] as Piece).start, end: last.end, at: i, length })
        }
      }
      look(this.#words.get(word))
      for (let n = 1; n <= Math.min(keyLength, word.length); n++) look(this.#beginnings.get(word.slice(0, n)))
      found.push(...here.sort((a, b) => b.length - a.length))
    }
    return found
  }

  #standsAt({ steps, asWritten, options }: Entry<T>, pieces: readonly Piece[], lower: string[], at: number): boolean {
    if (at + steps.length > pieces.length) return false
    const equal = (step: Step, i: number, last: boolean) => {
      const given = asWritten ? (pieces[i] as Piece).text : (lower[i] as string)
      const wanted = asWritten ? step.text : step.lower
      const fits = (a: string, b: string) =>
        step.prefix
          ? startsWith(a, b)
          : a === b || (last && options.plural === true && (a === `${b}s` || a === `${b}S`))
      return (
        fits(given, wanted) || (options.capitals === true && wanted.length > 3 && fits(given, wanted.toUpperCase()))
      )
    }
    return steps.every((step, k) => equal(step, at + k, k === steps.length - 1))
  }
}

/** Of phrases that overlap, the longest, and of equally long ones the first: each place belongs to one phrase. */
export function longestOnly<F extends { start: number; end: number }>(found: readonly F[]): F[] {
  const kept: F[] = []
  const byLength = [...found].sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start)
  const taken = new Set<number>()
  for (const one of byLength) {
    let free = true
    for (let i = one.start; i < one.end && free; i++) free = !taken.has(i)
    if (!free) continue
    for (let i = one.start; i < one.end; i++) taken.add(i)
    kept.push(one)
  }
  return kept.sort((a, b) => a.start - b.start)
}
