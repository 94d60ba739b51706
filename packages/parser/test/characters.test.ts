import { describe, expect, test } from 'vitest'
import { cleanText } from '../src/characters.js'
import { read } from './helpers.js'
import { checkSource } from './invariants.js'

describe('characters that are not text', () => {
  test.each([
    ['a control character', 'The\u0007 fleet', 'The fleet'],
    ['a control of the second set', 'The\u0092 fleet', 'The fleet'],
    ['a noncharacter', 'The\ufffe\uffff\ufdd0 fleet\u{1fffe}', 'The fleet'],
    ['an override of direction', 'The \u202efleet\u202c left', 'The fleet left'],
    ['an isolate', 'The \u2066fleet\u2069 left', 'The fleet left'],
    ['a soft hyphen and a zero-width space', 'The fi\u00adsh\u200bery', 'The fishery'],
    ['marks that letters need', 'می\u200cخواهم \u200fشد', 'می\u200cخواهم \u200fشد'],
    ['white space of every kind', 'The\u00a0\u2009fleet\u3000left\u2028now', 'The fleet left now'],
    ['a lone surrogate', 'The \ud800fleet', 'The fleet'],
  ])('%s', (_, given, clean) => {
    expect(cleanText(given)).toBe(clean)
  })

  test('they stay in the source’s text, leave the blocks, and are told once with the first place', async () => {
    const words =
      'Nobody in the harbour\u0000 had seen \u202ethe second ship\u202c come in before the fog\u0007 lifted.'
    for (const path of ['a.txt', 'a.md']) {
      const { source, diagnostics } = await read(`${words}\n`, path)
      checkSource(source)
      expect(source.text).toContain('\u0000')
      expect(source.children[0]?.text).toBe(
        'Nobody in the harbour had seen the second ship come in before the fog lifted.',
      )
      const told = diagnostics.filter(d => d.rule === 'source-characters-are-text')
      expect(told).toHaveLength(1)
      expect(told[0]).toMatchObject({ severity: 'warning', place: { start: { line: 1, column: 22 } } })
      expect(told[0]?.message).toBe('4 characters that are not text are left out: U+0000, U+0007, U+202C, U+202E.')
    }
  })
})
