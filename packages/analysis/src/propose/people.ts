import type { Codebook, Office, Person, Source } from '@briefbook/ast'
import { compileCodebook } from '../codebook/compile.js'
import { readBlocks, type SentenceContext } from '../coder/context.js'
import { introduce } from '../coder/describe.js'
import { Discourse } from '../coder/discourse.js'
import type { Pointers } from '../coder/holders.js'
import { type KnownPerson, People } from '../coder/people.js'
import { findReports } from '../coder/speakers.js'
import { findSubjects } from '../coder/subjects.js'
import { officials } from '../lexicons/people.js'
import { isBody, isTitle } from './names.js'

/** A person whom the texts introduce as speaking for an actor. */
interface Introduction {
  actor: string
  name: string
  role: string | null
  count: number
}

/** Notes whom a text introduces, besides what the coder needs of it. */
class Guests extends People {
  readonly met: KnownPerson[] = []

  override meet(person: KnownPerson): KnownPerson {
    this.met.push(person)
    return super.meet(person)
  }
}

/** Offices that one person at a time holds; the noun alone (`minister`, `diplomat`) tells too little. */
const singular =
  /^(?:chair|chairman|chairwoman|chancellor|chief executive|premier|president|(?:\p{L}+ )+(?:minister|secretary|chief|commissioner|adviser)|secretary-general|secretary general|prime minister|governor|mayor)$/u

/** The office beside a person's name: the noun of the role and the words in front of it that say which. */
function roleIn({ block, span }: SentenceContext, name: string, noun: string): string | null {
  const text = block.text.slice(span[0], span[1])
  const at = text.indexOf(name)
  if (at < 0) return null
  const near = text.slice(Math.max(0, at - 60), at + name.length + 60).replace(name, ',')
  const which =
    '(?:prime|foreign|defen[cs]e|interior|finance|environment|energy|economy|trade|health|justice|education|agriculture|transport|labou?r|chief|deputy|vice|special|press|national security|central bank)'
  const found = new RegExp(`(?:${which}[ -]){0,2}${noun}(?:[ -]general)?`, 'iu').exec(near)?.[0]
  return found?.toLowerCase() ?? null
}

/** A given name and a surname, and not a body or a group of officials. */
const isName = (name: string) =>
  /^\p{Lu}\S*(?: \p{Lu}\S*){1,3}$/u.test(name) &&
  !name.split(' ').some(word => isBody(word) || officials.has(word.toLowerCase()))

/** How many words may stand between an actor's name and the person's: `'s outgoing deputy foreign minister`. */
const mostTitles = 6
const isCapital = (word: string) => /^\p{Lu}[\p{L}\p{M}.'’-]*$/u.test(word)

const withoutTitles = (words: readonly string[]) => words.slice(words.findIndex(word => !isTitle(word.toLowerCase())))

/** Those whom a title with an actor's name in front introduces: `China's Foreign Minister Jane Roe`. */
function titledIn({ block, span, names }: SentenceContext): KnownPerson[] {
  return names.flatMap(({ actor, kind, start, end }): KnownPerson[] => {
    // `Norway's UN ambassador` is Norway's.
    if (/['’]s?\s$/.test(block.text.slice(0, start))) return []
    const behind = block.text.slice(end, span[1]).replace(/^['’]s?/, '')
    if (kind === 'person' || kind === 'prefix' || !behind.startsWith(' ')) return []
    const words = behind.match(/(?:\p{Lu}\.)+|[\p{L}\p{M}.'’-]*[\p{L}\p{M}]|[^\s\p{L}\p{M}]/gu) ?? []
    const stop = words.findIndex(word => !isCapital(word) && !isTitle(word))
    // The last title is followed by the name, with a comma or without.
    const last = words.slice(0, stop < 0 ? mostTitles : stop).findLastIndex(word => officials.has(word.toLowerCase()))
    if (last < 0) return []
    const from = words[last + 1] === ',' ? last + 2 : last + 1
    const after = words.slice(from).findIndex(word => !isCapital(word))
    const name = withoutTitles(words.slice(from, after < 0 ? undefined : from + after))
      .join(' ')
      .replace(/['’]s$/, '')
    return isName(name) ? [{ name, role: (words[last] as string).toLowerCase(), actor }] : []
  })
}

/** At most so many people of an actor are proposed. */
const mostPeople = 6

const bare = (name: string) => name.split(/\s+/).at(-1) as string

/**
 * Who speaks for the actors of a codebook, as the texts introduce them: `the Danish minister Jane Roe`, `Jane Roe, its
 * president`. Of two who are given one office, neither gets it.
 */
export function findPeople(codebook: Codebook, sources: readonly Source[]): Map<string, Person[]> {
  const compiled = compileCodebook(codebook)
  const found = new Map<string, Introduction>()
  for (const source of sources) {
    const people = new Guests()
    const discourse = new Discourse()
    for (const { sentences } of readBlocks(source, compiled)) {
      for (const sentence of sentences) {
        const pointers: Pointers = { discourse, people, he: people.last, speaker: null }
        people.met.length = 0
        introduce(sentence, pointers)
        findReports(sentence, findSubjects(sentence, pointers), pointers)
        for (const { name: called, role, actor } of [...titledIn(sentence), ...people.met]) {
          const name = withoutTitles(called.split(' ')).join(' ')
          if (actor === null || role === null || !isName(name)) continue
          const key = `${actor} ${name}`
          const known = found.get(key) ?? { actor, name, role: roleIn(sentence, name, role), count: 0 }
          known.count++
          found.set(key, known)
        }
        for (const one of sentence.names) discourse.mention({ actors: [one.actor], plural: false })
      }
    }
  }
  const introductions = [...found.values()].sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1))
  const surnames = new Map<string, string>()
  const people = new Map<string, Person[]>()
  for (const { actor, name, role } of introductions) {
    // A surname stands for one person; the more frequent has it.
    const own = people.get(actor) ?? []
    if (surnames.has(bare(name)) || own.length >= mostPeople) continue
    surnames.set(bare(name), actor)
    const shared = introductions.some(one => one.actor === actor && one.role === role && one.name !== name)
    const offices: Office[] = role !== null && singular.test(role) && !shared ? [{ role, from: null, until: null }] : []
    people.set(actor, [...own, { name, offices }])
  }
  return people
}
