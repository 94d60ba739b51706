import type { Element } from '../package/xml.js'
import { child, elementsIn, toggle, value } from '../package/xml.js'

/** What a style says, by the name that people see: programs change ids. */
export interface Style {
  name: string
  /** Depth of a heading, 0 for none. */
  heading: number
  list: 'bullet' | 'number' | null
  emphasis: boolean
  strong: boolean
  delete: boolean
  code: boolean
}

/** Character styles that stand for a mark of Markdown, by their names in Word and in LibreOffice. */
const marks: { readonly [name: string]: 'emphasis' | 'strong' | 'delete' | 'code' } = {
  emphasis: 'emphasis',
  strong: 'strong',
  'strong emphasis': 'strong',
  deleted: 'delete',
  'code text': 'code',
  codetext: 'code',
  'source text': 'code',
}

function styleOf(element: Element): Style {
  const name = (value(element, 'w:name') ?? element.attributes['w:styleId'] ?? '').toLowerCase()
  const mark = element.attributes['w:type'] === 'character' ? marks[name] : undefined
  const depth = /^heading ?([1-9])\b/.exec(name)?.[1]
  const list = /^list (bullet|number)/.exec(name)?.[1]
  return {
    name,
    heading: depth === undefined ? 0 : Number(depth),
    list: list === 'bullet' || list === 'number' ? list : null,
    emphasis: mark === 'emphasis',
    strong: mark === 'strong',
    delete: mark === 'delete',
    code: mark === 'code',
  }
}

/** The styles of a document by their ids. */
export function stylesOf(root: Element | null): ReadonlyMap<string, Style> {
  if (root === null) return new Map()
  return new Map(
    elementsIn(root)
      .filter(element => element.name === 'w:style')
      .map(element => [element.attributes['w:styleId'] ?? '', styleOf(element)]),
  )
}

/** Whether a run is set in a face of fixed width without a style, as people mark code by hand. */
const fixed = /courier|mono|consolas|menlo/i

/** How a run is marked: by its style, over it by hand. */
export function marksOf(
  properties: Element | undefined,
  styles: ReadonlyMap<string, Style>,
): { emphasis: boolean; strong: boolean; delete: boolean; code: boolean } {
  const style = styles.get(value(properties, 'w:rStyle') ?? '')
  const face = child(properties, 'w:rFonts')?.attributes['w:ascii'] ?? ''
  return {
    emphasis: toggle(properties, 'w:i') ?? style?.emphasis ?? false,
    strong: toggle(properties, 'w:b') ?? style?.strong ?? false,
    delete: toggle(properties, 'w:strike') ?? style?.delete ?? false,
    code: style?.code ?? fixed.test(face),
  }
}
