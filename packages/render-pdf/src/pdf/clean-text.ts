import { deflateSync, inflateSync } from 'node:zlib'
import type { PdfFile } from './file.js'
import { PdfName, PdfReference } from './syntax.js'
import { stream } from './write.js'

const marker = 'stream\n'
/** Of compression: the file is a thirtieth larger than at the usual 6, and made in three quarters of the time. */
const level = 4

/** A deflated stream with its content changed; undefined where the change leaves it as it is, or nothing is deflated. */
function changed(
  file: PdfFile,
  n: number,
  body: Buffer | undefined,
  change: (content: string) => string,
): Buffer | undefined {
  const dictionary = file.dictionary(new PdfReference(n))
  // Chromium writes an empty page as it is.
  if (!body || !(dictionary.Filter instanceof PdfName) || dictionary.Filter.name !== 'FlateDecode') return undefined
  const start = body.indexOf(marker) + marker.length
  const before = inflateSync(body.subarray(start, body.lastIndexOf('endstream'))).toString('latin1')
  const after = change(before)
  if (after === before) return undefined
  return stream(dictionary, deflateSync(Buffer.from(after, 'latin1'), { level }))
}

/**
 * How Chromium writes a soft hyphen, at the end of a line or within it: a glyph without width, said to be U+00AD. The
 * hyphen that is seen at a line's end is written apart. What moves to the glyph's place stays: the next glyph's place
 * counts from there.
 */
const softHyphen = /\/Span<<\/ActualText <feff00ad> >> BDC\n((?:-?[\d.]+ -?[\d.]+ Td )?)<[\da-f]+> Tj\nEMC\n/gi

/** The text that is said to stand in place of glyphs and has a soft hyphen: that of a ligature over one. */
const actualText = /\/ActualText <feff[\da-f]*00ad[\da-f]*>/gi

const withoutHyphens = (said: string) =>
  said.replace(/(?<=<feff)[\da-f]+/i, units =>
    (units.match(/.{4}/g) ?? []).filter(unit => unit.toLowerCase() !== '00ad').join(''),
  )

const whole = (content: string) => content.replace(softHyphen, '$1').replace(actualText, withoutHyphens)

/**
 * Takes the soft hyphens out of pages, so that words are found and copied whole. The hyphens that are seen at the end of
 * lines stay: readers of PDF join such words.
 *
 * @param pages    Object numbers.
 * @param objects  The file's objects; those of pages that had any are replaced.
 */
export function takeOutSoftHyphens(file: PdfFile, pages: readonly number[], objects: Map<number, Buffer>): void {
  for (const page of pages) {
    const { Contents: contents } = file.dictionary(new PdfReference(page))
    if (!(contents instanceof PdfReference)) continue
    const n = contents.object
    const body = changed(file, n, objects.get(n), whole)
    if (body) objects.set(n, body)
  }
}

/**
 * Says of the apostrophe's glyph that it is U+2019: fonts give the same one to U+02BC, a letter, and Chromium names it
 * so, which programs that know no ActualText then copy and do not find.
 */
export function nameApostrophes(file: PdfFile, objects: Map<number, Buffer>): void {
  const maps = new Set<number>()
  for (const body of objects.values()) {
    const found = body.length < 4096 ? /\/ToUnicode (\d+) 0 R/.exec(body.toString('latin1')) : null
    if (found) maps.add(Number(found[1]))
  }
  for (const n of maps) {
    const body = changed(file, n, objects.get(n), content => content.replace(/> <02BC>/g, '> <2019>'))
    if (body) objects.set(n, body)
  }
}
