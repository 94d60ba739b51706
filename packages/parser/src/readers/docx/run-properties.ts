import { symbolFont } from './symbols.js'
import { elementsIn, says, type XmlElement } from './xml.js'

/** How some text is set, as far as a style or a run says so. */
export interface RunProperties {
  bold?: boolean
  italic?: boolean
  underlined?: boolean
  hidden?: boolean
  raised?: boolean
  /** In half points. */
  size?: number
  /** The symbol font that it is set in; null for a font of letters. */
  symbols?: string | null
  rightToLeft?: boolean
  /** Languages of letters, of East Asian characters and of text that runs from right to left. */
  language?: string
  eastAsian?: string
  complex?: string
}

const handlers: { readonly [name: string]: (element: XmlElement) => RunProperties } = {
  'w:b': element => ({ bold: says(element) }),
  'w:i': element => ({ italic: says(element) }),
  'w:u': element => ({ underlined: says(element) }),
  'w:vanish': element => ({ hidden: says(element) }),
  'w:vertAlign': element => ({ raised: element.attributes['w:val'] === 'superscript' }),
  'w:rtl': element => ({ rightToLeft: says(element) }),
  'w:sz': element => {
    const size = Number(element.attributes['w:val'])
    return size > 0 ? { size } : {}
  },
  'w:rFonts': element => {
    const [ascii, other] = [element.attributes['w:ascii'], element.attributes['w:hAnsi']]
    // A font of a theme is one of letters.
    if (ascii === undefined) return element.attributes['w:asciiTheme'] === undefined ? {} : { symbols: null }
    return { symbols: other === undefined || other === ascii ? symbolFont(ascii) : null }
  },
  'w:lang': ({ attributes }) => ({
    ...(attributes['w:val'] ? { language: attributes['w:val'] } : {}),
    ...(attributes['w:eastAsia'] ? { eastAsian: attributes['w:eastAsia'] } : {}),
    ...(attributes['w:bidi'] ? { complex: attributes['w:bidi'] } : {}),
  }),
}

/** What the `w:rPr` of a run or style says. */
export function readRunProperties(element: XmlElement | undefined): RunProperties {
  const out: RunProperties = {}
  for (const property of element ? elementsIn(element) : []) {
    const handler = handlers[property.name]
    if (handler) Object.assign(out, handler(property))
  }
  return out
}
