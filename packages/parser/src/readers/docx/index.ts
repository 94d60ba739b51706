import { type Diagnostic, diagnostic } from '@briefbook/diagnostics'
import type { Reading } from '../../draft.js'
import { Extract, furnitureIn, type Pending, piecesOf, settle } from '../../extract.js'
import type { Limits } from '../../limits.js'
import { append } from '../../lists.js'
import { readBody } from './body.js'
import { Changes } from './changes.js'
import type { ReadContext } from './context.js'
import { Fields } from './fields.js'
import { judge } from './judge.js'
import { readNotes } from './notes.js'
import { readNumbering } from './numbering.js'
import { type DocxPackage, readPackage } from './package.js'
import { Pages } from './pages.js'
import { readProperties } from './properties.js'
import { readStyles } from './styles.js'
import { survey } from './survey.js'
import { markTypedNotes } from './typed-notes.js'
import { child, elementsIn, textOf, type XmlElement, XmlError } from './xml.js'
import { openZip, ZipError } from './zip.js'

/** Everything of a part as furniture, for a reason. */
const asFurniture = (pending: readonly Pending[], reason: string): Pending[] =>
  pending.map(
    item => (item.kind === 'break' ? item : { ...item, fields: { ...item.fields, furniture: reason } }) as Pending,
  )

/** A document that is nothing but a table of contents, or what a form asks for, is read as that. */
function keepSomething(pending: readonly Pending[]): Pending[] {
  const isText = (item: Pending) =>
    item.kind === 'table' || (item.kind === 'block' && !item.fields.furniture && item.pieces.length > 0)
  if (pending.some(isText)) return [...pending]
  return pending.map(item => (item.kind === 'block' ? { ...item, fields: { ...item.fields, furniture: null } } : item))
}

/** How many pages Word counted when it saved the file; null where another program did. */
function countedPages(app: XmlElement | null): number | null {
  const of = (name: string) => (app ? (child(app, name) ?? null) : null)
  const [program, pages] = [of('Application'), of('Pages')]
  return program && pages && /^Microsoft/.test(textOf(program)) ? Number(textOf(pages)) || null : null
}

/** Without pages where Word's own count does not bear them out: the file was worked on after Word laid it out. */
function withoutDoubtfulPages(pending: readonly Pending[], pages: number | null, app: XmlElement | null): Pending[] {
  const counted = countedPages(app)
  if (pages === null || counted === null || Math.abs(pages - counted) <= Math.max(1, counted * 0.05))
    return [...pending]
  return pending.map(item =>
    item.kind === 'break' ? item : ({ ...item, fields: { ...item.fields, page: null } } as Pending),
  )
}

function readParts(docx: DocxPackage): { text: string; pending: Pending[]; context: ReadContext } {
  const surveyed = survey(docx.document)
  const numbering = readNumbering(docx.numbering)
  const context: ReadContext = {
    extract: new Extract(),
    styles: readStyles(docx.styles),
    numbering,
    notes: readNotes({ footnote: docx.footnotes, endnote: docx.endnotes }, surveyed, docx.settings),
    changes: new Changes(),
    fields: new Fields(surveyed.fieldMarks),
    pages: new Pages(surveyed),
    unread: new Set(),
  }
  const body = child(docx.document, 'w:body')
  const read = readBody(body ? elementsIn(body) : [], context)
  let pending = keepSomething(withoutDoubtfulPages(read, context.pages.current, docx.app))
  context.pages.leave()
  const aside = (part: XmlElement, reason: string) => {
    context.fields = new Fields(survey(part).fieldMarks)
    append(pending, asFurniture(readBody(elementsIn(part), context), reason))
  }
  for (const { label, content } of context.notes.all) {
    context.fields = new Fields(survey({ name: '', attributes: {}, children: content }).fieldMarks)
    const blocks = readBody(content, context)
    // The paragraphs of a note are one block.
    const fields = { type: 'footnote' as const, label }
    pending.push({ kind: 'block', pieces: piecesOf(blocks), fields, end: context.extract.length - 1 })
    append(pending, furnitureIn(blocks))
  }
  for (const comment of docx.comments ? elementsIn(docx.comments) : []) {
    const author = comment.attributes['w:author']
    aside(comment, author ? `comment by ${author}` : 'comment')
  }
  for (const header of docx.headers) aside(header, 'running head')
  for (const footer of docx.footers) aside(footer, 'running foot')
  const text = context.extract.toString()
  pending = judge(markTypedNotes(pending), item => item.pieces.map(({ start, end }) => text.slice(start, end)).join(''))
  return { text, pending, context }
}

/**
 * Reads a Word document (WordprocessingML in a zip, transitional or strict). Tracked changes are read as accepted. Raw
 * ranges count in the extracted text: the paragraphs of the body, then notes, comments, heads and feet.
 */
export function readDocx(bytes: Uint8Array, path: string, limits: Limits): Reading {
  const refused = (...diagnostics: Diagnostic[]): Reading => ({ draft: null, diagnostics })
  try {
    const docx = readPackage(openZip(bytes, limits.maxUnpackedBytes))
    if (!docx) return refused(diagnostic('source-is-whole', 'The Word file has no main document.', { file: path }))
    const { text, pending, context } = readParts(docx)
    if (text.length > limits.maxTextCharacters)
      return refused(
        diagnostic(
          'source-is-not-too-large',
          `The document has ${text.length} characters of text; at most ${limits.maxTextCharacters} are read.`,
          { file: path },
        ),
      )
    const nodes = settle(pending, text)
    const isEmpty = !nodes.some(node => node.type !== 'break')
    // Nothing is left of a document that is damaged so badly.
    if (isEmpty && docx.damages[0] !== undefined)
      return refused(diagnostic('source-is-whole', docx.damages[0], { file: path }))
    if (isEmpty) return refused(diagnostic('source-is-not-empty', 'The Word file has no text.', { file: path }))
    const diagnostics = docx.damages.map(damage => diagnostic('source-parts-are-read', damage, { file: path }))
    for (const what of context.unread)
      diagnostics.push(
        diagnostic('source-parts-are-read', `The document holds ${what}, which was left out.`, { file: path }),
      )
    const changes = context.changes.toString()
    if (changes !== '')
      diagnostics.push(
        diagnostic(
          'source-is-read-as-accepted',
          `The document has tracked changes (${changes}); it was read as if all were accepted.`,
          { file: path },
        ),
      )
    return { draft: { format: 'docx', text, nodes, claims: readProperties(docx.core, docx.custom) }, diagnostics }
  } catch (error) {
    if (error instanceof ZipError)
      return refused(
        diagnostic(error.tooLarge ? 'source-is-not-too-large' : 'source-is-whole', error.message, { file: path }),
      )
    if (error instanceof XmlError) return refused(diagnostic('source-is-whole', error.message, { file: path }))
    throw error
  }
}
