import { type RunProperties, readRunProperties } from './run-properties.js'
import { child, childrenOf, elementsIn, isOn, value, type XmlElement } from './xml.js'

/** What a paragraph style makes of the paragraphs that have it. */
type StyleKind = 'title' | 'subtitle' | 'quotation' | 'caption' | 'contents' | null

export interface ParagraphStyle {
  id: string | undefined
  kind: StyleKind
  /** 1 to 9 where the style is a heading or has an outline level. */
  heading: number | null
  /** The list that it belongs to; the level where the style says one. */
  list: { id: string; level: number | null; style: string } | null
  /** Whether both margins are drawn in. */
  indented: boolean
  centred: boolean
  /** Whether they run from right to left. */
  bidi: boolean
  run: RunProperties
}

/** The styles of a file, each with what it inherits. */
export interface Styles {
  paragraph(id: string | undefined): ParagraphStyle
  run(id: string): RunProperties
  /** Whether a table style sets the first row apart. */
  setsFirstRow(id: string): boolean
}

/**
 * Word keeps the English names of its own styles in every language; other programs, and files whose styles are lost,
 * have them as they are shown. The ids of Word's styles leave out what is not ASCII.
 */
const headingName =
  /^(?:heading|überschrift|berschrift|titre|título|ttulo|titolo|kop|rubrik|overskrift|otsikko|nagłówek|nagwek|nadpis|naslov|titlu|cím|başlık|balk|заголовок|标题|標題|見出し|제목|επικεφαλίδα|العنوان|عنوان|כותרת) ?([1-9])$/

const kinds: readonly (readonly [name: RegExp, kind: StyleKind])[] = [
  [/^(?:title|titel|titre|título|titolo)$/, 'title'],
  [/^(?:subtitle|untertitel|sous-titre|subtítulo|sottotitolo)$/, 'subtitle'],
  [/^(?:toc \d|toc heading|contents \d|contents heading|table of (?:figures|authorities)|index \d)/, 'contents'],
  [/^(?:quote|quotations?|intense ?quote|block ?text|block ?quot\w*|zitat|citation|citazione|cita)\b/, 'quotation'],
  [/^caption$/, 'caption'],
]

/** Twips from which on a margin counts as drawn in: a quarter of an inch. */
const leastIndent = 360

/** Whether a paragraph's or style's properties draw in both margins; null where they do not say. */
export function drawsIn(properties: XmlElement | undefined): boolean | null {
  const indent = child(properties, 'w:ind')?.attributes
  if (!indent) return null
  const [left, right] = [indent['w:left'] ?? indent['w:start'], indent['w:right'] ?? indent['w:end']]
  if (left === undefined && right === undefined) return null
  return Number(left ?? 0) >= leastIndent && Number(right ?? 0) >= leastIndent
}

/** Whether properties centre a paragraph or set it to the right; null where they do not say. */
export function centres(properties: XmlElement | undefined): boolean | null {
  const how = value(properties, 'w:jc')
  return how === undefined ? null : /^(?:center|right|end)$/.test(how)
}

/** A heading's level out of an outline level, which counts from 0; 9 is body text. */
export const headingOf = (outline: string): number | null => {
  const level = Number(outline)
  return level >= 0 && level < 9 ? level + 1 : null
}

const noStyle: ParagraphStyle = {
  id: undefined,
  kind: null,
  heading: null,
  list: null,
  indented: false,
  centred: false,
  bidi: false,
  run: {},
}

function inherit(element: XmlElement, from: ParagraphStyle): ParagraphStyle {
  const id = element.attributes['w:styleId'] as string
  const name = (value(element, 'w:name') ?? id).toLowerCase()
  const properties = child(element, 'w:pPr')
  const outline = value(properties, 'w:outlineLvl')
  const named = headingName.exec(name)?.[1]
  const numbered = child(properties, 'w:numPr')
  const list = value(numbered, 'w:numId')
  const level = value(numbered, 'w:ilvl')
  const kind = kinds.find(([pattern]) => pattern.test(name))?.[1]
  return {
    id,
    // Styles of other texts on a title page are often based on that of the title.
    kind: kind ?? (from.kind === 'quotation' || from.kind === 'caption' ? from.kind : null),
    heading: named ? Number(named) : outline === undefined ? from.heading : headingOf(outline),
    list:
      list === undefined
        ? from.list
        : list === '0'
          ? null
          : { id: list, level: level === undefined ? null : Number(level), style: id },
    indented: drawsIn(properties) ?? from.indented,
    centred: centres(properties) ?? from.centred,
    bidi: child(properties, 'w:bidi') ? isOn(properties, 'w:bidi') : from.bidi,
    run: { ...from.run, ...readRunProperties(child(element, 'w:rPr')) },
  }
}

/** A style by the chain of those that it is based on: one that bites its own tail, or is longer than any, ends. */
function chain<T>(elements: ReadonlyMap<string, XmlElement>, base: T, step: (element: XmlElement, from: T) => T) {
  const settled = new Map<string, T>()
  const settle = (id: string, depth: number): T => {
    const known = settled.get(id)
    const element = elements.get(id)
    if (known !== undefined || !element) return known ?? base
    settled.set(id, base)
    const parent = value(element, 'w:basedOn')
    const style = step(element, parent === undefined || depth > 20 ? base : settle(parent, depth + 1))
    settled.set(id, style)
    return style
  }
  return (id: string): T => settle(id, 0)
}

export function readStyles(root: XmlElement | null): Styles {
  const byType = new Map<string, Map<string, XmlElement>>()
  let defaultId: string | undefined
  for (const element of childrenOf(root, 'w:style')) {
    const id = element.attributes['w:styleId']
    const type = element.attributes['w:type'] ?? 'paragraph'
    if (id === undefined) continue
    const known = byType.get(type) ?? new Map<string, XmlElement>()
    byType.set(type, known)
    if (!known.has(id)) known.set(id, element)
    if (type === 'paragraph' && /^(?:1|true|on)$/.test(element.attributes['w:default'] ?? '')) defaultId ??= id
  }
  const of = (type: string) => byType.get(type) ?? new Map<string, XmlElement>()
  const defaults = child(child(root ?? undefined, 'w:docDefaults'), 'w:rPrDefault')
  const base: ParagraphStyle = { ...noStyle, run: readRunProperties(child(defaults, 'w:rPr')) }
  const paragraphs = of('paragraph')
  const paragraph = chain(paragraphs, base, inherit)
  const run = chain<RunProperties>(of('character'), {}, (element, from) => ({
    ...from,
    ...readRunProperties(child(element, 'w:rPr')),
  }))
  const setsFirstRow = chain(
    of('table'),
    false,
    (element, from) =>
      from ||
      childrenOf(element, 'w:tblStylePr').some(
        part => part.attributes['w:type'] === 'firstRow' && elementsIn(part).some(inner => inner.children.length > 0),
      ),
  )
  /** A style that the file does not have is known by its id alone. */
  const unknown = (id: string): ParagraphStyle =>
    inherit({ name: '', attributes: { 'w:styleId': id }, children: [] }, base)
  return {
    paragraph: id => {
      const wanted = id ?? defaultId
      if (wanted === undefined) return base
      return paragraphs.has(wanted) ? paragraph(wanted) : unknown(wanted)
    },
    run,
    setsFirstRow,
  }
}
