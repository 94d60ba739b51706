/** One or more actors that a sentence spoke of as one. */
export interface Referent {
  actors: string[]
  plural: boolean
}

/** A referent, and in which sentence it was spoken of. */
type Placed = Referent & { sentence: number }

/** A pair that was a subject longer ago than this yields to two that were named since. */
const pairLasts = 2

/**
 * What has been spoken of so far in a source, for words that point back. A pronoun takes the last fitting subject,
 * else the last fitting actor named at all (subjects carry on: the centring of Grosz, Joshi and Weinstein 1995).
 */
export class Discourse {
  #names: ReadonlyMap<string, string> = new Map()
  #subjects: Placed[] = []
  #mentions: Placed[] = []
  #sentence = 0

  /** What is known now, for a later look; nothing that comes changes it. */
  copy(): Discourse {
    const copy = new Discourse()
    copy.#names = this.#names
    copy.#subjects = this.#subjects
    copy.#mentions = this.#mentions
    copy.#sentence = this.#sentence
    return copy
  }

  /** At the head of a sentence. */
  startSentence(): void {
    this.#sentence++
  }

  /** At the head of a section nothing in front of it is pointed to. */
  startSection(): void {
    this.#subjects = []
    this.#mentions = []
  }

  /** Notes by what name the text last called an actor. */
  call(actor: string, name: string): void {
    if (this.#names.get(actor) !== name) this.#names = new Map([...this.#names, [actor, name]])
  }

  nameOf(actor: string): string | null {
    return this.#names.get(actor) ?? null
  }

  #placed({ actors, plural }: Referent): Placed {
    return { actors, plural, sentence: this.#sentence }
  }

  subject(referent: Referent): void {
    this.#subjects = [this.#placed(referent), ...this.#subjects.slice(0, 3)]
  }

  mention(referent: Referent): void {
    this.#mentions = [this.#placed(referent), ...this.#mentions.slice(0, 5)]
  }

  /** `it` */
  singular(): Referent | null {
    const fits = (referent: Referent) => referent.actors.length === 1
    return (
      this.#subjects.find(r => fits(r) && !r.plural) ?? this.#subjects.find(fits) ?? this.#mentions.find(fits) ?? null
    )
  }

  /** `they` */
  plural(): Referent | null {
    const fits = (referent: Referent) => referent.plural || referent.actors.length > 1
    return this.#subjects.find(fits) ?? this.#mentions.find(fits) ?? null
  }

  /** `both countries`, `the two` */
  pair(): Referent | null {
    const fits = (referent: Referent) => referent.actors.length === 2
    const found = this.#subjects.find(fits) ?? this.#mentions.find(fits) ?? null
    const since = this.#mentions.filter(({ sentence }) => sentence >= (found?.sentence ?? 0))
    const named = [...new Set(since.flatMap(referent => referent.actors))].slice(0, 2)
    const stale = found === null || this.#sentence - found.sentence > pairLasts
    if (stale && named.length === 2) return { actors: named, plural: true }
    return found
  }
}
