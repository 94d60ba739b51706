import type { Picture, PictureFile } from '@briefbook/ast'
import { type FileChild, ImageRun, type XmlComponent } from 'docx'
import { spanOf } from '../identity/pieces.js'
import { paragraph } from '../paragraph.js'
import type { State } from '../state.js'
import { figureCaption } from '../tables/caption.js'
import { guardBraces } from '../text/placeholders.js'
import { pixels } from '../units.js'
import { words } from '../words.js'

/** The part of a page's height that a picture takes at most. */
const highest = 0.7
const types = { 'image/png': 'png', 'image/jpeg': 'jpg' } as const

function image(file: PictureFile, type: 'png' | 'jpg', node: Picture, state: State): XmlComponent {
  const { textMm, portraitHeightMm } = state.document.geometry
  const width = Math.max(1, file.widthPx)
  const height = Math.max(1, file.heightPx)
  const scale = Math.min(1, pixels(textMm) / width, pixels(portraitHeightMm * highest) / height)
  state.document.pictureCount++
  const id = String(state.document.pictureCount)
  return new ImageRun({
    type,
    data: file.bytes,
    transformation: { width: Math.max(1, width * scale), height: Math.max(1, height * scale) },
    altText: { id, name: `Picture ${id}`, description: guardBraces(node.alternative) },
  })
}

/** The picture where its bytes are of a kind that Word draws; else what it would have shown, in words. */
export function picture(node: Picture, state: State): FileChild[] {
  const { pictures } = state.document
  const file = Object.hasOwn(pictures, node.path) ? pictures[node.path] : undefined
  const type = file && file.mime !== 'image/svg+xml' ? types[file.mime] : undefined
  const shown = file && type ? image(file, type, node, state) : words(state, node.alternative, 'Placeholder')
  if (node.caption === '') return [paragraph(state, 'Picture', state.document.bookmarks.around(node.id, [shown]))]
  return [
    paragraph(state, 'Picture', [shown], { keepNext: true }),
    figureCaption(node, state.at({ from: spanOf(node) })),
  ]
}
