import type { Codebook, NamedPerson, PersonRole, Statement } from '@briefbook/ast'
import type { Sighting } from './sightings.js'

const wordsOf = (name: string) => name.split(/\s+/)
const lastOf = (name: string) => wordsOf(name).at(-1) as string
const firstOf = (name: string) => wordsOf(name)[0] as string
const isFull = (name: string) => wordsOf(name).length > 1
/** `Erdoğan` and `Erdogan` are one. */
const keyOf = (name: string) => name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
const endsWith = (long: string, short: string) => keyOf(long).endsWith(` ${keyOf(short)}`)

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
  const list = [...groups.values()]
  return list.filter(group => {
    const longer = list.find(other => endsWith(other.name, group.name))
    longer?.sightings.push(...group.sightings)
    return !longer
  })
}

/** Names of one word, by their source and in the whole. */
const bareNames = (sightings: readonly Sighting[]) => sightings.filter(s => !s.known && !isFull(s.name))

/** Whether the words beside a name, a codebook or a statement show that it is a person's. */
function isPerson({ sightings }: Group, bare: readonly Sighting[], speakers: ReadonlySet<string>): boolean {
  return sightings.some(({ known, shownBy, name, source }) => {
    if (known !== null || shownBy === 'title' || shownBy === 'apposition') return true
    const spoken = shownBy === 'speech' || speakers.has(`${source} ${keyOf(name)}`)
    // A body speaks too; by its last word alone one goes on to name a person.
    return spoken && bare.some(other => other.source === source && keyOf(other.name) === keyOf(lastOf(name)))
  })
}

/** Gives names of one word to the persons they are short for: of the same source first; what stays over are persons of their own, if a title says so. */
function joinBareNames(persons: readonly Group[], bare: readonly Sighting[]): Group[] {
  const own = new Map<string, Group>()
  const sourcesOf = new Map(persons.map(person => [person, new Set(person.sightings.map(s => s.source))]))
  const takes = (part: (name: string) => string, name: string) => (person: Group) =>
    keyOf(part(person.name)) === keyOf(name)
  const surnames = new Set(bare.map(s => `${s.source} ${keyOf(s.name)}`))
  for (const sighting of bare) {
    const { name, source, shownBy } = sighting
    const here = persons.filter(person => sourcesOf.get(person)?.has(source))
    // Where the family name comes first, it is the first word that a text goes on with.
    const owner =
      here.find(takes(lastOf, name)) ??
      here.find(person => takes(firstOf, name)(person) && !surnames.has(`${source} ${keyOf(lastOf(person.name))}`))
    if (owner) {
      owner.sightings.push(sighting)
      continue
    }
    if (shownBy !== 'title') continue
    const elsewhere = persons.filter(takes(lastOf, name))
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
  const roles = sightings.flatMap(s => s.roles)
  const keys = roles.map(({ role }) => keyOf(role))
  return roles
    .filter((_, i) => {
      const key = keys[i] as string
      return keys.indexOf(key) === i && !keys.some(other => other !== key && other.includes(key))
    })
    .map(({ role, source, anchor, span }) => ({ role, source, anchor, span }))
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

/** The persons whom the sources name, from where each source names them. */
export function listPeople(
  sightings: readonly Sighting[],
  codebook: Codebook,
  statements: readonly Statement[],
  anchors: readonly string[],
): NamedPerson[] {
  const bare = bareNames(sightings)
  const speakers = new Set(statements.flatMap(s => (s.speaker === null ? [] : [`${s.source} ${keyOf(s.speaker)}`])))
  const full = groupFullNames(sightings).filter(group => isPerson(group, bare, speakers))
  const groups = [...full, ...joinBareNames(full, bare)]
  const place = new Map(anchors.map((anchor, i) => [anchor, i]))
  const rank = new Map(codebook.actors.map(({ id }, i) => [id, i]))
  const persons = groups.map(({ name, sightings: own }): NamedPerson => {
    const known = own.find(s => s.known)?.known ?? null
    const spoken = statements.filter(
      s => s.rule === 'speaker-says' && s.speaker !== null && keyOf(s.speaker) === keyOf(name),
    )
    const byRole = mostOften(own.flatMap(s => s.roles.flatMap(({ actor }) => actor ?? [])))
    const speaksFor = new Set(spoken.map(s => s.actor))
    return {
      name,
      actor: known?.actor ?? byRole ?? (speaksFor.size === 1 ? ([...speaksFor][0] as string) : null),
      offices: codebook.actors.flatMap(a => a.people).find(p => p.name === known?.name)?.offices ?? [],
      roles: distinctRoles(own),
      anchors: [...new Set(own.map(s => s.anchor))].sort((a, b) => (place.get(a) ?? 0) - (place.get(b) ?? 0)),
    }
  })
  const order = ({ actor }: NamedPerson) => (actor === null ? codebook.actors.length : (rank.get(actor) ?? 0))
  return persons
    .map((person, i) => ({ person, i }))
    .sort((a, b) => order(a.person) - order(b.person) || b.person.anchors.length - a.person.anchors.length || a.i - b.i)
    .map(({ person }) => person)
}
