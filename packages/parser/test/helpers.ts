import type { Source, SourceBlock, SourceBlockType } from '@briefbook/ast'
import type { Diagnostic } from '@briefbook/diagnostics'
import { strToU8, zipSync } from 'fflate'
import { expect } from 'vitest'
import { block, type Draft, type DraftBlock, type DraftNode } from '../src/draft.js'
import { parseSource } from '../src/index.js'
import { trace } from '../src/traced.js'

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

/** A source that must be readable, with what was told about it. */
export async function read(
  text: string | Uint8Array,
  path = 'sources/note.txt',
  sidecar?: string,
): Promise<{ source: Source; diagnostics: Diagnostic[] }> {
  const bytes = typeof text === 'string' ? bytesOf(text) : text
  const result = await parseSource({
    path,
    bytes,
    ...(sidecar === undefined ? {} : { sidecar: { path: `${path}.yaml`, text: sidecar } }),
  })
  expect(result.value, JSON.stringify(result.diagnostics)).not.toBeNull()
  return { source: result.value as Source, diagnostics: result.diagnostics }
}

/** What is told about a file that cannot be read. */
export async function refuse(bytes: string | Uint8Array, path = 'sources/note.txt'): Promise<Diagnostic[]> {
  const result = await parseSource({ path, bytes: typeof bytes === 'string' ? bytesOf(bytes) : bytes })
  expect(result.value).toBeNull()
  expect(result.diagnostics.some(d => d.severity === 'error')).toBe(true)
  return result.diagnostics
}

/** The body as `type: text`, a heading or list item with its depth, an item with its marker. */
export function outline(source: Source): string[] {
  return source.children.map(block => `${nameOf(block)}: ${block.text}`)
}

function nameOf(block: SourceBlock): string {
  if (block.type === 'heading') return `heading ${block.depth}`
  if (block.type === 'listItem') return `item ${block.depth}${block.marker === null ? '' : ` (${block.marker})`}`
  if (block.type === 'footnote') return `footnote (${block.label})`
  return block.type
}

/** The furniture as `reason: text`. */
export const furniture = (source: Source): string[] => source.furniture.map(({ reason, text }) => `${reason}: ${text}`)

/** A draft whose text is its passages, a line each: `[type, text, fields]`; `null` is a page break. */
export function draftOf(
  format: Draft['format'],
  ...passages: (readonly [SourceBlockType, string, Partial<DraftBlock>?] | null)[]
): Draft {
  const text = passages.map(passage => passage?.[1] ?? '---').join('\n\n')
  let at = 0
  const nodes = passages.map((passage): DraftNode => {
    const start = at
    at += (passage?.[1] ?? '---').length + 2
    if (!passage) return { type: 'break', at: start }
    const [type, words, fields] = passage
    return block(type, trace(text, [{ start, end: start + words.length }]), fields)
  })
  return { format, text, nodes, claims: [] }
}

/** A draft's nodes as `type: text`, furniture in brackets with its reason, a break as a rule. */
export function nodesOf(draft: Draft): string[] {
  return draft.nodes.map(node => {
    if (node.type === 'break') return '---'
    return node.furniture === null ? `${node.type}: ${node.text}` : `(${node.furniture}) ${node.text}`
  })
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const r = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'

/** The least Word file around a body, with further parts by name. Parts are XML without declaration. */
export function docx(body: string, parts: { [name: string]: string } = {}): Uint8Array {
  const all: { [name: string]: string } = {
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/></Types>',
    '_rels/.rels':
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    'word/document.xml': `<w:document ${w} ${r}><w:body>${body}</w:body></w:document>`,
    ...parts,
  }
  return zipSync(Object.fromEntries(Object.entries(all).map(([name, xml]) => [name, strToU8(declaration + xml)])))
}

export const wordNamespace = w

/** A part of a Word file with its root element. */
export const part = (root: string, inner: string): string => `<w:${root} ${w} ${r}>${inner}</w:${root}>`

/** A paragraph of a Word file: properties, then runs or plain text. */
export const p = (inner: string, properties = ''): string =>
  `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${inner.startsWith('<') ? inner : t(inner)}</w:p>`

/** A run with some text. */
export const t = (text: string, properties = ''): string =>
  `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`
