/** What is wrong in a part, for those who write HTML and not programs. */
interface Fault {
  message: string
  line: number | null
  column: number | null
  /** The name that a part asks for and a view does not have. */
  missing?: string
}

/** How much of what stands in front of a place is enough to find it again. */
const enough = 12

/** Where Handlebars stopped reading, found again by what stands in front of its caret; its excerpt leaves line breaks out. */
function columnOf(text: string, line: number, excerpt: string, caret: string): number | null {
  const own = text.split('\n')[line - 1] ?? ''
  for (let length = enough; length > 1; length--) {
    const before = excerpt.slice(Math.max(0, caret.length - 1 - length), caret.length - 1)
    const at = own.lastIndexOf(before)
    if (at >= 0 && before !== '') return at + before.length + 1
  }
  return null
}

/** The faults that Handlebars tells in words of its grammar or with places in them, in plain words. */
function faultOf(text: string, cause: unknown): Fault {
  const message = cause instanceof Error ? cause.message : String(cause)
  const { lineNumber, column } = cause as { lineNumber?: number; column?: number }
  const place = { line: lineNumber ?? null, column: column === undefined ? null : column + 1 }
  const missing = /^"(.*)" not defined in /.exec(message)?.[1]
  if (missing !== undefined) return { message: `There is no \`${missing}\` to fill in here.`, missing, ...place }
  const mismatch = /^(.+) doesn't match (.+) - \d+:\d+$/.exec(message)
  if (mismatch) return { message: `\`{{#${mismatch[1]}}}\` is closed by \`{{/${mismatch[2]}}}\`.`, ...place }
  const parse = /^Parse error on line (\d+):\n(.*)\n(-*\^)\n.*got '(\w+)'$/.exec(message)
  if (!parse) return { message, ...place }
  const [, number, excerpt = '', caret = '', got] = parse
  const line = Number(number)
  const what: { readonly [token: string]: string } = {
    EOF: 'A `{{#…}}` is not closed by its `{{/…}}` up to the end of the file.',
    OPEN_ENDBLOCK: 'This `{{/…}}` closes nothing: there is no `{{#…}}` before it.',
  }
  const words = what[got ?? ''] ?? 'A `{{` is not closed by `}}`, or something stands between them that is no name.'
  return { message: words, line, column: columnOf(text, line, excerpt, caret) }
}

/** A part that cannot be compiled or rendered. Points to the line where Handlebars names one. */
export class TemplateError extends Error {
  override readonly name = 'TemplateError'
  readonly path: string
  readonly line: number | null
  readonly column: number | null
  /** The name that the part asks for; null where that is not the fault. */
  readonly missing: string | null
  /** The names that it may ask for, outside of `{{#each}}`. */
  readonly names: readonly string[]

  constructor(file: { path: string; text: string }, cause: unknown, names: readonly string[] = []) {
    const { message, line, column, missing = null } = faultOf(file.text, cause)
    super(message, { cause })
    this.path = file.path
    this.line = line
    this.column = column
    this.missing = missing
    this.names = names
  }
}
