import type { BookComment } from '@briefbook/ast'
import type { XmlComponent } from 'docx'
import {
  CommentRangeEnd,
  CommentRangeStart,
  CommentReference,
  type FileChild,
  type ICommentOptions,
  TextRun,
} from 'docx'
import { paragraph } from './paragraph.js'
import type { State } from './state.js'
import { words } from './words.js'
import { element } from './xml/element.js'

const style = 'CommentReference'

/** Word takes no more characters of a name, and of initials. */
const longest = { author: 255, initials: 9 }

/** The beginning of a text, in so many UTF-16 code units at most; no character is cut in two. */
function beginning(text: string, units: number): string {
  return text.slice(0, units).replace(/[\uD800-\uDBFF]$/, '')
}

/** `Briefbook` → `B`, `Ada Quill` → `AQ`. */
function initials(author: string): string {
  const first = Array.from(author.matchAll(/(?<!\p{L})\p{L}/gu), match => match[0].toUpperCase())
  return beginning(first.join(''), longest.initials)
}

/** What stands in the margin of one document. */
export class Comments {
  private readonly drawn = new Map<BookComment, ICommentOptions>()

  /**
   * Runs with the comments of their place around them. A comment is on the first paragraph of its block: where it was
   * drawn before, it is not drawn again. Word knows none in a note.
   */
  around(state: State, children: readonly XmlComponent[]): readonly XmlComponent[] {
    const { comments, inNote } = state.place
    return inNote ? children : comments.reduce((inner, comment) => this.on(comment, state, inner), children)
  }

  private on(comment: BookComment, state: State, children: readonly XmlComponent[]): readonly XmlComponent[] {
    if (this.drawn.has(comment)) return children
    const id = this.drawn.size
    const { author, date, text } = comment
    // Reserved before it is drawn: its own paragraphs have this place.
    this.drawn.set(comment, { id, children: [] })
    this.drawn.set(comment, {
      id,
      author: beginning(author, longest.author),
      initials: initials(author),
      ...(date === null ? {} : { date: new Date(`${date}T00:00:00Z`) }),
      children: this.lines(text, state),
    })
    return [
      new CommentRangeStart(id),
      ...children,
      new CommentRangeEnd(id),
      new TextRun({ style, children: [new CommentReference(id)] }),
    ]
  }

  private lines(text: string, state: State): FileChild[] {
    const inside = state.at({ comments: [], chapter: null, style: 'CommentText', revision: null }).unmarked()
    return text.split(/\n+/).map((line, i) => {
      const reference = new TextRun({ style, children: [element('w:annotationRef')] })
      return paragraph(inside, 'CommentText', [...(i === 0 ? [reference] : []), words(inside, line)])
    })
  }

  /** What is remarked, in order. */
  all(): BookComment[] {
    return [...this.drawn.keys()]
  }

  /** What the document takes as its comments; undefined for none. */
  definitions(): { children: ICommentOptions[] } | undefined {
    return this.drawn.size > 0 ? { children: [...this.drawn.values()] } : undefined
  }
}
