import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import {
  acceptedText,
  editWithLibreOffice,
  findOfficePython,
  findProgram,
  openDocx,
  rejectedText,
  validateDocx,
} from '@briefbook/testkit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { briefbook, type Ended, inFolder, smallBook, snapshot, write } from '../folders.js'
import { atWords, deleted, inDocument, inParagraph, inserted } from './word.js'

const office = (await findProgram('soffice')) !== null && (await findOfficePython()) !== null
if (!office) console.log('skipped: LibreOffice and python3-uno are not installed')

const judgement = (words: string, likelihood: string) =>
  `:::key-judgement{likelihood="${likelihood}" confidence="low"}\n${words}\n:::\n`
const book = {
  ...smallBook,
  'chapters/10-judgements.md': `# Judgements

As of May, *two* governments want the river.

${judgement('Northland will build the dam within two years [@obs ¶2].', 'likely')}
${judgement('The fish of the delta will be gone by then.', 'unlikely')}
- A flood would change our mind.
- So would a drought.
`,
  'codings.yaml': `findings:
  - { actor: north, issue: dam, by: AB, finding: It wants the dam. }
  - { actor: south, issue: dam, by: AB, finding: It fears for its fields. }
`,
}
const later = {
  'chapters/10-judgements.md': book['chapters/10-judgements.md']
    .replace('As of May', 'As of June')
    .replace('will build the dam within two years [@obs ¶2]', 'may not build the dam at all [@obs ¶1]')
    .replace('likelihood="likely"', 'likelihood="roughly even chance"')
    .replace(
      judgement('The fish of the delta will be gone by then.', 'unlikely'),
      judgement('Somebody will pay.', 'likely'),
    )
    .replace('- So would a drought.\n', '- So would an election.\n\nNobody knows.\n'),
  'codings.yaml': `findings:
  - { actor: north, issue: dam, by: AB, finding: It wants the dam and pays for it. }
  - { actor: north, issue: fishing, by: AB, finding: It would fish as well. }
`,
  'sources/observer.md': smallBook['sources/observer.md']?.replace('supports the dam', 'welcomes the dam') ?? '',
  'sources/third.txt': 'A third text\n\nBy Cora Weir\n\nSouthland supports the dam.\n',
}

/** What the edition said and the book does not, and the other way round. */
const gone = ['May', 'will build the dam within two years', 'be gone by then', 'drought', 'It fears for its fields.']
const come = [
  'June',
  'may not build the dam at all',
  'Somebody will pay',
  'election',
  'Nobody knows',
  'and pays for it',
  'It would fish as well',
]

