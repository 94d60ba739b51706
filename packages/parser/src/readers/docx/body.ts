import type { Pending } from '../../extract.js'
import { append } from '../../lists.js'
import type { ReadContext } from './context.js'
import { type Gathered, gathered } from './gather.js'
import { readInline, variantOf } from './inline.js'
import { finishParagraph } from './paragraph.js'
import { readTable } from './tables.js'
import { child, elementsIn, isOn, value, type XmlElement } from './xml.js'

/** The table of contents that Word keeps is a copy of the headings. */
const isContents = (sdt: XmlElement) =>
  /^table of contents$/i.test(value(child(child(sdt, 'w:sdtPr'), 'w:docPartObj'), 'w:docPartGallery') ?? '')

/** What holds for everything in an element that is wrapped around paragraphs; null where nothing special does. */
const reasonOf = (sdt: XmlElement) =>
  isContents(sdt) ? 'table of contents' : isOn(child(sdt, 'w:sdtPr'), 'w:showingPlcHdr') ? 'placeholder' : null

/** A large first letter is a paragraph of its own, which the next one goes on with. */
const isDropCap = (properties: XmlElement | undefined, paragraph: Gathered) =>
  /^(?:drop|margin)$/.test(child(properties, 'w:framePr')?.attributes['w:dropCap'] ?? '') && paragraph.length <= 3

/** Reads block content, in the order of the file. */
export function readBody(elements: readonly XmlElement[], context: ReadContext): Pending[] {
  const out: Pending[] = []
  let open: Gathered | null = null

  const paragraph = (element: XmlElement, reason: string | null): void => {
    const properties = child(element, 'w:pPr')
    const style = context.styles.paragraph(value(properties, 'w:pStyle'))
    const mark = child(properties, 'w:rPr')
    if (isOn(properties, 'w:pageBreakBefore')) context.pages.set()
    const into: Gathered = open ?? gathered(context.pages.current)
    readInline(elementsIn(element), into, context, { run: style.run, linked: false, aside: null, changed: false })
    // A deleted paragraph mark joins the paragraph to the next one (ECMA-376 part 1, 17.13.5.15).
    const deleted = child(mark, 'w:del') ?? child(mark, 'w:moveFrom')
    if (deleted) context.changes.add(deleted.name === 'w:del' ? 'deletion' : 'move', deleted)
    if (deleted || isDropCap(properties, into)) {
      open = into
      return
    }
    const inserted = child(mark, 'w:ins')
    if (inserted) context.changes.add('insertion', inserted)
    open = null
    append(out, finishParagraph(into, properties, style, reason, context))
    if (child(properties, 'w:sectPr')) context.pages.endSection()
    for (const box of into.boxes) walk(box, reason)
  }
  /** The last mark before a table or the end of a part cannot be deleted; where it is all the same, nothing is lost. */
  const flush = (reason: string | null): void => {
    if (!open) return
    const left = open
    open = null
    append(out, finishParagraph(left, undefined, context.styles.paragraph(undefined), reason, context))
    for (const box of left.boxes) walk(box, reason)
  }
  const walk = (nodes: readonly XmlElement[], reason: string | null): void => {
    for (const element of nodes) {
      switch (element.name) {
        case 'w:p':
          paragraph(element, reason)
          break
        case 'w:tbl':
          flush(reason)
          append(out, readTable(element, context, readBody))
          break
        case 'w:sdt':
          walk(elementsIn(child(element, 'w:sdtContent') ?? element), reason ?? reasonOf(element))
          break
        case 'w:ins':
        case 'w:moveTo':
        case 'w:customXml':
        case 'w:smartTag':
          walk(elementsIn(element), reason)
          break
        case 'mc:AlternateContent':
          walk(variantOf(element), reason)
          break
        case 'w:altChunk':
          context.unread.add('a document that is embedded in another format')
          break
        // What belongs into a paragraph and stands beside them.
        case 'w:r':
        case 'w:hyperlink':
        case 'w:fldSimple':
        case 'm:oMathPara':
        case 'm:oMath':
          open ??= gathered(context.pages.current)
          readInline([element], open, context, { run: {}, linked: false, aside: null, changed: false })
          flush(reason)
          break
        default:
      }
    }
  }
  walk(elements, null)
  flush(null)
  return out
}
