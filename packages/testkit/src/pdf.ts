import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

export interface OutlineEntry {
  title: string
  /** From 1; null where the entry leads nowhere. */
  page: number | null
  children: OutlineEntry[]
}

/** An opened PDF, read by pdf.js: independent of what made it. */
export interface OpenedPdf {
  /** The text of each page, a line a line. */
  pages: string[]
  /** Width and height in points. */
  sizes: { width: number; height: number }[]
  outline: OutlineEntry[]
  /** Page of each named destination, from 1. */
  destinations: { [name: string]: number }
  info: { [key: string]: unknown }
  /** The text and the box of every run of text, in points from the lower left corner of its page. */
  runs: { page: number; text: string; x: number; y: number; width: number; height: number }[]
}

interface TextItem {
  str: string
  hasEOL: boolean
  transform: number[]
  width: number
  height: number
}

export async function openPdf(file: Uint8Array): Promise<OpenedPdf> {
  const task = getDocument({ data: new Uint8Array(file), verbosity: 0, useSystemFonts: false })
  const document = await task.promise
  try {
    const opened: OpenedPdf = { pages: [], sizes: [], outline: [], destinations: {}, info: {}, runs: [] }
    for (let n = 1; n <= document.numPages; n++) {
      const page = await document.getPage(n)
      const [x0, y0, x1, y1] = page.view as [number, number, number, number]
      opened.sizes.push({ width: x1 - x0, height: y1 - y0 })
      const content = await page.getTextContent()
      let text = ''
      for (const item of content.items as TextItem[]) {
        if (item.str === undefined) continue
        text += item.str + (item.hasEOL ? '\n' : '')
        const [, , , , x = 0, y = 0] = item.transform
        if (item.str.trim() !== '')
          opened.runs.push({ page: n, text: item.str, x, y, width: item.width, height: item.height })
      }
      opened.pages.push(text)
    }
    const pageOf = async (dest: unknown): Promise<number | null> => {
      const explicit = typeof dest === 'string' ? await document.getDestination(dest) : dest
      const ref = Array.isArray(explicit) ? explicit[0] : null
      return ref && typeof ref === 'object' ? (await document.getPageIndex(ref)) + 1 : null
    }
    type Item = { title: string; dest: unknown; items: Item[] }
    const walk = (items: Item[]): Promise<OutlineEntry[]> =>
      Promise.all(
        items.map(async item => ({
          title: item.title,
          page: await pageOf(item.dest),
          children: await walk(item.items),
        })),
      )
    opened.outline = await walk(((await document.getOutline()) ?? []) as Item[])
    for (const [name, dest] of Object.entries(await document.getDestinations())) {
      const page = await pageOf(dest)
      if (page !== null) opened.destinations[name] = page
    }
    opened.info = (await document.getMetadata()).info as { [key: string]: unknown }
    return opened
  } finally {
    await task.destroy()
  }
}
