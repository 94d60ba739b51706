import type { Span } from '@briefbook/ast'

/** A line that has words. Offsets count in the file. */
export interface Line {
  /** Of the first and behind the last character that is no white space. */
  start: number
  end: number
  text: string
  /** Columns in front of it; a tab goes to the next multiple of eight. */
  indent: number
  /** Empty lines above it. */
  gap: number
  /** Whether a page ends above it. */
  page: boolean
  /** A bullet that stands above it on a line of its own, as a sign or as nothing but a tab. */
  loneBullet: boolean
  /** Why it is no line of the document; null where it is. */
  furniture: string | null
  /** Where marks of links were taken out of its text. */
  marks: readonly Span[]
}

/** Signs that are put in front of list items. U+F0B7 and U+F0A7 are what Word's Symbol font leaves behind. */
export const bulletSigns = '•‣⁃▪▫■□●○◦◆◇►▸➢➤✓✔·∙\\uf0b7\\uf0a7'

const loneBullet = new RegExp(`^[${bulletSigns}]$`)

function measureIndent(white: string): number {
  let column = 0
  for (const char of white) column = char === '\t' ? (Math.floor(column / 8) + 1) * 8 : column + 1
  return column
}

/**
 * The lines of a text. A bullet alone on its line is taken as a property of the line below it; so is a line of spaces
 * that ends in a tab, which is what a list item of a web page becomes, where the next line is indented deeper.
 */
export function splitLines(text: string, from: number): Line[] {
  const lines: Line[] = []
  let gap = 0
  let page = false
  let bullet: 'sign' | number | null = null
  for (const match of text.slice(from).matchAll(/[^\n\r\f\u2028\u2029]*(?:\r\n|[\n\r\f\u2028\u2029]|$)/g)) {
    if (match[0] === '') continue
    const line = match[0]
    const trimmed = line.trim()
    const isPage = line.endsWith('\f')
    if (trimmed === '') {
      const white = line.replace(/[\r\n]+$/, '')
      bullet = /^ +\t$/.test(white) ? white.length - 1 : bullet === 'sign' ? bullet : null
      // What stands in front of a form feed on its line is the end of the line above.
      if (!isPage) gap++
      page ||= isPage
      continue
    }
    if (loneBullet.test(trimmed)) {
      bullet = 'sign'
      gap++
      page ||= isPage
      continue
    }
    const lead = line.length - line.trimStart().length
    const start = from + match.index + lead
    const indent = measureIndent(line.slice(0, lead).replace(/\v/g, ''))
    const isItem = bullet === 'sign' || (bullet !== null && indent > bullet)
    const end = start + trimmed.length
    lines.push({ start, end, text: trimmed, indent, gap, page, loneBullet: isItem, furniture: null, marks: [] })
    gap = 0
    page = isPage
    bullet = null
  }
  return lines
}
