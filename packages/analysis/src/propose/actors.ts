import type { Actor, Codebook, Source } from '@briefbook/ast'
import { countryCodes, countryName, isState, longerNames, namesOfCountry } from '../codebook/gazetteer.js'
import { createUniqueIds, toId } from '../codebook/ids.js'
import { namesOf } from '../codebook/names.js'
import { bodies } from '../lexicons/organisations.js'
import { placeDiscards } from '../lexicons/places.js'
import { findAcronyms } from './acronyms.js'
import { clusterNames } from './clusters.js'
import { findCollectives } from './collectives.js'
import { addTally, byWeight, filePhrases, findPhrases, isFrequent, leastCount, type Tally, tally } from './count.js'
import { findNames } from './names.js'
import { findPeople } from './people.js'

/** An actor that the texts suggest, and what was seen of it. */
export interface ProposedActor {
  actor: Actor
  tally: Tally
}

/** Capitals that are as often other places or persons: in a proposal no country is known by them. */
const ambiguousCapitals = new Set([
  'Brussels',
  'George Town',
  'Georgetown',
  'Jamestown',
  'Kingston',
  'Road Town',
  'San José',
  'San Juan',
  'Santiago',
  'Wellington',
])

const mostActors = 16
/** From so many states on, a text is on the affairs of states. */
const mostStates = 3

/** Names of countries and organisations, each filed under what it stands for. */
function* gazetteer(): Generator<readonly [phrase: string, key: string | null]> {
  for (const phrase of placeDiscards) yield [phrase, null]
  for (const { id, name, aliases } of bodies) for (const phrase of [name, ...aliases]) yield [phrase, `body:${id}`]
  for (const code of countryCodes.filter(isState)) {
    const { names, capitals } = namesOfCountry(code) ?? { names: [], capitals: [] }
    for (const phrase of names) {
      yield [phrase, `country:${code}`]
      // `Hong Kong Special Administrative Region of China` is not China.
      for (const longer of longerNames(phrase)) yield [longer, null]
    }
    for (const phrase of capitals) if (!ambiguousCapitals.has(phrase)) yield [phrase, `country:${code}`]
  }
}

/** Countries that are named seldom are taken for the region that they belong to, where the region is named too. */
function foldMembers(tallies: Map<string, Tally>, least: number): Map<string, string[]> {
  const aliases = new Map<string, string[]>()
  for (const { id, members = [] } of bodies) {
    const region = tallies.get(`body:${id}`)
    if (!region) continue
    const limit = Math.max(least + 1, region.count / 2)
    for (const code of members) {
      const member = tallies.get(`country:${code}`)
      if (!member || member.count >= limit) continue
      addTally(region, member)
      tallies.delete(`country:${code}`)
      aliases.set(id, [
        ...(aliases.get(id) ?? []),
        ...[...member.words.keys()].filter(word => !/^\p{Lu}{4,}$/u.test(word)),
      ])
    }
  }
  return aliases
}

/** What stands behind a key of the tallies: `country:NO`, `body:nato`. */
function describe(key: string, { words }: Tally, members: ReadonlyMap<string, string[]>): Omit<Actor, 'people'> {
  const [kind, id = ''] = key.split(':')
  if (kind === 'country') return { id: toId(countryName(id), 'actor'), name: countryName(id), country: id, aliases: [] }
  const body = bodies.find(one => one.id === id)
  const own = body?.aliases.filter(alias => words.has(alias)) ?? []
  return { id, name: body?.name ?? id, country: null, aliases: [...own, ...(members.get(id) ?? [])] }
}

/** The government of somebody who speaks for an actor is the actor: `the Biden administration`. */
const ofPerson = /(\p{Lu}\p{Ll}+) (?:[Aa]dministration|[Gg]overnment|[Cc]abinet|[Rr]egime)\b/gu

