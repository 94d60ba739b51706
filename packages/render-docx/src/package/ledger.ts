import { hashOfWords, type Ledger, type LedgerBlock } from '@briefbook/ast'
import { strToU8 } from 'fflate'
import type { Document } from '../state.js'
import { declaration, escapeXml } from './xml.js'

const store = '{7B1F0E52-6C0A-4C59-9B3D-2A6E7C1D4F80}'
const namespace = 'urn:briefbook:ledger:1'

/** What the document was made of. */
export function ledgerOf(
  { book, blocks, comments, revisions }: Document,
  chapters: readonly { path: string; text: string }[],
): Ledger {
  const { title, edition, contentHash, tool } = book.meta
  const used = new Set(blocks.flatMap(block => (block.kind === 'written' ? [block.file] : [])))
  const files = chapters.filter(({ path }) => used.has(path)).map(({ path, text }) => ({ path, text }))
  return {
    version: 1,
    book: title,
    edition,
    contentHash,
    tool,
    files,
    blocks,
    comments: comments.all().map(({ author, text }) => hashOfWords(`${author} ${text}`)),
    ...(revisions.author === undefined ? {} : { redline: revisions.author }),
  }
}

/** As it is sent: the words of sources and of generated text are in the document already. */
function sent(block: LedgerBlock): LedgerBlock | string {
  if (block.kind === 'generated') return block.hash
  if (block.kind !== 'quotation') return block
  const { words: _, ...rest } = block
  return rest
}

// JSON writes any character as it is but those that it must not; XML holds fewer.
const unsafe = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu

function json(ledger: Ledger): string {
  const text = JSON.stringify({ ...ledger, blocks: ledger.blocks.map(sent) })
  return text.replace(unsafe, character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

/** The ledger as a custom XML part (ISO/IEC 29500-1, 15.2.5) with its properties, by their names in the package. */
export function ledgerParts(ledger: Ledger): { readonly [part: string]: Uint8Array } {
  const parts = {
    'customXml/item1.xml': `${declaration}<ledger xmlns="${namespace}">${escapeXml(json(ledger))}</ledger>`,
    'customXml/itemProps1.xml': `${declaration}<ds:datastoreItem xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml" ds:itemID="${store}"><ds:schemaRefs><ds:schemaRef ds:uri="${namespace}"/></ds:schemaRefs></ds:datastoreItem>`,
    'customXml/_rels/item1.xml.rels': `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXmlProps" Target="itemProps1.xml"/></Relationships>`,
  }
  return Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)]))
}

/** The document's relationships and the content types, with the ledger's among them. */
export const enterLedger = {
  relationships: (xml: string) =>
    xml.replace(
      '</Relationships>',
      '<Relationship Id="rIdLedger" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXml" Target="../customXml/item1.xml"/></Relationships>',
    ),
  contentTypes: (xml: string) =>
    xml.replace(
      '</Types>',
      '<Override PartName="/customXml/itemProps1.xml" ContentType="application/vnd.openxmlformats-officedocument.customXmlProperties+xml"/></Types>',
    ),
}
