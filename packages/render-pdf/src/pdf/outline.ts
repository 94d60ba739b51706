import type { PdfFile } from './file.js'
import { type PdfDictionary, PdfReference, PdfString, type PdfValue, textString } from './syntax.js'

/** The text of a PDF text string: UTF-16BE behind its mark, else a byte a character (PDFDocEncoding's Latin letters). */
function readText(value: PdfString): string {
  const bytes = Buffer.from(value.bytes, 'latin1')
  return value.bytes.startsWith('\u00fe\u00ff') ? bytes.subarray(2).swap16().toString('utf16le') : value.bytes
}

const entities: { [name: string]: string } = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' }

const decode = (html: string) =>
  html.replace(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi, (all, hex: string, decimal: string, name: string) =>
    hex
      ? String.fromCodePoint(Number.parseInt(hex, 16))
      : decimal
        ? String.fromCodePoint(Number(decimal))
        : (entities[name] ?? all),
  )

const heading = /<(h[1-6])\b[^>]*>([\s\S]*?)<\/\1>|<(\w+)\b[^>]*\brole="heading"[^>]*>([\s\S]*?)<\/\3>/g

/** The words of every heading of a document that was rendered for the printer. */
export function headingsOf(html: string): string[] {
  return [...html.matchAll(heading)].map(([, , words, , others]) =>
    decode((words ?? others ?? '').replace(/<[^>]*>/g, ''))
      .replace(/\s+/g, ' ')
      .trim(),
  )
}

const letters = (text: string) => text.replace(/\s+/g, '')

/**
 * The entries of the outline whose words Chromium has run together, mended: where a heading breaks over two lines it
 * drops the space between them. Only white space is ever changed.
 *
 * @returns The entries to put in their place, by object.
 */
export function mendOutline(file: PdfFile, headings: readonly string[]): Map<number, PdfDictionary> {
  const byLetters = new Map(headings.map(words => [letters(words), words]))
  const mended = new Map<number, PdfDictionary>()
  const seen = new Set<number>()
  const walk = (first: PdfValue | undefined) => {
    let next = first
    while (next instanceof PdfReference && !seen.has(next.object)) {
      seen.add(next.object)
      const entry = file.dictionary(next)
      if (entry.Title instanceof PdfString) {
        const title = readText(entry.Title)
        const words = byLetters.get(letters(title))
        if (words !== undefined && words !== title) {
          mended.set(next.object, { ...entry, Title: textString(words) })
        }
      }
      walk(entry.First)
      next = entry.Next
    }
  }
  walk(file.dictionary(file.dictionary(file.trailer.Root).Outlines).First)
  return mended
}
