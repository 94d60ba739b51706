import type { WordPiece } from '../../extract.js'
import type { ReadContext } from './context.js'
import type { RunProperties } from './run-properties.js'
import type { XmlElement } from './xml.js'

/** A paragraph as it is gathered: its pieces count in the extracted text. */
export interface Gathered {
  pieces: WordPiece[]
  /** What stands in the paragraph and is not printed, or is not the author's: by the reason. */
  aside: Map<string, WordPiece[]> | null
  /** The page that its text begins on. */
  page: number | null
  /** The last few characters. */
  last: string
  references: string[]
  length: number
  linked: number
  /** How many characters are bold, in italics or underlined. */
  strong: number
  /** How many characters are set in each size, and in each language. */
  sizes: Map<number, number> | null
  languages: Map<string, number> | null
  /** Whether it is an entry of a table of contents. */
  contents: boolean
  breaks: number[]
  /** Paragraphs and tables that hang on the paragraph: in text boxes, or where they should not be. */
  boxes: XmlElement[][]
}

export const gathered = (page: number | null): Gathered => ({
  pieces: [],
  aside: null,
  page,
  last: '',
  references: [],
  length: 0,
  linked: 0,
  strong: 0,
  sizes: null,
  languages: null,
  contents: false,
  breaks: [],
  boxes: [],
})

/** What holds for the text that is being read. */
export interface RunState {
  /** What the paragraph's style says, and then the run. */
  run: RunProperties
  linked: boolean
  /** Why it is not part of the text; null where it is. */
  aside: string | null
  changed: boolean
}

/** The label of a note in raised text; null behind a number or a unit, where it is an exponent. */
function raisedLabel(text: string, before: string): string | null {
  const label = /^\s*[[(]?(\d{1,3}|[*†‡§¶]{1,3})[\])]?\s*$/.exec(text)?.[1]
  return label && !/(?:\d|(?:^|[\s(/])(?:k?m|cm|mm|s)|\S\s)$/.test(before) ? label : null
}

const wide = /^[\s\p{P}\p{N}]*[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u

const count = <K>(counts: Map<K, number> | null, key: K | undefined, n: number): Map<K, number> | null =>
  key === undefined ? counts : (counts ?? new Map<K, number>()).set(key, (counts?.get(key) ?? 0) + n)

const languageOf = (run: RunProperties, text: string) =>
  run.rightToLeft ? run.complex : run.eastAsian !== undefined && wide.test(text) ? run.eastAsian : run.language

/** Puts some text into a paragraph, as far as it belongs there, and notes how it is set. */
export function addText(text: string, to: Gathered, context: ReadContext, state: RunState): void {
  if (text === '') return
  const start = context.extract.append(text)
  const piece = { start, end: start + text.length }
  const { run } = state
  const aside = state.aside ?? (context.fields.inCode ? 'field code' : run.hidden ? 'hidden text' : null)
  if (aside !== null) {
    to.aside ??= new Map()
    const pieces = to.aside.get(aside) ?? []
    pieces.push(piece)
    to.aside.set(aside, pieces)
    return
  }
  if (text.trim() !== '') {
    context.pages.text()
    if (to.length === 0) to.page = context.pages.current
    if (!state.changed) context.changes.pass()
  }
  const label = run.raised ? raisedLabel(text, to.last) : null
  to.last = (to.last + text).slice(-6)
  to.pieces.push(label === null ? piece : { ...piece, label })
  if (text.trim() === '') return
  to.length += text.length
  context.extract.shown += text.length
  if (state.linked || context.fields.inLink) to.linked += text.length
  if (run.bold || run.italic || run.underlined) to.strong += text.length
  if (context.fields.inContents) to.contents = true
  to.sizes = count(to.sizes, run.size, text.length)
  to.languages = count(to.languages, languageOf(run, text), text.length)
}
