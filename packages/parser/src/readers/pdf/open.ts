import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** Why a PDF cannot be read, in words for its owner. */
export class PdfError extends Error {
  constructor(
    readonly kind: 'locked' | 'broken',
    message: string,
  ) {
    super(message)
  }
}

export interface OpenPdf {
  document: PDFDocumentProxy
  close(): Promise<void>
}

export type { PDFDocumentProxy, PDFPageProxy }

export const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error)).replace(/\.$/, '')

/**
 * Loads the library. It asks for a package to draw with, which not every machine can have, and tells the terminal where
 * it is missing; nothing is drawn here, so that names without anything behind them do.
 */
async function loadLibrary(folder: string): Promise<typeof import('pdfjs-dist/legacy/build/pdf.mjs')> {
  try {
    createRequire(join(folder, 'package.json')).resolve('@napi-rs/canvas')
  } catch {
    const names = globalThis as { [name: string]: unknown }
    for (const name of ['DOMMatrix', 'ImageData', 'Path2D']) names[name] ??= class {}
    const { warn } = console
    console.warn = () => undefined
    try {
      return await import('pdfjs-dist/legacy/build/pdf.mjs')
    } finally {
      console.warn = warn
    }
  }
  return import('pdfjs-dist/legacy/build/pdf.mjs')
}

/**
 * Opens a PDF. The library is loaded here, so that nobody pays for it who has no PDF. It runs in this thread, makes no
 * code out of the file, and takes fonts and character maps from its own folder and nowhere else.
 */
export async function openPdf(bytes: Uint8Array): Promise<OpenPdf> {
  const folder = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))
  const { getDocument, VerbosityLevel } = await loadLibrary(folder)
  const task = getDocument({
    // The library takes the memory over that it is given, and refuses the buffers that Node reads files into.
    data: new Uint8Array(bytes),
    verbosity: VerbosityLevel.ERRORS,
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    isOffscreenCanvasSupported: false,
    // Pictures are not looked at.
    maxImageSize: 1,
    cMapUrl: join(folder, 'cmaps/'),
    standardFontDataUrl: join(folder, 'standard_fonts/'),
  })
  const close = async () => {
    await task.destroy().catch(() => undefined)
  }
  try {
    return { document: await task.promise, close }
  } catch (error) {
    await close()
    if (error instanceof Error && error.name === 'PasswordException')
      throw new PdfError('locked', 'The PDF opens with a password only.')
    throw new PdfError('broken', `The PDF cannot be opened: ${messageOf(error)}.`)
  }
}
