import { cleanText } from '../../characters.js'
import { readByLine } from '../../metadata/by-lines.js'

/** No address, no handle, and nobody in particular. */
const isName = (name: string) =>
  name !== '' &&
  name.length < 100 &&
  !/^https?:|^@|^www\.|\/|^(?:admin|editor|staff|author|user|webmaster)$/i.test(name)

/** The names in what pages give as an author, which is often the whole by-line: `By A B, Staff Writer`. */
export function authorNames(value: string): string[] {
  const name = cleanText(value)
  if (!isName(name)) return []
  return (readByLine(name) ?? readByLine(`By ${name}`))?.authors ?? [name.replace(/^by\s+/i, '')]
}

/** A site's name without the motto behind it; an address is none. */
export const siteName = (value: string): string | null =>
  /^https?:|^www\./i.test(value) ? null : (value.split(/\s+[|–—•·:-]\s+/u)[0] ?? value)
