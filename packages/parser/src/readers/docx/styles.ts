import { child, elementsIn, isOn, value, type XmlElement } from './xml.js'

/** What a paragraph style says of the paragraphs that have it. */
export interface ParagraphStyle {
  /** In lower case, as Word calls it in every language: `heading 1`, `title`. */
  name: string
  /** 1 to 9 where the style is a heading or has an outline level. */
  heading: number | null
  /** The list that it belongs to. */
  list: { id: string; level: number } | null
  bold: boolean
  /** Whether they run from right to left. */
  bidi: boolean
}

const plainStyle: ParagraphStyle = { name: 'normal', heading: null, list: null, bold: false, bidi: false }

function ownOf(element: XmlElement): { [K in keyof ParagraphStyle]?: ParagraphStyle[K] } {
  const name = (value(element, 'w:name') ?? '').toLowerCase()
  const properties = child(element, 'w:pPr')
  const outline = value(properties, 'w:outlineLvl')
  const named = /^heading ([1-9])$/.exec(name)?.[1]
  const list = child(properties, 'w:numPr')
  const id = value(list, 'w:numId')
  const run = child(element, 'w:rPr')
  return {
    name,
    ...(named
      ? { heading: Number(named) }
      : outline !== undefined
        ? { heading: outline === '9' ? null : Number(outline) + 1 }
        : {}),
    ...(id !== undefined ? { list: id === '0' ? null : { id, level: Number(value(list, 'w:ilvl') ?? '0') } } : {}),
    ...(child(properties, 'w:bidi') ? { bidi: isOn(properties, 'w:bidi') } : {}),
    ...(run && child(run, 'w:b') ? { bold: isOn(run, 'w:b') } : {}),
  }
}

/** The paragraph styles of a file by id, each with what it inherits. */
export function readStyles(root: XmlElement | null): (id: string | undefined) => ParagraphStyle {
  const elements = new Map<string, XmlElement>()
  let defaultId: string | undefined
  for (const element of root ? elementsIn(root) : []) {
    const id = element.attributes['w:styleId']
    if (element.name !== 'w:style' || element.attributes['w:type'] !== 'paragraph' || id === undefined) continue
    if (!elements.has(id)) elements.set(id, element)
    if (/^(?:1|true|on)$/.test(element.attributes['w:default'] ?? '')) defaultId ??= id
  }
  const settled = new Map<string, ParagraphStyle>()
  const settle = (id: string, seen: readonly string[]): ParagraphStyle => {
    const known = settled.get(id)
    const element = elements.get(id)
    if (known || !element) return known ?? plainStyle
    const base = value(element, 'w:basedOn')
    // A chain that bites its own tail, or one longer than any file has, ends here.
    const inherited =
      base === undefined || seen.includes(base) || seen.length > 20 ? plainStyle : settle(base, [...seen, id])
    const own = ownOf(element)
    // A style that is based on a heading and says nothing else is a heading too; a body style that resets it is not.
    const style: ParagraphStyle = { ...inherited, ...own, name: own.name || inherited.name }
    settled.set(id, style)
    return style
  }
  return id => {
    const wanted = id ?? defaultId
    return wanted === undefined ? plainStyle : settle(wanted, [])
  }
}
