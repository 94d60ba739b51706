import type { Source } from '@briefbook/ast'
import { countryCodes, countryName, isState, namesOfCountry } from '../codebook/gazetteer.js'
import { readClauses } from '../grammar/clauses.js'
import { readWords, type Word } from '../grammar/words.js'
import { months, weekdays } from '../lexicons/calendar.js'
import { bodies } from '../lexicons/organisations.js'
import { institutions, officials } from '../lexicons/people.js'
import { placeDiscards } from '../lexicons/places.js'
import { byWeight, countPhrases, type Tally, tally } from './count.js'

/** An actor that the texts suggest. */
export interface ProposedActor {
  id: string
  name: string
  country: string | null
  aliases: string[]
  tally: Tally
}

/** Capitals that are common names of other things; a country is not known by them unless its codebook says so. */
const ambiguousCapitals = new Set([
  'Douglas',
  'George Town',
  'Georgetown',
  'Hamilton',
  'Jamestown',
  'Kingston',
  'Male',
  'Malé',
  'Mexico City',
  'Monaco',
  'Panama City',
  'Plymouth',
  'Road Town',
  'San José',
  'San Juan',
  'Santiago',
  'Singapore',
  'Stanley',
  'Sucre',
  'The Valley',
  'Victoria',
  'Wellington',
  'Brussels',
])

/** How often a name must stand to be proposed, and how many actors are proposed at most. */
const leastCount = 3
const mostActors = 16

function toId(name: string): string {
  const id = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
  return /[a-z]/.test(id) ? id : `actor-${id || 'x'}`
}

/** Names of countries and organisations, each filed under what it stands for. */
function* gazetteer(): Generator<readonly [phrase: string, key: string | null]> {
  for (const phrase of placeDiscards) yield [phrase, null]
  for (const { id, name, aliases } of bodies) for (const phrase of [name, ...aliases]) yield [phrase, `body:${id}`]
  for (const code of countryCodes.filter(isState)) {
    const { names, capitals } = namesOfCountry(code) ?? { names: [], capitals: [] }
    for (const phrase of names) yield [phrase, `country:${code}`]
    for (const phrase of capitals) if (!ambiguousCapitals.has(phrase)) yield [phrase, `country:${code}`]
  }
}

function fold(into: Tally, from: Tally): void {
  into.count += from.count
  for (const source of from.sources) into.sources.add(source)
  for (const [word, count] of from.words) into.words.set(word, (into.words.get(word) ?? 0) + count)
}

/** Countries that are named seldom are taken for the region that they belong to, where the region is named too. */
function foldMembers(tallies: Map<string, Tally>): Map<string, string[]> {
  const aliases = new Map<string, string[]>()
  for (const { id, members = [] } of bodies) {
    const region = tallies.get(`body:${id}`)
    if (!region) continue
    const limit = Math.max(leastCount + 1, region.count / 2)
    for (const code of members) {
      const member = tallies.get(`country:${code}`)
      if (!member || member.count >= limit) continue
      fold(region, member)
      tallies.delete(`country:${code}`)
      aliases.set(id, [...(aliases.get(id) ?? []), ...member.words.keys()])
    }
  }
  return aliases
}

const calendarNames = new Set([...months.flat(), ...weekdays])
const isName = (word: Word | undefined) =>
  word !== undefined && word.pos === 'PROPN' && /^\p{Lu}/u.test(word.text) && !calendarNames.has(word.text)

/**
 * Further names that act: capitalised words in a row that stand as a subject or own something, and that the gazetteer
 * does not know. A person's name behind a title is none.
 */
function countNames(sources: readonly Source[], known: ReadonlySet<string>): Map<string, Tally> {
  const tallies = new Map<string, Tally>()
  const acting = new Set<string>()
  const add = (words: readonly Word[], from: number, to: number, source: string, acts: boolean) => {
    const text = words
      .slice(from, to)
      .map(word => word.text)
      .join(' ')
    const title = words[from - 1]
    const part = [...known].some(name => name.startsWith(`${text} `))
    if (known.has(text) || part || text.length < 3 || (title && officials.has(title.lemma))) return
    if (acts) acting.add(text)
    tally(tallies, text, source, text)
  }
  for (const source of sources) {
    for (const block of source.children) {
      if (block.type === 'heading' || block.type === 'table') continue
      for (const span of block.sentences) {
        const { words, clauses, phrases } = readClauses(readWords(block.text, span, []))
        const subjects = new Set(clauses.flatMap(clause => clause.subject))
        for (const phrase of phrases) {
          for (let i = phrase.start; i < phrase.end; i++) {
            if (!isName(words[i])) continue
            let end = i
            while (end < phrase.end && isName(words[end])) end++
            const owns = words[end]?.text === "'s" || words[end]?.text === "'"
            const heads = subjects.has(phrase) && phrase.head === end - 1
            const group = institutions.has(words[phrase.head]?.lemma ?? '') && phrase.head >= end
            add(words, i, end, source.id, heads || owns || group)
            i = end
          }
        }
      }
    }
  }
  // A name of two words is a person's as a rule, unless one of them is a body's noun or an article stands in front.
  return new Map(
    [...tallies].filter(
      ([name]) =>
        acting.has(name) && (!/^\S+ \S+$/.test(name) || name.split(' ').some(w => institutions.has(w.toLowerCase()))),
    ),
  )
}

