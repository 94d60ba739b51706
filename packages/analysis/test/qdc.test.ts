import type { Actor, Codebook, Issue, Office } from '@briefbook/ast'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { exportCodebook, importCodebook, readCodebook } from '../src/index.js'
import { testCodebook } from './helpers.js'

const bytes = (text: string) => new TextEncoder().encode(text)
const codebookXml = (codes: string, sets = '') =>
  `<?xml version="1.0" encoding="utf-8"?>\n<CodeBook xmlns="urn:QDA-XML:codebook:1.0" origin="Some program"><Codes>${codes}</Codes>${sets}</CodeBook>`
const code = (name: string, children = '', more = '') =>
  `<Code guid="${'0'.repeat(8)}-${name}" name="${name}" isCodable="true"${more}>${children}</Code>`

/** What an import gives, in short: actors with country and aliases, issues with terms. */
function imported(xml: string, names: Parameters<typeof importCodebook>[2] = {}) {
  const { value, diagnostics } = importCodebook(bytes(xml), 'codes.qdc', names)
  return {
    actors: value?.codebook.actors.map(a => [a.name, a.country, ...a.aliases].filter(x => x !== null).join(' ')),
    issues: value?.codebook.issues.map(i => `${i.name}: ${i.terms.flat().join(', ')}`),
    told: diagnostics.filter(d => d.severity !== 'note').map(d => `${d.rule}: ${d.message}`),
    text: value?.text ?? '',
  }
}

describe('export', () => {
  const xml = exportCodebook(testCodebook())

  test('has a group for actors, issues and stances, and the rest in descriptions', () => {
    expect(xml.split('\n').slice(0, 9)).toEqual([
      '<?xml version="1.0" encoding="utf-8"?>',
      '<CodeBook xmlns="urn:QDA-XML:codebook:1.0" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="urn:QDA-XML:codebook:1.0 http://schema.qdasoftware.org/versions/Codebook/v1.0/Codebook.xsd" origin="Briefbook">',
      '  <Codes>',
      '    <Code guid="5f7779c5-c63e-5274-8b66-40af0f9c74cc" name="Actors" isCodable="false">',
      '      <Description>discard: [Norway lobster]</Description>',
      expect.stringMatching(/^ {6}<Code guid="[0-9a-f-]{36}" name="Norway" isCodable="true">$/),
      '        <Description>id: norway',
      'country: "NO"',
      'people: [Kari Strand]</Description>',
    ])
    expect(xml).toMatch(/name="Issues" isCodable="false">\n +<Code guid="[^"]+" name="Whaling"/)
    expect(xml).toMatch(/name="favours" isCodable="true">/)
  })

  test('gives every code a GUID of its own that is the same in every export', () => {
    const guids = [...xml.matchAll(/guid="([^"]+)"/g)].map(match => match[1] as string)
    expect(new Set(guids).size).toBe(guids.length)
    for (const guid of guids)
      expect(guid).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    expect(exportCodebook(testCodebook())).toBe(xml)
  })

  test('holds elements and attributes that the schema knows, in its order', () => {
    const tags = [...xml.matchAll(/<(\/?)(\w+)((?:\s[\w:]+="[^"<]*")*)\s*(\/?)>/g)]
    const open: string[] = []
    for (const [, closes, name = '', attributes = '', empty] of tags) {
      if (closes) {
        expect(open.pop()).toBe(name)
        continue
      }
      const parents: { [name: string]: (string | undefined)[] } = {
        CodeBook: [undefined],
        Codes: ['CodeBook'],
        Code: ['Codes', 'Code'],
        Description: ['Code'],
      }
      expect(parents[name]).toContain(open.at(-1))
      if (name === 'Code') expect(attributes).toMatch(/^ guid="[^"]+" name="[^"]+" isCodable="(?:true|false)"$/)
      if (!empty) open.push(name)
    }
    expect(open).toEqual([])
  })
})

const text = fc
  .oneof(
    fc.string({ minLength: 1, maxLength: 12 }),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 6 }),
    fc.array(fc.integer({ max: 0xffff }), { minLength: 1, maxLength: 4 }).map(units => String.fromCharCode(...units)),
    fc.constantFrom(
      'NO',
      'null',
      'a: b',
      '# x',
      '- x',
      'R&D <b>',
      ']]>',
      '"',
      'x\ny',
      '2014',
      'id: x',
      'Issues',
      'favours',
    ),
  )
  .map(s => s.trim())
  .filter(s => s !== '')
const id = fc.oneof(
  fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,6}$/).filter(s => /[a-z]/.test(s)),
  fc.constantFrom('no', 'null', '1e5', 'true', '0x1f'),
)
const date = fc.constantFrom(null, '2014', '2014-05', '2014-05-26')
const office: fc.Arbitrary<Office> = fc.record({ role: text, from: date, until: fc.constant(null) })
const actor: fc.Arbitrary<Actor> = fc.record({
  id,
  name: text,
  country: fc.constantFrom(null, 'NO', 'JP'),
  aliases: fc.array(text, { maxLength: 3 }),
  people: fc.array(fc.record({ name: text, offices: fc.array(office, { maxLength: 2 }) }), { maxLength: 2 }),
})
const phrase = text
  .map(s => s.replaceAll('*', ''))
  .filter(s => /[\p{L}\p{N}]/u.test(s))
  .map(s => s.trim())
