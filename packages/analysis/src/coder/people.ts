/** Somebody who has been named: whom `he`, `the envoy` and a bare surname point back to. */
export interface KnownPerson {
  /** As the source first names the person, or the group of them: `Jane Roe`, `senior officials`. */
  name: string
  /** The noun that says what the person is: `diplomat`; null where none did. */
  role: string | null
  /** The actor for whom the person speaks; null for one who speaks for nobody in the codebook. */
  actor: string | null
}

const lastWord = (name: string) => name.split(/\s+/).at(-1) as string

/** The persons of a source, as far as it has been read. */
export class People {
  readonly #bySurname = new Map<string, KnownPerson>()
  #last: KnownPerson | null = null
  #lastPlural: KnownPerson | null = null

  meet(person: KnownPerson): KnownPerson {
    const known = this.#bySurname.get(lastWord(person.name))
    // A role that is told later does not take away what is known.
    const merged = known
      ? { name: known.name, role: person.role ?? known.role, actor: known.actor ?? person.actor }
      : person
    this.#bySurname.set(lastWord(merged.name), merged)
    this.#last = merged
    return merged
  }

  meetPlural(people: KnownPerson): void {
    this.#lastPlural = people
  }

  /** `he`, `she` */
  get last(): KnownPerson | null {
    return this.#last
  }

  /** `they`, of those who speak */
  get lastPlural(): KnownPerson | null {
    return this.#lastPlural
  }

  /** `Smith` */
  named(name: string): KnownPerson | null {
    return this.#bySurname.get(lastWord(name)) ?? null
  }

  /** `the diplomat` */
  withRole(role: string): KnownPerson | null {
    if (this.#last?.role === role) return this.#last
    return [...this.#bySurname.values()].findLast(person => person.role === role) ?? null
  }
}
