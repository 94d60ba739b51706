import { type Book, eachBlock, type Picture, type PictureFile } from '@briefbook/ast'
import { type Diagnostic, type DiagnosticDetails, DiagnosticError, diagnostic } from '@briefbook/diagnostics'
import { imageSize } from 'image-size'
import type { Folder } from './folder.js'

const mimes = { png: 'image/png', jpg: 'image/jpeg', svg: 'image/svg+xml' } as const

/** Whether a file of this kind has its end: the first bytes alone are taken for the picture by who copies it halfway. */
const isWhole: { [mime in PictureFile['mime']]: (bytes: Uint8Array) => boolean } = {
  // The chunk IEND, which a PNG ends with (PNG, 11.2.5), and the marker EOI of a JPEG (ITU T.81, B.2.1).
  'image/png': bytes => Buffer.from(bytes).includes('IEND'),
  'image/jpeg': bytes => Buffer.from(bytes).lastIndexOf(Buffer.from([0xff, 0xd9])) > 2,
  'image/svg+xml': () => true,
}

/** @throws DiagnosticError where it is none, with where it is named. */
export function pictureOf(bytes: Uint8Array, path: string, from: DiagnosticDetails): PictureFile {
  try {
    const { type, width, height } = imageSize(bytes)
    const mime = mimes[type as keyof typeof mimes]
    if (!mime) throw new Error(`it is of the kind ${type}`)
    if (!isWhole[mime](bytes)) throw new Error('it breaks off')
    return { bytes, mime, widthPx: width, heightPx: height }
  } catch (error) {
    const message = `The picture \`${path}\` cannot be shown: ${(error as Error).message}.`
    const hint = 'Copy or save the picture again.'
    throw new DiagnosticError([
      diagnostic('value-is-valid', message, { ...from, expected: 'a PNG, JPEG or SVG file', hint }),
    ])
  }
}

function picturesOf(book: Book): { picture: Picture; file: string | null }[] {
  const found: { picture: Picture; file: string | null }[] = []
  for (const { children, file } of book.children.flatMap(part => part.children)) {
    eachBlock(children, block => {
      if (block.type === 'picture') found.push({ picture: block, file })
    })
  }
  return found
}

/** Reads the pictures that the chapters show. PNG, JPEG and SVG; the kind is told by the bytes. */
export async function readPictures(
  folder: Folder,
  book: Book,
): Promise<{ pictures: { [path: string]: PictureFile }; diagnostics: Diagnostic[] }> {
  const pictures: { [path: string]: PictureFile } = {}
  const diagnostics: Diagnostic[] = []
  for (const { picture, file } of picturesOf(book)) {
    if (pictures[picture.path]) continue
    const from = { file, place: picture.position }
    const bytes = await folder.read(picture.path)
    if (!bytes) {
      diagnostics.push(diagnostic('file-is-there', `There is no picture \`${picture.path}\`.`, from))
      continue
    }
    try {
      pictures[picture.path] = pictureOf(bytes, picture.path, from)
    } catch (error) {
      if (!(error instanceof DiagnosticError)) throw error
      diagnostics.push(...error.diagnostics)
    }
  }
  return { pictures, diagnostics }
}
