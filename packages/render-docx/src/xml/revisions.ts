import type { Redline } from '@briefbook/ast'
import type { XmlComponent } from 'docx'
import { type Attributes, element } from './element.js'
import { said, says } from './said.js'

/** What of a book with a redline is new, or is there no more. */
export type Revision = 'inserted' | 'deleted'

/** Word takes no more characters of a name. */
const longestAuthor = 255

/** The tracked changes of one document (ISO/IEC 29500-1, 17.13.5), numbered in the order in which they are drawn. */
export class Revisions {
  #count = 0

  constructor(private readonly redline: Redline | undefined) {}

  /** Whose they are, as the document says it. */
  get author(): string | undefined {
    return this.redline?.author.slice(0, longestAuthor)
  }

  /** The next change. */
  #attributes(): Attributes {
    this.#count++
    return {
      'w:id': this.#count,
      'w:author': this.author ?? '',
      'w:date': `${this.redline?.date ?? '1970-01-01'}T00:00:00Z`,
    }
  }

  /** A run as a tracked change; as it is where it is none. */
  run(revision: Revision | null, run: XmlComponent): XmlComponent {
    if (revision === null) return run
    const change = element(revision === 'inserted' ? 'w:ins' : 'w:del', this.#attributes(), [run])
    return says(change, revision === 'inserted' ? said([run]) : '')
  }

  /** What the mark at the end of a paragraph is to carry. */
  mark(revision: Revision): { insertion?: MarkAttributes; deletion?: MarkAttributes } {
    const attributes = this.#attributes()
    const change = {
      id: Number(attributes['w:id']),
      author: String(attributes['w:author']),
      date: String(attributes['w:date']),
    }
    return revision === 'inserted' ? { insertion: change } : { deletion: change }
  }
}

interface MarkAttributes {
  id: number
  author: string
  date: string
}
