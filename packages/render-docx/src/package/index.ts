import type { Book, Ledger, Tokens } from '@briefbook/ast'
import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate'
import { applyReference } from '../reference/apply.js'
import type { Reference } from '../reference/read.js'
import { restoreBraces } from '../text/placeholders.js'
import { type EmbeddedFont, fontParts, fontRelationships, fontTable } from './fonts.js'
import { enterLedger, ledgerParts } from './ledger.js'
import { appProperties, coreProperties, customProperties } from './properties.js'
import { settings } from './settings.js'

const contentTypes = '[Content_Types].xml'

/**
 * The library's package made ours: the parts that it has no options for are written anew, and the zip does not tell
 * when it was made. The one place where the library's XML is touched.
 */
export function finishPackage(
  packed: Uint8Array,
  book: Book,
  tokens: Tokens,
  fonts: readonly EmbeddedFont[],
  ledger: Ledger,
  reference: Reference | null,
): Uint8Array {
  const written: { readonly [part: string]: string } = {
    'docProps/core.xml': coreProperties(book),
    'docProps/app.xml': appProperties(book),
    'docProps/custom.xml': customProperties(book),
    'word/settings.xml': settings(book, fonts.length > 0),
    'word/fontTable.xml': fontTable(tokens, fonts),
    'word/_rels/fontTable.xml.rels': fontRelationships(fonts),
  }
  const changed: { readonly [part: string]: (xml: string) => string } = {
    [contentTypes]: enterLedger.contentTypes,
    'word/_rels/document.xml.rels': enterLedger.relationships,
  }
  const finish = (name: string, part: Uint8Array): Uint8Array => {
    const text = written[name] ?? (/\.(xml|rels)$/.test(name) ? restoreBraces(strFromU8(part)) : null)
    return text === null ? part : strToU8(changed[name]?.(text) ?? text)
  }
  const drawn = { ...unzipSync(packed), ...fontParts(fonts), ...ledgerParts(ledger) }
  const finished = Object.fromEntries(Object.entries(drawn).map(([name, part]) => [name, finish(name, part)]))
  const parts = reference === null ? finished : applyReference(finished, reference)
  const names = Object.keys(parts).filter(name => name !== contentTypes)
  const zippable: Zippable = {}
  // Readers that stream want the content types first.
  for (const name of [contentTypes, ...names]) {
    // Pictures are packed already.
    zippable[name] = [parts[name] as Uint8Array, { level: /\.(xml|rels|odttf|svg)$/.test(name) ? 6 : 0 }]
  }
  // A zip holds local time: so made, the earliest it can say comes out the same in every time zone.
  return zipSync(zippable, { level: 6, mtime: new Date(1980, 0, 1) })
}
