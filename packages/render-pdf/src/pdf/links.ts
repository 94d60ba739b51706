import { idOfDestination } from './destinations.js'
import { PdfLexer, PdfName, PdfString, serialise, textString } from './syntax.js'

/** The schemes that a link out of the book may have. */
const safe = /^(?:https?:|mailto:)/i

const annotation = '/Subtype /Link'

/**
 * Says of every link where it leads, for who hears it (ISO 14289-1, 7.18.5).
 *
 * @param describe  The words for an id of the book.
 * @returns The addresses outside the book that no link should lead to.
 */
export function describeLinks(objects: Map<number, Buffer>, describe: (id: string) => string): string[] {
  const unsafe: string[] = []
  for (const [n, body] of objects) {
    if (body.length > 4096 || !body.includes(annotation)) continue
    const text = body.toString('latin1')
    const end = text.lastIndexOf('>>')
    const destination = /\/Dest (\/[^\s<>[\]()/]+)/.exec(text)?.[1]
    const address = text.indexOf('/URI (')
    let words: string | null = null
    if (destination !== undefined) {
      const name = new PdfLexer(destination).value()
      if (name instanceof PdfName) words = describe(idOfDestination(name.name))
    } else if (address >= 0) {
      const uri = new PdfLexer(text, address + '/URI '.length).value()
      if (uri instanceof PdfString) words = uri.bytes
      if (words !== null && !safe.test(words)) unsafe.push(words)
    }
    if (words === null || end < 0) continue
    objects.set(n, Buffer.from(`${text.slice(0, end)}\n/Contents ${serialise(textString(words))}>>`, 'latin1'))
  }
  return unsafe
}
