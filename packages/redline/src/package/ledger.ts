import type { Ledger, LedgerBlock } from '@briefbook/ast'
import { parseXml, textIn } from './xml.js'
import { PackageError, type Part } from './zip.js'

const mostParts = 40

/** Spans that a damaged or forged ledger could have outside of its files are not followed. */
function isSound(ledger: Ledger): boolean {
  if (ledger.version !== 1 || !Array.isArray(ledger.files) || !Array.isArray(ledger.blocks)) return false
  const lengths = new Map(ledger.files.map(({ path, text }) => [path, text.length]))
  return ledger.blocks.every(block => {
    if (typeof block !== 'object' || block === null || typeof block.hash !== 'string') return false
    if (block.kind !== 'written') return true
    const length = lengths.get(block.file) ?? -1
    const { span, pieces } = block
    return Array.isArray(pieces) && Array.isArray(span) && span[0] >= 0 && span[0] <= span[1] && span[1] <= length
  })
}

/** A ledger as it is sent, every block an object; null for what is none. */
function unpack(json: string): Ledger | null {
  try {
    const ledger = JSON.parse(json) as Ledger & { blocks: (LedgerBlock | string)[] }
    const blocks = ledger.blocks.map(
      (block): LedgerBlock => (typeof block === 'string' ? { kind: 'generated', hash: block } : block),
    )
    const whole = { ...ledger, blocks }
    return isSound(whole) ? whole : null
  } catch {
    return null
  }
}

/** The ledger that a DOCX carries; programs may number custom XML parts anew. Null where it carries none. */
export function ledgerOf(part: Part): Ledger | null {
  for (let n = 1; n <= mostParts; n++) {
    const xml = part(`customXml/item${n}.xml`)
    if (!xml?.includes('urn:briefbook:ledger:1')) continue
    try {
      return unpack(textIn(parseXml(xml, `customXml/item${n}.xml`)))
    } catch (error) {
      if (!(error instanceof PackageError)) throw error
    }
  }
  return null
}

/** The content hash among the document's properties, which outlive a custom XML part in some programs. */
export function contentHashOf(part: Part): string | null {
  return (
    /name="BriefbookContentHash"[^>]*>\s*<vt:lpwstr>([0-9a-f]{64})</.exec(part('docProps/custom.xml') ?? '')?.[1] ??
    null
  )
}
