import { plainWords } from '@briefbook/ast'
import type { Element } from '../package/xml.js'
import { child, elementsIn, value } from '../package/xml.js'
import type { EditedParagraph, Item, TablePlace } from './document.js'
import type { Style } from './styles.js'

/** A paragraph while it is read. One whose end was deleted goes on in the next element. */
export class Paragraph {
  readonly items: Item[] = []
  readonly authors = new Set<string>()
  original = ''
  control: string | null = null
  #style: Style | undefined
  readonly #covered = new Map<string, number>()
  readonly #present = new Set<string>()

  constructor(private readonly cell: TablePlace | null) {}

  /** Takes the look of an element: of several that were joined, that of the last, as Word does. */
  take(element: Element, styles: ReadonlyMap<string, Style>, control: string | null): void {
    this.#style = styles.get(value(child(element, 'w:pPr'), 'w:pStyle') ?? '') ?? this.#style
    this.control ??= control
  }

  add(item: Item, covering: Iterable<string>): void {
    this.items.push(item)
    for (const id of covering) this.#covered.set(id, (this.#covered.get(id) ?? 0) + 1)
  }

  /** A bookmark begins, goes on or ends here. */
  see(id: string): void {
    this.#present.add(id)
  }

  finish(): EditedParagraph {
    const ids = [...this.#covered].sort(([, a], [, b]) => b - a).map(([id]) => id)
    return {
      items: this.items,
      words: plainWords(this.items.map(item => item.text).join('')),
      original: plainWords(this.original),
      ids,
      emptied: [...this.#present].filter(id => !this.#covered.has(id)),
      control: this.control,
      heading: this.#style?.heading ?? 0,
      list: this.#style?.list ?? null,
      cell: this.cell,
      authors: [...this.authors],
    }
  }
}

/** Whether the end of a paragraph was deleted or moved away, so that it goes on in the next. */
export function isJoined(element: Element): boolean {
  const mark = child(child(element, 'w:pPr'), 'w:rPr')
  return elementsIn(mark ?? { name: '', attributes: {}, children: [] }).some(
    ({ name }) => name === 'w:del' || name === 'w:moveFrom',
  )
}
