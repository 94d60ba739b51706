import { type Piece, readPieces } from './pieces.js'

/** How a phrase is compared with a text. */
export interface PhraseOptions {
  /** Whether a phrase in capitals throughout counts too, as headings set it. */
  capitals?: boolean
  /** Whether a plural `s` behind the last word counts too. */
  plural?: boolean
}

interface Step {
  /** The word itself, and in capitals where that counts too. */
  forms: readonly string[]
  /** A `*` behind the word: any ending. */
  prefix: boolean
  /** A plural `s` behind it counts too. */
  plural: boolean
}

interface Entry<T> {
  steps: readonly Step[]
  asWritten: boolean
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

/** The words of a phrase; a `*` ends the word in front of it. */
function wordsOf(phrase: string): (Piece & { prefix: boolean })[] {
  const words: (Piece & { prefix: boolean })[] = []
  for (const piece of readPieces(phrase)) {
    const last = words.at(-1)
    if (piece.text !== '*') words.push({ ...piece, prefix: false })
    else if (last) last.prefix = true
  }
  return words
}

/** `engage*` stands for `engaging` too: an e that English drops in front of an ending may be missing. */
const startsWith = (word: string, beginning: string): boolean =>
  word.startsWith(beginning) ||
  (beginning.length > 4 &&
    /e$/i.test(beginning) &&
    word.length > beginning.length &&
    word.startsWith(`${beginning.slice(0, -1)}ing`))

const fitsPlural = (given: string, form: string) =>
  given.length === form.length + 1 && /s$/i.test(given) && given.startsWith(form)

const fits = (given: string, { forms, prefix, plural }: Step): boolean =>
  forms.some(form => given === form || (prefix && startsWith(given, form)) || (plural && fitsPlural(given, form)))

/** Shorter words in capitals throughout may be others. */
const leastInCapitals = 4

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
  /** For each beginning of a word that was looked up, those of the shorter ones too. */
  readonly #begun = new Map<string, readonly Entry<T>[]>()

  add(phrase: string, value: T, options: PhraseOptions = {}): void {
    const words = wordsOf(phrase)
    const first = words[0]
    if (!first) return
    const asWritten = /\p{Lu}/u.test(phrase)
    const steps = words.map(({ text, lower, prefix }, k): Step => {
      const form = asWritten ? text : lower
      const capitals = options.capitals === true && form.length >= leastInCapitals
      const plural = options.plural === true && !prefix && k === words.length - 1
      return { forms: capitals ? [form, form.toUpperCase()] : [form], prefix, plural }
    })
    const prefix = first.prefix || (options.plural && steps.length === 1)
    const [index, key] = prefix
      ? ([this.#beginnings, first.lower.slice(0, keyLength)] as const)
      : ([this.#words, first.lower] as const)
    const entries = index.get(key)
    const entry = { steps, asWritten, value }
    if (entries) entries.push(entry)
    else index.set(key, [entry])
    this.#begun.clear()
  }

  #begunWith(beginning: string): readonly Entry<T>[] {
    const known = this.#begun.get(beginning)
    if (known) return known
    const all: Entry<T>[] = []
    for (let n = 1; n <= beginning.length; n++) all.push(...(this.#beginnings.get(beginning.slice(0, n)) ?? []))
    this.#begun.set(beginning, all)
    return all
  }

  /** All phrases that stand in a text, at every place, overlapping ones too; by place, then longest first. */
  find(pieces: readonly Piece[]): Found<T>[] {
    const found: Found<T>[] = []
    for (let at = 0; at < pieces.length; at++) {
      const { lower, start } = pieces[at] as Piece
      const here: Found<T>[] = []
      const look = (entry: Entry<T>) => {
        if (!this.#standsAt(entry, pieces, at)) return
        const length = entry.steps.length
        here.push({ value: entry.value, start, end: (pieces[at + length - 1] as Piece).end, at, length })
      }
      this.#words.get(lower)?.forEach(look)
      this.#begunWith(lower.slice(0, keyLength)).forEach(look)
      if (here.length > 1) here.sort((a, b) => b.length - a.length)
      found.push(...here)
    }
    return found
  }

  #standsAt({ steps, asWritten }: Entry<T>, pieces: readonly Piece[], at: number): boolean {
    if (at + steps.length > pieces.length) return false
    return steps.every((step, k) => {
      const { text, lower } = pieces[at + k] as Piece
      return fits(asWritten ? text : lower, step)
    })
  }
}

/** Of phrases that overlap, the longest, and of equally long ones the first: each place belongs to one phrase. */
export function longestOnly<F extends { start: number; end: number }>(found: readonly F[]): F[] {
  const inOrder = [...found].sort((a, b) => a.start - b.start)
  if (inOrder.every(({ end }, i) => end <= (inOrder[i + 1]?.start ?? Number.POSITIVE_INFINITY))) return inOrder
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
