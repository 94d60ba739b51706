import { countryOf } from '../codebook/gazetteer.js'
import { givenNames } from '../lexicons/places.js'
import { sumOf, type Tally } from './count.js'
import { type FoundName, isBody } from './names.js'

/** Names that stand for one organisation or group. The first is the fullest. */
export interface Cluster {
  names: string[]
  tally: Tally
}

const wordsOf = (name: string) => name.split(' ')
const isAcronym = (name: string) => /^\p{Lu}{2,8}$/u.test(name)
const plain = (name: string) => name.toLowerCase().replace(/s$/, '')

/** Names by themselves and by each of their words, so that few are compared with one another. */
interface Names {
  byName: ReadonlyMap<string, FoundName>
  byWord: ReadonlyMap<string, FoundName[]>
}

function fileNames(found: readonly FoundName[]): Names {
  const byWord = new Map<string, FoundName[]>()
  for (const one of found) {
    for (const word of new Set(wordsOf(one.name).map(plain))) {
      const list = byWord.get(word)
      if (list) list.push(one)
      else byWord.set(word, [one])
    }
  }
  return { byName: new Map(found.map(one => [one.name, one])), byWord }
}

/** Whether `short` is how a text goes on calling `long`: its beginning, its noun with an article, or its plural. */
function isShortOf(short: FoundName, long: FoundName): boolean {
  const [few, many] = [wordsOf(short.name), wordsOf(long.name)]
  if (few.length > many.length || short.name === long.name) return false
  // `the Greens` for `the Green group`
  if (few.length === 1 && many.length === 2 && /^\p{Ll}/u.test(many[1] as string))
    return plain(few[0] as string) === plain(many[0] as string)
  if (few.length === many.length) return plain(short.name) === plain(long.name) && short.name.length < long.name.length
  // A long run of capitals that stands once is a heading's or a product's rather than a full name.
  if (many.length > 3 && long.tally.count < 2 && !many.some(isBody)) return false
  const begins = few.every((word, i) => word === many[i])
  const ends = few.every((word, i) => word === many[many.length - few.length + i])
  // A town or country in front of a body's noun is not the body.
  return (begins && !isBody(short.name) && countryOf(short.name) === null) || (ends && short.articles > 0)
}

/**
 * Whether a name is a person's: titles and offices beside it, or two or three words of which the last alone goes on
 * naming it. The noun of a body, an article in front, or a first word that stands alone tell an organisation.
 */
function isPerson({ name, titles, articles, tally }: FoundName, all: Names): boolean {
  const words = wordsOf(name)
  if (words.some(isBody) || words.some(word => /^of$/.test(word)) || isAcronym(name)) return false
  if (titles * 4 >= tally.count) return true
  if (articles * 2 >= tally.count) return false
  if (words.length === 1)
    return (all.byWord.get(plain(name)) ?? []).some(other => other.name.endsWith(` ${name}`) && isPerson(other, all))
  if (words.length > 3) return false
  if (givenNames.has(words[0] as string) || all.byName.has(words.at(-1) as string)) return true
  return !all.byName.has(words[0] as string) && tally.count < 3
}

/** A name acts often enough to be an actor: one that is a body's need not say more. */
const isActor = ({ name, acts, tally }: FoundName) =>
  acts >= (isBody(wordsOf(name).at(-1) as string) ? 1 : Math.max(2, tally.count / 5))

/**
 * Groups the names that stand for one organisation: acronyms with their long forms, short forms with the one long form
 * that holds them. Persons are left out, and nouns of bodies (`the Council`) that could be short for several.
 *
 * @param acronyms  Long forms by acronym.
 */
export function clusterNames(found: readonly FoundName[], acronyms: ReadonlyMap<string, string>): Cluster[] {
  const all = fileNames(found)
  const bodies = found.filter(one => !isPerson(one, all))
  const { byWord } = fileNames(bodies)
  const roots = new Map<string, string>()
  for (const short of bodies) {
    const long = acronyms.get(short.name)
    const fuller =
      long !== undefined && all.byName.has(long)
        ? [long]
        : (byWord.get(plain(wordsOf(short.name)[0] as string)) ?? [])
            .filter(one => isShortOf(short, one))
            .map(one => one.name)
    // Of forms that hold one another the fullest.
    const longest = fuller.filter(one => !fuller.some(other => other !== one && other.includes(one)))
    if (longest.length === 1) roots.set(short.name, longest[0] as string)
    else if (isBody(short.name)) roots.set(short.name, '')
  }
  const rootOf = (name: string): string => {
    const root = roots.get(name)
    return root === undefined || root === '' ? (root ?? name) : rootOf(root)
  }
  const clusters = new Map<string, FoundName[]>()
  for (const one of bodies) {
    const root = rootOf(one.name)
    if (root !== '') clusters.set(root, [...(clusters.get(root) ?? []), one])
  }
  return [...clusters].flatMap(([root, members]): Cluster[] => {
    if (!members.some(isActor)) return []
    const long = acronyms.get(root)
    const names = members
      .map(({ name }) => name)
      .sort((a, b) => Number(b === root) - Number(a === root) || (a < b ? -1 : 1))
    return [
      {
        names: long === undefined || names.includes(long) ? names : [long, ...names],
        tally: sumOf(members.map(one => one.tally)),
      },
    ]
  })
}
