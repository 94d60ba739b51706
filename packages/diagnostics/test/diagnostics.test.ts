import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import {
  createLocator,
  diagnostic,
  didYouMean,
  formatReport,
  hasErrors,
  readYaml,
  rules,
  sortDiagnostics,
  suggest,
} from '../src/index.js'

describe('the table of rules', () => {
  it.each(Object.entries(rules))('%s has a promise and a hint, each a sentence', (id, rule) => {
    expect(id).toMatch(/^[a-z]+(-[a-z0-9]+)+$/)
    expect(rule.promise).toMatch(/^[A-Z].*\.$/)
    expect(rule.hint).toMatch(/\.$/)
  })
})

const schema = z.strictObject({
  title: z.string(),
  paper: z.enum(['A4', 'A5']).default('A4'),
  parts: z.array(z.strictObject({ title: z.string(), chapters: z.array(z.string()) })).optional(),
  actors: z.record(z.string(), z.strictObject({ name: z.string() })).optional(),
})
const read = (text: string) => readYaml(text, 'book.yaml', schema)
const told = (text: string) =>
  read(text).diagnostics.map(d => `${d.rule} ${d.place?.start.line}:${d.place?.start.column} ${d.message}`)

describe('readYaml', () => {
  it('gives the value with its defaults, and the place of each part of it', () => {
    const { value, diagnostics } = read('title: A\nparts:\n  - title: B\n    chapters: [c.md]\n')
    expect(diagnostics).toEqual([])
    expect(value?.value.paper).toBe('A4')
    expect(value?.placeOf(['parts', 0, 'chapters', 0]).start).toMatchObject({ line: 4, column: 16 })
    expect(value?.placeOf(['parts', 0, 'missing']).start).toMatchObject({ line: 3, column: 5 })
  })
  it('points at broken YAML', () => {
    expect(told('title: "A\npaper: A4\n')[0]).toMatch(/^yaml-is-well-formed \d:\d/)
  })
  it('tells of what is not closed once, in plain words, not of every line behind it', () => {
    expect(told('parts: [\n  one:\n    title: B\n  two:\n    title: C\n')).toEqual([
      expect.stringMatching(/^yaml-is-well-formed 3:\d+ .*`\[`.* is not closed/),
    ])
    expect(told('title: A: B\n')).toEqual([expect.stringMatching(/a value with a colon in it/)])
  })
  it('points at a key that is not known, at any depth, and says what may have been meant', () => {
    expect(told('title: A\npapr: A4\n')).toEqual([
      'key-is-known 2:1 The key `papr` is not known. Did you mean `paper`?',
    ])
    expect(told('title: A\nparts:\n  - titel: B\n    title: B\n    chapters: []\n')).toEqual([
      'key-is-known 3:5 The key `titel` is not known under `parts[0]`. Did you mean `title`?',
    ])
    expect(told('title: A\nactors:\n  x:\n    name: X\n    nam: Y\n')[0]).toContain(
      '5:5 The key `nam` is not known under `actors.x`.',
    )
  })
  it('points at a value of the wrong form', () => {
    expect(told('title: A\npaper: A3\n')[0]).toMatch(/^value-is-valid 2:8 `paper` /)
  })
  it.each([
    ['paper: a5', '`paper` cannot be `a5`. Did you mean `A5`?', 'A4, A5'],
    ['draft: yes', '`draft` cannot be `yes`.', '`true` or `false`'],
    ['title:', '`title` is empty.', 'a text'],
    ['title: ""', '`title` is empty.', undefined],
    ['title: [A]', '`title` cannot be a list.', 'a text'],
    ['actors:\n  x: {}', '`actors.x.name` is missing.', 'a text'],
    ['pages: 0', '`pages` cannot be `0`.', 'at least 1'],
    ['pages: 1.5', '`pages` cannot be `1.5`.', 'a whole number'],
    ['terms: 3', '`terms` cannot be `3`.', 'a text, or a list'],
    ['terms: []', '`terms` is empty.', undefined],
    ['date: soon', '`date` is no date; write 2021.', undefined],
    ['codings:\n  - by: AB', '`codings[0].action` is missing.', 'accept, reject'],
    ['codings:\n  - action: acept', '`codings[0].action` cannot be `acept`. Did you mean `accept`?', 'accept, reject'],
    ['- a', 'The file cannot be a list.', 'keys with values, each on a line of its own'],
  ])('says in plain words what is wrong with %j', (text, message, expected) => {
    const forms = z.strictObject({
      ...schema.partial().shape,
      title: z.string().min(1).optional(),
      draft: z.boolean().optional(),
      pages: z.int().min(1).optional(),
      terms: z.union([z.string(), z.array(z.string()).min(1)]).optional(),
      date: z
        .string()
        .refine(value => value === '2021', 'is no date; write 2021')
        .optional(),
      codings: z
        .array(
          z.discriminatedUnion('action', [
            z.strictObject({ action: z.literal('accept') }),
            z.strictObject({ action: z.literal('reject') }),
          ]),
        )
        .optional(),
    })
    expect(readYaml(`${text}\n`, 'book.yaml', forms).diagnostics).toMatchObject([
      { rule: 'value-is-valid', message, expected: expected ?? null },
    ])
  })
  it('tells all faults, not the first', () => {
    expect(told('paper: A3\nfoo: 1\n')).toHaveLength(3)
  })
  it('takes an empty file for an empty mapping', () => {
    expect(told('')[0]).toBe('value-is-valid 1:1 `title` is missing.')
  })
  it('refuses an alias bomb', () => {
    const bomb = `a: &a [x,x,x,x,x,x,x,x,x]\n${[...'bcdefgh'].map((c, i) => `${c}: &${c} [${Array(9).fill(`*${'abcdefg'[i]}`).join(',')}]`).join('\n')}\n`
    expect(told(bomb)[0]).toMatch(/^yaml-is-well-formed /)
  })
})

