import { countBy, mostCommon } from './count.js'
import type { Fonts } from './fonts.js'
import { type Fragment, type PdfPage, withLetters, withoutWideSpaces } from './fragment.js'
import type { PDFPageProxy } from './open.js'
import { itemsOf, type StructTree } from './tags.js'

/** A stretch of text as the library gives it. */
interface TextItem {
  str: string
  dir: string
  width: number
  height: number
  transform: number[]
  fontName: string
}

/** Where the library meets a mark in the instructions of the page. */
interface Mark {
  type: string
  id?: string
}

interface Placed extends Fragment {
  /** In quarter turns, clockwise. */
  turn: number
}

const quarter = Math.PI / 2

/** Places an item on the page as it is looked at: `matrix` turns the file's points into those of the page. */
function place(item: TextItem, matrix: readonly number[], fonts: Fonts): Placed | null {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = matrix
  const [ta = 1, tb = 0, tc = 0, td = 1, te = 0, tf = 0] = item.transform
  const along = [a * ta + c * tb, b * ta + d * tb] as const
  const up = [a * tc + c * td, b * tc + d * td] as const
  const x = a * te + c * tf + e
  const y = b * te + d * tf + f
  const angle = Math.atan2(along[1], along[0])
  const size = Math.hypot(up[0], up[1])
  const text = withoutWideSpaces(withLetters(item.str))
  if (!(size > 0) || ![x, y, angle, item.width].every(Number.isFinite)) return null
  const turn = (Math.round(angle / quarter) + 4) % 4
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  const left = x * cos + y * sin
  const look = fonts.lookOf(item.fontName)
  return {
    text,
    left,
    right: left + item.width,
    baseline: y * cos - x * sin,
    size,
    bold: look.bold,
    italic: look.italic,
    rtl: item.dir === 'rtl',
    item: null,
    turn,
  }
}

const lettersOf = (fragments: readonly Fragment[]) => fragments.reduce((sum, { text }) => sum + text.length, 0)

const mirror = (fragment: Fragment): Fragment => ({ ...fragment, left: -fragment.right, right: -fragment.left })

/** An initial that reaches over several lines goes to the first of them, and its word with it. */
function lowerInitials(fragments: readonly Fragment[]): Fragment[] {
  const usual =
    mostCommon(
      countBy(
        fragments,
        ({ size }) => Math.round(size * 2) / 2,
        ({ text }) => text.length,
      ),
    ) ?? 0
  return fragments.map(fragment => {
    if (fragment.size < usual * 1.8 || !/^["“‘«]?\p{Lu}$/u.test(fragment.text)) return fragment
    const head = fragment.baseline - fragment.size * 0.7
    const beside = fragments.find(
      other =>
        Math.abs(other.size - usual) < usual * 0.15 &&
        other.left >= fragment.right - usual * 0.3 &&
        other.left < fragment.right + usual * 1.2 &&
        Math.abs(other.baseline - usual * 0.7 - head) < usual * 0.6 &&
        other.baseline < fragment.baseline - usual * 0.3,
    )
    if (!beside) return fragment
    return { ...fragment, baseline: beside.baseline, size: beside.size, right: beside.left }
  })
}

/** The library says that there is always a tree; there is none where the tags are damaged, or do not reach the page. */
async function treeOf(page: PDFPageProxy): Promise<StructTree> {
  try {
    return await page.getStructTree()
  } catch {
    return null
  }
}

/**
 * Reads what a page shows as text, and where.
 *
 * @param tagged  Whether the file says that it has tags.
 */
export async function readPage(page: PDFPageProxy, fonts: Fonts, tagged: boolean): Promise<PdfPage> {
  const viewport = page.getViewport({ scale: 1 })
  const content = await page.getTextContent({ includeMarkedContent: tagged })
  const items = tagged ? itemsOf(await treeOf(page)) : null
  await fonts.learn(page, Object.keys(content.styles))
  const placed: Placed[] = []
  const marks: (number | null)[] = []
  for (const item of content.items as (TextItem | Mark)[]) {
    if ('type' in item) {
      if (item.type === 'endMarkedContent') marks.pop()
      else marks.push(items?.get(item.id ?? '') ?? marks.at(-1) ?? null)
      continue
    }
    if (item.str.trim() === '') continue
    const one = place(item, viewport.transform as number[], fonts)
    if (one) placed.push({ ...one, item: marks.at(-1) ?? null })
  }
  const turns = countBy(
    placed,
    ({ turn }) => turn,
    ({ text }) => text.length,
  )
  const main = mostCommon(turns) ?? 0
  const upright: Fragment[] = placed.filter(({ turn }) => turn === main)
  const fromRight = lettersOf(upright.filter(({ rtl }) => rtl)) > lettersOf(upright) / 2
  return {
    number: page.pageNumber,
    height: main % 2 === 0 ? viewport.height : viewport.width,
    fragments: lowerInitials(fromRight ? upright.map(mirror) : upright),
    turned: placed.filter(({ turn }) => turn !== main),
  }
}
