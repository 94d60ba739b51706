import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { listAcronyms } from '../src/acronyms/acronyms.js'
import { findAcronyms } from '../src/acronyms/pairs.js'

describe('short forms with their long forms', () => {
  test.each<[string, string[]]>([
    ['The North Harbour Board (NHB) met.', ['NHB North Harbour Board']],
    ['The Board of the Northern Isles (BNI) met.', ['BNI Board of the Northern Isles']],
    ['a fixed price agreement (FPA) was signed', ['FPA fixed price agreement']],
    ['The NHB (North Harbour Board) met.', ['NHB North Harbour Board']],
    ['The North Harbour Board (NHB, founded in 1902) met.', ['NHB North Harbour Board']],
    ['The North Harbour Board (“NHB”) met.', ['NHB North Harbour Board']],
    ['The South-North Ferry (SNF) runs.', ['SNF South-North Ferry']],
    ['Two bodies, the Isles Fund (IF) and the Ferry Board (FB).', ['IF Isles Fund', 'FB Ferry Board']],
    [
      'It spoke of the Coastal and Harbour Inspection Programme (CHIP).',
      ['CHIP Coastal and Harbour Inspection Programme'],
    ],
    // What is no short form.
    ['The minister (Jane Roe) spoke.', []],
    ['The Board (see below) met.', []],
    ['The North Harbour Board (Oslo) met.', []],
    ['World War Two (II) ended.', []],
    ['It rose (2019) and fell (5 %).', []],
    // What is no long form of it.
    ['The port of the capital (XQZ) is closed.', []],
    ['Then the Board met. (NHB)', []],
  ])('%s', (text, expected) => {
    expect(findAcronyms(text).map(({ short, long }) => `${short} ${long}`)).toEqual(expected)
  })
  test('both forms are in the text as they stand there', () => {
    const word = fc.constantFrom(
      'North',
      'harbour',
      'Board',
      'of',
      'the',
      'NHB',
      '(NHB)',
      '(HB',
      ')',
      '[',
      'B.',
      'é',
      '(BN)',
    )
    fc.assert(
      fc.property(fc.array(word, { maxLength: 14 }), words => {
        const text = words.join(' ')
        for (const { short, long } of findAcronyms(text)) {
          expect(text).toContain(short)
          expect(text).toContain(long)
        }
      }),
    )
  })
})

test('of all sources each pair is listed once, in the order of the letters', () => {
  const pair = (short: string, long: string, anchor: string) => ({ short, long, anchor })
  expect(
    listAcronyms([
      pair('NHB', 'North Harbour Board', 'b.2'),
      pair('FB', 'Ferry Board', 'b.3'),
      pair('NHB', 'north harbour board', 'a.1'),
      pair('NHB', 'New Herring Bank', 'a.4'),
    ]).map(({ short, long, anchors }) => [short, long, anchors.join(' ')]),
  ).toEqual([
    ['FB', 'Ferry Board', 'b.3'],
    ['NHB', 'North Harbour Board', 'b.2 a.1'],
    ['NHB', 'New Herring Bank', 'a.4'],
  ])
})
