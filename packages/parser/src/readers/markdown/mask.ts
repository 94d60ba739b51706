/**
 * What stands for a masked character while the syntax is parsed: a private-use letter without meaning in Markdown. The
 * text of a block is read from the file itself, so a masked character comes out as it was written.
 */
const maskedCharacter = '\ue000'

/** Beyond this, further `>` and list markers are read as text. Deep nesting overflows the stack of any parser. */
const maxNesting = 50
/** Emphasis and link brackets of one passage beyond this are read as text: matching them takes quadratic time. */
const maxMarks = 2_000
/** Runs of marks times length of the passage: what a code span that never closes costs. */
const maxWork = 50_000_000

const container = /[ \t]*(?:>|(?:[-+*]|\d{1,9}[.)])(?=[ \t]|$))/y
const marks = /\*+|_+|~+|`+|\[|\]|</g

function nestingEnd(line: string): number {
  container.lastIndex = 0
  for (let depth = 0; depth < maxNesting; depth++) {
    if (!container.test(line)) return -1
  }
  const end = container.lastIndex
  return container.test(line) ? end : -1
}

const cover = (text: string) => text.replace(/[^\s]/g, maskedCharacter)

/**
 * Covers what would nest too deep in a line: what is left of its containers, or the white space in front of a far
 * indented item, so that the line goes on with the item above without being looked for in every list around it.
 */
function maskNesting(line: string): string {
  const indented = /^[ \t]{200,}(?=(?:>|[-+*]|\d{1,9}[.)])(?:[ \t]|$))/.exec(line)
  if (indented) return maskedCharacter + line.slice(1)
  const end = nestingEnd(line)
  if (end < 0) return line
  const rest = line.slice(end)
  const containers = /^(?:[ \t]*(?:>|[-+*]|\d{1,9}[.)]))+/.exec(rest)?.[0] ?? ''
  return line.slice(0, end) + cover(containers) + rest.slice(containers.length)
}

function maskMarks(passage: string): string {
  const count = passage.match(marks)?.length ?? 0
  if (count <= maxMarks && count * passage.length <= maxWork) return passage
  return passage.replace(/[*_~`[\]<]/g, maskedCharacter)
}

/**
 * The text with what would cost a parser seconds or its stack covered, and NUL too, which parsers replace. Same
 * length, same lines; text that people wrote comes out unchanged.
 */
export function mask(text: string): string {
  let safe = text.includes('\0') ? text.replaceAll('\0', maskedCharacter) : text
  safe = safe
    .split('\n')
    .map(line => (/^[ \t]{200,}|^[ \t]*(?:(?:>|[-+*]|\d{1,9}[.)])[ \t]*){9}/.test(line) ? maskNesting(line) : line))
    .join('\n')
  // A passage ends at an empty line or where a list item or heading begins; that is as far as inline marks reach.
  return safe
    .split(/(\n[ \t]*(?=\n)|\n(?=[ \t]*(?:[-+*]|\d{1,9}[.)]|#{1,6})[ \t]))/)
    .map((part, i) => (i % 2 === 0 ? maskMarks(part) : part))
    .join('')
}

/** Where the first character of a text was covered that could be markup; -1 where none was. */
export function firstMasked(text: string, masked: string): number {
  for (let at = masked.indexOf(maskedCharacter); at >= 0; at = masked.indexOf(maskedCharacter, at + 1))
    if (text[at] !== maskedCharacter && text[at] !== '\0') return at
  return -1
}
