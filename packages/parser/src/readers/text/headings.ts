import { countWords, isCapitals, isProse, startsLower } from '../../shape.js'
import type { TextParagraph } from './paragraphs.js'

const longestHeading = 14

/** Years or initials in brackets at the end of a heading; longer ones are a remark, or tell whose picture it is. */
const shortBracket = /(?<=\p{L}{2} )\((?:\p{Lu}{2,8}|[\d–—-]{4,11})\)$/u

export const textOf = (paragraph: TextParagraph): string => paragraph.lines.map(line => line.text).join(' ')

/** Whether a passage could be a heading by itself: short, begun with a capital, without the end of a sentence. */
function couldBeHeading(paragraph: TextParagraph): boolean {
  const text = textOf(paragraph)
  if (paragraph.marker?.printed === null || paragraph.lines.length > 2) return false
  if (countWords(text) > longestHeading || text.length > 120) return false
  const end = text.replace(/["'”’»]+$/u, '').replace(shortBracket, '')
  if (/[.,;:!…。，；：！)]$/u.test(end) || /@|https?:/.test(text)) return false
  return /^["'“‘«(]*[\p{Lu}\p{N}\p{Lo}]/u.test(text) && /\p{L}/u.test(text)
}

const introducesList = (paragraph: TextParagraph, next: TextParagraph | undefined) =>
  paragraph.marker === null && next !== undefined && next.marker !== null && /[:：]$/u.test(textOf(paragraph))

/** The passages that head what follows them: short lines in front of prose or a list, at most three in a row. */
export function findHeadings(paragraphs: readonly TextParagraph[]): Set<TextParagraph> {
  const headings = new Set<TextParagraph>()
  let inRow = 0
  for (let i = paragraphs.length - 2; i >= 0; i--) {
    const paragraph = paragraphs[i] as TextParagraph
    const next = paragraphs[i + 1] as TextParagraph
    // What begins small goes on with what stands above it, so that is no heading.
    const leads =
      !startsLower(textOf(next)) &&
      (isProse(textOf(next)) ||
        introducesList(next, paragraphs[i + 2]) ||
        (next.marker !== null && paragraph.marker === null) ||
        headings.has(next))
    inRow = headings.has(next) ? inRow + 1 : 0
    if (leads && inRow < 3 && couldBeHeading(paragraph)) headings.add(paragraph)
  }
  return headings
}

/** 1 to 4: by the numbering where there is one, else capitals above other headings. */
export function headingDepth(paragraph: TextParagraph, headings: ReadonlySet<TextParagraph>): number {
  const text = textOf(paragraph)
  const decimal = /^(\d{1,2}(?:\.\d{1,2})*)\.?\s/.exec(text)?.[1]
  if (decimal) return Math.min(4, decimal.split('.').length)
  const mixed = [...headings].some(heading => isCapitals(textOf(heading)))
  return mixed && !isCapitals(text) ? 2 : 1
}
