import data, { type Country } from 'world-countries'
import {
  countryDrops,
  countryPrefixes,
  countrySupplement,
  dubiousCapitals,
  furtherStates,
} from '../lexicons/countries.js'
import { metonyms } from '../lexicons/metonyms.js'

// The package is CommonJS and its types are written for a module: the default export is the list itself.
const countries = data as unknown as readonly Country[]

const byCode: ReadonlyMap<string, Country> = new Map(countries.map(country => [country.cca2, country]))

export function isCountry(code: string): boolean {
  return byCode.has(code)
}

/** All codes, in alphabetical order. */
export const countryCodes: readonly string[] = [...byCode.keys()].sort()

/** Whether a code is a state's, and not a territory's. */
export function isState(code: string): boolean {
  const country = byCode.get(code)
  return country !== undefined && (country.independent === true || country.unMember || furtherStates.has(code))
}

export function countryName(code: string): string {
  return byCode.get(code)?.name.common ?? code
}

/** How a country is named in English prose. */
export interface CountryNames {
  /** Names, abbreviations and words for its people. */
  names: string[]
  capitals: string[]
  /** `Russo`, for the first half of a compound. */
  prefixes: string[]
}

const latin = /^[\p{Script=Latin}\p{M}\s.,'’()-]+$/u

/** `Sao Tome` for `São Tomé`: a name as texts without accents have it, behind the name itself. */
function withPlain(name: string): string[] {
  const plain = name.normalize('NFD').replace(/\p{M}/gu, '')
  return plain === name || dubiousCapitals.has(plain) ? [name] : [name, plain]
}

const demonymsOf = ({ demonyms: { eng } }: Country): string[] =>
  eng ? [eng.m, eng.f].flatMap(names => names.split(/,\s*/)).filter(name => name !== '') : []

/** What the people of a state are called: a territory whose people are called so too is not known by it. */
const ofStates: ReadonlySet<string> = new Set(countries.filter(({ cca2 }) => isState(cca2)).flatMap(demonymsOf))

/**
 * The names of a country. Data: the `world-countries` package (ODbL), with our own supplement. Its two-letter code is
 * left out, because IN, IT or US in capitals are words too; spellings that the supplement gives are taken.
 */
export function namesOfCountry(code: string): CountryNames | null {
  const country = byCode.get(code)
  if (!country) return null
  const names = [
    country.name.common,
    country.name.official,
    ...country.altSpellings.filter(name => latin.test(name) && name.length > 2 && !/[,(]/.test(name)),
    ...demonymsOf(country).filter(name => isState(code) || !ofStates.has(name)),
    ...(countrySupplement[code] ?? []),
    ...(metonyms[code] ?? []),
  ]
  const drops = countryDrops[code] ?? []
  return {
    names: [...new Set(names.filter(name => name !== '' && !drops.includes(name)).flatMap(withPlain))],
    capitals: country.capital
      .filter(name => name !== '' && !name.includes('D.C.') && !dubiousCapitals.has(name))
      .flatMap(withPlain),
    prefixes: [...(countryPrefixes[code] ?? [])],
  }
}

let longer: ReadonlyMap<string, readonly string[]> | null = null

/** Longer names of other countries that hold a name: `Equatorial Guinea` for `Guinea`. */
export function longerNames(name: string): readonly string[] {
  longer ??= findLonger()
  return longer.get(name) ?? []
}

function findLonger(): Map<string, string[]> {
  const owners = new Map<string, string>()
  for (const code of countryCodes) for (const name of namesOfCountry(code)?.names ?? []) owners.set(name, code)
  const found = new Map<string, string[]>()
  for (const [name, owner] of owners) {
    const words = name.split(/(?<=[\s-])|(?=[\s-])/)
    for (let from = 0; from < words.length; from++) {
      for (let to = from + 1; to <= words.length; to++) {
        const part = words.slice(from, to).join('')
        const other = owners.get(part)
        if (part === name || other === undefined || other === owner) continue
        found.set(part, [...(found.get(part) ?? []), name])
      }
    }
  }
  return found
}

let byName: ReadonlyMap<string, string | null> | null = null

/** The country that a name stands for; null where there is none, or more than one. */
export function countryOf(name: string): string | null {
  if (byName === null) {
    const found = new Map<string, string | null>()
    for (const code of countryCodes) {
      const names = namesOfCountry(code)?.names ?? []
      for (const one of names) found.set(one, found.has(one) && found.get(one) !== code ? null : code)
    }
    byName = found
  }
  return byName.get(name.replace(/^the\s+/i, '')) ?? null
}
