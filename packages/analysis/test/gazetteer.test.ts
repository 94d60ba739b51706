import { describe, expect, test } from 'vitest'
import { compileCodebook } from '../src/codebook/compile.js'
import { countryCodes, countryName, isState, namesOfCountry } from '../src/codebook/gazetteer.js'
import { proposeCodebook, readCodebook } from '../src/index.js'
import { metonyms } from '../src/lexicons/metonyms.js'
import { readPieces } from '../src/text/pieces.js'
import { sourceOf } from './helpers.js'

/** The countries that a text names, where the codebook has them all or one of them. */
function countriesIn(text: string, codes: readonly string[]): string[] {
  const actors = codes.map(code => ({
    id: code.toLowerCase(),
    name: countryName(code),
    country: code,
    aliases: [],
    people: [],
  }))
  const { names } = compileCodebook({ actors, issues: [], discard: [] })
  return names(readPieces(text)).map(name => `${name.actor}: ${text.slice(name.start, name.end)}`)
}

describe('names of countries in a text', () => {
  test.each([
    ['The US, the U.S. and the USA', ['US'], ['us: US', 'us: U.S.', 'us: USA']],
    ['It told us. JOIN US NOW.', ['US'], []],
    ['THE US AND CHINA', ['US', 'CN'], ['cn: CHINA']],
    ['The UK, the U.K., Britain and British ministers', ['GB'], ['gb: UK', 'gb: U.K.', 'gb: Britain', 'gb: British']],
    ['The UAE and Emirati officials', ['AE'], ['ae: UAE', 'ae: Emirati']],
    ['North Korea and South Koreans', ['KP', 'KR'], ['kp: North Korea', 'kr: South Koreans']],
    ['North Korea', ['KR'], []],
    [
      'DR Congo, the Republic of the Congo, Congo',
      ['CD', 'CG'],
      ['cd: DR Congo', 'cg: Republic of the Congo', 'cd: Congo'],
    ],
    ['the Democratic Republic of the Congo', ['CG'], []],
    ['Guinea, Equatorial Guinea, Papua New Guinea and Guinea-Bissau', ['GN'], ['gn: Guinea']],
    [
      'Guinea, Equatorial Guinea, Papua New Guinea and Guinea-Bissau',
      ['GN', 'GQ', 'PG', 'GW'],
      ['gn: Guinea', 'gq: Equatorial Guinea', 'pg: Papua New Guinea', 'gw: Guinea-Bissau'],
    ],
    ['the Gulf of Guinea', ['GN'], []],
    ['Niger and Nigeria', ['NE'], ['ne: Niger']],
    ['the Niger Delta', ['NE'], []],
    ['Dominica, the Dominican Republic and Dominicans', ['DM'], ['dm: Dominica']],
    ['the Dominican Republic and Dominicans', ['DO'], ['do: Dominican Republic', 'do: Dominicans']],
    ['Ireland and Northern Ireland', ['IE'], ['ie: Ireland']],
    ['Ireland and Northern Ireland', ['IE', 'GB'], ['ie: Ireland', 'gb: Northern Ireland']],
    ['China and the china in the shop', ['CN'], ['cn: China']],
    ['the Republic of China', ['CN'], []],
    ['Turkey, Türkiye and a turkey', ['TR'], ['tr: Turkey', 'tr: Türkiye']],
    ['Macedonia, North Macedonia', ['MK'], ['mk: Macedonia', 'mk: North Macedonia']],
    ['the Holy See and the Vatican', ['VA'], ['va: Holy See', 'va: Vatican']],
    ['Palestine and the Palestinian Authority', ['PS'], ['ps: Palestine', 'ps: Palestinian Authority']],
    ['Kosovo and Kosovars', ['XK'], ['xk: Kosovo', 'xk: Kosovars']],
    ['Sudan and South Sudan', ['SD'], ['sd: Sudan']],
    ['Jordan and Chad met in Amman.', ['JO', 'TD'], ['jo: Jordan', 'td: Chad', 'jo: Amman']],
    ['Georgia Holm and Chad Lund met Michael Jordan.', ['GE', 'TD', 'JO'], []],
    ['Jordan Minister Resigns', ['JO'], ['jo: Jordan']],
    ['Talks With Jordan Resume Monday', ['JO'], ['jo: Jordan']],
    ['Atlanta, Georgia, and the state of Georgia', ['GE'], []],
    ['Jack London; London', ['GB'], ['gb: London']],
    ['the Paris Agreement; Paris', ['FR'], ['fr: Paris']],
    ['An Island state', ['IS'], []],
    ['Victoria won.', ['SC'], []],
    ['Brasilia and Brasília', ['BR'], ['br: Brasilia', 'br: Brasília']],
  ])('%s (%s)', (text, codes, expected) => {
    expect(countriesIn(text, codes)).toEqual(expected)
  })

  test.each([
    ['the Élysée', 'FR'],
    ['Downing Street', 'GB'],
    ['Whitehall', 'GB'],
    ['Foggy Bottom', 'US'],
    ['Capitol Hill', 'US'],
    ['the Kremlin', 'RU'],
    ['Zhongnanhai', 'CN'],
    ['the Bundestag', 'DE'],
  ])('%s stands for its government', (text, code) => {
    expect(countriesIn(`Officials in ${text} agreed.`, [code])).toHaveLength(1)
  })
})

describe('the data', () => {
  test('metonyms are of countries that there are, each of one alone', () => {
    const all = Object.entries(metonyms).flatMap(([code, names]) => names.map(name => `${name} ${code}`))
    expect(Object.keys(metonyms).filter(code => !countryCodes.includes(code))).toEqual([])
    expect(new Set(all.map(one => one.slice(0, -3))).size).toBe(all.length)
  })

  test('no two states share a name', () => {
    const owners = new Map<string, string[]>()
    for (const code of countryCodes.filter(isState)) {
      for (const name of namesOfCountry(code)?.names ?? []) owners.set(name, [...(owners.get(name) ?? []), code])
    }
    expect([...owners].filter(([, codes]) => codes.length > 1)).toEqual([])
  })

  test.each(['PS', 'TW', 'XK', 'VA'])('%s can be proposed as an actor', code => {
    const name = countryName(code)
    const { value } = readCodebook(proposeCodebook([sourceOf(Array(4).fill(`${name} voted.`))]), 'codebook.yaml')
    expect(value?.actors.map(actor => actor.country)).toEqual([code])
  })
})
