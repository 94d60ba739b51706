import type { Source } from '@briefbook/ast'

const plain = (text: string) =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '')

/** Initials of the capitalised words, for a name of three words or more: `SWP`. */
function acronym(name: string): string | null {
  const words = name.match(/\p{Lu}[\p{L}’'-]*/gu) ?? []
  const [first = ''] = words
  if (words.length === 1 && /^\p{Lu}{2,6}$/u.test(first)) return plain(first)
  return words.length >= 3 ? plain(words.map(word => word.charAt(0)).join('')).slice(0, 6) : null
}

/** A short id fit for citing: first author's surname, else the publisher's initials, with the year; else what it has. */
function idOf(source: Source): string {
  const { authors, publisher, date } = source.meta
  const surname = plain(authors[0]?.trim().split(/\s+/).at(-1) ?? '')
  const name =
    surname !== '' ? surname : publisher === null ? '' : (acronym(publisher) ?? plain(publisher).slice(0, 12))
  return name === '' ? source.id : `${name}${date?.slice(0, 4) ?? ''}`
}

/** An id for each source, by its file; two that would be the same get a letter behind them, as in author-date styles. */
export function proposeIds(sources: readonly Source[]): Map<string, string> {
  const wanted = sources.map(idOf)
  const seen = new Map<string, number>()
  return new Map(
    sources.map((source, i) => {
      const id = wanted[i] as string
      const n = seen.get(id) ?? 0
      seen.set(id, n + 1)
      const shared = wanted.filter(other => other === id).length > 1
      // After the alphabet the letters begin to double: a, b … z, aa, ab.
      const letters = (k: number): string =>
        (k < 26 ? '' : letters(Math.floor(k / 26) - 1)) + String.fromCharCode(97 + (k % 26))
      return [source.file, shared ? `${id}${letters(n)}` : id]
    }),
  )
}

const yamlValue = (value: string | string[] | null) =>
  value === null || value.length === 0 ? '' : JSON.stringify(value)

/** The sidecar of a source: its id, and what was found to look over; what was not found stands there to be filled in. */
export function sidecarText(source: Source, id: string): string {
  const { meta } = source
  const fields = [
    ['title', meta.title],
    ['subtitle', meta.subtitle],
    ['authors', meta.authors],
    ['publisher', meta.publisher],
    ['date', meta.date],
    ['url', meta.url],
    ['language', meta.language],
  ] as const
  const lines = fields.map(([key, value]) => {
    const found = meta.foundIn[key]
    const remark = value === null || value.length === 0 ? '  # not found in the text' : found ? `  # from ${found}` : ''
    return `# ${key}: ${yamlValue(value as string | string[] | null)}${remark}`
  })
  return [
    `# How the book names this source. Citations use the id: [@${id} ¶12]`,
    `id: ${id}`,
    '',
    '# What was found in the text. To correct or complete a line, take the # from its beginning.',
    ...lines,
    '',
  ].join('\n')
}
