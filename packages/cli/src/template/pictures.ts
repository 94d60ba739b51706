import { createLocator, type Diagnostic, DiagnosticError, diagnostic } from '@briefbook/diagnostics'
import type { TemplateFile } from '@briefbook/render-html'
import type { Folder } from '../content/folder.js'
import { pictureOf } from '../content/pictures.js'

/** What of HTML and CSS names a file beside it: `src="logo.png"`, `url(logo.png)`. Addresses, places and holes are left alone. */
const named = /(\bsrc\s*=\s*|\burl\(\s*)(?:"([^"{}<>:#]+)"|'([^'{}<>:#]+)'|([^"'(){}<>:#\s]+))/dg

/**
 * A part or style sheet with the pictures that it names in it, since the browser that prints reads no files. Their paths count
 * from the template's folder.
 */
export async function withPictures(
  file: TemplateFile,
  folder: Folder,
  diagnostics: Diagnostic[],
): Promise<TemplateFile> {
  const { placeOf } = createLocator(file.text)
  let text = ''
  let done = 0
  for (const { indices = [] } of file.text.matchAll(named)) {
    const [start, end] = indices[2] ?? indices[3] ?? indices[4] ?? [0, 0]
    const path = file.text.slice(start, end)
    const from = { file: file.path, place: placeOf(start, end) }
    try {
      const bytes = await folder.read(path)
      if (!bytes) {
        const hint =
          'Put the picture where it is named, which counts from the folder of the template, or correct the name.'
        diagnostics.push(diagnostic('template-is-complete', `The template has no file \`${path}\`.`, { ...from, hint }))
        continue
      }
      const { mime } = pictureOf(bytes, path, from)
      text += `${file.text.slice(done, start)}data:${mime};base64,${Buffer.from(bytes).toString('base64')}`
      done = end
    } catch (error) {
      if (!(error instanceof DiagnosticError)) throw error
      diagnostics.push(...error.diagnostics.map(d => ({ ...d, ...from })))
    }
  }
  return { ...file, text: text + file.text.slice(done) }
}
