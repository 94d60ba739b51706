import { type Diagnostic, diagnostic } from '@briefbook/diagnostics'
import { type Reference, readReference, UnreadableReference } from '@briefbook/render-docx'
import type { BookContent } from './book.js'

/**
 * Reads the DOCX whose styles a book takes; null where it names none.
 *
 * @throws DiagnosticError where its path leads out of the book's folder.
 */
export async function readHouse({
  folder,
  config,
}: Pick<BookContent, 'folder' | 'config'>): Promise<{ reference: Reference | null; diagnostics: Diagnostic[] }> {
  const { reference: path } = config.value
  if (path === null) return { reference: null, diagnostics: [] }
  const at = { file: config.file, place: config.placeOf(['reference']) }
  const bytes = await folder.read(path)
  if (bytes === null)
    return { reference: null, diagnostics: [diagnostic('reference-opens', `There is no \`${path}\`.`, at)] }
  try {
    return { reference: readReference(bytes), diagnostics: [] }
  } catch (error) {
    if (!(error instanceof UnreadableReference)) throw error
    const message = `No styles can be taken from \`${path}\`: ${error.message}.`
    return { reference: null, diagnostics: [diagnostic('reference-opens', message, at)] }
  }
}
