import type { PDFPageProxy } from './open.js'

/** What can be told of a font by its name. */
export interface FontLook {
  bold: boolean
  italic: boolean
}

const boldName = /bold|black|heavy|demi|-?medi(?:um)?(?:ital)?$|^(?:cm|sf|ec)(?:bx|ssbx|b)\d|[-,]bd/i
const italicName = /ital|obliq|slant|kursiv|^(?:cm|sf|ec)(?:ti|sl|bxti|bxsl|it)\d|[-,]it$/i

/** Subsets of a font have six letters and a plus sign in front of its name (ISO 32000-1, 9.6.4). */
export function lookOf(name: string): FontLook {
  const plain = name.replace(/^[A-Z]{6}\+/, '')
  return { bold: boldName.test(plain), italic: italicName.test(plain) }
}

/** The looks of the fonts of a document, learnt page by page. */
export class Fonts {
  private readonly looks = new Map<string, FontLook>()

  /**
   * Learns the names of the fonts of a page. Names come with the instructions for drawing the page alone, which take as
   * long as the text: they are asked for only where a page has a font that none had before.
   */
  async learn(page: PDFPageProxy, ids: readonly string[]): Promise<void> {
    if (ids.every(id => this.looks.has(id))) return
    await page.getOperatorList().catch(() => undefined)
    for (const id of ids) {
      const font: { name?: string } | null = page.commonObjs.has(id) ? page.commonObjs.get(id) : null
      this.looks.set(id, lookOf(font?.name ?? ''))
    }
  }

  lookOf(id: string): FontLook {
    return this.looks.get(id) ?? { bold: false, italic: false }
  }
}
