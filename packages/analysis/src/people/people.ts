import type { Codebook, NamedPerson, PersonRole, Statement } from '@briefbook/ast'
import type { Sighting } from './sightings.js'

const wordsOf = (name: string) => name.split(/\s+/)
const lastOf = (name: string) => wordsOf(name).at(-1) as string
const firstOf = (name: string) => wordsOf(name)[0] as string
const isFull = (name: string) => /\s/.test(name)
/** `Erdoğan` and `Erdogan` are one. */
const keyOf = (name: string) =>
  (/[^ -~]/.test(name) ? name.normalize('NFKD').replace(/\p{M}/gu, '') : name).toLowerCase()
/** A name that is told by its words from the second on, the third on, and so on. */
function* endingsOf(key: string): Generator<string> {
  for (let at = key.indexOf(' '); at >= 0; at = key.indexOf(' ', at + 1)) yield key.slice(at + 1)
}

interface Group {
  name: string
  sightings: Sighting[]
}

/** Sightings of each full name together; a longer form takes in a shorter one that it ends in. */
function groupFullNames(sightings: readonly Sighting[]): Group[] {
  const groups = new Map<string, Group>()
  for (const sighting of sightings) {
    const name = sighting.known?.name ?? sighting.name
    if (!sighting.known && !isFull(name)) continue
    const group = groups.get(keyOf(name)) ?? { name, sightings: [] }
    groups.set(keyOf(name), group)
    group.sightings.push(sighting)
  }
  const longer = new Map<string, string>()
  for (const key of groups.keys()) for (const ending of endingsOf(key)) if (!longer.has(ending)) longer.set(ending, key)
  for (const [key, { sightings: own }] of groups) {
    let whole = key
    while (longer.has(whole)) whole = longer.get(whole) as string
    if (whole !== key) groups.get(whole)?.sightings.push(...own)
  }
  return [...groups].filter(([key]) => !longer.has(key)).map(([, group]) => group)
}

/** Names of one word, by their source and in the whole. */
const bareNames = (sightings: readonly Sighting[]) => sightings.filter(s => !s.known && !isFull(s.name))

/** A name as one source has it. */
const within = (source: string, name: string) => `${source} ${keyOf(name)}`

/**
 * Whether the words beside a name, a codebook or a statement show that it is a person's.
 *
 * @param bare      Names of one word, each with its source.
 * @param speakers  Whom statements name as speaking, likewise.
 */
function isPerson({ sightings }: Group, bare: ReadonlySet<string>, speakers: ReadonlySet<string>): boolean {
  return sightings.some(({ known, shownBy, name, source }) => {
    if (known !== null || shownBy === 'title' || shownBy === 'apposition') return true
    const spoken = shownBy === 'speech' || speakers.has(within(source, name))
    // A body speaks too; by its last word alone one goes on to name a person.
    return spoken && bare.has(within(source, lastOf(name)))
  })
}

/** Files things under each of their keys, in their order. */
function fileBy<T>(things: readonly T[], keys: (thing: T) => Iterable<string>): Map<string, T[]> {
  const filed = new Map<string, T[]>()
  for (const thing of things) {
    for (const key of keys(thing)) {
      const list = filed.get(key)
      if (list) list.push(thing)
      else filed.set(key, [thing])
    }
  }
  return filed
}

