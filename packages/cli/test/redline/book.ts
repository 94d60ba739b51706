import { analyse, readLocatedCodebook } from '@briefbook/analysis'
import { type Ledger, sourceOf } from '@briefbook/ast'
import { composeBook, readBookConfig } from '@briefbook/book'
import { type MergeInput, type MergeResult, mergeDocument, sentLedger, type TextFile } from '@briefbook/redline'
import { composeLedger, renderDocx } from '@briefbook/render-docx'
import { exampleTokens, openDocx } from '@briefbook/testkit'
import { expect } from 'vitest'

/** A chapter with everything that an editor may meet. */
export const chapters: TextFile[] = [
  {
    path: 'chapters/10-river.md',
    text: `---
owner: the desk
---

# Who wants the river

Two governments *share* one river, and **each** wants it for itself [@obs ¶1]. This is told by @obs and
[by others](https://example.org/a "A title"); a third holds out for \`talks\`.

## Where they part

Northland builds
and pays [@obs ¶2; @obs ¶1].[^a] It costs AT\\&T 5 \\* 8 &amp; more, a **bold *and* slanted** sum.

> Northland supports the dam. [@obs ¶1]

What follows *from that* is plain: nobody waits.\\
A second line ends it.

- first point
- second *point* here
  with a second line
- third point [@obs ¶2]

  with a paragraph of its own

1. one of these
2. two of them

:::key-judgement{likelihood="likely" confidence="low"}
The dam will likely be built, and [the table](#table) says so.
:::

| Who   | What *it* does |
| ----- | -------------- |
| North | builds a dam   |
| South | waits \\| sees |

The end of ~~all~~ this.

[^a]: A note of *our* own.
`,
  },
  {
    path: 'chapters/20-delta.md',
    text: '# The delta\r\n\r\nFishing is a matter\r\nof taste.  And of nets.\r\n\r\n### Nets ###\r\n\r\n* star item\r\n* other item\r\n\r\nLast words without a line end',
  },
]

export const codings = {
  path: 'codings.yaml',
  text: `# a remark that stays
findings:
  - actor: north
    issue: dam
    finding: Pays for the dam and waits. # and this one
    by: Ann
  - { actor: south, issue: dam, finding: "Afraid: of dust", by: Bo }
`,
}

const codebook = readLocatedCodebook(
  `actors:
  north: { name: Northland }
  south: { name: Southland }
issues:
  dam: { name: The dam, towards: building the dam, terms: [dam] }
`,
  'codebook.yaml',
).value?.value

const sources = [
  sourceOf(
    'obs',
    'Northland supports the dam. Southland fears that the dam will dry out its fields.',
    'In 2019 Northland spent 40 million dollars on the dam.',
  ),
]

/** A book of chapters alone, or with what is generated. */
export interface Made {
  docx: Uint8Array
  ledger: Ledger
  now: Ledger
}

const findingsOf = (text: string) =>
  [...text.matchAll(/actor: (\w+),?\s+issue: (\w+),?\s+finding: (?:"([^"]*)"|([^#\n]*?))(?: #.*| *|, by.*)$/gm)].map(
    m => ({
      actor: m[1] ?? '',
      issue: m[2] ?? '',
      finding: (m[3] ?? m[4] ?? '').trim(),
      by: 'Ann',
    }),
  )

export async function make(files: readonly TextFile[], generated = false, title = 'Dams'): Promise<Made> {
  const names = files.map(({ path }) => path.split('/').at(-1))
  const config = readBookConfig(
    `title: ${title}\nparts:\n  - title: All\n    chapters: ${JSON.stringify([...names, ...(generated ? ['at-a-glance', 'actors', 'issues', 'dossiers', 'method'] : [])])}\n`,
    'book.yaml',
  ).value
  if (!config || !codebook) throw new Error('the book of the test cannot be read')
  const analysis = analyse(
    sources,
    codebook,
    {
      file: 'codings.yaml',
      codings: [],
      findings: findingsOf(codings.text),
      placeOf: () => ({ start: { line: 1, column: 1 } }),
    },
    { file: 'book.yaml', requests: [], placeOf: () => ({ start: { line: 1, column: 1 } }) },
  ).value
  const { value: book } = composeBook({
    config,
    chapters: files,
    sources,
    codebook,
    analysis,
    tokens: exampleTokens,
    date: { iso: '2026-03-01', printed: '1 March 2026' },
    contentHash: Buffer.from(files.map(({ text }) => text).join(''))
      .toString('hex')
      .padEnd(64, '0')
      .slice(-64),
    tool: 'Briefbook 0.1.0',
  })
  const docx = await renderDocx(book, exampleTokens, { chapters: files })
  const ledger = sentLedger(docx)
  if (!ledger) throw new Error('the document carries no ledger')
  return { docx, ledger, now: composeLedger(book, exampleTokens, { chapters: files }) }
}