function addGovernments(actors: readonly ProposedActor[], sources: readonly Source[]): void {
  const owners = new Map<string, ProposedActor>()
  for (const one of actors) for (const { name } of one.actor.people) owners.set(name.split(/\s+/).at(-1) as string, one)
  for (const { text } of sources.flatMap(source => source.children)) {
    for (const [phrase, name = ''] of text.matchAll(ofPerson)) {
      const owner = owners.get(name)
      if (owner && !owner.actor.aliases.includes(phrase)) owner.actor.aliases.push(phrase)
    }
  }
}

/** Takes names away that another actor has already, so that no name stands for two. */
function withoutShared(actors: readonly ProposedActor[]): void {
  const owners = new Map<string, string>()
  // What a country brings along cannot be taken from it.
  const fixed = ({ actor }: ProposedActor) => namesOf({ ...actor, aliases: [], people: [] })
  for (const one of actors) for (const { name } of fixed(one)) if (!owners.has(name)) owners.set(name, one.actor.id)
  for (const { actor } of actors) {
    const isFree = (name: string) => {
      const bare = name.replace(/^the\s+(?=\p{Lu})/iu, '')
      if ((owners.get(bare) ?? actor.id) !== actor.id) return false
      owners.set(bare, actor.id)
      return true
    }
    actor.aliases = actor.aliases.filter(isFree)
    actor.people = actor.people.filter(({ name }) => isFree(name))
  }
}

/**
 * The actors that the texts suggest, those of most weight first: states and organisations that the gazetteer knows, then
 * names that act.
 *
 * @param isTerm  Whether a name is a term of a proposed issue: it is not an actor then.
 */
export function proposeActors(sources: readonly Source[], isTerm: (name: string) => boolean): ProposedActor[] {
  const least = leastCount(sources)
  const index = filePhrases(gazetteer(), { capitals: true, plural: true })
  const acronyms = findAcronyms(sources)
  const tallies = new Map<string, Tally>()
  const clusters = new Map<string, string[]>()
  for (const { names, tally: sum } of clusterNames(
    findNames(sources, text => findPhrases(index, text)),
    acronyms,
  )) {
    // What stands inside a longer name is not the country: `Norwegian Herring Council`.
    for (const name of names) index.add(name, null)
    if (names.some(isTerm)) continue
    clusters.set(`name:${names[0]}`, names)
    tallies.set(`name:${names[0]}`, sum)
  }
  for (const source of sources) {
    for (const block of source.children) {
      for (const { key, start, end } of findPhrases(index, block.text)) {
        if (key !== null) tally(tallies, key, { source, block, start, end })
      }
    }
  }
  const members = foldMembers(tallies, least)
  // Where several states are spoken of, nobody knows whose government `the government` is.
  if ([...tallies].filter(([key, { count }]) => key.startsWith('country:') && count >= least).length < mostStates) {
    for (const [noun, found] of findCollectives(sources)) {
      clusters.set(`group:${noun}`, [noun.charAt(0).toUpperCase() + noun.slice(1), noun])
      tallies.set(`group:${noun}`, found)
    }
  }
  const unique = createUniqueIds()
  const proposed = byWeight(tallies)
    .filter(([key, found]) => (key.startsWith('name:') ? isFrequent(found, sources, least) : found.count >= least))
    .slice(0, mostActors)
    .map(([key, entry]): ProposedActor => {
      const [name, ...aliases] = clusters.get(key) ?? []
      const actor =
        name === undefined ? describe(key, entry, members) : { id: toId(name, 'actor'), name, country: null, aliases }
      const others = [...new Set(actor.aliases)].filter(alias => alias !== actor.name)
      return { actor: { ...actor, id: unique(actor.id), aliases: others, people: [] }, tally: entry }
    })
  const codebook: Codebook = { actors: proposed.map(({ actor }) => actor), issues: [], discard: [] }
  const people = findPeople(codebook, sources)
  for (const { actor } of proposed) actor.people = people.get(actor.id) ?? []
  addGovernments(proposed, sources)
  withoutShared(proposed)
  // Somebody who speaks for an actor is none besides it.
  const spoken = new Set(
    proposed.flatMap(({ actor }) => namesOf(actor).flatMap(one => (one.kind === 'person' ? one.name : []))),
  )
  return proposed.filter(({ actor }) => !spoken.has(actor.name))
}