/** Gives names of one word to the persons they are short for: of the same source first; what stays over are persons of their own, if a title says so. */
function joinBareNames(persons: readonly Group[], bare: readonly Sighting[], surnames: ReadonlySet<string>): Group[] {
  const own = new Map<string, Group>()
  const sourcesOf = new Map(persons.map(person => [person, new Set(person.sightings.map(s => s.source))]))
  const here = (part: (name: string) => string) =>
    fileBy(persons, person => [...(sourcesOf.get(person) ?? [])].map(source => within(source, part(person.name))))
  const [byLast, byFirst] = [here(lastOf), here(firstOf)]
  const anywhere = fileBy(persons, ({ name }) => [keyOf(lastOf(name))])
  for (const sighting of bare) {
    const { name, source, shownBy } = sighting
    // Where the family name comes first, it is the first word that a text goes on with.
    const owner =
      byLast.get(within(source, name))?.[0] ??
      byFirst.get(within(source, name))?.find(person => !surnames.has(within(source, lastOf(person.name))))
    if (owner) {
      owner.sightings.push(sighting)
      continue
    }
    if (shownBy !== 'title') continue
    const elsewhere = anywhere.get(keyOf(name)) ?? []
    if (elsewhere.length === 1) elsewhere[0]?.sightings.push(sighting)
    else {
      const group = own.get(keyOf(name)) ?? { name, sightings: [] }
      own.set(keyOf(name), group)
      group.sightings.push(sighting)
    }
  }
  return [...own.values()]
}

/** Each wording once; one that stands within another says no more than that. */
function distinctRoles(sightings: readonly Sighting[]): PersonRole[] {
  const roles = new Map<string, PersonRole>()
  for (const { role, source, anchor, span } of sightings.flatMap(s => s.roles))
    if (!roles.has(keyOf(role))) roles.set(keyOf(role), { role, source, anchor, span })
  const keys = [...roles.keys()]
  return [...roles].filter(([key]) => !keys.some(other => other !== key && other.includes(key))).map(([, role]) => role)
}

/** The value that is there most often, the first of equal ones; null where there is none. */
function mostOften(values: readonly string[]): string | null {
  const counts = new Map<string, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return (
    [...counts].reduce<[string, number] | null>((best, one) => (best && best[1] >= one[1] ? best : one), null)?.[0] ??
    null
  )
}

/**
 * The persons whom the sources name, from where each source names them.
 *
 * @param placeOf  Of each anchor its place in the order of the sources and their text.
 */
export function listPeople(
  sightings: readonly Sighting[],
  codebook: Codebook,
  statements: readonly Statement[],
  placeOf: ReadonlyMap<string, number>,
): NamedPerson[] {
  const bare = bareNames(sightings)
  const surnames = new Set(bare.map(({ source, name }) => within(source, name)))
  const speakers = new Set(statements.flatMap(s => (s.speaker === null ? [] : [within(s.source, s.speaker)])))
  const full = groupFullNames(sightings).filter(group => isPerson(group, surnames, speakers))
  const groups = [...full, ...joinBareNames(full, bare, surnames)]
  const quoted = fileBy(
    statements.filter(({ rule }) => rule === 'speaker-says'),
    ({ speaker }) => (speaker === null ? [] : [keyOf(speaker)]),
  )
  const rank = new Map(codebook.actors.map(({ id }, i) => [id, i]))
  const persons = groups.map(({ name, sightings: own }): NamedPerson => {
    const known = own.find(s => s.known)?.known ?? null
    const byRole = mostOften(own.flatMap(s => s.roles.flatMap(({ actor }) => actor ?? [])))
    const speaksFor = new Set(quoted.get(keyOf(name))?.map(s => s.actor))
    return {
      name,
      actor: known?.actor ?? byRole ?? (speaksFor.size === 1 ? ([...speaksFor][0] as string) : null),
      offices: codebook.actors.flatMap(a => a.people).find(p => p.name === known?.name)?.offices ?? [],
      roles: distinctRoles(own),
      anchors: [...new Set(own.map(s => s.anchor))].sort((a, b) => (placeOf.get(a) ?? 0) - (placeOf.get(b) ?? 0)),
    }
  })
  const order = ({ actor }: NamedPerson) => (actor === null ? codebook.actors.length : (rank.get(actor) ?? 0))
  return persons
    .map((person, i) => ({ person, i }))
    .sort((a, b) => order(a.person) - order(b.person) || b.person.anchors.length - a.person.anchors.length || a.i - b.i)
    .map(({ person }) => person)
}
