import type { ContentWords } from './content-words.js'

/** What makes things alike. */
export interface Likeness<T> {
  /** Only things with a key in common can be alike; groups found by the first key are tried first. */
  keys(thing: T): readonly string[]
  /** What a thing tells; empty for what is like nothing. */
  words(thing: T): ContentWords
  /** The least share of all their words that two things alike have in common. */
  leastShare: number
  /** Things of one kind have the same keys and words and are alike to the same others: one stands for all. */
  kind(thing: T): string
  /** Two things of one place are never alike. */
  place(thing: T): string
  alike(a: T, b: T): boolean
}

/** What things of one kind have in common. */
interface Kind<T> {
  /** The first of them, which stands for all. */
  thing: T
  /** How many there are. */
  count: number
  keys: readonly string[]
  /** The words by which groups are found that may take it; null where nothing else has one of its keys. */
  rarest: readonly string[] | null
}

class Group<T> {
  readonly members: T[] = []
  readonly #kinds = new Set<Kind<T>>()
  readonly #places = new Set<string>()

  /** Whether a thing is alike to all members: so no chain of likenesses ties together what is not. */
  takes({ thing }: Kind<T>, place: string, { alike }: Likeness<T>): boolean {
    if (this.#places.has(place)) return false
    for (const member of this.#kinds) if (!alike(member.thing, thing)) return false
    return true
  }

  /** @returns Whether the group had none of its kind. */
  add(thing: T, kind: Kind<T>, place: string): boolean {
    this.members.push(thing)
    this.#places.add(place)
    const isNew = !this.#kinds.has(kind)
    this.#kinds.add(kind)
    return isNew
  }
}

/**
 * The rarest words of a thing, so many that whatever has the least share in common with it has one of them among its
 * own: prefix filtering (Chaudhuri, Ganti and Kaushik, A primitive operator for similarity joins, 2006).
 */
function rarest(words: ContentWords, frequency: ReadonlyMap<string, number>, leastShare: number): string[] {
  // Of equally rare ones the order of their letters stays.
  const sorted = [...words].sort(([a], [b]) => (frequency.get(a) ?? 0) - (frequency.get(b) ?? 0))
  let left = words.reduce((sum, [, weight]) => sum + weight, 0)
  const least = left * leastShare
  const found: string[] = []
  for (const [word, weight] of sorted) {
    if (left < least) break
    found.push(word)
    left -= weight
  }
  return found
}

/** The groups that hold a thing with a key and one of some words, in the order in which they came to the key. */
class Filed<T> {
  readonly #byWord = new Map<string, Group<T>[]>()
  readonly #order = new Map<Group<T>, number>()

  find(words: readonly string[]): Group<T>[] {
    const found = new Set<Group<T>>()
    for (const word of words) for (const group of this.#byWord.get(word) ?? []) found.add(group)
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

/** In how many things of some kinds each string stands. */
function countAll<T>(
  kinds: readonly Kind<T>[],
  stringsOf: (kind: Kind<T>) => readonly string[],
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const kind of kinds) for (const one of stringsOf(kind)) counts.set(one, (counts.get(one) ?? 0) + kind.count)
  return counts
}

function listKinds<T>(things: readonly T[], likeness: Likeness<T>): { kinds: Kind<T>[]; kindOf: Kind<T>[] } {
  const byName = new Map<string, Kind<T>>()
  const kindOf = things.map(thing => {
    const name = likeness.kind(thing)
    const kind = byName.get(name) ?? { thing, count: 0, keys: likeness.keys(thing), rarest: null }
    byName.set(name, kind)
    kind.count++
    return kind
  })
  return { kinds: [...byName.values()], kindOf }
}

/**
 * Puts things that are alike into groups, in their order: each goes to the first group with all of whose members it is
 * alike (complete linkage).
 *
 * @returns The groups of more than one, in the order of their first members.
 */
export function groupAlike<T>(things: readonly T[], likeness: Likeness<T>): T[][] {
  const { kinds, kindOf } = listKinds(things, likeness)
  const perKey = countAll(kinds, ({ keys }) => keys)
  const compared = kinds.filter(({ keys }) => keys.some(key => (perKey.get(key) as number) > 1))
  const frequency = countAll(compared, ({ thing }) => likeness.words(thing).map(([word]) => word))
  for (const kind of compared) kind.rarest = rarest(likeness.words(kind.thing), frequency, likeness.leastShare)
  const groups: Group<T>[] = []
  const byKey = new Map([...perKey.keys()].map(key => [key, new Filed<T>()]))
  things.forEach((thing, i) => {
    const kind = kindOf[i] as Kind<T>
    const words = kind.rarest
    if (words === null) return
    const place = likeness.place(thing)
    const filed = kind.keys.map(key => byKey.get(key) as Filed<T>)
    let group: Group<T> | undefined
    for (const known of filed) group ??= known.find(words).find(one => one.takes(kind, place, likeness))
    if (!group) {
      group = new Group()
      groups.push(group)
    }
    if (group.add(thing, kind, place)) for (const known of filed) known.add(group, words)
  })
  return groups.map(({ members }) => members).filter(members => members.length > 1)
}