/** Merges an edited document into content. */
export function mergeInto(
  docx: Uint8Array,
  files: readonly TextFile[],
  more: Partial<MergeInput> = {},
): MergeResult & { chapters: TextFile[] } {
  const result = mergeDocument({
    docx,
    name: 'edited.docx',
    title: 'Dams',
    chapters: files,
    codings,
    settings: [],
    statements: [],
    findings: false,
    comments: { path: 'comments.yaml', text: null },
    conflicts: { path: 'conflicts.yaml', text: null },
    now: null,
    last: null,
    dryRun: false,
    prefer: null,
    ...more,
  })
  const changed = new Map(result.files.map(({ path, text }) => [path, text]))
  return { ...result, chapters: files.map(({ path, text }) => ({ path, text: changed.get(path) ?? text })) }
}

/** Words as they are compared: numbers of headings and white space are the program's. */
export const plain = (words: string) =>
  words
    .replace(/^\d+(\.\d+)*\t/, '')
    .replace(/\s+/g, ' ')
    .trim()

/** What the paragraphs say that are not in tables and say something. */
function outlineOf(xml: string): string[] {
  const entity = (text: string) =>
    text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&')
  return [...xml.replace(/<w:tbl>.*?<\/w:tbl>/gs, '').matchAll(/<w:p[ >].*?<\/w:p>/gs)]
    .map(([p]) =>
      [...p.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>|<w:(tab|br)\/>/g)]
        .map(m => (m[2] === 'tab' ? '\t' : m[2] === 'br' ? '\n' : entity(m[1] ?? '')))
        .join(''),
    )
    .map(plain)
    .filter(line => line !== '')
}

/** Where the first paragraph of a chapter begins. */
function textBegins(xml: string): number {
  return xml.lastIndexOf('<w:p>', xml.indexOf('w:name="_bb'))
}

/** What the paragraphs of the chapters say, those in tables left out. */
export function paragraphsOf(docx: Uint8Array): string[] {
  const xml = openDocx(docx).part('word/document.xml')
  return outlineOf(xml.slice(textBegins(xml)))
}

/** What the footnotes say. */
export function notesOf(docx: Uint8Array): string[] {
  const xml = openDocx(docx).part('word/footnotes.xml')
  return [...xml.matchAll(/<w:footnote w:id.*?<\/w:footnote>/gs)].flatMap(([note]) => outlineOf(note))
}

/** The same of what LibreOffice says of an edited document: behind what the document was sent with before its chapters. */
export function bodyOf(paragraphs: readonly string[], sent: Uint8Array): string[] {
  const xml = openDocx(sent).part('word/document.xml')
  const front = outlineOf(xml.slice(0, textBegins(xml))).length
  return paragraphs
    .map(plain)
    .filter(line => line !== '')
    .slice(front)
}

/** What was merged is done once: merging again writes nothing, and a new document holds no edits. */
export async function expectSettled(docx: Uint8Array, files: readonly TextFile[], generated = false): Promise<Made> {
  const again = mergeInto(docx, files)
  expect(again.applied.filter(({ kind }) => kind !== 'comment')).toEqual([])
  expect(again.chapters).toEqual(files)
  expect(again.conflicts).toBe(0)
  const next = await make(files, generated)
  const fresh = mergeInto(next.docx, files)
  expect(fresh.applied).toEqual([])
  expect(fresh.diagnostics).toEqual([])
  return next
}
