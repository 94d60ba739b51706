import { crc32 } from 'node:zlib'
import { strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { docx, outline, p, read, refuse } from './helpers.js'

const one = 'The council of the harbour met for the third time this year and took no decision at all.'
const files = (bytes: Uint8Array): { [name: string]: Uint8Array } => unzipSync(bytes)
const zip = (parts: { [name: string]: string | Uint8Array }, level: 0 | 6 = 6) =>
  zipSync(
    Object.fromEntries(
      Object.entries(parts).map(([name, part]) => [name, typeof part === 'string' ? strToU8(part) : part]),
    ),
    { level },
  )
const namespace = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const document = (text: string) =>
  `<w:document xmlns:w="${namespace}"><w:body><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:body></w:document>`
const plain = docx(p(one))
/** The file with its main document replaced. */
const withMain = (main: string | Uint8Array) => zip({ ...files(plain), 'word/document.xml': main })
const relationships = (target: string) =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="${target}"/></Relationships>`

function utf16(text: string, littleEndian: boolean): Uint8Array {
  const bytes = new Uint8Array(text.length * 2 + 2)
  const view = new DataView(bytes.buffer)
  for (const [i, char] of [...`\ufeff${text}`].entries()) view.setUint16(i * 2, char.charCodeAt(0), littleEndian)
  return bytes
}

/** One stored part after another, with everything that zip64 can move into its own fields. */
function zip64(parts: { [name: string]: Uint8Array }): Uint8Array {
  const chunks: Uint8Array[] = []
  const directory: Uint8Array[] = []
  let offset = 0
  const put = (list: Uint8Array[], size: number, write: (view: DataView) => void, ...rest: Uint8Array[]) => {
    const head = new Uint8Array(size)
    write(new DataView(head.buffer))
    list.push(head, ...rest)
    return size + rest.reduce((sum, chunk) => sum + chunk.length, 0)
  }
  for (const [name, data] of Object.entries(parts)) {
    const title = strToU8(name)
    const start = offset
    offset += put(
      chunks,
      30,
      view => {
        view.setUint32(0, 0x04034b50, true)
        view.setUint32(14, crc32(data), true)
        view.setUint32(18, data.length, true)
        view.setUint32(22, data.length, true)
        view.setUint16(26, title.length, true)
      },
      title,
      data,
    )
    const extra = new Uint8Array(28)
    const fields = new DataView(extra.buffer)
    fields.setUint16(0, 1, true)
    fields.setUint16(2, 24, true)
    for (const [i, n] of [data.length, data.length, start].entries()) fields.setBigUint64(4 + i * 8, BigInt(n), true)
    put(
      directory,
      46,
      view => {
        view.setUint32(0, 0x02014b50, true)
        view.setUint32(16, crc32(data), true)
        view.setUint16(28, title.length, true)
        view.setUint16(30, extra.length, true)
        for (const at of [20, 24, 42]) view.setUint32(at, 0xffffffff, true)
      },
      title,
      extra,
    )
  }
  const at = offset
  const size = directory.reduce((sum, chunk) => sum + chunk.length, 0)
  chunks.push(...directory)
  put(chunks, 56, view => {
    view.setUint32(0, 0x06064b50, true)
    view.setBigUint64(32, BigInt(Object.keys(parts).length), true)
    view.setBigUint64(40, BigInt(size), true)
    view.setBigUint64(48, BigInt(at), true)
  })
  put(chunks, 20, view => {
    view.setUint32(0, 0x07064b50, true)
    view.setBigUint64(8, BigInt(at + size), true)
  })
  put(chunks, 22, view => {
    view.setUint32(0, 0x06054b50, true)
    for (const place of [8, 10]) view.setUint16(place, 0xffff, true)
    for (const place of [12, 16]) view.setUint32(place, 0xffffffff, true)
  })
  return new Uint8Array(Buffer.concat(chunks))
}

describe('packages that other programs open', () => {
  test.each<[string, Uint8Array]>([
    ['stored parts', zip(files(plain), 0)],
    ['zip64', zip64(files(plain))],
    [
      'names with backslashes',
      zip({ '_rels\\.rels': relationships('word/document.xml'), 'word\\document.xml': document(one) }),
    ],
    [
      'names in other cases',
      zip({ '_RELS/.rels': relationships('word/document.xml'), 'Word/Document.xml': document(one) }),
    ],
    [
      'a main document of another name',
      zip({ '_rels/.rels': relationships('text/paper.xml'), 'text/paper.xml': document(one) }),
    ],
    ['an absolute target', zip({ '_rels/.rels': relationships('/text/paper.xml'), 'text/paper.xml': document(one) })],
    ['no relationships', zip({ 'word/document.xml': document(one) })],
    ['a byte order mark', withMain(`\ufeff<?xml version="1.0"?>${document(one)}`)],
    ['UTF-16', withMain(utf16(`<?xml version="1.0" encoding="UTF-16"?>${document(one)}`, true))],
    ['UTF-16, big endian', withMain(utf16(document(one), false))],
    [
      'another encoding, declared',
      withMain(Buffer.from(`<?xml version="1.0" encoding="ISO-8859-1"?>${document(one)}`, 'latin1')),
    ],
    ['a document type declaration', withMain(`<?xml version="1.0"?><!DOCTYPE w:document>${document(one)}`)],
  ])('%s', async (_, bytes) => {
    const { source, diagnostics } = await read(bytes, 'a.docx')
    expect(outline(source)).toEqual([`paragraph: ${one}`])
    expect(diagnostics.map(({ rule }) => rule)).toEqual(['source-metadata-is-known'])
  })
})

describe('packages that are damaged', () => {
  const wrongChecksum = () => {
    const bytes = zip({ ...files(plain) }, 0)
    const at = Buffer.from(bytes).indexOf('third time')
    bytes[at] = 'b'.charCodeAt(0)
    return bytes
  }
  const broken = '<w:styles'
  test.each<[string, Uint8Array, RegExp]>([
    ['a checksum', wrongChecksum(), /document\.xml .* checksum is wrong/],
    ['a part beside the text', docx(p(one), { 'word/styles.xml': broken }), /styles\.xml is damaged.* left out/],
    [
      'a slip in a tag',
      withMain(document(one).replace('<w:r>', '<w:r><w:rPr><w:i/ ></w:rPr>')),
      /document\.xml is damaged/,
    ],
    ['an attribute without quotes', withMain(document(one).replace('<w:t>', '<w:t x=1>')), /document\.xml is damaged/],
    [
      'elements that overlap',
      withMain(document(one).replace('</w:r></w:p>', '</w:p></w:r>')),
      /document\.xml is damaged/,
    ],
    ['an end without a beginning', withMain(document(one).replace('<w:r>', '</w:b><w:r>')), /document\.xml is damaged/],
  ])('%s: read all the same, and told', async (_, bytes, message) => {
    const { source, diagnostics } = await read(bytes, 'a.docx')
    expect(source.children).toHaveLength(1)
    expect(diagnostics).toContainEqual(
      expect.objectContaining({
        rule: 'source-parts-are-read',
        severity: 'warning',
        message: expect.stringMatching(message),
      }),
    )
  })

  test('a document that is embedded in another format is told', async () => {
    const { diagnostics } = await read(docx(`${p(one)}<w:altChunk r:id="r9"/>`), 'a.docx')
    expect(diagnostics.map(({ rule }) => rule)).toContain('source-parts-are-read')
  })

  test.each<[string, Uint8Array, string]>([
    ['a document that breaks off', withMain(document(one).slice(0, -20)), 'source-is-whole'],
    ['no main document', zip({ '_rels/.rels': relationships('word/none.xml'), 'a.txt': 'a' }), 'source-is-whole'],
  ])('%s: refused', async (_, bytes, rule) => {
    expect((await refuse(bytes, 'a.docx')).map(d => d.rule)).toContain(rule)
  })
})

test('a file that holds nothing but its table of contents is read as that', async () => {
  const toc = `<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent>${p('Costs 3')}</w:sdtContent></w:sdt>`
  expect(outline((await read(docx(toc), 'a.docx')).source)).toEqual(['paragraph: Costs 3'])
})

test('tables in tables, fields in fields and elements that overlap by the thousand take seconds at most', async () => {
  const cells = (inner: string) => `<w:tbl><w:tr><w:tc>${p('a')}</w:tc><w:tc>${inner}</w:tc></w:tr></w:tbl>`
  let tables = p('b').repeat(3000)
  for (let i = 0; i < 60; i++) tables = cells(tables)
  const mark = (type: string) => `<w:fldChar w:fldCharType="${type}"/>`
  const shown = `<w:r>${mark('begin')}${mark('separate')}<w:t>c </w:t></w:r>`.repeat(3000)
  const fields = `<w:p>${shown}<w:r>${mark('end').repeat(3000)}</w:r></w:p>`
  const { source } = await read(docx(tables + fields + '<w:p><w:r></w:p></w:r>'.repeat(3000) + p(one)), 'a.docx')
  expect(source.text.match(/^b$/gm)).toHaveLength(3000)
  expect(source.text.match(/(?<![a-z])c /g)).toHaveLength(3000)
  expect(source.text).toContain(one)
}, 20_000)
