import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { contrast } from '../src/config/contrast.js'
import {
  bookConfigSchema,
  houseTokensSchema,
  readBookConfig,
  readTemplateConfig,
  readTokens,
  templateConfigSchema,
  tokensSchema,
} from '../src/index.js'

describe('book.yaml', () => {
  it('needs a title and nothing else', () => {
    const { value, diagnostics } = readBookConfig('title: A book\n', 'book.yaml')
    expect(diagnostics).toEqual([])
    expect(value?.value).toMatchObject({
      template: 'briefing',
      language: 'en',
      paper: 'A4',
      codebook: 'codebook.yaml',
      sources: 'sources/',
    })
  })
  it.each([
    ['', 'value-is-valid'],
    ['title: ""\n', 'value-is-valid'],
    ['title: A\ndate: 2026-02-30\n', 'value-is-valid'],
    ['title: A\npaper: A3\n', 'value-is-valid'],
    ['title: A\nbleed: 3\n', 'value-is-valid'],
    ['title: A\nbleed: 30mm\n', 'value-is-valid'],
    ['title: A\nsides: both\n', 'value-is-valid'],
    ['title: A\nask-editors: [all]\n', 'value-is-valid'],
    ['title: A\nhandling: ""\n', 'value-is-valid'],
    ['title: A\ntemplat: x\n', 'key-is-known'],
    ['title: [\n', 'yaml-is-well-formed'],
  ])('%j is told', (text, rule) => {
    const { value, diagnostics } = readBookConfig(text, 'book.yaml')
    expect(value).toBeNull()
    expect(diagnostics.map(d => d.rule)).toContain(rule)
    expect(diagnostics.every(d => d.place !== null)).toBe(true)
  })
})