const term = fc.array(
  fc.oneof(
    phrase,
    phrase.map(s => (/\p{L}$/u.test(s) ? `${s}*` : s)),
  ),
  { minLength: 1, maxLength: 2 },
)
const issue: fc.Arbitrary<Issue> = fc.record({
  id,
  name: text,
  towards: text,
  terms: fc.array(term, { minLength: 1, maxLength: 3 }),
  against: fc.array(term, { maxLength: 2 }),
})
const unique = { minLength: 1, maxLength: 4, selector: (one: { id: string }) => one.id }
const codebook: fc.Arbitrary<Codebook> = fc.record({
  actors: fc.uniqueArray(actor, unique),
  issues: fc.uniqueArray(issue, unique),
  discard: fc.array(text, { maxLength: 2 }),
})

test('a codebook that goes out and comes in is the same, as data and as codebook.yaml', () => {
  fc.assert(
    fc.property(codebook, given => {
      const { value, diagnostics } = importCodebook(bytes(exportCodebook(given)), 'codes.qdc')
      expect(diagnostics).toEqual([])
      expect(value?.codebook).toEqual(given)
      const read = readCodebook(value?.text ?? '', 'codebook.yaml')
      expect(read.diagnostics.filter(d => d.severity === 'error')).toEqual([])
      expect(read.value).toEqual(given)
    }),
    { numRuns: 400 },
  )
})

