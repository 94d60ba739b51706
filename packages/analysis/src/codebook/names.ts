import type { Actor, Codebook } from '@briefbook/ast'
import { familyNameFirst } from '../lexicons/countries.js'
import { placeDiscards } from '../lexicons/places.js'
import { longerNames, namesOfCountry } from './gazetteer.js'

/** What kind of name gave an actor away. */
export type NameKind = 'name' | 'capital' | 'person' | 'prefix'

/** One name by which an actor is known. */
export interface ActorName {
  name: string
  kind: NameKind
  /** The person's full name, for `person`. */
  person: string | null
  /** Where in the actor's entry it comes from: `['aliases', 2]`. */
  from: readonly (string | number)[]
}

const withoutArticle = (name: string) => name.replace(/^the\s+(?=\p{Lu})/iu, '')

/** The part of a person's name by which a text goes on naming him or her; null where it is too short to tell. */
function surname(name: string, country: string | null): string | null {
  const words = name.split(/\s+/)
  if (words.length < 2) return null
  const first = words[0] as string
  const last = words.at(-1) as string
  if (country !== null && familyNameFirst.has(country)) return first.length > 1 ? first : null
  return last.length > 3 ? last : null
}

/** All names of an actor: the codebook's own, the gazetteer's for its country, its people and their surnames. */
export function namesOf(actor: Actor): ActorName[] {
  const country = actor.country === null ? null : namesOfCountry(actor.country)
  const names: ActorName[] = []
  const add = (name: string, kind: NameKind, from: ActorName['from'], person: string | null = null) =>
    names.push({ name, kind, person, from })
  add(withoutArticle(actor.name), 'name', ['name'])
  actor.aliases.forEach((alias, i) => {
    add(withoutArticle(alias), 'name', ['aliases', i])
  })
  for (const name of country?.names ?? []) add(withoutArticle(name), 'name', ['country'])
  for (const name of country?.capitals ?? []) add(name, 'capital', ['country'])
  for (const name of country?.prefixes ?? []) add(name, 'prefix', ['country'])
  actor.people.forEach(({ name }, i) => {
    add(name, 'person', ['people', i], name)
    const short = surname(name, actor.country)
    if (short !== null) add(short, 'person', ['people', i], name)
  })
  const seen = new Set<string>()
  return names.filter(({ name }) => !seen.has(name) && seen.add(name))
}

/**
 * Phrases in which a name is not the actor's: the codebook's, those that hold for every book, and longer names of other
 * countries (`Equatorial Guinea` is not Guinea), unless an actor of the codebook has them.
 */
export function discardsOf(codebook: Codebook): string[] {
  const names = new Set(codebook.actors.flatMap(namesOf).map(({ name }) => name))
  const others = [...names].flatMap(longerNames).filter(name => !names.has(name))
  return [...codebook.discard, ...[...placeDiscards, ...others].filter(phrase => !names.has(phrase))]
}
