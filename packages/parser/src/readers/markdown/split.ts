import { htmlBlockNames } from 'micromark-util-html-tag-name'

/**
 * Parsers of Markdown take far more than twice the time for twice the text: a thousand block quotations or underlined
 * headings in one piece cost seconds. Pieces of this size cost no more than the whole of an ordinary text.
 */
const leastPiece = 1_500

const fence = /^ {0,3}(`{3,}|~{3,})/
/** HTML that empty lines do not end (CommonMark 4.6, kinds 1 to 5), and what ends it. */
const longHtml: readonly (readonly [start: RegExp, end: RegExp])[] = [
  [/^ {0,3}<(?:script|pre|style|textarea)(?:\s|>|$)/i, /<\/(?:script|pre|style|textarea)>/i],
  [/^ {0,3}<!--/, /-->/],
  [/^ {0,3}<\?/, /\?>/],
  [/^ {0,3}<![A-Z]/i, />/],
  [/^ {0,3}<!\[CDATA\[/, /\]\]>/],
]
/** HTML that an empty line ends, by its name (kind 6) or because the tag is all of the line (kind 7). */
const blockTag = new RegExp(`^ {0,3}</?(?:${htmlBlockNames.join('|')})(?:\\s|/?>|$)`, 'i')
const tagLine =
  /^ {0,3}<(?:\/[a-z][a-z0-9-]*\s*|[a-z][a-z0-9-]*(?:\s+[a-z_:][\w.:-]*(?:\s*=\s*(?:[^\s"'=<>`]+|'[^']*'|"[^"]*"))?)*\s*\/?)>[ \t]*$/i
/** A heading with hashes, or a rule. What stands below it is a new block, unless HTML is open. */
const rule = /^(?:(?:-{3,}|\*{3,}|_{3,})[ \t]*$|#{1,6}[ \t])/
/** What makes a heading of the paragraph above it. Below anything else it is one more line of text. */
const underline = /^(?:=+|-+)[ \t]*$/
const item = /^([ \t]*(?:[-+*]|\d{1,9}[.)]))([ \t]+(?=\S)|[ \t]*$)/
/** A line that may go on with a list or a note above it. */
const continuation = /^(?:[ \t]|[-+*][ \t]|\d{1,9}[.)][ \t])/
/** A line that is no plain line of a paragraph: of a quotation, a table, HTML, a definition. */
const special = /^[ \t]*[>[<]|\||^[ \t]*:?-+:?[ \t]*$/
const noteDefinition = /^ {0,3}\[\^[^\][\s]{1,500}\]:/
/** The definition of a link with all that it can have in its line, so that no further line belongs to it. */
const linkDefinition =
  /^ {0,3}\[[^\][\\]{1,500}\]:[ \t]*(?:<[^<>\\]*>|[^\s<>()\\]+)(?:[ \t]+(?:"[^"\\]*"|'[^'\\]*'|\([^()\\]*\)))?[ \t]*$/

const widthOf = (white: string) => [...white].reduce((at, char) => (char === '\t' ? at + 4 - (at % 4) : at + 1), 0)

/** Follows a text line by line, and tells in front of which lines it can be cut. */
class Scanner {
  /** What ends the code or the HTML that is open, whatever its lines look like: a fence, a pattern. */
  #open: string | RegExp | null = null
  /**
   * What the line above leaves open: nothing, so that a block can begin; a definition, so that the next one can; a
   * paragraph; HTML that an empty line ends; or something else with text in it, which a further line may be part of.
   */
  #above: 'nothing' | 'definition' | 'paragraph' | 'html' | 'text' = 'nothing'
  /** How far lines are indented that belong to the list item or the note that is open; 0 where none is. */
  #indent = 0

  /** Takes the next line, and tells whether a block begins with it whatever stands above it. */
  take(line: string): boolean {
    if (typeof this.#open === 'string') {
      if (fence.exec(line)?.[1]?.startsWith(this.#open) && /^ {0,3}([`~])\1*\s*$/.test(line)) this.#close()
      return false
    }
    if (this.#open !== null) {
      if (this.#open.test(line)) this.#close()
      return false
    }
    if (line.trim() === '') {
      this.#above = 'nothing'
      return false
    }
    const defines = noteDefinition.test(line) || linkDefinition.test(line)
    const begins = (this.#above === 'nothing' || (this.#above === 'definition' && defines)) && !continuation.test(line)
    this.#follow(line)
    return begins
  }

  #close(): void {
    this.#open = null
    this.#above = 'nothing'
  }

  #follow(line: string): void {
    const indented = widthOf(/^[ \t]*/.exec(line)?.[0] ?? '')
    if (this.#indent > 0 && indented >= this.#indent) {
      this.#above = 'text'
      return
    }
    const marker = rule.test(line) ? null : item.exec(line)
    if (marker && this.#above !== 'html' && (indented < 4 || this.#indent > 0)) {
      const [, upTo = '', space = ''] = marker
      const offset = widthOf(upTo + space)
      this.#indent = space === '' || offset - widthOf(upTo) > 4 ? widthOf(upTo) + 1 : offset
      this.#above = 'text'
      return
    }
    this.#above = this.#next(line)
    // A line of text may still be the item's, however little it is indented.
    if (this.#above !== 'text') this.#indent = noteDefinition.test(line) ? 4 : 0
  }

  #next(line: string): 'nothing' | 'definition' | 'paragraph' | 'html' | 'text' {
    const above = this.#above
    if (above === 'html') return 'html'
    const mark = fence.exec(line)?.[1]
    // A fence of backticks has none behind it: that would be code in a line.
    if (mark && !(mark[0] === '`' && line.slice(line.indexOf(mark) + mark.length).includes('`'))) {
      this.#open = mark
      return 'nothing'
    }
    const html = longHtml.find(([start]) => start.test(line))
    if (html) {
      if (!html[1].test(line)) this.#open = html[1]
      return 'nothing'
    }
    const fresh = above === 'nothing' || above === 'definition'
    if (blockTag.test(line) || (fresh && tagLine.test(line))) return 'html'
    if (rule.test(line) || (above === 'paragraph' && underline.test(line))) return 'nothing'
    if (noteDefinition.test(line)) return 'definition'
    if (fresh && linkDefinition.test(line)) return 'definition'
    if (above === 'nothing' && !special.test(line)) return 'paragraph'
    return above === 'paragraph' && !special.test(line) ? 'paragraph' : 'text'
  }
}

/**
 * Where a Markdown text can be cut without changing what it means, but for references to what another piece defines.
 *
 * @returns The pieces, which make up the whole text.
 */
export function splitMarkdown(text: string, least = leastPiece): { start: number; end: number }[] {
  const points = [0]
  const scanner = new Scanner()
  let at = 0
  for (const line of text.split('\n')) {
    if (scanner.take(line.endsWith('\r') ? line.slice(0, -1) : line) && at - (points.at(-1) as number) >= least)
      points.push(at)
    at += line.length + 1
  }
  return points.map((start, i) => ({ start, end: points[i + 1] ?? text.length }))
}
