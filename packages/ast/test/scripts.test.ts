import { describe, expect, it } from 'vitest'
import { isWideMark, lettersOfScript, scriptOfLanguage } from '../src/index.js'

describe('letters of a script', () => {
  it.each([
    ['Arab', 'قپ؟۱', 'aא水'],
    ['Hebr', 'א', 'ق'],
    ['Hans', '水，「３', 'かa“'],
    ['Jpan', '水かカー。', '물'],
    ['Kore', '물水', 'か'],
    ['Thai', 'ก', 'a'],
    ['Zsym', '≠→■', 'a水'],
  ])('%s: %s and not %s', (code, own, other) => {
    const pattern = lettersOfScript(code)
    expect([...own].filter(letter => !pattern?.test(letter))).toEqual([])
    expect([...other].filter(letter => pattern?.test(letter))).toEqual([])
  })
  it('are of nothing but scripts', () => {
    expect(['Xxxx', 'Arabic', 'arab', ''].map(lettersOfScript)).toEqual([null, null, null, null])
  })
})

it.each([
  ['fa', 'Arab'],
  ['zh', 'Hans'],
  ['zh-TW', 'Hant'],
  ['zh-Hant', 'Hant'],
  ['ja', 'Jpan'],
  ['ko', 'Kore'],
  ['en', 'Latn'],
  ['not a tag', null],
])('%s is written in %s', (tag, script) => {
  expect(scriptOfLanguage(tag)).toBe(script)
})

it('marks are wide among Chinese and Japanese letters only', () => {
  expect([isWideMark('Hans', '—'), isWideMark('Jpan', '…')]).toEqual([true, true])
  expect([isWideMark('Kore', '…'), isWideMark('Hans', '“')]).toEqual([false, false])
})
