import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { convertWithLibreOffice, findProgram, type OpenedPdf, openDocx, openPdf } from '@briefbook/testkit'
import { describe, expect, it } from 'vitest'
import { loadTemplate } from '../src/template/load.js'
import { briefbook, copySample, inFolder, repository, smallBook, write } from './folders.js'

// What a house does with templates, seen in both outputs.

interface Made {
  pdf: OpenedPdf
  docx: ReturnType<typeof openDocx>
  /** The DOCX as it is. */
  file: Uint8Array
  html: string
}

async function made(files: { [path: string]: string }): Promise<Made> {
  return inFolder(async folder => {
    await write(folder, { ...smallBook, ...files })
    return build(folder)
  })
}

async function build(folder: string): Promise<Made> {
  const out = join(folder, 'out')
  const { exit, stderr } = await briefbook(['build', folder, '--out', out, '--format', 'pdf,docx,html'])
  if (exit !== 0) throw new Error(stderr)
  const bytes = async (file: string) => new Uint8Array(await readFile(join(out, file)))
  const file = await bytes('book.docx')
  return {
    pdf: await openPdf(await bytes('book.pdf')),
    docx: openDocx(file),
    file,
    html: await readFile(join(out, 'book.html'), 'utf8'),
  }
}

/** What is told of a book's template. */
async function told(files: { [path: string]: string }, name = './house') {
  return inFolder(async folder => {
    await write(folder, files)
    const { template, diagnostics } = await loadTemplate(name, folder, 'A4', { file: 'book.yaml' })
    expect(template).toBeNull()
    return diagnostics
  })
}

const style = (docx: Made['docx'], id: string) =>
  new RegExp(`<w:style [^>]*w:styleId="${id}".*?</w:style>`, 's').exec(docx.part('word/styles.xml'))?.[0] ?? ''

