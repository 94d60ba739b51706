import data, { type Country } from 'world-countries'
import { countryPrefixes, countrySupplement } from '../lexicons/countries.js'

// The package is CommonJS and its types are written for a module: the default export is the list itself.
const countries = data as unknown as readonly Country[]

const byCode: ReadonlyMap<string, Country> = new Map(countries.map(country => [country.cca2, country]))

export function isCountry(code: string): boolean {
  return byCode.has(code)
}

/** All codes, in alphabetical order. */
export const countryCodes: readonly string[] = [...byCode.keys()].sort()

/** Whether a code is a sovereign state's, and not a territory's. */
export function isIndependent(code: string): boolean {
  const country = byCode.get(code)
  return country !== undefined && (country.independent || country.unMember)
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

/**
 * The names of a country. Data: the `world-countries` package (ODbL), with our own supplement. Its two-letter code is
 * left out, because IN, IT or US in capitals are words too; spellings that the supplement gives are taken.
 */
export function namesOfCountry(code: string): CountryNames | null {
  const country = byCode.get(code)
  if (!country) return null
  const demonyms = country.demonyms.eng
  const names = [
    country.name.common,
    country.name.official,
    ...country.altSpellings.filter(name => latin.test(name) && name.length > 2 && !name.includes(',')),
    ...(demonyms ? [demonyms.m, demonyms.f] : []),
    ...(countrySupplement[code] ?? []),
  ]
  return {
    names: [...new Set(names.filter(name => name !== ''))],
    capitals: country.capital.filter(name => name !== '' && !name.includes('D.C.')),
    prefixes: [...(countryPrefixes[code] ?? [])],
  }
}
