import type { PageMap } from '@briefbook/ast'
import { idOfDestination } from './destinations.js'
import type { PdfFile } from './file.js'
import { PdfName, PdfReference, type PdfValue } from './syntax.js'

/** The object numbers of the pages, in their order. */
export function pageObjects(file: PdfFile): number[] {
  const pages: number[] = []
  const seen = new Set<number>()
  const walk = (value: PdfValue | undefined) => {
    if (!(value instanceof PdfReference) || seen.has(value.object)) return
    seen.add(value.object)
    const node = file.dictionary(value)
    if (node.Type instanceof PdfName && node.Type.name === 'Pages') {
      for (const kid of (file.resolve(node.Kids) as PdfValue[] | null) ?? []) walk(kid)
    } else pages.push(value.object)
  }
  walk(file.dictionary(file.trailer.Root).Pages)
  return pages
}

/** What a print tells: how many pages there are, and the page that each id stands on. */
export interface PrintedPages {
  count: number
  /** An id that nothing links to has no named destination in Chromium's PDF, and is missing here. */
  pages: PageMap
}

/** Reads the page of every named destination out of a printed PDF. */
export function readPageMap(file: PdfFile): PrintedPages {
  const objects = pageObjects(file)
  const numberOf = new Map(objects.map((object, i) => [object, i + 1]))
  const destinations = file.dictionary(file.dictionary(file.trailer.Root).Dests)
  const pages: { [id: string]: number } = {}
  for (const [name, value] of Object.entries(destinations)) {
    const target = file.resolve(value)
    const page = Array.isArray(target) ? target[0] : undefined
    const number = page instanceof PdfReference ? numberOf.get(page.object) : undefined
    if (number !== undefined) pages[idOfDestination(name)] = number
  }
  return { count: objects.length, pages }
}
