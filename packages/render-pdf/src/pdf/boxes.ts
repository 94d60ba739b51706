import type { PdfFile } from './file.js'
import { type PdfDictionary, PdfReference, type PdfValue } from './syntax.js'

/** Where a printer cuts a sheet that is larger than the page, in millimetres from its edge. */
export interface TrimOptions {
  /** From the sheet's edge to the page's. */
  edgeMm: number
  /** How far colour reaches over the page's edge. */
  bleedMm: number
}

const points = (mm: number) => (mm / 25.4) * 72

/**
 * The pages with their TrimBox and BleedBox (ISO 32000-1, 14.11.2), by their object numbers.
 *
 * @param pages  Object numbers.
 */
export function withBoxes(file: PdfFile, pages: readonly number[], trim: TrimOptions): Map<number, PdfDictionary> {
  return new Map(
    pages.map(object => {
      const page = file.dictionary(new PdfReference(object))
      const media = (file.resolve(page.MediaBox) as PdfValue[]).map(Number)
      const inset = (mm: number) => {
        const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = media
        const by = points(mm)
        return [x1 + by, y1 + by, x2 - by, y2 - by].map(value => Math.round(value * 1000) / 1000)
      }
      const boxes = { TrimBox: inset(trim.edgeMm), BleedBox: inset(trim.edgeMm - trim.bleedMm) }
      return [object, { ...page, ...boxes }]
    }),
  )
}