describe('a house that changes its tokens', () => {
  it('has its look in both outputs, and everything else from the template that it extends', async () => {
    const { pdf, docx, html } = await made({
      'book.yaml': 'title: Dams\ntemplate: ./house\n',
      'house/template.yaml': 'name: House\nextends: briefing\ntokens: tokens.yaml\n',
      'house/tokens.yaml':
        'page: { inner: 30mm }\nsizes: { text: 12pt, chapter: 26pt }\ncolours: { accent: "#aa0011", ink: "#102030" }\nfonts:\n  display: { family: House Sans, fallback: [Arial, sans-serif] }\n',
    })
    expect(html).toContain('--colour-accent: #aa0011')
    expect(html).not.toMatch(/#14375e/i)
    const heights = (page: OpenedPdf, words: string) => page.runs.filter(run => run.text.includes(words))
    expect(Math.max(...heights(pdf, 'How to read this book').map(run => run.height))).toBeCloseTo(26, 0)
    expect(style(docx, 'Heading2')).toMatch(/w:color w:val="AA0011"/)
    expect(style(docx, 'Heading2')).toMatch(/w:sz w:val="52"/)
    expect(style(docx, 'Normal')).toMatch(
      /w:sz w:val="24".*w:color w:val="102030"|w:color w:val="102030".*w:sz w:val="24"/s,
    )
    expect(style(docx, 'Heading2')).toContain('House Sans')
    // 30 mm at the spine, on the right-hand pages of both.
    expect(docx.part('word/document.xml')).toContain('w:left="1701"')
    expect(html).toContain('margin: 24mm 18mm 24mm 30mm;')
  })
})

describe('the template memo', () => {
  it('makes a memo of the sample: a few pages, the same words in both outputs, no page that is not there', async () => {
    await inFolder(async folder => {
      const content = await copySample(folder)
      const yaml = await readFile(join(content, 'book.yaml'), 'utf8')
      const order = 'parts:\n  - title: Memo\n    chapters: [20-key-judgements.md, references]\n'
      await write(content, {
        'book.yaml': `${yaml.replace(/\nparts:[\s\S]*/, '\n').replace('template: briefing', 'template: memo')}${order}`,
      })
      const { pdf, docx, html } = await build(content)
      expect(pdf.pages.length).toBeLessThanOrEqual(6)
      expect(pdf.pages[0]).toContain('Afghanistan 2021')
      expect(pdf.pages[0]).toMatch(/Key judgement 1/)
      expect(html).not.toMatch(/>00</)
      const words = pdf.pages.join('\n')
      expect(words).not.toMatch(/\bp\. ?\d|Contents/)
      for (const both of [words, docx.text()]) {
        expect(both).toContain('List of sources')
        expect(both).toContain('Key judgement 6')
      }
      expect(docx.text()).not.toMatch(/Contents|Part I|p\.\u00a0/)
      // A reference leads to its source in the list: the paragraph itself is not printed.
      expect(pdf.destinations).toHaveProperty('reference-swp')
      expect(html).toContain('href="#reference-swp"')
      expect(html).not.toMatch(/href="#swp\.\d/)
    })
  })
  it('opens in LibreOffice with its links and notes', async context => {
    if (!(await findProgram('soffice'))) {
      console.log('skipped: LibreOffice is not installed')
      return context.skip()
    }
    const { file } = await made({
      'book.yaml': 'title: Dams\ntemplate: memo\nparts:\n  - title: Memo\n    chapters: [10-words.md, matrix]\n',
      'chapters/10-words.md': '# Words\n\nSee [the matrix](#matrix) for more.[^1]\n\n[^1]: A note on it.\n',
    })
    const { pages } = await openPdf(await convertWithLibreOffice(file))
    const text = pages.join(' ').replace(/\s+/g, ' ')
    expect(text).toMatch(/See the matrix for more\. ?1/)
    expect(text).toContain('A note on it.')
    expect(text).not.toContain('HYPERLINK')
  })

  it('has an order of its own for a book that says none', async () => {
    const { pdf, docx } = await made({ 'book.yaml': 'title: Dams\ntemplate: memo\n' })
    expect(pdf.pages.length).toBeLessThanOrEqual(4)
    for (const text of [pdf.pages.join('\n'), docx.text()]) {
      expect(text).toContain('Who holds what')
      expect(text).not.toContain('How to read this book')
    }
  })
})

it('a house has its logo on the cover and in its style sheet, and is printed anew where the logo is another', () =>
  inFolder(async folder => {
    const logo = (colour: string) =>
      `<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><path fill="${colour}" d="M0 0h9v9z"/></svg>`
    await write(folder, {
      ...smallBook,
      'book.yaml': 'title: Dams\ntemplate: ./house\n',
      'house/template.yaml': 'name: House\nextends: briefing\nstyles: own.css\nparts:\n  cover: cover.hbs\n',
      'house/cover.hbs': `<section class="cover"><img src="our logo.svg" alt="The house">{{title}}</section>`,
      'house/own.css': '.cover { background: url(our-ground.svg) }\n',
      'house/our-ground.svg': logo('#eee'),
    })
    const page = async (colour: string) => {
      await write(folder, { 'house/our logo.svg': logo(colour) })
      const { exit, stderr } = await briefbook(['build', folder, '--format', 'html'])
      expect(exit, stderr).toBe(0)
      return readFile(join(folder, 'output/book.html'), 'utf8')
    }
    const uri = (colour: string) => `data:image/svg+xml;base64,${Buffer.from(logo(colour)).toString('base64')}`
    const red = await page('#f00')
    expect(red).toContain(`<img src="${uri('#f00')}" alt="The house">`)
    expect(red).toContain(`url(${uri('#eee')})`)
    expect(await page('#00f')).toContain(uri('#00f'))
    const { inputs } = JSON.parse(await readFile(join(folder, 'output/manifest.json'), 'utf8'))
    expect(inputs.map(({ path }: { path: string }) => path)).toContain('template:./house/our logo.svg')
  }))

describe('a template with a fault', () => {
  it('points to what a part does not have, when it is rendered', async () => {
    await inFolder(async folder => {
      await write(folder, {
        ...smallBook,
        'book.yaml': 'title: Dams\ntemplate: ./house\n',
        'house/template.yaml': 'name: House\nextends: briefing\nparts:\n  cover: parts/cover.hbs\n',
        'house/parts/cover.hbs': '<p>\n{{titel}}\n</p>',
      })
      const { exit, stderr } = await briefbook(['build', folder, '--format', 'html'])
      expect(exit).toBe(1)
      expect(stderr).toMatch(
        /cover\.hbs:2:3 .*template-renders\n {2}There is no `titel` to fill in here\. Did you mean `title`\?[\s\S]*expected {2}title, subtitle/,
      )
    })
  })
  const house = (more: string) => ({ 'house/template.yaml': `name: House\nextends: briefing\n${more}` })
  it.each([
    ['a tag that is not closed', 'parts:\n  cover: own\n', '<p>\n\n{{#if title}}</p>', 'template-renders', 3],
    ['a colour that is none', 'tokens: own\n', 'colours:\n  accent: red\n', 'value-is-valid', 2],
    ['a name that is none', 'tokens: own\n', 'colours:\n  acent: "#aa0011"\n', 'key-is-known', 2],
  ])('points to %s', async (_, more, text, rule, line) => {
    const diagnostics = await told({ ...house(more), 'house/own': text })
    expect(diagnostics).toMatchObject([{ rule, place: { start: { line } } }])
    // As the files of the content are named.
    expect(diagnostics[0]?.file).toBe('house/own')
  })
  it('points to a file that is not in UTF-8, and says where it looked for a better one', () =>
    inFolder(async folder => {
      await write(folder, { ...house('styles: own\n'), 'house/own': new Uint8Array([0x70, 0xe9]) })
      const { paths, diagnostics } = await loadTemplate('./house', folder, 'A4', {})
      expect(diagnostics).toMatchObject([{ rule: 'text-is-utf-8', file: 'house/own' }])
      expect(paths).toContain(join(folder, 'house'))
    }))
  it.each([
    ['<p>\n {{title</p>\n', '2:4 A `{{` is not closed by `}}`'],
    ['<p>\n{{#if title}}x</p>', '2:19 A `{{#…}}` is not closed by its `{{/…}}`'],
    ['<p>{{/if}}</p>', '1:4 This `{{/…}}` closes nothing'],
    ['{{#if title}}x{{/each}}', '1:4 `{{#if}}` is closed by `{{/each}}`.'],
    ['<img src="logo.png">', '1:11 The template has no file `logo.png`.'],
    ['<img src="../logo.png">', '1:11 `../logo.png` leads out of the folder.'],
    ['<img src="template.yaml">', '1:11 The picture `template.yaml` cannot be shown'],
  ])('says in plain words what is wrong in a part: %j', (text, message) =>
    inFolder(async folder => {
      await write(folder, { ...house('parts:\n  cover: own\n'), 'house/own': text })
      const [fault] = (await loadTemplate('./house', folder, 'A4', {})).diagnostics
      const { line, column } = fault?.place?.start ?? { line: 0, column: 0 }
      expect(fault?.severity).toBe('error')
      expect(`${line}:${column} ${fault?.message}`).toContain(message)
    }),
  )
  it.each([
    ['gone', {}],
    ['./house', { 'house/template.yaml': 'name: H\nextends: ../house\n' }],
    ['./house', { 'house/template.yaml': 'name: H\nextends: gone\n' }],
  ])('is told where %s is not there, or extends itself or nothing', async (name, files) => {
    expect((await told(files, name)).map(({ rule }) => rule)).toEqual(['template-is-there'])
  })
  it('is told file by file where it extends none and is not whole', async () => {
    const diagnostics = await told({ 'house/template.yaml': 'name: H\nparts:\n  cover: gone.hbs\n' })
    expect(new Set(diagnostics.map(({ rule }) => rule))).toEqual(new Set(['template-is-complete']))
    expect(diagnostics.length).toBeGreaterThan(10)
  })
})

describe('the templates that come with Briefbook', () => {
  const files = async () => {
    const folder = join(repository, 'templates')
    const names = await readdir(folder, { recursive: true })
    return Promise.all(
      names
        .filter(name => /\.(hbs|css)$/.test(name) && !name.includes('node_modules'))
        .map(async name => ({ name, text: await readFile(join(folder, name), 'utf8') })),
    )
  }
  it('never go past the escaping', async () => {
    const all = await files()
    expect(all.length).toBeGreaterThan(15)
    for (const { name, text } of all) expect(text, name).not.toMatch(/\{\{\{|\{\{~?&/)
  })
  it('name no colour and no font of their own: these are the tokens’', async () => {
    for (const { name, text } of await files()) {
      const rules = text.replace(/\/\*[\s\S]*?\*\/|\{\{!?[\s\S]*?\}\}|href="#[^"]*"/g, '')
      expect(rules, name).not.toMatch(/#[0-9a-f]{3,8}\b|\brgb|\bhsl|:\s*(white|black)\b/i)
      expect(rules, name).not.toMatch(/font-family:(?!\s*(var\(|inherit))/)
    }
  })
})
