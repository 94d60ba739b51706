import { changeStream } from './contents.js'
import type { PdfFile } from './file.js'

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

/**
 * What a page paints without its soft hyphens, so that words are found and copied whole. The hyphens that are seen at the
 * end of lines stay: readers of PDF join such words.
 */
export const withoutSoftHyphens = (content: string): string =>
  content.replace(softHyphen, '$1').replace(actualText, withoutHyphens)

/**
 * Says of the apostrophe's glyph that it is U+2019: fonts give the same one to U+02BC, a letter, and Chromium names it
 * so, which programs that know no ActualText then copy and do not find.
 */
export async function nameApostrophes(file: PdfFile, objects: Map<number, Buffer>): Promise<void> {
  const maps = new Set<number>()
  for (const body of objects.values()) {
    const found = body.length < 4096 ? /\/ToUnicode (\d+) 0 R/.exec(body.toString('latin1')) : null
    if (found) maps.add(Number(found[1]))
  }
  for (const n of maps) await changeStream(file, objects, n, content => content.replace(/> <02BC>/g, '> <2019>'))
}
