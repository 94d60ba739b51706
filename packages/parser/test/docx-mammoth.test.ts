import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import mammoth from 'mammoth'
import { describe, expect, test } from 'vitest'
import { parseSource } from '../src/index.js'
import { docx, outline, p, read, t } from './helpers.js'

const words = (text: string) => text.match(/[\p{L}\p{N}]+/gu) ?? []
const wordsOfMammoth = async (bytes: Uint8Array) =>
  words((await mammoth.extractRawText({ buffer: Buffer.from(bytes) })).value)

describe('the same words as mammoth, in the same order', () => {
  const folder = join(dirname(createRequire(import.meta.url).resolve('mammoth/package.json')), 'test/test-data')
  const files = readdirSync(folder).filter(name => name.endsWith('.docx'))

  test('there are files to compare', () => {
    expect(files.length).toBeGreaterThan(5)
  })

  test.each(files)('%s', async name => {
    const bytes = new Uint8Array(readFileSync(join(folder, name)))
    const expected = await wordsOfMammoth(bytes)
    const { value } = await parseSource({ path: name, bytes })
    // Notes and comments follow the text; mammoth leaves them out of it.
    expect(words(value?.text ?? '').slice(0, expected.length)).toEqual(expected)
    expect(value !== null || expected.length === 0).toBe(true)
  })
})

describe('words that are read otherwise than by mammoth', () => {
  const long = 'Nobody who had been in the room wanted to speak about it to the papers afterwards.'
  const math = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
  const compatible = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
  const mark = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`
  const cases: [what: string, body: string, theirs: string, ours: string][] = [
    ['a line break parts words', '<w:r><w:t>one</w:t><w:br/><w:t>two</w:t></w:r>', 'onetwo', 'one two'],
    ['an equation has words', `${t('so ')}<m:oMath ${math}><m:r><m:t>x</m:t></m:r></m:oMath>`, 'so', 'so x'],
    [
      'the result of a simple field',
      `${t('to ')}<w:fldSimple w:instr="AUTHOR">${t('Mira')}</w:fldSimple>`,
      'to',
      'to Mira',
    ],
    [
      'letters with their reading above',
      '<w:r><w:ruby><w:rt><w:r><w:t>kai</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>quay</w:t></w:r></w:rubyBase></w:ruby></w:r>',
      '',
      'quay',
    ],
    [
      'the new variant of an alternative',
      `<w:r><mc:AlternateContent ${compatible}><mc:Choice Requires="new"><w:t>new</w:t></mc:Choice><mc:Fallback><w:t>old</w:t></mc:Fallback></mc:AlternateContent></w:r>`,
      'old',
      'new',
    ],
    ['hidden text is told apart', t('seen') + t(' hidden', '<w:vanish/>'), 'seen hidden', 'seen'],
    [
      'a result within the code of a field is not printed',
      mark('begin') +
        mark('begin') +
        mark('separate') +
        t('in') +
        mark('end') +
        mark('separate') +
        t('out') +
        mark('end'),
      'inout',
      'out',
    ],
    ['letters in a symbol font', t('a', '<w:rFonts w:ascii="Symbol" w:hAnsi="Symbol"/>'), 'a', 'α'],
  ]
  test.each(cases)('%s', async (_, body, theirs, ours) => {
    const bytes = docx(p(long) + p(body) + p(long))
    expect((await wordsOfMammoth(bytes)).join(' ')).toBe([...words(long), ...words(theirs), ...words(long)].join(' '))
    expect(outline((await read(bytes, 'a.docx')).source).slice(1, -1)).toEqual([`paragraph: ${ours}`])
  })
})
