import { type Advances, textWidthEm, unbreakablePieces } from '@briefbook/ast'
import { ems } from './widths.js'

/** How wide words are set in a size, in millimetres. */
export type LabelWidth = (words: string) => number

export function labelWidth(advances: Advances, fontPt: number, weight: keyof Advances): LabelWidth {
  return words => ems(textWidthEm(words, advances, weight), fontPt)
}

/** What a cut between words may cost of the width: a longer word is cut itself. */
const mostLost = 0.3

/** Words cut to a width, with an ellipsis where something is left out; between words, unless a long one would go. */
export function shorten(words: string, widthMm: number, width: LabelWidth): string {
  if (width(words) <= widthMm) return words
  const characters = [...words]
  const begun = (length: number) => characters.slice(0, length).join('')
  let fits = 1
  for (let tooMany = characters.length; tooMany - fits > 1; ) {
    const length = Math.floor((fits + tooMany) / 2)
    if (width(`${begun(length).trimEnd()}…`) <= widthMm) fits = length
    else tooMany = length
  }
  const cut = begun(fits)
  const atWord = words.charAt(cut.length) === ' ' ? cut : cut.slice(0, Math.max(0, cut.lastIndexOf(' ')))
  const kept = atWord.length >= cut.length * (1 - mostLost) ? atWord : cut
  return `${kept.replace(/[\s,;:–—-]+$/u, '')}…`
}

/** Words in as few lines as they need, the last one cut where they need more than there may be. */
export function wrap(words: string, widthMm: number, mostLines: number, width: LabelWidth): string[] {
  const lines: string[] = []
  const pieces = unbreakablePieces(words.replace(/\s+/g, ' ').trim())
  let line = ''
  for (const [i, piece] of pieces.entries()) {
    if (line === '' || width(`${line}${piece}`.trimEnd()) <= widthMm) {
      line += piece
      continue
    }
    if (lines.length === mostLines - 1) {
      // What is left goes with the last line, which says that it was cut.
      line += pieces.slice(i).join('')
      break
    }
    lines.push(line)
    line = piece
  }
  return [...lines, line].filter(one => one !== '').map(one => shorten(one.trimEnd(), widthMm, width))
}
