import { diagnostic } from '@briefbook/diagnostics'
import type { Reading } from '../../draft.js'
import type { Limits } from '../../limits.js'
import { append, stack } from '../../lists.js'
import { piecesOf, readBody } from './body.js'
import type { Changes, ReadContext } from './context.js'
import { Extract, type Pending, settle } from './extract.js'
import { readNotes } from './notes.js'
import { readNumbering } from './numbering.js'
import { type DocxPackage, readPackage } from './package.js'
import { readProperties } from './properties.js'
import { readStyles } from './styles.js'
import { child, elementsIn, type XmlElement, XmlError } from './xml.js'
import { openZip, ZipError } from './zip.js'

const some = (n: number, one: string, many: string) => (n === 0 ? [] : [n === 1 ? `1 ${one}` : `${n} ${many}`])

function hasRenderedPages(document: XmlElement): boolean {
  const open = [document]
  for (let element = open.pop(); element; element = open.pop()) {
    if (element.name === 'w:lastRenderedPageBreak') return true
    stack(open, elementsIn(element))
  }
  return false
}

/** Everything of a part as furniture, for a reason. */
const asFurniture = (pending: readonly Pending[], reason: string): Pending[] =>
  pending.map(
    item => (item.kind === 'break' ? item : { ...item, fields: { ...item.fields, furniture: reason } }) as Pending,
  )

function readParts(docx: DocxPackage): { extract: Extract; pending: Pending[]; changes: Changes } {
  const extract = new Extract()
  const footnotes = readNotes(docx.footnotes, 'footnote', docx.document)
  const endnotes = readNotes(docx.endnotes, 'endnote', docx.document)
  const context: ReadContext = {
    extract,
    styleOf: readStyles(docx.styles),
    numbering: readNumbering(docx.numbering),
    changes: { inserted: 0, deleted: 0, moved: 0 },
    noteLabel: (kind, id) => (kind === 'footnote' ? footnotes : endnotes).get(id)?.label ?? null,
    hasPages: hasRenderedPages(docx.document),
    page: 1,
  }
  const body = child(docx.document, 'w:body')
  const pending = readBody(body ? elementsIn(body) : [], context)
  context.hasPages = false
  for (const { label, content } of [...footnotes.values(), ...endnotes.values()]) {
    // The paragraphs of a note are one block.
    const pieces = piecesOf(readBody(content, context))
    pending.push({ kind: 'block', pieces, fields: { type: 'footnote', label } })
  }
  for (const comment of docx.comments ? elementsIn(docx.comments) : []) {
    const author = comment.attributes['w:author']
    append(pending, asFurniture(readBody(elementsIn(comment), context), author ? `comment by ${author}` : 'comment'))
  }
  for (const header of docx.headers) append(pending, asFurniture(readBody(elementsIn(header), context), 'running head'))
  for (const footer of docx.footers) append(pending, asFurniture(readBody(elementsIn(footer), context), 'running foot'))
  return { extract, pending, changes: context.changes }
}

/**
 * Reads a Word document (WordprocessingML in a zip, transitional or strict). Tracked changes are read as accepted. Raw
 * ranges count in the extracted text: the paragraphs of the body, then notes, comments, heads and feet.
 */
export function readDocx(bytes: Uint8Array, path: string, limits: Limits): Reading {
  try {
    const docx = readPackage(openZip(bytes, limits.maxUnpackedBytes))
    if (!docx)
      return {
        draft: null,
        diagnostics: [diagnostic('source-is-whole', 'The Word file has no main document.', { file: path })],
      }
    const { extract, pending, changes } = readParts(docx)
    const text = extract.toString()
    if (text.length > limits.maxTextCharacters)
      return {
        draft: null,
        diagnostics: [
          diagnostic(
            'source-is-not-too-large',
            `The document has ${text.length} characters of text; at most ${limits.maxTextCharacters} are read.`,
            { file: path },
          ),
        ],
      }
    const nodes = settle(pending, text)
    if (!nodes.some(node => node.type !== 'break'))
      return {
        draft: null,
        diagnostics: [diagnostic('source-is-not-empty', 'The Word file has no text.', { file: path })],
      }
    const tracked = [
      ...some(changes.inserted, 'insertion', 'insertions'),
      ...some(changes.deleted, 'deletion', 'deletions'),
      ...some(changes.moved, 'move', 'moves'),
    ]
    const diagnostics =
      tracked.length === 0
        ? []
        : [
            diagnostic(
              'source-is-read-as-accepted',
              `The document has tracked changes (${tracked.join(', ')}); it was read as if all were accepted.`,
              { file: path },
            ),
          ]
    return { draft: { format: 'docx', text, nodes, claims: readProperties(docx.core, docx.custom) }, diagnostics }
  } catch (error) {
    if (error instanceof ZipError)
      return {
        draft: null,
        diagnostics: [
          diagnostic(error.tooLarge ? 'source-is-not-too-large' : 'source-is-whole', error.message, { file: path }),
        ],
      }
    if (error instanceof XmlError)
      return { draft: null, diagnostics: [diagnostic('source-is-whole', error.message, { file: path })] }
    throw error
  }
}