describe('import of what other programs write', () => {
  test('groups that say what they hold', () => {
    const xml = codebookXml(
      code('Stakeholders', code('Norway') + code('Harbour Front', code('the Front'))) +
        code(
          'Themes',
          code('Whaling &amp; sealing', '<Description>commercial whaling</Description>') +
            code('Aid', code('Food aid') + code('Coast guard')),
        ),
    )
    expect(imported(xml)).toMatchObject({
      actors: ['Norway NO', 'Harbour Front the Front'],
      issues: ['Whaling & sealing: whaling, sealing', 'Aid: aid, food aid, coast guard'],
      told: [],
    })
    expect(imported(xml).text).toContain('towards: commercial whaling')
  })

  test('sets, which other programs call code groups', () => {
    const set = (name: string, ...of: string[]) =>
      `<Set guid="s-${name}" name="${name}">${of.map(one => `<MemberCode guid="00000000-${one.toUpperCase()}"/>`).join('')}</Set>`
    const xml = codebookXml(
      code('alder') + code('birch') + code('cedar'),
      `<Sets>${set('Actors', 'alder')}${set('Topics', 'birch', 'cedar')}</Sets>`,
    )
    expect(imported(xml)).toMatchObject({ actors: ['alder'], issues: ['birch: birch', 'cedar: cedar'] })
  })

  test('groups by what is in them, one code over all, and codes that stand alone', () => {
    const states = `<Code guid="g" name="Who speaks" isCodable="false">${code('Norway')}${code('Japan')}${code('Harbour Front')}</Code>`
    expect(imported(codebookXml(code('All', states + code('Whaling') + code('NATO'))))).toMatchObject({
      actors: ['Norway NO', 'Japan JP', 'Harbour Front', 'NATO'],
      issues: ['Whaling: whaling'],
    })
  })

  test('groups inside a group are named in a comment', () => {
    const inner = `<Code guid="g" name="States" isCodable="false">${code('Norway')}</Code>`
    const { actors, text: yaml } = imported(codebookXml(code('Actors', inner) + code('Issues', code('Whaling'))))
    expect(actors).toEqual(['Norway NO'])
    expect(yaml).toMatch(/ {2}norway: # States\n/)
  })

  test('groups that the user names', () => {
    const xml = codebookXml(
      code('One', code('alder') + code('birch')) + code('Two', code('cedar')) + code('Three', code('elm')),
    )
    expect(imported(xml, { actors: 'two', issues: 'One' })).toMatchObject({
      actors: ['cedar'],
      issues: ['alder: alder', 'birch: birch', 'Three: three, elm'],
    })
    expect(imported(xml, { actors: 'Thre' }).told).toEqual([
      'qdc-group-is-there: There is no code and no set `Thre`. Did you mean `Three`?',
    ])
  })

  test('what comes out can be read, whatever the codes are called', () => {
    const xml = codebookXml(code('???') + code('???') + code('', code('a')) + code('x'.repeat(3000)))
    const { text: yaml, told } = imported(xml)
    expect(readCodebook(yaml, 'codebook.yaml').diagnostics).toEqual([])
    expect(told).toEqual(['qdc-code-has-a-name: A code has no name.'])
  })

  test('a codebook of ours that was worked on elsewhere: names, order and new codes count', () => {
    const xml = exportCodebook(testCodebook())
      .replace('name="Brazil"', 'name="Brasil"')
      .replace(
        'name="Actors" isCodable="false">',
        'name="Actors" isCodable="true"><Code guid="n" name="Iceland" isCodable="true"/>',
      )
    const { value, diagnostics } = importCodebook(bytes(xml), 'codes.qdc')
    expect(value?.codebook.actors.map(a => `${a.id} ${a.name} ${a.country}`)).toEqual([
      'iceland Iceland IS',
      'norway Norway NO',
      'japan Japan JP',
      'brazil Brasil BR',
      "union Fishers' Union null",
      'rebels Harbour Front null',
    ])
    expect(value?.codebook.issues).toEqual(testCodebook().issues)
    expect(diagnostics.map(d => d.rule)).toEqual(['qdc-codes-are-told-apart'])
  })

  test('a description of ours that was broken becomes a comment, and that is told', () => {
    const { value, diagnostics } = importCodebook(
      bytes(exportCodebook(testCodebook()).replace('country: JP', '').replace('country: "JP"', 'country: [Japan')),
      'codes.qdc',
    )
    expect(diagnostics[0]).toMatchObject({ rule: 'qdc-description-is-read', severity: 'warning', file: 'codes.qdc' })
    expect(value?.text).toMatch(/ {2}japan: # id: japan country: \[Japan/)
  })

  test.each([
    ['UTF-8 with a mark', bytes(`\ufeff${codebookXml(code('Élan'))}`)],
    ['UTF-16', new Uint8Array(Buffer.from(`\ufeff${codebookXml(code('Élan')).replace('utf-8', 'utf-16')}`, 'utf16le'))],
    ['Latin 1', new Uint8Array(Buffer.from(codebookXml(code('Élan')).replace('utf-8', 'iso-8859-1'), 'latin1'))],
    ['UTF-8 that calls itself UTF-16', bytes(codebookXml(code('Élan')).replace('utf-8', 'utf-16'))],
  ])('%s', (_, file) => {
    expect(importCodebook(file, 'codes.qdc').value?.codebook.issues[0]?.name).toBe('Élan')
  })

  test('a codebook inside a project', () => {
    const xml = `<Project xmlns="urn:QDA-XML:project:1.0"><Users><User name="A"/></Users><CodeBook><Codes>${code('Whaling', '<NoteRef targetGUID="n"/>')}</Codes></CodeBook><Sources/></Project>`
    const { value, diagnostics } = importCodebook(bytes(xml), 'project.qde')
    expect(value?.codebook.issues.map(i => i.name)).toEqual(['Whaling'])
    expect(diagnostics[0]).toMatchObject({
      rule: 'qdc-is-read-in-full',
      message: expect.stringContaining('NoteRef (1)'),
    })
  })
})

describe('hostile files end in a message', () => {
  const bomb = `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>${codebookXml(code('&b;')).replace(/^<\?.*\n/, '')}`
  test.each([
    ['nothing', '', 'qdc-is-well-formed'],
    ['no XML', 'name,colour\nalder,red\n', 'qdc-is-well-formed'],
    ['an element that is not closed', codebookXml('<Code name="a">'), 'qdc-is-well-formed'],
    ['entities that multiply', bomb, 'qdc-is-well-formed'],
    ['an entity that reads a file', '<!DOCTYPE x SYSTEM "file:///etc/passwd"><CodeBook/>', 'qdc-is-well-formed'],
    ['an entity that nobody declared', codebookXml(code('&secret;')), 'qdc-is-well-formed'],
    ['deep nesting', codebookXml('<Code name="a">'.repeat(5000)), 'qdc-is-a-codebook'],
    ['too many codes', codebookXml('<Code name="a"/>'.repeat(20_001)), 'qdc-is-a-codebook'],
    ['something else in XML', '<html><body>Codes</body></html>', 'qdc-is-a-codebook'],
    ['a prefix that is not bound', codebookXml('<q:Code name="a"/>'), 'qdc-is-well-formed'],
  ])('%s', (_, xml, rule) => {
    const { value, diagnostics } = importCodebook(bytes(xml), 'codes.qdc')
    expect(value).toBeNull()
    expect(diagnostics.find(d => d.severity === 'error')).toMatchObject({ rule, file: 'codes.qdc' })
  })

  test('a message has its line and column', () => {
    const { diagnostics } = importCodebook(bytes(codebookXml('\n  <Code name="a"></Cod>')), 'codes.qdc')
    expect(diagnostics[0]?.place?.start).toMatchObject({ line: 3, column: expect.any(Number) })
  })

  test.each([
    ['an encoding that is none', bytes(codebookXml('').replace('utf-8', 'no-such'))],
    ['bytes that are not in it', new Uint8Array([...bytes(codebookXml('')), 0xff, 0xfe, 0xc3])],
    ['a file larger than any codebook', new Uint8Array(33 * 1024 * 1024)],
  ])('%s', (_, file) => {
    const { value, diagnostics } = importCodebook(file, 'codes.qdc')
    expect(value).toBeNull()
    expect(diagnostics).toHaveLength(1)
  })

  test('whatever the bytes are, nothing is thrown', () => {
    const broken = fc
      .tuple(fc.constant(exportCodebook(testCodebook())), fc.nat(), fc.nat(40), fc.string())
      .map(([xml, at, length, by]) => bytes(xml.slice(0, at % xml.length) + by + xml.slice((at % xml.length) + length)))
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array({ maxLength: 200 }), broken), file => {
        const { value, diagnostics } = importCodebook(file, 'codes.qdc')
        expect(value !== null || diagnostics.some(d => d.severity === 'error')).toBe(true)
        if (value) expect(readCodebook(value.text, 'codebook.yaml').value).not.toBeNull()
      }),
      { numRuns: 300 },
    )
  })
})
