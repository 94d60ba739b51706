import type { Actor, Codebook } from '@briefbook/ast'
import { countryDiscards, familyNameFirst } from '../lexicons/countries.js'
import { namesOfCountry } from './gazetteer.js'

/** What kind of name gave an actor away. */
export type NameKind = 'name' | 'capital' | 'person' | 'prefix'

/** One name by which an actor is known. */
export interface ActorName {
  name: string
  kind: NameKind
  /** The person's full name, for `person`. */
  person: string | null
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
  const names: ActorName[] = [actor.name, ...actor.aliases, ...(country?.names ?? [])].map(name => ({
    name: withoutArticle(name),
    kind: 'name',
    person: null,
  }))
  for (const name of country?.capitals ?? []) names.push({ name, kind: 'capital', person: null })
  for (const name of country?.prefixes ?? []) names.push({ name, kind: 'prefix', person: null })
  for (const { name } of actor.people) {
    names.push({ name, kind: 'person', person: name })
    const short = surname(name, actor.country)
    if (short !== null) names.push({ name: short, kind: 'person', person: name })
  }
  const seen = new Set<string>()
  return names.filter(({ name }) => !seen.has(name) && seen.add(name))
}

/** Phrases in which a name is not the actor's: the codebook's and those that hold for every book. */
export function discardsOf(codebook: Codebook): string[] {
  return [...codebook.discard, ...countryDiscards]
}
