import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs'

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
  /** The XMP packet as it stands; null where there is none. */
  xmp: string | null
  /** In hexadecimal. */
  identifier: string | null
  language: string | null
  /** Whether the file says that it is tagged. */
  tagged: boolean
  /** What each page calls itself: `iv`, `12`; null where the file has no labels. */
  labels: string[] | null
  links: PdfLink[]
  attachments: { name: string; description: string; bytes: Uint8Array }[]
  /** The text of each page that stands in the structure: without heads and feet. */
  taggedText: string[]
  /** How many times something is painted that is neither in the structure nor an artifact. */
  unmarked: number
  /** The text and the box of every run of text, in points from the lower left corner of its page. */
  runs: { page: number; text: string; x: number; y: number; width: number; height: number }[]
}

/** A link annotation; one of `target` and `url` is there. */
export interface PdfLink {
  page: number
  /** x0, y0, x1, y1 in points from the lower left corner of the page. */
  box: [number, number, number, number]
  /** The words that it lies over. */
  text: string
  /** What the file says of it. */
  description: string
  /** A named destination. */
  target: string | null
  url: string | null
}

interface Attachment {
  filename: string
  description: string
  content: Uint8Array
}

interface TextItem {
  str: string
  hasEOL: boolean
  transform: number[]
  width: number
  height: number
}

/** The text of the sequences that the structure refers to. */
function taggedText({ items }: { items: readonly unknown[] }): string {
  let text = ''
  const open: boolean[] = []
  for (const item of items as (TextItem & { type?: string; id?: string | null })[]) {
    if (item.type === 'endMarkedContent') open.pop()
    else if (item.type !== undefined) open.push(item.type === 'beginMarkedContentProps' && item.id != null)
    else if (open.some(Boolean)) text += item.str + (item.hasEOL ? '\n' : '')
  }
  return text
}

const painting = [OPS.showText, OPS.constructPath, OPS.paintImageXObject, OPS.paintFormXObjectBegin, OPS.shadingFill]

/** How often a page paints outside of all marked sequences. Paths that only clip are none of that. */
function unmarkedIn(operators: readonly number[]): number {
  let depth = 0
  let unmarked = 0
  operators.forEach((operator, i) => {
    if (operator === OPS.beginMarkedContent || operator === OPS.beginMarkedContentProps) depth++
    else if (operator === OPS.endMarkedContent) depth--
    else if (depth === 0 && painting.includes(operator)) {
      const isClip = operator === OPS.constructPath && [OPS.clip, OPS.eoClip].includes(operators[i - 1] as number)
      if (!isClip) unmarked++
    }
  })
  return unmarked
}

// Names are bytes; what makes them from ids writes UTF-8.
const nameOf = (name: string) => Buffer.from(name, 'latin1').toString('utf8')

export async function openPdf(file: Uint8Array): Promise<OpenedPdf> {
  const task = getDocument({ data: new Uint8Array(file), verbosity: 0, useSystemFonts: false })
  const document = await task.promise
  try {
    const { info, metadata } = await document.getMetadata()
    const attached = (await document.getAttachments()) as { [key: string]: Attachment } | null
    const opened: OpenedPdf = {
      pages: [],
      sizes: [],
      outline: [],
      destinations: {},
      info: info as OpenedPdf['info'],
      xmp: (metadata?.getRaw() as string | undefined) ?? null,
      identifier: document.fingerprints[0] ?? null,
      language: (info as { Language: string | null }).Language,
      tagged: (await document.getMarkInfo())?.Marked === true,
      labels: await document.getPageLabels(),
      links: [],
      attachments: Object.values(attached ?? {}).map(({ filename, description, content }) => ({
        name: filename,
        description,
        bytes: content,
      })),
      taggedText: [],
      unmarked: 0,
      runs: [],
    }
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
      opened.taggedText.push(taggedText(await page.getTextContent({ includeMarkedContent: true })))
      opened.unmarked += unmarkedIn((await page.getOperatorList()).fnArray)
      for (const { subtype, rect, dest, unsafeUrl, overlaidText, contentsObj } of await page.getAnnotations()) {
        if (subtype !== 'Link') continue
        opened.links.push({
          page: n,
          box: rect,
          text: overlaidText ?? '',
          description: contentsObj?.str ?? '',
          target: typeof dest === 'string' ? nameOf(dest) : null,
          url: unsafeUrl ?? null,
        })
      }
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
      if (page !== null) opened.destinations[nameOf(name)] = page
    }
    return opened
  } finally {
    await task.destroy()
  }
}
