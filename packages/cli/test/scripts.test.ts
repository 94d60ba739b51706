import { sourceOf } from '@briefbook/ast'
import { exampleTokens } from '@briefbook/testkit'
import { describe, expect, it } from 'vitest'
import { scriptsWithoutFont } from '../src/template/scripts.js'

const font = (range: string | null) => ({ weight: 400, style: 'normal' as const, file: 'a.woff2', range })

function told(text: string, ...ranges: (string | null)[]): string[] {
  const { fonts } = exampleTokens
  const tokens = { ...exampleTokens, fonts: { ...fonts, text: { ...fonts.text, files: ranges.map(font) } } }
  return scriptsWithoutFont([sourceOf('obs', 'Plain words.', text)], tokens).map(({ message }) => message)
}

describe('scripts without a font', () => {
  it.each([
    ['Words', [], []],
    ['Слова и words', [], ['Cyrillic']],
    ['Слова', ['U+0400-045F, U+2116'], []],
    ['水坝 و سد', ['U+0400-045F'], ['Arabic', 'Han']],
    ['水坝', ['u+4E00-9FFF'], []],
  ])('%s, with Latin and %j: %j', (text, ranges, scripts) => {
    const messages = told(text, 'U+0000-00FF', ...ranges)
    expect(messages.map(message => /has (\w+) letters/.exec(message)?.[1])).toEqual(scripts)
  })
  it('are none where a file is for all that it has', () => {
    expect(told('水坝', null)).toEqual([])
  })
})