describe('a DOCX with the changes since an edition', () => {
  let folder = ''
  let release: () => void = () => undefined
  let held: Promise<unknown>
  const documents: { [name: string]: Uint8Array } = {}
  const xml = (name: string) => openDocx(documents[name] as Uint8Array).part('word/document.xml')
  const build = async (name: string, ...more: string[]): Promise<Ended> => {
    const out = join(folder, '..', name)
    const ended = await briefbook(['build', folder, '--out', out, '--format', 'docx', ...more])
    documents[name] = new Uint8Array(await readFile(join(out, 'book.docx')).catch(() => new Uint8Array()))
    return ended
  }

  beforeAll(async () => {
    await new Promise<void>((ready, fail) => {
      held = inFolder(async parent => {
        folder = join(parent, 'book')
        await write(folder, book)
        ready()
        await new Promise<void>(done => {
          release = done
        })
      }).catch(fail)
    })
    expect((await build('first')).exit).toBe(0)
    expect((await briefbook(['release', folder, '--name', 'First edition'])).exit).toBe(0)
    await write(folder, later)
    for (const [name, ...more] of [
      ['plain'],
      ['redline', '--redline'],
      ['again', '--redline', 'First edition'],
    ] as const) {
      const { exit, stderr } = await build(name, ...more)
      expect(exit, stderr).toBe(0)
    }
  }, 180_000)
  afterAll(async () => {
    release()
    await held
  })

  it('is what Word expects, and the same from run to run', async () => {
    expect(await validateDocx(documents.redline as Uint8Array)).toEqual([])
    expect(documents.again).toEqual(documents.redline)
  })
  it('says with every change accepted what the book says', () => {
    expect(acceptedText(xml('redline'))).toEqual(acceptedText(xml('plain')))
    expect(xml('plain')).not.toMatch(/<w:(ins|del) /)
  })
  it('says with every change rejected what the edition said, as far as that holds it', () => {
    // Behind the chapter that tells of the changes themselves.
    const body = (text: string[]) =>
      text.slice(text.findLastIndex(words => words.endsWith('Judgements')) + 1).join('\n')
    const rejected = body(rejectedText(xml('redline')))
    const [before, now] = [body(acceptedText(xml('first'))), body(acceptedText(xml('plain')))]
    for (const words of gone) {
      expect(before).toContain(words)
      expect(now).not.toContain(words)
      expect(rejected).toContain(words)
    }
    for (const words of come) {
      expect(now).toContain(words)
      expect(rejected).not.toContain(words)
    }
    // A citation that went is in brackets, for its note has no number any more.
    expect(rejected).toContain('within two years [OBS ¶2].')
    const written = (text: string) =>
      text
        .slice(0, text.indexOf('So would'))
        .replace(/ \[OBS ¶\d]/, '')
        .replace(/Key judgement \d/g, 'Key judgement')
    expect(written(rejected)).toBe(written(before))
  })
  it('says in its margin what is marked and what is not', () => {
    const comments = openDocx(documents.redline as Uint8Array).part('word/comments.xml')
    expect(comments).toContain('Tracked changes show what came and went since First edition')
    expect(comments).toContain('Not marked is what that edition does not hold')
  })
  it('comes home without changes where no editor made any, and with those that one made', async () => {
    const docx = documents.redline as Uint8Array
    const before = await snapshot(folder)
    const file = join(folder, '..', 'edited.docx')
    await writeFile(file, docx)
    const untouched = await briefbook(['merge', file, folder])
    expect(untouched.stdout).toBe('No edits. Nothing to write.\n')
    expect(await snapshot(folder)).toEqual(before)
    const edited = inDocument(docx, all =>
      inParagraph(all, 'Nobody', p => atWords(p, 'Nobody', deleted('Nobody') + inserted('No editor'))),
    )
    await writeFile(file, edited)
    const { stdout } = await briefbook(['merge', file, folder, '--dry-run'])
    expect(stdout).toMatch(/10-judgements\.md:\d+ {2}changed .*“No editor knows\.” \(Eve\)\n1 applied\./)
  })
  it.skipIf(!office)('is accepted and rejected by LibreOffice as said', { timeout: 180_000 }, async () => {
    const docx = documents.redline as Uint8Array
    const [plain, accepted, rejected] = await editWithLibreOffice([
      { docx: documents.plain as Uint8Array, record: false, edits: [] },
      { docx, record: false, edits: [], settle: 'Accept' },
      { docx, record: false, edits: [], settle: 'Reject' },
    ])
    const text = (saved: typeof plain) => acceptedText(openDocx(saved?.docx as Uint8Array).part('word/document.xml'))
    // LibreOffice counts pages for itself, or has not come to it yet.
    const words = (lines: string[]) =>
      lines.map(line => line.replace(/[\d–]/g, '').replace(/\s+/g, ' ').trim()).filter(line => line !== '')
    expect(words(text(accepted))).toEqual(words(text(plain)))
    expect(words(text(rejected)).join('\n')).toBe(words(rejectedText(xml('redline'))).join('\n'))
  })
  it('is asked for in vain where there is no edition, none of the name, or no DOCX', async () => {
    const unknown = await build('none', '--redline', 'Frist edition')
    expect(unknown.exit).toBe(1)
    expect(unknown.stderr).toContain('Did you mean `First edition`?')
    expect((await briefbook(['build', folder, '--redline', '--format', 'pdf'])).exit).toBe(2)
    await rm(join(folder, 'editions'), { recursive: true })
    const none = await build('none', '--redline')
    expect(none.exit).toBe(1)
    expect(none.stderr).toContain('briefbook release')
  })
})
