import type { ChartPaint, Tokens } from '@briefbook/ast'
import type { ElementContent } from 'hast'
import { s } from 'hastscript'
import { round } from './svg.js'

interface Box {
  x: number
  y: number
  width: number
  height: number
}

/** Distance between the lines of a pattern, in points. */
const patternStep = 2.6

/**
 * The stretches of lines `x + slope·y = c`, a step apart, that lie in a box: as paths of their own, for not every program that
 * shows an SVG knows patterns.
 */
function hatch({ x, y, width, height }: Box, slope: 1 | -1): string {
  const parts: string[] = []
  const span = width + height
  for (let c = patternStep / 2; c < span; c += patternStep) {
    // From the left or upper edge to the lower or right one, as for a slope down to the left.
    const from = c <= height ? [0, c] : [c - height, height]
    const to = c <= width ? [c, 0] : [width, c - width]
    const at = ([px = 0, py = 0]: number[]) => `${round(x + (slope === 1 ? px : width - px))} ${round(y + py)}`
    parts.push(`M${at(from)}L${at(to)}`)
  }
  return parts.join('')
}

function dots({ x, y, width, height }: Box): string {
  const parts: string[] = []
  for (let row = 0; row * patternStep < height - 1; row++) {
    const shift = row % 2 === 0 ? 0.5 : 1
    for (let at = patternStep * shift; at < width - 0.6; at += patternStep) {
      parts.push(`M${round(x + at - 0.35)} ${round(y + patternStep * (row + 0.5))}h.7`)
    }
  }
  return parts.join('')
}

/** The lines over a ground: of each paint others, so that it is told apart without colour. */
const patterns: { readonly [paint in ChartPaint]: (box: Box) => string } = {
  amount: () => '',
  together: () => '',
  favours: () => '',
  opposes: box => hatch(box, 1),
  apart: box => hatch(box, 1),
  concerned: dots,
  mixed: box => hatch(box, 1) + hatch(box, -1),
  none: () => '',
}

function groundOf(paint: ChartPaint, area: number, { colours }: Tokens): string {
  if (paint === 'amount') return colours.levels[Math.min(4, Math.max(1, Math.ceil(area * 4))) as 1 | 2 | 3 | 4]
  if (paint === 'together') return colours.stances.favours
  return colours.stances[paint === 'apart' ? 'opposes' : paint]
}

/** A box in a paint: ground, pattern, outline. */
export function painted(box: Box, paint: ChartPaint, area: number, tokens: Tokens): ElementContent[] {
  const { x, y, width, height } = box
  const pattern = patterns[paint](box)
  return [
    ...[groundOf(paint, area, tokens)].map(fill =>
      s('rect', {
        x: round(x),
        y: round(y),
        width: round(width),
        height: round(height),
        fill,
        stroke: tokens.colours.muted,
        strokeWidth: 0.5,
      }),
    ),
    ...(pattern === ''
      ? []
      : [
          s('path', {
            d: pattern,
            stroke: tokens.colours.muted,
            strokeWidth: 0.3,
            strokeOpacity: 0.42,
            ...(paint === 'concerned' ? { strokeWidth: 0.7 } : {}),
            fill: 'none',
          }),
        ]),
  ]
}
