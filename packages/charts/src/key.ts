import type { ChartKey, Tokens } from '@briefbook/ast'
import type { ElementContent } from 'hast'
import { painted } from './paint.js'
import { event, isStatus } from './shapes.js'
import { line, ptPerMm } from './svg.js'

/** The height of a line of the key. */
export const keyLineMm = 4.4
const gapMm = 1.4
const betweenMm = 5
const swatchMm = 3
/** Mean width of a letter: the words of a key are few and known. */
const emPerLetter = 0.52

/** How the entries of a key stand in lines of a width: each with its place in millimetres. */
export function keyLines(
  key: readonly ChartKey[],
  widthMm: number,
  fontPt: number,
): { entry: ChartKey; xMm: number }[][] {
  const lines: { entry: ChartKey; xMm: number }[][] = []
  let at = Number.POSITIVE_INFINITY
  for (const entry of key) {
    const takes = swatchMm + gapMm + (entry.label.length * emPerLetter * fontPt) / ptPerMm
    if (at + takes > widthMm) {
      lines.push([])
      at = 0
    }
    lines.at(-1)?.push({ entry, xMm: at })
    at += takes + betweenMm
  }
  return lines
}

/** The key below a picture. */
export function drawKey(
  key: readonly ChartKey[],
  place: { topMm: number; widthMm: number; fontPt: number },
  tokens: Tokens,
): ElementContent[] {
  return keyLines(key, place.widthMm, place.fontPt).flatMap((entries, i) =>
    entries.flatMap(({ entry: { paint, sign, label }, xMm }): ElementContent[] => {
      const x = xMm * ptPerMm
      const y = (place.topMm + i * keyLineMm) * ptPerMm
      const side = swatchMm * ptPerMm
      const base = y + side / 2 + place.fontPt * 0.35
      const swatch =
        paint === null
          ? []
          : isStatus(paint)
            ? [event(paint, x + side / 2, y + side / 2, tokens)]
            : painted({ x, y, width: side, height: side }, paint, 1, tokens)
      return [
        ...swatch,
        ...(sign === null ? [] : [line(sign, { x: x + side / 2, y: base, anchor: 'middle', bold: true })]),
        line(label, { x: x + side + gapMm * ptPerMm, y: base }),
      ]
    }),
  )
}