describe('tokens.yaml and template.yaml', () => {
  it('say what is missing', () => {
    const { value, diagnostics } = readTokens({ text: 'page:\n  top: 24\n', file: 'tokens.yaml' })
    expect(value).toBeNull()
    expect(diagnostics.length).toBeGreaterThan(3)
  })
  it('are others for a paper of another size', () => {
    const text = readFileSync(new URL('../../../templates/briefing/tokens.yaml', import.meta.url), 'utf8')
    const on = (paper: 'A4' | 'A5') => readTokens({ text, file: 'tokens.yaml' }, [], paper).value
    const [a4, a5] = [on('A4'), on('A5')]
    const textMm = (tokens: typeof a4, widthMm: number) =>
      widthMm - (tokens ? tokens.page.innerMm + tokens.page.outerMm + tokens.page.notesMm + tokens.page.notesGapMm : 0)
    expect(textMm(a4, 210)).toBeGreaterThan(110)
    expect(textMm(a5, 148)).toBeGreaterThan(85)
    expect(a5?.sizes.textPt).toBeLessThan(a4?.sizes.textPt ?? 0)
    expect(a5?.sizes.tableLeastPt).toBe(7.5)
    expect(a5?.colours).toEqual(a4?.colours)
  })
  it('are those of another template but for what is said', () => {
    const first = {
      text: readFileSync(new URL('../../../templates/briefing/tokens.yaml', import.meta.url), 'utf8'),
      file: 'a',
    }
    const house = {
      text: 'colours:\n  accent: "#aa0011"\nsizes: { text: 11pt }\nfonts:\n  text: { family: Garamond, fallback: [serif] }\n',
      file: 'b',
    }
    const [plain, own] = [readTokens(first).value, readTokens(first, [house]).value]
    expect(own?.colours).toEqual({ ...plain?.colours, accent: '#aa0011' })
    expect(own?.sizes).toEqual({ ...plain?.sizes, textPt: 11 })
    expect(own?.fonts).toEqual({
      text: { family: 'Garamond', fallback: ['serif'], files: [] },
      display: plain?.fonts.display,
      scripts: plain?.fonts.scripts,
    })
    const { value, diagnostics } = readTokens(first, [{ text: 'colour:\n  accent: red\n', file: 'b' }])
    expect(value).toBeNull()
    expect(diagnostics).toMatchObject([{ rule: 'key-is-known', file: 'b', place: { start: { line: 1 } } }])
  })
  it('have fonts for scripts, of which a house says one role or both', () => {
    const first = {
      text: readFileSync(new URL('../../../templates/briefing/tokens.yaml', import.meta.url), 'utf8'),
      file: 'a',
    }
    const plain = readTokens(first).value?.fonts.scripts
    const own = readTokens(first, [
      {
        text: 'fonts:\n  scripts:\n    Arab: { text: { family: House Naskh, fallback: [serif], files: [{ weight: 400, file: a.ttf }] } }\n    Geor: { text: { family: House Geo, fallback: [serif], package: "@fontsource/geo" } }\n',
        file: 'b',
      },
    ]).value?.fonts.scripts
    expect(own?.Arab?.text).toMatchObject({ family: 'House Naskh', package: null })
    expect(own?.Arab?.display).toEqual(plain?.Arab?.display)
    expect(own?.Geor?.display).toEqual(own?.Geor?.text)
    expect(own?.Hebr).toEqual(plain?.Hebr)
    const wrong = readTokens(first, [
      { text: 'fonts:\n  scripts:\n    Arabic: { text: { family: F, fallback: [serif] } }\n', file: 'b' },
    ])
    expect(wrong.value).toBeNull()
    expect(wrong.diagnostics.map(d => `${d.file}:${d.place?.start.line} ${d.message}`)[0]).toMatch(/^b:3 .*ISO 15924/)
  })
  it('tell which writing does not stand out, and where its colour is said', () => {
    const first = {
      text: readFileSync(new URL('../../../templates/briefing/tokens.yaml', import.meta.url), 'utf8'),
      file: 'a',
    }
    expect(readTokens(first).diagnostics).toEqual([])
    const memo = readFileSync(new URL('../../../templates/memo/tokens.yaml', import.meta.url), 'utf8')
    expect(readTokens(first, [{ text: memo, file: 'b' }]).diagnostics).toEqual([])
    const pale = 'colours:\n  muted: "#a0a0a0"\n  accent: "#1a3a5f"\n  stances:\n    opposes: "#602020"\n'
    const { value, diagnostics } = readTokens(first, [{ text: pale, file: 'b' }])
    expect(value?.colours.muted).toBe('#a0a0a0')
    expect(new Set(diagnostics.map(d => d.rule))).toEqual(new Set(['writing-stands-out']))
    expect(diagnostics.map(d => `${d.file}:${d.place?.start.line} ${d.message}`)).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^b:2 The contrast is too small: `muted` on white has 2\.6, `muted` on /),
        'b:5 The contrast is too small: `ink` on `stances.opposes` has 1.4.',
      ]),
    )
  })
  it.each([
    ['#000000', '#ffffff', 21],
    ['#777777', '#ffffff', 4.48],
    ['#ff0000', '#0000ff', 2.15],
  ])('the contrast of %s and %s is %s', (a, b, ratio) => {
    expect(contrast(a, b)).toBeCloseTo(ratio, 2)
    expect(contrast(b, a)).toBeCloseTo(ratio, 2)
  })
  it('read a template', () => {
    expect(readTemplateConfig('name: T\n', 'template.yaml').value?.value).toMatchObject({
      name: 'T',
      extends: null,
      parts: {},
    })
  })
})

describe('the schemas that editors read', () => {
  it.each([
    ['book', bookConfigSchema],
    ['template', templateConfigSchema],
    ['tokens', tokensSchema],
    ['house-tokens', houseTokensSchema],
  ])('%s.schema.json is that of the code', async (name, schema) => {
    const json = z.toJSONSchema(schema, { io: 'input', target: 'draft-7' })
    await expect(`${JSON.stringify(json, null, 2)}\n`).toMatchFileSnapshot(`../schemas/${name}.schema.json`)
  })
})
