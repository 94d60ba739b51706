import { familiesOf, type Tokens } from '@briefbook/ast'
import type { Element, ElementContent } from 'hast'
import { toHtml } from 'hast-util-to-html'
import { s } from 'hastscript'

/** Points in a millimetre: a unit of the drawings is a point, as sizes of type are. */
export const ptPerMm = 72 / 25.4

/** Two decimals are a thousandth of a millimetre; more would only make files longer. */
export const round = (value: number) => Math.round(value * 100) / 100

/** Distance between two lines of a label, in multiples of its size. */
export const leading = 1.16

/** A link to a place of the book around what is drawn; none where there is no place. */
export function linked(target: string | null, ...children: ElementContent[]): ElementContent[] {
  return target === null ? children : [s('a', { href: `#${target}` }, children)]
}

interface TextPlace {
  x: number
  y: number
  anchor?: 'start' | 'middle' | 'end'
  bold?: boolean
  muted?: string
  size?: number
  /** Degrees, against the clock. */
  turn?: number
}

/** One line of text at its base line. */
export function line(words: string, { x, y, anchor, bold, muted, size, turn }: TextPlace): Element {
  return s(
    'text',
    {
      ...(turn ? { transform: `translate(${round(x)} ${round(y)}) rotate(${-turn})` } : { x: round(x), y: round(y) }),
      ...(anchor && anchor !== 'start' ? { textAnchor: anchor } : {}),
      ...(bold ? { fontWeight: 600 } : {}),
      ...(muted ? { fill: muted } : {}),
      ...(size ? { fontSize: size } : {}),
    },
    words,
  )
}

/** A drawing as an SVG document in the book's font and ink. */
export function document(
  widthPt: number,
  heightPt: number,
  fontPt: number,
  tokens: Tokens,
  children: ElementContent[],
): string {
  const names = familiesOf(tokens.fonts, 'display').map(name =>
    /^[a-z-]+$/.test(name) ? name : `'${name.replaceAll("'", '')}'`,
  )
  return toHtml(
    s(
      'svg',
      {
        xmlns: 'http://www.w3.org/2000/svg',
        width: `${round(widthPt)}pt`,
        height: `${round(heightPt)}pt`,
        viewBox: `0 0 ${round(widthPt)} ${round(heightPt)}`,
        fontFamily: names.join(', '),
        fontSize: fontPt,
        fill: tokens.colours.ink,
      },
      children,
    ),
    { space: 'svg', closeEmptyElements: true },
  )
}
