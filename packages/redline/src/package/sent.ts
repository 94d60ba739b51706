import type { Ledger } from '@briefbook/ast'
import { ledgerOf } from './ledger.js'
import { openPackage, PackageError } from './zip.js'

/** What a DOCX of Briefbook was made of; null for any other file. */
export function sentLedger(docx: Uint8Array): Ledger | null {
  try {
    return ledgerOf(openPackage(docx))
  } catch (error) {
    if (error instanceof PackageError) return null
    throw error
  }
}
