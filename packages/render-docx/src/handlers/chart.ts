import type { Chart } from '@briefbook/ast'
import { type FileChild, ImageRun, type XmlComponent } from 'docx'
import { paragraph } from '../paragraph.js'
import type { DocxChart, State } from '../state.js'
import { figureCaption } from '../tables/caption.js'
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

/** A picture that Briefbook draws; what it shows in words where it was not drawn. */
export function chart(node: Chart, state: State): FileChild[] {
  const { charts } = state.document
  const drawn = Object.hasOwn(charts, node.id) ? charts[node.id] : undefined
  const shown = drawn ? image(drawn, node, state) : words(state, node.alternative, 'Placeholder')
  return [paragraph(state, 'Chart', [shown]), figureCaption(node, state)]
}
