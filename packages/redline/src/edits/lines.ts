import type { Span, WrittenBlock } from '@briefbook/ast'

/** What stands in front of a block in its first line: indentation, the `>` of a quotation, the sign of a list item. */
export function prefixOf(file: string, { span, item }: Pick<WrittenBlock, 'span' | 'item'>): string {
  const start = item?.[0] ?? span[0]
  return file.slice(file.lastIndexOf('\n', start - 1) + 1, start).replace(/[^\s>]/g, ' ')
}

/** The sign of a list item with the white space behind it: `- `, `2. `. */
export function markerOf(file: string, { span, item }: Pick<WrittenBlock, 'span' | 'item'>): string {
  return item === undefined ? '' : file.slice(item[0], span[0])
}

/** The sign of the item behind one: numbers count on. A task begins undone. */
export function nextMarker(marker: string): string {
  return marker.replace(/^\d+/, number => String(Number(number) + 1)).replace(/\[[xX]\]/, '[ ]')
}

/** A block with all that belongs to it alone: its lines, and the empty ones behind it. */
export function removalOf(file: string, { span, item }: Pick<WrittenBlock, 'span' | 'item'>): Span {
  const [words, last] = item ?? span
  // Of a title the words alone are known.
  const own = words - (/#[ \t]+$/.exec(file.slice(file.lastIndexOf('\n', words - 1) + 1, words))?.[0].length ?? 0)
  const lineStart = file.lastIndexOf('\n', own - 1) + 1
  const start = /^[\s>]*$/.test(file.slice(lineStart, own)) ? lineStart : own
  const behind = /^[ \t]*(?:\r?\n|$)(?:[ \t]*\r?\n)*/.exec(file.slice(last))?.[0] ?? ''
  const apart = /(?:^|\n)[\s>]*$/.test(file.slice(0, Math.max(0, start - 1)))
  // Where no empty line stands before it, those behind it keep apart what is left.
  const end = last + (apart ? behind : (/^[ \t]*\r?\n?/.exec(behind)?.[0] ?? '')).length
  if (end < file.length) return [start, end]
  // The last of a file leaves the line end of what stands before it.
  const before = /(?:\r?\n[ \t]*)*$/.exec(file.slice(0, start))?.[0] ?? ''
  return [start - Math.max(0, before.length - (before === '' ? 0 : 1)), end]
}
