import { BrowserError } from '../errors.js'
import { PdfFile } from '../pdf/file.js'
import { type PrintedPages, readPageMap } from '../pdf/page-map.js'

/** Reads what the browser printed. @throws BrowserError where that is not possible. */
export function readPrint(bytes: Uint8Array): { file: PdfFile; printed: PrintedPages } {
  try {
    const file = new PdfFile(bytes)
    return { file, printed: readPageMap(file) }
  } catch (error) {
    throw new BrowserError('failed', `The browser's PDF cannot be read: ${(error as Error).message}.`, error)
  }
}
