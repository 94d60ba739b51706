/** What is no tag, by how it begins and ends. */
const others: readonly (readonly [start: string, end: string])[] = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
  ['<!', '>'],
]

/**
 * Makes the elements of a damaged part nest: an end tag without a beginning goes, and elements that are open where one
 * around them ends are closed before it.
 *
 * @returns null where the part breaks off, or nests deeper than `maxDepth`.
 */
export function mendNesting(text: string, maxDepth: number): string | null {
  const out: string[] = []
  const open: string[] = []
  let at = 0
  for (let start = text.indexOf('<'); start >= 0; start = text.indexOf('<', at)) {
    out.push(text.slice(at, start))
    const other = others.find(([sign]) => text.startsWith(sign, start))
    const end = other ? text.indexOf(other[1], start) + other[1].length : text.indexOf('>', start) + 1
    if (end <= start) return null
    at = end
    const tag = text.slice(start, end)
    if (other) {
      out.push(tag)
      continue
    }
    const name = /^<\/?([^\s/>]*)/.exec(tag)?.[1] ?? ''
    if (tag.startsWith('</')) {
      const depth = open.lastIndexOf(name)
      if (depth < 0) continue
      for (const inner of open.splice(depth).reverse()) out.push(`</${inner}>`)
    } else if (/\/\s*>$/.test(tag)) out.push(tag.replace(/\/\s*>$/, '/>'))
    else {
      out.push(tag)
      open.push(name)
      if (open.length > maxDepth) return null
    }
  }
  return open.length > 0 ? null : out.join('') + text.slice(at)
}
