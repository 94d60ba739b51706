import { type Book, cropMarks, papers, sheetEdgeMm } from '@briefbook/ast'

/** A word as outlines, so that it is seen on the page and not found in its text. */
export interface WordOutline {
  /** SVG path data. */
  path: string
  /** What the outlines cover. */
  box: { x: number; y: number; width: number; height: number }
}

/** The sheet that is printed: the page, and around it what a printer cuts off. */
export interface Sheet {
  widthMm: number
  heightMm: number
  /** How far it reaches over the page on each side. */
  edgeMm: number
}

/** @param turned  Whether the page lies on its side. */
export function sheetOf({ meta }: Book, turned = false): Sheet {
  const { widthMm, heightMm } = papers[meta.paper]
  const edgeMm = sheetEdgeMm(meta.print)
  const [width, height] = turned ? [heightMm, widthMm] : [widthMm, heightMm]
  return { widthMm: width + 2 * edgeMm, heightMm: height + 2 * edgeMm, edgeMm }
}

const number = (value: number) => String(Math.round(value * 100) / 100)

/** Two marks at each corner, in line with the edges of the page. */
function marksPath({ widthMm, heightMm, edgeMm }: Sheet): string {
  const { lengthMm } = cropMarks
  const [left, right, top, bottom] = [edgeMm, widthMm - edgeMm, edgeMm, heightMm - edgeMm].map(number)
  const across = [top, bottom].map(y => `M0 ${y}h${lengthMm}M${number(widthMm)} ${y}h-${lengthMm}`)
  const down = [left, right].map(x => `M${x} 0v${lengthMm}M${x} ${number(heightMm)}v-${lengthMm}`)
  return [...across, ...down].join('')
}

/** A word from corner to corner, over two thirds of the diagonal. */
function diagonalWord({ widthMm, heightMm }: Sheet, { path, box }: WordOutline, colour: string): string {
  const angle = (-Math.atan2(heightMm, widthMm) * 180) / Math.PI
  const scale = ((Math.hypot(widthMm, heightMm) * 2) / 3 / box.width).toFixed(4)
  const place = `translate(${number(widthMm / 2)} ${number(heightMm / 2)}) rotate(${number(angle)}) scale(${scale}) translate(${number(-box.x - box.width / 2)} ${number(-box.y - box.height / 2)})`
  return `<path transform="${place}" fill="${colour}" d="${path}"/>`
}

export interface SheetDrawing {
  /** Colour of the whole page, over the bleed. */
  ground?: string
  /** The word across the page, and its colour. */
  watermark?: WordOutline & { colour: string }
}

/**
 * What lies under the text of a sheet, as a CSS background: Chromium measures it from the corner of the page area, so
 * that it is drawn back by the margins. Null where there is nothing to draw.
 */
export function underlay(
  book: Book,
  sheet: Sheet,
  margin: { leftMm: number; topMm: number },
  { ground, watermark }: SheetDrawing,
): string | null {
  const { bleedMm, marks } = book.meta.print
  const inset = sheet.edgeMm - bleedMm
  const drawn = [
    ground === undefined
      ? ''
      : `<rect x="${number(inset)}" y="${number(inset)}" width="${number(sheet.widthMm - 2 * inset)}" height="${number(sheet.heightMm - 2 * inset)}" fill="${ground}"/>`,
    watermark ? diagonalWord(sheet, watermark, watermark.colour) : '',
    marks === 'crop' ? `<path d="${marksPath(sheet)}" fill="none" stroke="#000" stroke-width="0.1"/>` : '',
  ].join('')
  if (drawn === '') return null
  const [width, height] = [number(sheet.widthMm), number(sheet.heightMm)]
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}mm" height="${height}mm" viewBox="0 0 ${width} ${height}">${drawn}</svg>`
  const place = `${number(-margin.leftMm)}mm ${number(-margin.topMm)}mm / ${width}mm ${height}mm`
  return `url("data:image/svg+xml,${encodeURIComponent(svg)}") no-repeat ${place}`
}
