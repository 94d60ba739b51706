import { readFileSync } from 'node:fs'
import { chmod, readdir, readFile, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { briefbook, inFolder, repository, smallBook, snapshot, write } from './folders.js'

describe('the command line', () => {
  it.each([
    [['build', '--frmat', 'pdf']],
    [['build', '--format', 'odt']],
    [['inspect', 'everything']],
    [['bild']],
    [[]],
  ])('%j is wrong: exit 2, nothing on standard output', async args => {
    const { exit, stdout, stderr } = await briefbook(args)
    expect(exit).toBe(2)
    expect(stdout).toBe('')
    expect(stderr).not.toBe('')
  })
  it.each([[['--help']], [['build', '--help']], [['--version']]])('%j tells: exit 0', async args => {
    const { exit, stdout } = await briefbook(args)
    expect(exit).toBe(0)
    expect(stdout).not.toBe('')
  })
  it('tells a folder that is no book what to do', () =>
    inFolder(async folder => {
      const { exit, stderr } = await briefbook(['check', folder])
      expect(exit).toBe(1)
      expect(stderr).toBe('Reading\n')
    }))
})

describe('inspect', () => {
  it.each(['sources', 'statements', 'matrices', 'timeline', 'figures', 'book'])(
    '%s is JSON on standard output',
    stage =>
      inFolder(async folder => {
        await write(folder, smallBook)
        const { exit, stdout } = await briefbook(['inspect', stage, folder])
        expect(exit).toBe(0)
        const value = JSON.parse(stdout)
        expect(stage === 'book' ? value.type === 'book' : Array.isArray(value) && value.length > 0).toBe(true)
      }),
  )
  it('gives the forms that other programs rely on', () =>
    inFolder(async folder => {
      await write(folder, smallBook)
      const read = async (stage: string) => JSON.parse((await briefbook(['inspect', stage, folder])).stdout)
      const [sources, statements, matrices, timeline, figures] = await Promise.all(
        ['sources', 'statements', 'matrices', 'timeline', 'figures'].map(read),
      )
      expect(Object.keys(sources[0])).toEqual(['id', 'file', 'sha256', 'format', 'meta', 'blocks', 'furniture'])
      expect(sources[0].blocks[0]).toMatchObject({ anchor: 'obs.1', type: 'paragraph', text: expect.any(String) })
      for (const block of sources[0].blocks) for (const range of block.raw) expect(range).toHaveLength(2)
      const text = smallBook['sources/observer.md'] as string
      for (const statement of statements.filter((s: { source: string }) => s.source === 'obs')) {
        const keys = [
          'id',
          'source',
          'anchor',
          'quote',
          'span',
          'raw',
          'actor',
          'issue',
          'stance',
          'speaker',
          'cue',
          'rule',
          'coder',
        ]
        expect(Object.keys(statement)).toEqual(expect.arrayContaining(keys))
        expect(statement.raw.map(([a, b]: [number, number]) => text.slice(a, b)).join('')).toBe(statement.quote)
      }
      expect(matrices.map((m: { id: string }) => m.id)).toEqual(
        expect.arrayContaining(['actor-issue', 'source-issue', 'source-actor']),
      )
      expect(Object.keys(matrices[0].cells[0][0])).toEqual([
        'state',
        'stances',
        'disagreement',
        'finding',
        'statements',
        'sources',
      ])
      expect(timeline[0]).toMatchObject({ source: 'obs', date: '2019', precision: 'year' })
      expect(figures[0]).toMatchObject({ source: 'obs', low: 40_000_000 })
    }))
})

describe('a matrix that the book asks for', () => {
  const config = (only: string) => `${smallBook['book.yaml']}matrices:
  - id: by-year
    rows: actors
    columns: years
    only: { ${only} }
`
  it('stands behind those that every book has, in the same form', () =>
    inFolder(async folder => {
      await write(folder, { ...smallBook, 'book.yaml': config('issues: [dam]') })
      const { exit, stdout } = await briefbook(['inspect', 'matrices', folder])
      expect(exit).toBe(0)
      const matrices = JSON.parse(stdout)
      const [first, last] = [matrices[0], matrices.at(-1)]
      expect(last).toMatchObject({ id: 'by-year', title: 'Actors by year', rows: first.rows })
      expect(last.columns).toContainEqual({ id: '2025', name: '2025' })
      expect(Object.keys(last)).toEqual(Object.keys(first))
      expect(Object.keys(last.cells[0][0])).toEqual(Object.keys(first.cells[0][0]))
    }))
  it('names what it does not know, with its place', () =>
    inFolder(async folder => {
      await write(folder, { ...smallBook, 'book.yaml': config('issues: [damm]') })
      const { exit, stdout } = await briefbook(['check', folder])
      expect(exit).toBe(1)
      expect(stdout).toMatch(/book\.yaml:7:22 .*matrix-issue-is-known\n.*Did you mean `dam`\?/)
    }))
})

interface BadCase {
  name: string
  /** What is changed of the small book; null takes a file away. */
  files: { [path: string]: string | Uint8Array | null }
  rule: string
  /** What the message must say, besides the rule. */
  says: RegExp
}

const invalidUtf8 = new Uint8Array([0x81, 0xff, 0x8d, 0x90, 0x81, 0x9d, 0xff, 0xfe, 0x81, 0x8d])
// A download that broke off.
const wholeDocx = readFileSync(join(repository, 'content/afghanistan-2021/sources/caci-gambit.docx'))
const halfDocx = new Uint8Array(wholeDocx.subarray(0, wholeDocx.length / 2))
const wholePng = readFileSync(join(repository, 'packages/cli/test/golden/page-01.png'))
const halfPng = new Uint8Array(wholePng.subarray(0, wholePng.length / 2))
const binary = new Uint8Array(400).map((_, i) => (i * 37) % 256)

const badCases: BadCase[] = [
  {
    name: 'no sources',
    files: { 'sources/observer.md': null, 'sources/review.txt': null },
    rule: 'sources-are-there',
    says: /sources\//,
  },
  {
    name: 'an empty source',
    files: { 'sources/empty.md': '' },
    rule: 'source-is-not-empty',
    says: /sources\/empty\.md/,
  },
  {
    name: 'a source of nothing but space',
    files: { 'sources/blank.txt': ' \n\n\t\n' },
    rule: 'source-is-not-empty',
    says: /sources\/blank\.txt/,
  },
  {
    name: 'a binary source',
    files: { 'sources/photo.txt': binary },
    rule: 'source-is-text',
    says: /sources\/photo\.txt/,
  },
  {
    name: 'a source in no encoding',
    files: { 'sources/odd.txt': invalidUtf8 },
    rule: 'source-',
    says: /sources\/odd\.txt/,
  },
  {
    name: 'a damaged DOCX',
    files: { 'sources/bad.docx': halfDocx },
    rule: 'source-is-whole',
    says: /sources\/bad\.docx/,
  },
  {
    name: 'broken YAML',
    files: { 'book.yaml': 'title: "Dams\nsubtitle: x\n' },
    rule: 'yaml-is-well-formed',
    says: /book\.yaml:\d+:\d+/,
  },
  {
    name: 'an unknown key',
    files: { 'book.yaml': 'title: Dams\npapr: A4\n' },
    rule: 'key-is-known',
    says: /book\.yaml:2:1[\s\S]*Did you mean `paper`/,
  },
  {
    name: 'a value of the wrong form',
    files: { 'book.yaml': 'title: Dams\npaper: A3\n' },
    rule: 'value-is-valid',
    says: /book\.yaml:2:8/,
  },
  { name: 'no codebook', files: { 'codebook.yaml': null }, rule: 'codebook-is-there', says: /codebook\.yaml/ },
  {
    name: 'an unknown key in the codebook',
    files: { 'codebook.yaml': `${smallBook['codebook.yaml']}    term: [x]\n` },
    rule: 'key-is-known',
    says: /codebook\.yaml:\d+:5[\s\S]*Did you mean `terms`/,
  },
  {
    name: 'an unknown actor in a coding',
    files: {
      'codings.yaml':
        'codings:\n  - action: add\n    by: A\n    source: obs\n    quote: Northland supports the dam.\n    actor: nroth\n    issue: dam\n    stance: favours\n',
    },
    rule: 'coding-actor-is-known',
    says: /codings\.yaml:6:12[\s\S]*Did you mean `north`/,
  },
  {
    name: 'an unknown issue in a coding',
    files: {
      'codings.yaml':
        'codings:\n  - action: add\n    by: A\n    source: obs\n    quote: Northland supports the dam.\n    actor: north\n    issue: dan\n    stance: favours\n',
    },
    rule: 'coding-issue-is-known',
    says: /codings\.yaml:7:12[\s\S]*Did you mean `dam`/,
  },
  {
    name: 'a quotation in a coding that is not verbatim',
    files: {
      'codings.yaml':
        'codings:\n  - action: add\n    by: A\n    source: obs\n    quote: Northland adores the dam.\n    actor: north\n    issue: dam\n    stance: favours\n',
    },
    rule: 'quotation-is-verbatim',
    says: /codings\.yaml:5:12[\s\S]*Northland supports the dam\.[\s\S]*Northland adores the dam\./,
  },
  {
    name: 'a citation of a source that is not there',
    files: { 'chapters/a.md': '# A\n\nWord [@obz ¶1].\n' },
    rule: 'citation-target-resolves',
    says: /chapters\/a\.md:3:6[\s\S]*Did you mean `obs`/,
  },
  {
    name: 'a citation of a paragraph that is not there',
    files: { 'chapters/a.md': '# A\n\nWord [@obs ¶99].\n' },
    rule: 'citation-target-resolves',
    says: /chapters\/a\.md:3:6[\s\S]*no paragraph 99/,
  },
  {
    name: 'a quotation that is not verbatim',
    files: { 'chapters/a.md': '# A\n\n> Northland adores the dam. [@obs ¶1]\n' },
    rule: 'quotation-is-verbatim',
    says: /chapters\/a\.md:3:3[\s\S]*Northland supports the dam\.[\s\S]*Northland adores the dam\./,
  },
  {
    name: 'a chapter in an encoding of before',
    files: { 'chapters/a.md': Buffer.from('# A\n\nThe caf\xe9.\n', 'latin1') },
    rule: 'text-is-utf-8',
    says: /chapters\/a\.md:3:8[\s\S]*Save the file as UTF-8[\s\S]*\n1 error/,
  },
  {
    name: 'a codebook in UTF-16',
    files: { 'codebook.yaml': Buffer.from(`\ufeff${smallBook['codebook.yaml']}`, 'utf16le') },
    rule: 'text-is-utf-8',
    says: /codebook\.yaml:1:1[\s\S]*UTF-16[\s\S]*\n1 error/,
  },
  {
    name: 'a chapter of two versions',
    files: { 'chapters/a.md': '# A\n\n<<<<<<< HEAD\nThe one.\n=======\nThe other.\n>>>>>>> theirs\n' },
    rule: 'versions-are-merged',
    // As Markdown, the marks would be seven quotations without a source.
    says: /chapters\/a\.md:3:1 [\s\S]*\n1 error(, \d+ notes?)?\n/,
  },
  {
    name: 'a codebook of two versions',
    files: { 'codebook.yaml': `<<<<<<< HEAD\r\n=======\r\n${smallBook['codebook.yaml']}>>>>>>> theirs\r\n` },
    rule: 'versions-are-merged',
    says: /codebook\.yaml:1:1 [\s\S]*\n1 error/,
  },
  {
    name: 'a picture that is not there',
    files: { 'chapters/a.md': '# A\n\n![A map](map.png)\n' },
    rule: 'file-is-there',
    says: /chapters\/a\.md:3:1 [\s\S]*no picture `chapters\/map\.png`/,
  },
  {
    name: 'half of a picture',
    files: { 'chapters/a.md': '# A\n\n![A map](map.png)\n', 'chapters/map.png': halfPng },
    rule: 'value-is-valid',
    says: /chapters\/a\.md:3:1 [\s\S]*breaks off/,
  },
  {
    name: 'two sources with one id',
    files: { 'sources/obs.txt': 'Another text.\n' },
    rule: 'source-id-is-unique',
    // Nothing that is said of the one is looked for in the other.
    says: /sources\/obs(erver)?\.(txt|md)[\s\S]*\n1 error/,
  },
  {
    name: 'a template that is not there',
    files: { 'book.yaml': 'title: Dams\ntemplate: breifing\n' },
    rule: 'template-is-there',
    says: /book\.yaml:2:11/,
  },
  {
    name: 'a template that lacks a part',
    files: { 'book.yaml': 'title: Dams\ntemplate: ./house\n', 'house/template.yaml': 'name: House\nparts: {}\n' },
    rule: 'template-is-complete',
    says: /template\.yaml[\s\S]*no part `cover`/,
  },
  {
    name: 'sources outside the folder',
    files: { 'book.yaml': 'title: Dams\nsources: ../elsewhere\n' },
    rule: 'file-stays-inside',
    says: /\.\.\/elsewhere/,
  },
]

describe('bad content', () => {
  it.each(badCases)('$name: exit 1, a message that points, and the last good book untouched', ({ files, rule, says }) =>
    inFolder(async folder => {
      await write(folder, { ...smallBook, 'output/book.pdf': 'the last good book', 'output/manifest.json': '{}' })
      for (const [path, content] of Object.entries(files)) {
        if (content === null) await rm(join(folder, path))
        else await write(folder, { [path]: content })
      }
      const before = await snapshot(join(folder, 'output'))
      const built = await briefbook(['build', folder])
      expect(built.stderr).toContain(`error  ${rule}`)
      expect(built.stderr).toMatch(says)
      expect(built.exit).toBe(1)
      expect(built.stdout).toBe('')
      expect(await snapshot(join(folder, 'output'))).toEqual(before)

      const checked = await briefbook(['check', folder, '--json'])
      expect(checked.exit).toBe(1)
      const records = checked.stdout
        .trimEnd()
        .split('\n')
        .map(line => JSON.parse(line))
      expect(
        records.filter(r => r.severity === 'error').every(r => r.version === 1 && typeof r.hint === 'string'),
      ).toBe(true)
      expect(records.some(r => r.rule.startsWith(rule))).toBe(true)
    }),
  )
  it('tells every problem of a run, not the first', () =>
    inFolder(async folder => {
      await write(folder, { ...smallBook, 'sources/empty.md': '', 'chapters/a.md': '# A\n\n[@no] and [@obs ¶99].\n' })
      const { stdout } = await briefbook(['check', folder])
      expect(stdout).toContain('source-is-not-empty')
      expect(stdout.match(/citation-target-resolves/g)).toHaveLength(2)
    }))
})

describe('the DOCX of a house', () => {
  const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
  const types = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const house = zipSync({
    'word/document.xml': strToU8(`<w:document ${w}/>`),
    'word/_rels/document.xml.rels': strToU8(
      `<Relationships><Relationship Id="r" Type="${types}/styles" Target="styles.xml"/></Relationships>`,
    ),
    'word/styles.xml': strToU8(
      `<w:styles ${w}><w:style w:type="paragraph" w:styleId="F"><w:name w:val="Finding"/><w:locked/></w:style></w:styles>`,
    ),
  })
  const lookingLike = (reference: string) => ({ 'book.yaml': `${smallBook['book.yaml']}reference: ${reference}\n` })

  it('lends its styles', () =>
    inFolder(async folder => {
      await write(folder, { ...smallBook, ...lookingLike('house.docx'), 'house.docx': house })
      expect((await briefbook(['build', folder, '--format', 'docx'])).exit).toBe(0)
      const parts = unzipSync(await readFile(join(folder, 'output/book.docx')))
      expect(strFromU8(parts['word/styles.xml'] as Uint8Array)).toContain('<w:name w:val="Finding"/><w:locked/>')
    }))
  it.each([
    ['gone.docx', 'There is no `gone.docx`.'],
    ['words.docx', 'it is no DOCX, or a damaged one'],
  ])('is told of where it is none: %s', (file, why) =>
    inFolder(async folder => {
      await write(folder, { ...smallBook, ...lookingLike(file), 'words.docx': 'words' })
      const { exit, stdout } = await briefbook(['check', folder])
      expect(exit).toBe(1)
      expect(stdout).toMatch(/book\.yaml:\d+:\d+ {2}error {2}reference-opens/)
      expect(stdout).toContain(why)
    }),
  )
})

describe('a browser', () => {
  it.each([
    ['that is missing', '/nowhere/chromium'],
    ['that ends at once', process.platform === 'win32' ? 'C:\\Windows\\System32\\whoami.exe' : '/bin/false'],
  ])('%s: exit 3, what to do, and the last good book untouched', (_, path) =>
    inFolder(async folder => {
      await write(folder, { ...smallBook, 'output/book.pdf': 'the last good book' })
      const before = await snapshot(join(folder, 'output'))
      const { exit, stderr } = await briefbook(['build', folder], { BRIEFBOOK_CHROMIUM: path })
      expect(exit).toBe(3)
      expect(stderr).toContain('browser-is-there')
      expect(stderr).toContain('BRIEFBOOK_BROWSER')
      expect(await snapshot(join(folder, 'output'))).toEqual(before)
    }),
  )
  it('is not needed for a DOCX', () =>
    inFolder(async folder => {
      await write(folder, smallBook)
      const { exit } = await briefbook(['build', folder, '--format', 'docx,json'], {
        BRIEFBOOK_CHROMIUM: '/nowhere/chromium',
      })
      expect(exit).toBe(0)
      expect((await readdir(join(folder, 'output'))).sort()).toEqual(['analysis.json', 'book.docx', 'manifest.json'])
    }))
  it('is looked for by doctor, which says what to do', async () => {
    const { exit, stdout } = await briefbook(['doctor'], { BRIEFBOOK_CHROMIUM: '/nowhere/chromium' })
    expect(exit).toBe(3)
    expect(stdout).toMatch(/^missing .*nowhere/m)
    expect((await briefbook(['doctor'])).exit).toBe(0)
  })
})

describe('init', () => {
  it('begins a book from texts: copied, named, with a codebook that builds', () =>
    inFolder(async folder => {
      await write(folder, {
        'texts/one.md': smallBook['sources/observer.md'] as string,
        'texts/two.txt': smallBook['sources/review.txt'] as string,
      })
      // From a read-only place, into a folder that git was told of already.
      await chmod(join(folder, 'texts/two.txt'), 0o444)
      await write(folder, { 'my-new-book/.git/HEAD': 'ref: refs/heads/main\n' })
      const book = join(folder, 'my-new-book')
      const begun = await briefbook([
        'init',
        book,
        '--from',
        join(folder, 'texts/one.md'),
        join(folder, 'texts/two.txt'),
      ])
      expect(begun.exit).toBe(0)
      expect(await readFile(join(book, 'sources/two.txt'), 'utf8')).toBe(smallBook['sources/review.txt'])
      expect((await stat(join(book, 'sources/two.txt'))).mode & 0o200).toBe(0o200)
      expect(await readFile(join(book, '.gitignore'), 'utf8')).toContain('output/\n')
      expect(await readFile(join(book, 'sources/two.txt.yaml'), 'utf8')).toContain('id: "ford"\nlabel: "Ford"\n')
      expect(await readFile(join(book, 'book.yaml'), 'utf8')).toContain('title: "My new book"')
      expect((await briefbook(['check', book])).exit).toBe(0)
    }))
  it('writes over nothing', () =>
    inFolder(async folder => {
      await write(folder, { 'book.yaml': 'title: Mine\n' })
      const before = await snapshot(folder)
      expect((await briefbook(['init', folder])).exit).toBe(1)
      expect(await snapshot(folder)).toEqual(before)
    }))
  it('names a text that is not there', () =>
    inFolder(async folder => {
      const { exit, stderr } = await briefbook(['init', join(folder, 'b'), '--from', join(folder, 'missing.txt')])
      expect(exit).toBe(1)
      expect(stderr).toContain('missing.txt')
    }))
})

describe('codebook', () => {
  it('goes out as .qdc and comes back as it was', () =>
    inFolder(async folder => {
      await write(folder, smallBook)
      const out = join(folder, 'codes.qdc')
      const exported = await briefbook(['codebook', 'export', folder, '--out', out])
      expect(exported).toMatchObject({ exit: 0, stdout: `${out}\n` })
      const there = await readFile(join(folder, 'codebook.yaml'), 'utf8')

      const refused = await briefbook(['codebook', 'import', out, folder])
      expect(refused.exit).toBe(1)
      expect(refused.stderr).toContain('--force')
      expect(await readFile(join(folder, 'codebook.yaml'), 'utf8')).toBe(there)

      expect(await briefbook(['codebook', 'import', out, folder, '--force'])).toMatchObject({ exit: 0, stderr: '' })
      expect(await readFile(join(folder, 'codebook.yaml'), 'utf8')).toContain('$schema=./.schemas/codebook.schema.json')
      await briefbook(['codebook', 'export', folder])
      expect(await readFile(join(folder, 'codebook.qdc'), 'utf8')).toBe(await readFile(out, 'utf8'))
    }))
  it('is made of the codes of another program, by the groups that are named', () =>
    inFolder(async folder => {
      const code = (name: string, inside = '') =>
        `<Code guid="g-${name}" name="${name}" isCodable="true">${inside}</Code>`
      const codes = code('One', code('Alder')) + code('Two', code('Ice'))
      const xml = `<CodeBook xmlns="urn:QDA-XML:codebook:1.0"><Codes>${codes}</Codes></CodeBook>`
      await write(folder, { 'codes.qdc': xml })
      const args = ['codebook', 'import', join(folder, 'codes.qdc'), join(folder, 'book'), '--actors', 'One']
      expect((await briefbook([...args, '--issues', 'Three'])).exit).toBe(1)
      expect((await briefbook([...args, '--issues', 'Two'])).exit).toBe(0)
      expect(await readFile(join(folder, 'book/codebook.yaml'), 'utf8')).toMatch(/ {2}alder:\n[\s\S]* {2}ice:\n/)
    }))
  it.each([
    ['a book that is not there', ['export', 'nowhere']],
    ['a file that is not there', ['import', 'nowhere.qdc']],
  ])('%s is exit 1', async (_, args) => {
    const { exit, stderr } = await briefbook(['codebook', ...args])
    expect(exit).toBe(1)
    expect(stderr).toContain('file-is-there')
  })
})
