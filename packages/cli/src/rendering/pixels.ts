import type { DrawnChart } from '@briefbook/ast'
import { type Printer, rasterise } from '@briefbook/render-pdf'
import type { Cache } from '../cache/cache.js'
import { cacheKey } from '../cache/key.js'
import { sha256 } from '../content/folder.js'

/** Drawings as PNG, by their ids. */
export type Pixels = { [id: string]: Uint8Array }

/**
 * Drawings in pixels: those that are kept from a build before, and the others drawn by the browser.
 *
 * @param fontFaces  `@font-face` rules with the font files inside.
 * @throws BrowserError where the browser does not draw.
 */
export async function pixelsOf(
  charts: { readonly [id: string]: DrawnChart },
  fontFaces: string,
  { printer, cache, signal }: { printer: Printer; cache: Cache; signal?: AbortSignal },
): Promise<Pixels> {
  const fonts = sha256(new TextEncoder().encode(fontFaces))
  const found = await Promise.all(
    Object.entries(charts).map(async ([id, chart]) => {
      const key = cacheKey('pixels', printer.name, printer.version, fonts, chart.svg, chart.widthMm, chart.heightMm)
      return { id, chart, key, png: await cache.get<string>(key) }
    }),
  )
  const missing = found.filter(({ png }) => png === null)
  const drawn = await rasterise(
    printer,
    Object.fromEntries(missing.map(({ id, chart }) => [id, chart])),
    fontFaces,
    signal,
  )
  for (const { id, key } of missing) cache.set(key, Buffer.from(drawn[id] as Uint8Array).toString('base64'))
  return Object.fromEntries(
    found.map(({ id, png }) => [
      id,
      png === null ? (drawn[id] as Uint8Array) : new Uint8Array(Buffer.from(png, 'base64')),
    ]),
  )
}