describe('createLocator', () => {
  const locator = createLocator('one\r\ntwo\rthree\n')
  it.each([
    [0, 1, 1],
    [4, 1, 5],
    [5, 2, 1],
    [9, 3, 1],
    [14, 3, 6],
    [15, 4, 1],
  ])('offset %i is %i:%i', (offset, line, column) => {
    expect(locator.pointAt(offset)).toEqual({ line, column, offset })
  })
})

describe('suggest', () => {
  it('finds a name that is near', () => {
    expect(suggest('russa', ['china', 'russia'])).toBe('russia')
    expect(didYouMean('Swp', ['swp'])).toBe(' Did you mean `swp`?')
  })
  it('finds nothing where none is', () => {
    expect(suggest('zzz', ['china', 'russia'])).toBeNull()
    expect(didYouMean('zzz', [])).toBe('')
  })
})

describe('the report', () => {
  const all = [
    diagnostic('link-is-safe', 'A link.', { file: 'b.md', place: { start: { line: 2, column: 1 } } }),
    diagnostic('quotation-is-verbatim', 'A quotation.', {
      file: 'a.md',
      place: { start: { line: 9, column: 4 } },
      expected: 'these words',
      actual: 'those words',
    }),
    diagnostic('sources-are-there', 'None.'),
  ]
  it('sorts by file and place', () => {
    expect(sortDiagnostics(all).map(d => d.file)).toEqual([null, 'a.md', 'b.md'])
  })
  it('says once what is told twice of one place', () => {
    expect(formatReport([...all, ...all])).toBe(formatReport(all))
  })
  it('says where, what, and what to do', () => {
    expect(formatReport(all)).toMatchInlineSnapshot(`
      "error  sources-are-there
        None.
        → Put the texts to compare into the folder of the sources.

      a.md:9:4  error  quotation-is-verbatim
        A quotation.
          expected  these words
          found     those words
        → Quote the source as it is; \`[…]\` joins two passages of it in their order.

      b.md:2:1  warning  link-is-safe
        A link.
        → The words are kept and the link is left out.

      2 errors, 1 warning
      "
    `)
  })
  it('is empty where there is nothing to tell', () => {
    expect(formatReport([])).toBe('')
  })
  it('knows an error from a warning', () => {
    expect(hasErrors(all)).toBe(true)
    expect(hasErrors(all.slice(0, 1))).toBe(false)
  })
})
