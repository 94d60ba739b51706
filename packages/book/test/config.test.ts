import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import {
  bookConfigSchema,
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
    const { value, diagnostics } = readTokens('page:\n  top: 24\n', 'tokens.yaml')
    expect(value).toBeNull()
    expect(diagnostics.length).toBeGreaterThan(3)
  })
  it('are others for a paper of another size', () => {
    const text = readFileSync(new URL('../../../templates/briefing/tokens.yaml', import.meta.url), 'utf8')
    const on = (paper: 'A4' | 'A5') => readTokens(text, 'tokens.yaml', paper).value
    const [a4, a5] = [on('A4'), on('A5')]
    const textMm = (tokens: typeof a4, widthMm: number) =>
      widthMm - (tokens ? tokens.page.innerMm + tokens.page.outerMm + tokens.page.notesMm + tokens.page.notesGapMm : 0)
    expect(textMm(a4, 210)).toBeGreaterThan(110)
    expect(textMm(a5, 148)).toBeGreaterThan(85)
    expect(a5?.sizes.textPt).toBeLessThan(a4?.sizes.textPt ?? 0)
    expect(a5?.sizes.tableLeastPt).toBe(7.5)
    expect(a5?.colours).toEqual(a4?.colours)
  })
  it('read a template', () => {
    expect(readTemplateConfig('name: T\nparts: {}\n', 'template.yaml').value?.value.tokens).toBe('tokens.yaml')
  })
})

describe('the schemas that editors read', () => {
  it.each([
    ['book', bookConfigSchema],
    ['template', templateConfigSchema],
    ['tokens', tokensSchema],
  ])('%s.schema.json is that of the code', async (name, schema) => {
    const json = z.toJSONSchema(schema, { io: 'input', target: 'draft-7' })
    await expect(`${JSON.stringify(json, null, 2)}\n`).toMatchFileSnapshot(`../schemas/${name}.schema.json`)
  })
})
