import type { DrawnChart } from '@briefbook/ast'
import type { Box, Printer } from './browser/printer.js'

const pxPerMm = 96 / 25.4
/** Boxes begin at whole pixels of the picture, so that a drawing comes out alike wherever it stands. */
const stepPx = 20

/**
 * Drawings in pixels, by their ids, for programs that show no SVG: all on one page of the browser, each in a box of its own.
 *
 * @param fontFaces  `@font-face` rules with the font files inside.
 * @throws BrowserError where the browser does not draw.
 */
export async function rasterise(
  printer: Printer,
  charts: { readonly [id: string]: DrawnChart },
  fontFaces: string,
  signal?: AbortSignal,
): Promise<{ [id: string]: Uint8Array }> {
  const entries = Object.entries(charts)
  if (entries.length === 0) return {}
  let y = 0
  const boxes = entries.map(([, { widthMm, heightMm }]): Box => {
    const box = { x: 0, y, width: Math.ceil(widthMm * pxPerMm), height: Math.ceil(heightMm * pxPerMm) }
    y += Math.ceil((box.height + 1) / stepPx) * stepPx
    return box
  })
  const drawings = entries.map(([, { svg }], i) => {
    const { y: top, width, height } = boxes[i] as Box
    return `<div style="position:absolute;left:0;top:${top}px;width:${width}px;height:${height}px">${svg}</div>`
  })
  const styles = `${fontFaces.replaceAll('</', '<\\/')}\nbody{margin:0;height:${y}px;background:#fff}svg{display:block}`
  const html = `<!doctype html><meta charset="utf-8"><style>${styles}</style>${drawings.join('')}`
  const pictures = await printer.shoot(html, boxes, signal)
  return Object.fromEntries(entries.map(([id], i) => [id, pictures[i] as Uint8Array]))
}
