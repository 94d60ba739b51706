import type { TimelineMark, Tokens } from '@briefbook/ast'
import { symbol, symbolCircle, symbolDiamond } from 'd3-shape'
import type { Element } from 'hast'
import { s } from 'hastscript'
import { round } from './svg.js'

/** Area of the sign of an event, in square points. */
const eventArea = 22

export const isStatus = (paint: string): paint is TimelineMark['status'] =>
  paint === 'past' || paint === 'reported' || paint === 'planned'

/** The sign of an event: full for what is past, a ring for what is reported, an open diamond for what is planned. */
export function event(status: TimelineMark['status'], x: number, y: number, { colours }: Tokens): Element {
  const shape = symbol(status === 'planned' ? symbolDiamond : symbolCircle, eventArea).digits(2)
  return s('path', {
    d: shape() ?? '',
    transform: `translate(${round(x)} ${round(y)})`,
    fill: status === 'past' ? colours.accent : '#ffffff',
    stroke: colours.accent,
    strokeWidth: 1,
  })
}
