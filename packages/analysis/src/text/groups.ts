import type { ContentWords } from './content-words.js'

/** A function of texts that works each one out once. */
export function memoised<T>(make: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>()
  return text => {
    const found = known.get(text) ?? make(text)
    known.set(text, found)
    return found
  }
}

/** What makes things alike. */
export interface Likeness<T> {
  /** Only things with a key in common can be alike; groups found by the first key are tried first. */
  keys(thing: T): readonly string[]
  /** What a thing tells. Asked for only where another thing has one of its keys; empty for what is like nothing. */
  words(thing: T): ContentWords
  /** The least share of all their words that two things alike have in common. */
  leastShare: number
  /** Things of one kind have the same keys and words and are alike to the same others: one stands for all. */
  kind(thing: T): string
  /** Two things of one place are never alike. */
  place(thing: T): string
  alike(a: T, b: T): boolean
}

class Group<T> {
  readonly members: T[] = []
  readonly #kinds = new Map<string, T>()
  readonly #places = new Set<string>()

  /** Whether a thing is alike to all members: so no chain of likenesses ties together what is not. */
  takes(thing: T, { alike, place }: Likeness<T>): boolean {
    if (this.#places.has(place(thing))) return false
    for (const member of this.#kinds.values()) if (!alike(member, thing)) return false
    return true
  }

  /** @returns Whether the group had none of its kind. */
  add(thing: T, { kind, place }: Likeness<T>): boolean {
    this.members.push(thing)
    this.#places.add(place(thing))
    const own = kind(thing)
    const isNew = !this.#kinds.has(own)
    if (isNew) this.#kinds.set(own, thing)
    return isNew
  }
}

/**
 * The rarest words of a thing, so many that whatever has the least share in common with it has one of them among its
 * own: prefix filtering (Chaudhuri, Ganti and Kaushik, A primitive operator for similarity joins, 2006).
 */
function rarest(words: ContentWords, frequency: ReadonlyMap<string, number>, leastShare: number): string[] {
  const sorted = [...words.keys()].sort(
    (a, b) => (frequency.get(a) ?? 0) - (frequency.get(b) ?? 0) || (a < b ? -1 : a > b ? 1 : 0),
  )
  let left = 0
  for (const weight of words.values()) left += weight
  const least = left * leastShare
  const found: string[] = []
  for (const word of sorted) {
    if (left < least) break
    found.push(word)
    left -= words.get(word) as number
  }
  return found
}

/** The groups that hold a thing with a key and one of some words, in the order in which they came to the key. */
class Filed<T> {
  readonly #byWord = new Map<string, Group<T>[]>()
  readonly #order = new Map<Group<T>, number>()

  find(words: readonly string[]): Group<T>[] {
    const found = new Set(words.flatMap(word => this.#byWord.get(word) ?? []))
    return [...found].sort((a, b) => (this.#order.get(a) as number) - (this.#order.get(b) as number))
  }

  add(group: Group<T>, words: readonly string[]): void {
    if (!this.#order.has(group)) this.#order.set(group, this.#order.size)
    for (const word of words) {
      const groups = this.#byWord.get(word)
      if (!groups) this.#byWord.set(word, [group])
      else if (!groups.includes(group)) groups.push(group)
    }
  }
}

function countAll(lists: Iterable<Iterable<string>>): Map<string, number> {
  const counts = new Map<string, number>()
  for (const list of lists) for (const one of list) counts.set(one, (counts.get(one) ?? 0) + 1)
  return counts
}

/**
 * Puts things that are alike into groups, in their order: each goes to the first group with all of whose members it is
 * alike (complete linkage).
 *
 * @returns The groups of more than one, in the order of their first members.
 */
export function groupAlike<T>(things: readonly T[], likeness: Likeness<T>): T[][] {
  const perKey = countAll(things.map(likeness.keys))
  const compared = things.filter(thing => likeness.keys(thing).some(key => (perKey.get(key) as number) > 1))
  const frequency = countAll(compared.map(thing => likeness.words(thing).keys()))
  const groups: Group<T>[] = []
  const byKey = new Map([...perKey.keys()].map(key => [key, new Filed<T>()]))
  for (const thing of compared) {
    const words = rarest(likeness.words(thing), frequency, likeness.leastShare)
    const filed = likeness.keys(thing).map(key => byKey.get(key) as Filed<T>)
    let group: Group<T> | undefined
    for (const groups of filed) group ??= groups.find(words).find(one => one.takes(thing, likeness))
    if (!group) {
      group = new Group()
      groups.push(group)
    }
    if (group.add(thing, likeness)) for (const groups of filed) groups.add(group, words)
  }
  return groups.map(({ members }) => members).filter(members => members.length > 1)
}
