import { countWords, endsTerminal, fold, isCapitals } from '../../shape.js'
import type { Measures } from './measure.js'
import { isBold, isItalic, type Passage, sizeOf, textOfPassage } from './passage.js'

const largerThanText = 1.08
const titleSize = 1.15
const longestHeading = 30
/** In the size of the text, only what is short is a heading. */
const longestOfTextSize = 16
const longestLines = 5

export const captionForm =
  /^(?:fig(?:ure|\.)?|table|tab\.|box|chart|graph|map|abb(?:ildung|\.)|tabelle|tableau|figura|tabla|cuadro|gráfico|рис(?:унок|\.)|таблица|图|表)\s*[A-Z]?\d{1,3}(?:\.\d{1,3})*(?:[.:–—|]|\s|$)/iu
/** The end of a sentence or a clause, the mark of a note behind it or not; `2.` alone is a number. */
const endsClause = /[^\d\s][.;,]["”’»)]*(?:\d{1,3}|[*†‡])?$/u
const numbered = /^((?:\d{1,2}|[A-Z])(?:\.\d{1,2}){0,4})\.?\s+\S/

/** How a heading is set; headings that are set alike are of one depth. */
interface Style {
  size: number
  bold: boolean
  capitals: boolean
  italic: boolean
}

const styleOf = (one: Passage): Style => ({
  size: Math.round(sizeOf(one) * 2) / 2,
  bold: isBold(one),
  capitals: isCapitals(textOfPassage(one)),
  italic: isItalic(one),
})

const rankOf = ({ size, bold, capitals, italic }: Style) =>
  size * 1000 + (bold ? 100 : 0) + (capitals ? 10 : 0) + (italic ? 0 : 1)

function couldHead(one: Passage, measures: Measures): boolean {
  if (one.type !== 'paragraph' || one.furniture !== null || one.role !== null) return false
  const text = textOfPassage(one)
  const words = countWords(text)
  if (!/\p{L}/u.test(text) || one.lines.length > longestLines || captionForm.test(text)) return false
  const size = sizeOf(one)
  if (size >= measures.size * largerThanText) return words <= longestHeading && !endsClause.test(text)
  if (size < measures.size * 0.9 || words > longestOfTextSize || endsTerminal(text) || /[,]$/.test(text)) return false
  const { bold, capitals, italic } = styleOf(one)
  if (bold && !measures.bold) return true
  if (!one.apart) return false
  return (capitals && words >= 1 && text.length >= 4) || (italic && words >= 2)
}

/** Tells the title, by what is largest on the first page, or by what the file names as its title. */
export function markTitle(passages: readonly Passage[], measures: Measures, named: string | null): void {
  const first = passages.filter(
    one =>
      one.page === passages[0]?.page &&
      one.type === 'paragraph' &&
      one.furniture === null &&
      !/^\d{1,2}(?:\.\d{1,2})*\.?\s+\S/.test(textOfPassage(one)),
  )
  const wanted = named === null ? '' : fold(named)
  const says = wanted === '' ? undefined : first.find(one => fold(textOfPassage(one)) === wanted)
  const largest = first.reduce<Passage | null>(
    (best, one) =>
      /\p{L}{2}/u.test(textOfPassage(one)) &&
      countWords(textOfPassage(one)) <= 40 &&
      (!best || sizeOf(one) > sizeOf(best) + 0.2)
        ? one
        : best,
    null,
  )
  const title = says ?? (largest && sizeOf(largest) >= measures.size * titleSize ? largest : null)
  if (title) title.role = 'title'
}

/** Makes headings of what is set as such, with depths by the rank of how they are set. */
export function markHeadings(passages: readonly Passage[], measures: Measures): void {
  const body = passages.filter(one => one.furniture === null)
  const headings: Passage[] = []
  let inRow = 0
  for (let i = body.length - 1; i >= 0; i--) {
    const one = body[i] as Passage
    const next = body[i + 1]
    const leads =
      next !== undefined && (next.type !== 'footnote' || body.slice(i + 1).some(other => other.type !== 'footnote'))
    if (!leads || !couldHead(one, measures)) {
      inRow = 0
      continue
    }
    inRow = next && headings.includes(next) && rankOf(styleOf(next)) === rankOf(styleOf(one)) ? inRow + 1 : 0
    // More lines in a row that are set alike are a list or a poem.
    if (inRow < 3) headings.push(one)
  }
  for (const heading of headings) heading.type = 'heading'
  const ranks = [...new Set(headings.map(one => rankOf(styleOf(one))))].sort((a, b) => b - a)
  const decimals = headings.filter(one => /^\d+\.\d/.test(textOfPassage(one)))
  for (const one of headings) {
    const depth = decimals.length >= 2 ? numbered.exec(textOfPassage(one))?.[1]?.split('.').length : undefined
    one.depth = Math.min(6, depth ?? ranks.indexOf(rankOf(styleOf(one))) + 1)
  }
}
