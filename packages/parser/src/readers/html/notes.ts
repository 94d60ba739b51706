import {
  attribute,
  type Element,
  elementsOf,
  isElement,
  isText,
  labelsOf,
  type ParentNode,
  type TextNode,
  textContent,
} from './dom.js'

const label = /^[[(]?\s*(\d{1,3}|[a-z]|[ivx]{2,5}|[*†‡§¶]{1,3})\s*[\])]?$/i
const backLink = /^(?:[\s[\]()↑↩↵⤴^.:←]|\ufe0e|\d{1,3}|[*†‡§¶]|[a-z](?![a-z])|back|jump up|return)*$/iu
const noteName = /(?:^|[^a-z])(?:fn|ftn|note|footnote|endnote|cite|citation|ref|reference|sdfootnote|sdendnote|_?edn)/i
/** More text than this is no note but a part of the page that a counter or a list of contents leads to. */
const longestNote = 3000

/** The notes of a page: which texts are marks of them, and which elements hold them. */
export interface PageNotes {
  /** Text nodes that are marks; those in the text with the label of their note, those in front of a note with null. */
  marks: Map<TextNode, string | null>
  /** The elements that marks lead to, with the label of the note. */
  targets: Map<Element, string>
}

function* textNodes(element: Element): Generator<TextNode> {
  for (const child of element.childNodes) if (isText(child)) yield child
  for (const below of elementsOf(element)) for (const child of below.childNodes) if (isText(child)) yield child
}

const parentOf = (element: Element): Element | null => {
  const { parentNode } = element
  return parentNode && isElement(parentNode) ? parentNode : null
}

/** The superscript that an element makes up, or the element itself: brackets around a mark belong to it. */
function wholeMark(element: Element): Element {
  const parent = parentOf(element)
  const alone = parent && label.test(textContent(parent).trim())
  return alone && /^(?:sup|span|a|b|strong)$/.test(parent.tagName) ? wholeMark(parent) : element
}

/** Whether what stands before a superscript makes it an exponent: a number or a unit. */
function followsNumber(sup: Element): boolean {
  const siblings = sup.parentNode?.childNodes ?? []
  const before = siblings[siblings.indexOf(sup) - 1]
  const text = before && isText(before) ? before.value : before && isElement(before) ? textContent(before) : ''
  return text === '' || /(?:\d|(?:^|[\s(/])(?:k?m|cm|mm|s)|\s)$/.test(text)
}

/**
 * Finds the notes of a page: links from a number in the text to a place below it, the links back, and superscript
 * numbers behind a word without a link.
 */
export function findNotes(root: ParentNode): PageNotes {
  const marks: PageNotes['marks'] = new Map()
  const targets: PageNotes['targets'] = new Map()
  const elements = elementsOf(root)
  const order = new Map(elements.map((element, i) => [element, i]))
  const byId = new Map<string, Element>()
  for (const element of elements) {
    const id = attribute(element, 'id') ?? (element.tagName === 'a' ? attribute(element, 'name') : null)
    if (id !== null && !byId.has(id)) byId.set(id, element)
  }
  const mark = (element: Element, value: string | null) => {
    for (const node of textNodes(element)) if (node.value.trim() !== '' && !marks.has(node)) marks.set(node, value)
  }
  const links = elements.flatMap(element => {
    const href = element.tagName === 'a' ? attribute(element, 'href') : null
    const hash = href?.includes('#') ? href.slice(href.indexOf('#') + 1) : ''
    const target = hash === '' ? undefined : (byId.get(hash) ?? byId.get(safeDecode(hash)))
    return target ? [{ element, target }] : []
  })
  for (const { element, target } of links) {
    const found = label.exec(textContent(element).trim())?.[1]
    if (!found || (order.get(target) as number) <= (order.get(element) as number)) continue
    const whole = wholeMark(element)
    const names = [
      labelsOf(element),
      attribute(element, 'href'),
      attribute(element, 'rel'),
      attribute(element, 'role'),
      labelsOf(target),
    ]
    if (whole.tagName !== 'sup' && !isInSuperscript(whole) && !names.some(name => name !== null && noteName.test(name)))
      continue
    if (textContent(target).length > longestNote) continue
    // The element that is led to may be an empty anchor in front of the note.
    const holder =
      textContent(target).trim() === '' || label.test(textContent(target).trim())
        ? (parentOf(target) ?? target)
        : target
    mark(whole, found)
    if (!targets.has(holder)) targets.set(holder, found)
  }
  for (const element of elements) {
    const isLink = element.tagName === 'a' && (attribute(element, 'href') ?? '').includes('#')
    if (isLink && backLink.test(textContent(element)) && isInNote(element, targets)) mark(wholeMark(element), null)
  }
  for (const element of elements) {
    if (element.tagName !== 'sup') continue
    const found = label.exec(textContent(element).trim())?.[1]
    const marked = [...textNodes(element)].some(node => marks.has(node))
    if (found && !marked && !/^[a-z]/i.test(found) && !followsNumber(element)) mark(element, found)
  }
  return { marks, targets }
}

const isInSuperscript = (element: Element) => parentOf(element)?.tagName === 'sup'

function isInNote(element: Element, notes: ReadonlyMap<Element, string>): boolean {
  for (let at: Element | null = element; at; at = parentOf(at)) if (notes.has(at)) return true
  return false
}

function safeDecode(hash: string): string {
  try {
    return decodeURIComponent(hash)
  } catch {
    return hash
  }
}
