import {
  attribute,
  type ChildNode,
  type Element,
  isElement,
  isText,
  labelsOf,
  type ParentNode,
  type TextNode,
} from './dom.js'

/** A stretch of the extracted text that one text node gave. */
interface Segment {
  node: TextNode
  start: number
  end: number
}

/** The words between two block boundaries of a page: what a reader sees as one passage. */
export interface Leaf {
  segments: Segment[]
  /** The elements around it, the nearest block last. */
  path: readonly Element[]
}

export interface Page {
  /** All visible text of the page, in order; a line a passage, a tab between the cells of a table. */
  text: string
  leaves: Leaf[]
}

const invisible: ReadonlySet<string> = new Set(
  'head script style template noscript svg math canvas iframe object embed audio video select datalist textarea title'.split(
    ' ',
  ),
)

const inline: ReadonlySet<string> = new Set(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i img input ins kbd label mark nobr output picture q rp rt ruby s samp small source span strike strong sub sup time tt u var wbr'.split(
    ' ',
  ),
)

function isHidden(element: Element): boolean {
  if (invisible.has(element.tagName)) return true
  if (attribute(element, 'hidden') !== null && attribute(element, 'hidden') !== 'until-found') return true
  return /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(attribute(element, 'style') ?? '')
}

/** Whether an element stands in a line of text. A link around blocks is a block. */
function isInline(element: Element): boolean {
  if (!inline.has(element.tagName)) return false
  return !element.childNodes.some(child => isElement(child) && !isInline(child) && child.tagName !== 'br')
}

/** Some pages hide what only screen readers should read; there it is no part of the line it stands in. */
const forScreenReaders =
  /(?:^|[\s_-])(?:sr-only|visually-?hidden|screen-reader(?:-text)?|assistive-text|offscreen|a11y-hidden)(?:$|[\s_-])/i

/** Gathers the text of a page, passage by passage. */
class Collector {
  private readonly parts: string[] = []
  private length = 0
  private line = ''
  private leaf: Leaf | null = null
  private breaks = 0
  /** What parts the last passage from the next. */
  private separator = '\n'
  /** Whether the line ends in white space, or is empty. To ask the line itself would copy it each time. */
  private spaced = true
  readonly leaves: Leaf[] = []

  private push(part: string): void {
    this.parts.push(part)
    this.length += part.length
  }

  private write(text: string): void {
    this.line += text
    this.spaced = /\s$/.test(text)
  }

  /** Ends the passage. A line end outdoes a tab: behind the last cell of a row comes the next row. */
  close(separator: string): void {
    if (this.leaf) {
      this.leaves.push(this.leaf)
      this.push(this.line.trimEnd())
      this.separator = separator
    } else if (separator === '\n') this.separator = separator
    this.line = ''
    this.spaced = true
    this.leaf = null
    this.breaks = 0
  }

  /** A line break; two in a row end the passage. */
  break(): void {
    this.breaks++
  }

  add(node: TextNode, path: readonly Element[]): void {
    const value = /[\t\n\r\f]| {2}/.test(node.value) ? node.value.replace(/[ \t\n\r\f]+/g, ' ') : node.value
    if (value === ' ' || value === '') {
      if (value === ' ' && this.leaf && !this.spaced) this.write(' ')
      return
    }
    if (this.breaks > 1) this.close('\n')
    if (this.leaf && this.breaks === 1) this.write('\n')
    this.breaks = 0
    if (!this.leaf && this.length > 0) this.push(this.separator)
    this.leaf ??= { segments: [], path }
    const start = this.length + this.line.length
    this.write(this.spaced ? value.replace(/^ /, '') : value)
    this.leaf.segments.push({ node, start, end: this.length + this.line.length })
  }

  text(): string {
    return this.parts.join('')
  }
}

/** Extracts the visible text of a page and the passages it falls into. */
export function readVisible(root: ParentNode): Page {
  const collector = new Collector()
  const walk = (nodes: readonly ChildNode[], path: readonly Element[]) => {
    for (const node of nodes) {
      if (isText(node)) collector.add(node, path)
      if (!isElement(node) || isHidden(node)) continue
      if (node.tagName === 'br') collector.break()
      else if (isInline(node) && !forScreenReaders.test(labelsOf(node))) walk(node.childNodes, path)
      else {
        collector.close('\n')
        walk(node.childNodes, [...path, node])
        collector.close(node.tagName === 'td' || node.tagName === 'th' ? '\t' : '\n')
      }
    }
  }
  walk(root.childNodes, [])
  collector.close('\n')
  return { text: collector.text(), leaves: collector.leaves }
}
