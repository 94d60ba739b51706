import type { ReadContext } from './context.js'
import { addText, type Gathered, type RunState } from './gather.js'
import { readRunProperties } from './run-properties.js'
import { signOf } from './survey.js'
import { symbolOf, textInSymbols } from './symbols.js'
import { child, elementsIn, isOn, textOf, value, type XmlElement } from './xml.js'

/** Elements whose children are read as if they stood in its place. */
const transparent: ReadonlySet<string> = new Set(
  'w:ins w:moveTo w:smartTag w:customXml w:sdtContent w:fldSimple w:dir w:bdo w:ruby w:rubyBase m:oMathPara m:oMath w:subDoc'.split(
    ' ',
  ),
)

const holdsText: ReadonlySet<string> = new Set('w:t w:sym m:t w:txbxContent'.split(' '))

const hasText = (element: XmlElement): boolean =>
  elementsIn(element).some(inner => holdsText.has(inner.name) || hasText(inner))

/** All variants of an alternative show the same: the first that has text is read. */
export const variantOf = (element: XmlElement): XmlElement[] => {
  const variant = elementsIn(element).find(hasText)
  return variant ? elementsIn(variant) : []
}

/** The paragraphs and tables of the text boxes in a drawing, wherever it keeps them. */
function boxesIn(elements: readonly XmlElement[], out: XmlElement[][]): void {
  for (const inner of elements) {
    if (inner.name === 'w:txbxContent') out.push(elementsIn(inner))
    else boxesIn(inner.name === 'mc:AlternateContent' ? variantOf(inner) : elementsIn(inner), out)
  }
}

const textOfMath = (element: XmlElement): string =>
  elementsIn(element)
    .map(inner => (inner.name === 'm:t' ? textOf(inner) : textOfMath(inner)))
    .join('')

/** What a run shows, with what its style and it itself say of its looks. */
function readRun(element: XmlElement, to: Gathered, context: ReadContext, state: RunState): void {
  const properties = child(element, 'w:rPr')
  const style = value(properties, 'w:rStyle')
  const own = properties ? readRunProperties(properties) : null
  const run = own || style ? { ...state.run, ...(style ? context.styles.run(style) : {}), ...own } : state.run
  const inner = elementsIn(element)
  const custom = inner.findIndex(
    ({ name, attributes }) =>
      /^w:(?:foot|end)noteReference$/.test(name) && attributes['w:customMarkFollows'] !== undefined,
  )
  readInline(custom < 0 ? inner : inner.slice(0, custom + 1), to, context, { ...state, run })
  // The sign that an author gave a note is its label.
  if (custom >= 0) for (const sign of inner.slice(custom + 1)) context.extract.append(signOf(sign))
}

function readControl(element: XmlElement, to: Gathered, context: ReadContext, state: RunState): void {
  const placeholder = isOn(child(element, 'w:sdtPr'), 'w:showingPlcHdr')
  const content = child(element, 'w:sdtContent') ?? element
  readInline(elementsIn(content), to, context, placeholder ? { ...state, aside: 'placeholder' } : state)
}

/** Reads what stands in a line into a paragraph. */
export function readInline(elements: readonly XmlElement[], to: Gathered, context: ReadContext, state: RunState): void {
  const add = (text: string) => addText(text, to, context, state)
  for (const element of elements) {
    switch (element.name) {
      case 'w:r':
        readRun(element, to, context, state)
        break
      case 'w:t':
        add(state.run.symbols ? textInSymbols(textOf(element), state.run.symbols) : textOf(element))
        break
      case 'w:tab':
      case 'w:ptab':
        add('\t')
        break
      case 'w:br':
        if (/^(?:page|column)$/.test(element.attributes['w:type'] ?? '')) to.breaks.push(context.extract.length)
        if (element.attributes['w:type'] === 'page') context.pages.set()
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
        add(symbolOf(element))
        break
      case 'w:fldChar':
        context.fields.mark(element)
        break
      case 'w:instrText':
        context.fields.code(element)
        break
      case 'w:lastRenderedPageBreak':
        context.pages.rendered()
        break
      case 'w:footnoteReference':
      case 'w:endnoteReference': {
        const kind = element.name === 'w:footnoteReference' ? 'footnote' : 'endnote'
        const note = context.notes.find(kind, element.attributes['w:id'] ?? '')
        if (note) to.references.push(note.label)
        break
      }
      case 'w:hyperlink':
        readInline(elementsIn(element), to, context, { ...state, linked: true })
        break
      case 'w:del':
        context.changes.add('deletion', element)
        break
      case 'w:moveFrom':
        context.changes.add('move', element)
        break
      case 'w:ins':
        context.changes.add('insertion', element)
        readInline(elementsIn(element), to, context, { ...state, changed: true })
        break
      case 'w:moveTo':
        readInline(elementsIn(element), to, context, { ...state, changed: true })
        break
      case 'w:sdt':
        readControl(element, to, context, state)
        break
      case 'mc:AlternateContent':
        readInline(variantOf(element), to, context, state)
        break
      case 'w:drawing':
      case 'w:pict':
      case 'w:object':
        boxesIn(elementsIn(element), to.boxes)
        break
      case 'w:p':
      case 'w:tbl':
        to.boxes.push([element])
        break
      case 'm:r':
        add(textOfMath(element))
        break
      default:
        if (transparent.has(element.name) || element.name.startsWith('m:'))
          readInline(elementsIn(element), to, context, state)
    }
  }
}
