import { type Advances, textWidthEm, unbreakablePieces } from '@briefbook/ast'
import { ems } from './widths.js'

/** How wide words are set in a size, in millimetres. */
export type LabelWidth = (words: string) => number

export function labelWidth(advances: Advances, fontPt: number, weight: keyof Advances): LabelWidth {
  return words => ems(textWidthEm(words, advances, weight), fontPt)
}

/** Words cut to a width, with an ellipsis where something is left out. */
export function shorten(words: string, widthMm: number, width: LabelWidth): string {
  if (width(words) <= widthMm) return words
  const characters = [...words]
  while (characters.length > 1 && width(`${characters.join('').trimEnd()}…`) > widthMm) characters.pop()
  return `${characters.join('').trimEnd()}…`
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
