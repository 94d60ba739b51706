import type { Chart } from '@briefbook/ast'
import { type FileChild, ImageRun, type XmlComponent } from 'docx'
import { paragraph } from '../paragraph.js'
import type { DocxChart, State } from '../state.js'
import { captionNumber } from '../tables/caption.js'
import { guardBraces } from '../text/placeholders.js'
import { pixels } from '../units.js'
import { words } from '../words.js'

/** The least PNG there is: one clear pixel, for programs that show no SVG, where nobody has drawn the picture in pixels. */
const clearPixel = Uint8Array.from(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNgYGBgAAAABQABpfZFQAAAAABJRU5ErkJggg==',
    'base64',
  ),
)

/** The drawing as SVG with pixels behind it (MS-ODRAWXML, 2.3.7: svgBlip). */
function image({ svg, png, widthMm, heightMm }: DocxChart, node: Chart, state: State): XmlComponent {
  state.document.pictureCount++
  const id = String(state.document.pictureCount)
  return new ImageRun({
    type: 'svg',
    data: new TextEncoder().encode(svg),
    fallback: { type: 'png', data: png ?? clearPixel },
    transformation: { width: pixels(widthMm), height: pixels(heightMm) },
    altText: { id, name: `Figure ${id}`, description: guardBraces(node.alternative) },
  })
}

/** `Figure 3. What it shows (2 / 3)`, below the picture; Word counts it in a sequence of its own. */
function caption(node: Chart, state: State): XmlComponent[] {
  const { number, piece } = node
  const which = piece === null ? '' : ` (${piece.number}\u00a0/\u00a0${piece.of})`
  return number === null
    ? [words(state, node.caption)]
    : [
        ...captionNumber({ sequence: 'Figure', number, id: node.id, isPiece: (piece?.number ?? 1) > 1 }, state),
        words(state, `. ${node.caption}${which}`),
      ]
}

/** A picture that Briefbook draws; what it shows in words where it was not drawn. */
export function chart(node: Chart, state: State): FileChild[] {
  const { charts, bookmarks } = state.document
  const drawn = Object.hasOwn(charts, node.id) ? charts[node.id] : undefined
  const shown = drawn ? image(drawn, node, state) : words(state, node.alternative, 'Placeholder')
  return [
    paragraph(state, 'Chart', [shown]),
    paragraph(state, 'Caption', bookmarks.around(node.id, caption(node, state)), { keepNext: false }),
  ]
}
