import type { Piece } from '../../traced.js'
import type { ReadContext } from './context.js'
import { child, elementsIn, isOn, type XmlElement } from './xml.js'

/** A paragraph as it is gathered: its pieces count in the extracted text. */
export interface Gathered {
  pieces: Piece[]
  /** What Word does not show. */
  hidden: Piece[]
  page: number
  /** The raised number or sign that it begins with: it is a note that was typed by hand. */
  label: string | null
  /** The last few characters. */
  last: string
  references: string[]
  length: number
  linked: number
  /** How many characters are bold or italic. */
  strong: number
  breaks: number[]
  /** What text boxes that hang on the paragraph hold. */
  boxes: XmlElement[]
}

export const gathered = (page: number): Gathered => ({
  pieces: [],
  hidden: [],
  page,
  label: null,
  last: '',
  references: [],
  length: 0,
  linked: 0,
  strong: 0,
  breaks: [],
  boxes: [],
})

interface RunState {
  linked: boolean
  strong: boolean
  hidden: boolean
  raised: boolean
}

/** Elements whose children are read as if they stood in its place. */
const transparent: ReadonlySet<string> = new Set(
  'w:ins w:moveTo w:smartTag w:customXml w:sdt w:sdtContent w:fldSimple w:dir w:bdo w:object w:ruby w:rubyBase m:oMathPara m:oMath w:subDoc'.split(
    ' ',
  ),
)

/** The label of a note in raised text; null behind a number or a unit, where it is an exponent. */
function raisedLabel(text: string, before: string): string | null {
  const label = /^\s*[[(]?(\d{1,3}|[*†‡§¶]{1,3})[\])]?\s*$/.exec(text)?.[1]
  return label && !/(?:\d|(?:^|[\s(/])(?:k?m|cm|mm|s)|\S\s)$/.test(before) ? label : null
}

/** All paragraphs and tables in a text box, wherever its drawing keeps it. */
function boxesIn(element: XmlElement, out: XmlElement[]): void {
  for (const inner of elementsIn(element)) {
    if (inner.name === 'w:txbxContent') out.push(inner)
    else if (inner.name === 'mc:AlternateContent') {
      const found: XmlElement[] = []
      // Both variants hold the same text: the first that has any is read.
      for (const variant of elementsIn(inner)) if (found.length === 0) boxesIn(variant, found)
      out.push(...found)
    } else boxesIn(inner, out)
  }
}

function textOfMath(element: XmlElement): string {
  return elementsIn(element)
    .map(inner =>
      inner.name === 'm:t' ? inner.children.filter(node => typeof node === 'string').join('') : textOfMath(inner),
    )
    .join('')
}

/** A character of a symbol font. Fonts keep theirs in the private area; what it shows cannot be told without them. */
function symbol(element: XmlElement): string {
  const code = Number.parseInt(element.attributes['w:char'] ?? '', 16)
  if (!Number.isInteger(code) || code < 0x20 || code > 0xffff || (code >= 0xd800 && code <= 0xf8ff)) return ''
  return String.fromCharCode(code)
}

/** Reads what stands in a line into a paragraph. */
export function readInline(elements: readonly XmlElement[], to: Gathered, context: ReadContext, state: RunState): void {
  const add = (text: string) => {
    if (text === '') return
    const start = context.extract.append(text)
    const label = state.raised && !state.hidden ? raisedLabel(text, to.last) : null
    to.last = (to.last + text).slice(-6)
    if (label !== null) {
      if (to.pieces.length === 0) to.label = label
      else to.references.push(label)
      return
    }
    const piece = { start, end: start + text.length }
    if (state.hidden) to.hidden.push(piece)
    else to.pieces.push(piece)
    to.length += text.length
    if (state.linked) to.linked += text.length
    if (state.strong) to.strong += text.length
  }
  for (const element of elements) {
    switch (element.name) {
      case 'w:r': {
        const properties = child(element, 'w:rPr')
        const strong = isOn(properties, 'w:b') || isOn(properties, 'w:i')
        const hidden = isOn(properties, 'w:vanish')
        const raised = child(properties, 'w:vertAlign')?.attributes['w:val'] === 'superscript'
        readInline(elementsIn(element), to, context, {
          ...state,
          strong: state.strong || strong,
          hidden: state.hidden || hidden,
          raised,
        })
        break
      }
      case 'w:t':
        add(element.children.filter(node => typeof node === 'string').join(''))
        break
      case 'w:tab':
      case 'w:ptab':
        add('\t')
        break
      case 'w:br':
        if (element.attributes['w:type'] === 'page' || element.attributes['w:type'] === 'column')
          to.breaks.push(context.extract.length)
        add('\n')
        break
      case 'w:cr':
        add('\n')
        break
      case 'w:noBreakHyphen':
        add('\u2011')
        break
      case 'w:softHyphen':
        add('\u00ad')
        break
      case 'w:sym':
        add(symbol(element))
        break
      case 'w:lastRenderedPageBreak':
        context.page++
        break
      case 'w:footnoteReference':
      case 'w:endnoteReference': {
        const kind = element.name === 'w:footnoteReference' ? 'footnote' : 'endnote'
        const label = context.noteLabel(kind, element.attributes['w:id'] ?? '')
        if (label !== null) to.references.push(label)
        break
      }
      case 'w:hyperlink':
        readInline(elementsIn(element), to, context, { ...state, linked: true })
        break
      case 'w:del':
        context.changes.deleted++
        break
      case 'w:moveFrom':
        context.changes.moved++
        break
      case 'w:drawing':
      case 'w:pict':
      case 'mc:AlternateContent':
        boxesIn({ name: '', attributes: {}, children: [element] }, to.boxes)
        break
      case 'm:r':
        add(textOfMath(element))
        break
      default:
        if (element.name === 'w:ins') context.changes.inserted++
        if (transparent.has(element.name) || element.name.startsWith('m:'))
          readInline(elementsIn(element), to, context, state)
    }
  }
}
