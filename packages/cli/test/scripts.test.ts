import { join } from 'node:path'
import { sourceOf } from '@briefbook/ast'
import { beforeAll, describe, expect, it } from 'vitest'
import { Folder } from '../src/content/folder.js'
import { TemplateFiles } from '../src/template/files.js'
import type { Letters } from '../src/template/letters.js'
import { type LoadedTemplate, loadTemplate } from '../src/template/load.js'
import { withScriptFonts } from '../src/template/script-faces.js'
import { neededFonts } from '../src/template/script-fonts.js'
import { scriptsOf } from '../src/template/script-list.js'
import { scriptsWithoutFont } from '../src/template/scripts.js'
import { repository } from './folders.js'

// Which fonts a book takes for its letters, from the template as it is.

let template: LoadedTemplate

beforeAll(async () => {
  const loaded = await loadTemplate('briefing', repository, 'A4', {})
  if (!loaded.template) throw new Error('no template')
  template = loaded.template
})

const lettersOf = (words: { [language: string]: string }): Letters =>
  new Map(Object.entries(words).map(([language, text]) => [language, new Set(text)]))

async function needed(words: { [language: string]: string }, fonts = template.tokens.fonts, files = template.files) {
  const { value, diagnostics } = await neededFonts(files, fonts, lettersOf(words))
  expect(diagnostics).toEqual([])
  return value
}

/** `Noto Serif SC 水坝`, for the regular weight. */
const taken = ({ files }: Awaited<ReturnType<typeof needed>>) => {
  const families = new Map<string, Set<string>>()
  for (const { family, letters, weight } of files) {
    if (weight !== 400) continue
    families.set(family, new Set([...(families.get(family) ?? []), ...letters]))
  }
  return [...families].map(([family, letters]) => `${family} ${[...letters].sort().join('')}`)
}

describe('the fonts that a book needs for its letters', () => {
  it('are none for letters that the fonts of its text have', async () => {
    const none = await needed({ en: 'Слово λόγος − –' })
    expect([none.scripts, none.files, [...none.without]]).toEqual([{}, [], []])
  })
  it('are those of its scripts, for text and for tables', async () => {
    const book = await needed({ en: 'قא' })
    expect(Object.keys(book.scripts)).toEqual(['Arab', 'Hebr'])
    expect(taken(book)).toEqual(['Scheherazade New ق', 'Noto Serif Hebrew א', 'Vazirmatn ق', 'Noto Sans Hebrew א'])
    expect(new Set(book.files.map(({ weight }) => weight))).toEqual(new Set([400, 700]))
  })
  it('have Chinese characters as the language of the passage has them', async () => {
    const book = await needed({ en: '水', zh: '坝“…', 'zh-TW': '壩', ja: '流か', ko: '江강' })
    expect(taken(book).filter(name => name.includes('Serif'))).toEqual([
      'Noto Serif SC …坝水',
      'Noto Serif TC 壩',
      'Noto Serif JP か流',
      'Noto Serif KR 江강',
    ])
  })
  it('leave marks to the fonts of the text where these have the letters as well', async () => {
    const fonts = { ...template.tokens.fonts, text: { ...template.tokens.fonts.text } }
    fonts.text.files = [{ weight: 400, style: 'normal', file: 'a.woff2', range: 'U+0000-FFFF' }]
    fonts.display = fonts.text
    expect(await needed({ zh: '坝“…' }, fonts)).toMatchObject({ scripts: {}, files: [] })
  })
  it('are a sign’s own for signs', async () => {
    expect(taken(await needed({ en: '≠☑' }))).toEqual(['Noto Sans Math ≠', 'Noto Sans Symbols 2 ☑'])
  })
  it('lack letters that no file has, whatever a range says, which is told with the source', async () => {
    const { without } = await needed({ en: 'ก꧁😀' })
    expect([...without].sort()).toEqual(['꧁', '😀'])
    const source = sourceOf('obs', 'A word.', 'ก and ꧁ and 😀')
    expect(scriptsWithoutFont([source], without).map(({ message }) => message)).toEqual([
      'No font of the template has letters and signs such as ꧁.',
    ])
    expect(scriptsWithoutFont([source], new Set())).toEqual([])
  })
  it('of a package that is not there are told', async () => {
    const fonts = structuredClone(template.tokens.fonts)
    for (const role of ['text', 'display'] as const)
      fonts.scripts = {
        Thai: { ...fonts.scripts.Thai, [role]: { ...fonts.scripts.Thai?.[role], package: '@no/such' } },
      } as never
    const files = new TemplateFiles([new Folder(join(repository, 'templates/briefing'))], 'tokens.yaml')
    const { value, diagnostics } = await neededFonts(files, fonts, lettersOf({ en: 'ก' }))
    expect(diagnostics.map(({ rule, message }) => `${rule} ${message}`)).toEqual([
      'font-is-there There is no package of fonts `@no/such`.',
    ])
    expect([...value.without]).toEqual(['ก'])
  })
})

it('the template has fonts for these scripts', async () => {
  expect(await scriptsOf(template)).toEqual({
    there: [
      'Latin',
      'Greek',
      'Cyrillic',
      'Arabic',
      'Hebrew',
      'Devanagari',
      'Thai',
      'Chinese (simplified)',
      'Chinese (traditional)',
      'Japanese',
      'Korean',
      'mathematical signs',
      'other signs',
    ],
    missing: [],
  })
})

describe('the faces of scripts', () => {
  it('hold the letters of the book for print, and all letters for the DOCX, but for Chinese and signs', async () => {
    const { files } = await needed({ zh: '坝', ar: 'ق', en: '≠' })
    const { value, diagnostics } = await withScriptFonts(template.fonts, files, template.files, true)
    expect(diagnostics).toEqual([])
    const own = value.css.slice(template.fonts.css.length)
    expect(own.match(/unicode-range: [^;}]*/g)?.[0]).toMatch(/^unicode-range: U\+642,U\+200C-200D/)
    // A letter or two: not the whole font.
    expect(own.length).toBeLessThan(60_000)
    const carried = value.faces.filter(face => !template.fonts.faces.includes(face))
    expect(carried.map(({ family, face }) => `${family} ${face}`)).toEqual([
      'Scheherazade New Regular',
      'Scheherazade New Bold',
      'Vazirmatn Regular',
      'Vazirmatn Bold',
    ])
    expect(Math.min(...carried.map(({ bytes }) => bytes.length))).toBeGreaterThan(30_000)
    // Twice the same.
    expect((await withScriptFonts(template.fonts, files, template.files, true)).value.css).toBe(value.css)
  })
  it('are those that were there where no script needs any', async () => {
    expect((await withScriptFonts(template.fonts, [], template.files, true)).value).toBe(template.fonts)
  })
})
