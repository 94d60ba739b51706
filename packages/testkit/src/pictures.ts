import { createCanvas, loadImage } from '@napi-rs/canvas'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

/**
 * Draws the pages of a PDF, by pdf.js: with its letters as they are in the file, and so nearly the same on every machine.
 *
 * @param dpi  Pixels to an inch of paper.
 * @returns A PNG each.
 */
export async function drawPages(file: Uint8Array, dpi: number): Promise<Uint8Array[]> {
  const task = getDocument({ data: new Uint8Array(file), verbosity: 0, useSystemFonts: false })
  const document = await task.promise
  try {
    const pictures: Uint8Array[] = []
    for (let n = 1; n <= document.numPages; n++) {
      const page = await document.getPage(n)
      const viewport = page.getViewport({ scale: dpi / 72 })
      const canvas = createCanvas(Math.ceil(viewport.width), Math.ceil(viewport.height))
      // It does what is wanted of a browser's; its type is another.
      await page.render({ canvas: canvas as never, viewport }).promise
      pictures.push(new Uint8Array(await canvas.encode('png')))
    }
    return pictures
  } finally {
    await task.destroy()
  }
}

/** Four bytes a pixel, row by row. */
async function pixelsOf(png: Uint8Array) {
  const image = await loadImage(png)
  const context = createCanvas(image.width, image.height).getContext('2d')
  context.drawImage(image, 0, 0)
  return context.getImageData(0, 0, image.width, image.height)
}

/** Side of the squares that are compared, in pixels: within one, the edge of a letter may lie a little elsewhere. */
const side = 4

/** By how much the mean of a square may differ in a colour, of 255, before an eye sees it. */
const visible = 6

/** The share of two PNGs, 0 to 1, in which an eye would see a difference; 1 where their sizes differ. */
export async function pictureDifference(one: Uint8Array, other: Uint8Array): Promise<number> {
  const [a, b] = await Promise.all([pixelsOf(one), pixelsOf(other)])
  if (a.width !== b.width || a.height !== b.height) return 1
  const across = Math.ceil(a.width / side)
  const sums = new Float64Array(across * Math.ceil(a.height / side) * 4)
  for (let i = 0; i < a.data.length; i++) {
    const pixel = i >> 2
    const square = Math.floor(Math.floor(pixel / a.width) / side) * across + Math.floor((pixel % a.width) / side)
    const k = square * 4 + (i & 3)
    sums[k] = (sums[k] as number) + (a.data[i] as number) - (b.data[i] as number)
  }
  let differing = 0
  for (let k = 0; k < sums.length; k += 4)
    if (sums.subarray(k, k + 4).some(sum => Math.abs(sum) > visible * side * side)) differing++
  return differing / (sums.length / 4)
}