const smallWord = /^(?:of|the|and|for|in)$/
/** How far in front of its acronym a long form can begin. */
const longestForm = 120

/** The long form in front of an acronym: as many capitalised words as it has letters, and with these letters. */
function longFormOf(before: string, acronym: string): string | null {
  const words = before.slice(-longestForm).trimEnd().split(/\s+/)
  let initials = ''
  for (let from = words.length - 1; from >= 0 && initials.length < acronym.length; from--) {
    const word = words[from] as string
    if (smallWord.test(word)) continue
    if (!/^\p{Lu}[\p{L}'’-]+$/u.test(word)) return null
    initials = word.charAt(0) + initials
    if (initials === acronym) return words.slice(from).join(' ')
  }
  return null
}

/** Long forms with their acronyms in brackets, `Eastern River Union (ERU)`, after Schwartz and Hearst (2003). */
function findAcronyms(sources: readonly Source[]): Map<string, string> {
  const found = new Map<string, string>()
  for (const { text } of sources.flatMap(source => source.children)) {
    for (const match of text.matchAll(/ \((\p{Lu}{2,8})\)/gu)) {
      const acronym = match[1] as string
      const long = longFormOf(text.slice(Math.max(0, match.index - longestForm), match.index), acronym)
      if (long !== null) found.set(acronym, long)
    }
  }
  return found
}

/** Name and aliases of what a key of the tallies stands for: `country:NO`, `body:nato`, `name:Harbour Front`. */
function describe(
  kind: string,
  key: string,
  { words }: Tally,
  members: readonly string[],
  acronyms: ReadonlyMap<string, string>,
): Pick<ProposedActor, 'name' | 'country' | 'aliases'> {
  if (kind === 'country') return { name: countryName(key), country: key, aliases: [] }
  const body = kind === 'body' ? bodies.find(({ id }) => id === key) : undefined
  if (body)
    return { name: body.name, country: null, aliases: [...body.aliases.filter(alias => words.has(alias)), ...members] }
  return { name: acronyms.get(key) ?? key, country: null, aliases: [...words.keys()].sort() }
}

/** The actors that the texts suggest, the most frequent first. */
export function proposeActors(sources: readonly Source[]): ProposedActor[] {
  const tallies = countPhrases(sources, gazetteer(), { capitals: true, plural: true })
  const known = new Set([...tallies.values()].flatMap(({ words }) => [...words.keys()]))
  const folded = foldMembers(tallies)
  for (const [name, entry] of countNames(sources, known)) tallies.set(`name:${name}`, entry)
  const acronyms = findAcronyms(sources)
  for (const [acronym, long] of acronyms) {
    const [short, full] = [tallies.get(`name:${acronym}`), tallies.get(`name:${long}`)]
    if (short && full) {
      fold(full, short)
      tallies.delete(`name:${acronym}`)
    }
  }
  const taken = new Set<string>()
  return byWeight(tallies)
    .filter(([, { count }]) => count >= leastCount)
    .slice(0, mostActors)
    .map(([key, entry]): ProposedActor => {
      const [kind, rest] = [key.slice(0, key.indexOf(':')), key.slice(key.indexOf(':') + 1)]
      const { name, country, aliases } = describe(kind, rest, entry, folded.get(rest) ?? [], acronyms)
      const base = kind === 'body' ? rest : toId(rest === country ? name : rest)
      let id = base
      for (let n = 2; taken.has(id); n++) id = `${base}-${n}`
      taken.add(id)
      return { id, name, country, aliases: [...new Set(aliases)].filter(alias => alias !== name), tally: entry }
    })
}
