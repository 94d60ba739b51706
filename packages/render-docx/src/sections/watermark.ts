import type { XmlComponent } from 'docx'
import type { State } from '../state.js'
import { element } from '../xml/element.js'

/** How much of the page's width the word takes, and its height as a part of its width. */
const [share, height] = [0.85, 0.3] as const

/**
 * The word across every page of a draft, as Word makes a watermark itself: a text path of VML behind the text (ISO/IEC
 * 29500-4, 19.1.2.23), known again by the beginning of its id. Empty for a book that is no draft.
 */
export function watermark(state: State): XmlComponent[] {
  const { book, geometry, tokens } = state.document
  if (!book.meta.print.draft) return []
  const widthPt = Math.round((Math.min(geometry.paper.widthMm, geometry.paper.heightMm) / 25.4) * 72 * share)
  const style = [
    'position:absolute',
    'margin-left:0',
    'margin-top:0',
    `width:${widthPt}pt`,
    `height:${Math.round(widthPt * height)}pt`,
    'rotation:315',
    'z-index:-251658752',
    'mso-position-horizontal:center',
    'mso-position-horizontal-relative:margin',
    'mso-position-vertical:center',
    'mso-position-vertical-relative:margin',
  ].join(';')
  const path = element('v:textpath', {
    style: `font-family:"${tokens.fonts.display.family}";font-size:1pt;font-weight:bold`,
    string: book.strings.draft.toUpperCase(),
  })
  const shapeType = element(
    'v:shapetype',
    { id: '_x0000_t136', coordsize: '21600,21600', 'o:spt': '136', adj: '10800', path: 'm@7,l@8,m@5,21600l@6,21600e' },
    [
      element(
        'v:formulas',
        {},
        [
          'sum #0 0 10800',
          'prod #0 2 1',
          'sum 21600 0 @1',
          'sum 0 0 @2',
          'sum 21600 0 @3',
          'if @0 @3 0',
          'if @0 21600 @1',
          'if @0 0 @2',
          'if @0 @4 21600',
          'mid @5 @6',
          'mid @8 @5',
          'mid @7 @8',
          'mid @6 @7',
          'sum @6 0 @5',
        ].map(eqn => element('v:f', { eqn })),
      ),
      element('v:path', { textpathok: 't', 'o:connecttype': 'custom' }),
      element('v:textpath', { on: 't', fitshape: 't' }),
    ],
  )
  const shape = element(
    'v:shape',
    {
      id: 'PowerPlusWaterMarkObject1',
      'o:spid': '_x0000_s2049',
      type: '#_x0000_t136',
      alt: '',
      style,
      'o:allowincell': 'f',
      fillcolor: tokens.colours.watermark,
      stroked: 'f',
    },
    [path],
  )
  return [element('w:r', {}, [element('w:pict', {}, [shapeType, shape])])]
}
