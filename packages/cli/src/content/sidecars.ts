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

/** How citations may name a source: an id of letters and digits, and the label that is printed. */
export interface SourceName {
  id: string
  label: string
}

/** First author's surname, else the publisher's initials or name; else what the file is called. */
function nameOf(source: Source): SourceName {
  const { authors, publisher } = source.meta
  const surname = authors[0]?.trim().split(/\s+/).at(-1) ?? ''
  if (plain(surname) !== '') return { id: plain(surname), label: surname }
  const initials = publisher === null ? null : acronym(publisher)
  if (initials !== null) return { id: initials, label: initials.toUpperCase() }
  if (publisher !== null && plain(publisher) !== '')
    return { id: plain(publisher).slice(0, 12), label: publisher.slice(0, 24) }
  // A number alone says nothing in a citation, and YAML takes it for one.
  const id = /^\d+$/.test(source.id) ? `source-${source.id}` : source.id
  return { id, label: id.charAt(0).toUpperCase() + id.slice(1) }
}

/** After the alphabet the letters begin to double: a, b … z, aa, ab. */
const letters = (n: number): string =>
  (n < 26 ? '' : letters(Math.floor(n / 26) - 1)) + String.fromCharCode(97 + (n % 26))

const shared = (names: readonly SourceName[], id: string) => names.filter(name => name.id === id).length > 1

/**
 * A name for each source, by its file. Two of one name get the year of their source behind it, and a letter where that
 * is the same too, as in author-date styles.
 */
export function proposeNames(sources: readonly Source[]): Map<string, SourceName> {
  const names = sources.map(nameOf)
  const dated = sources.map((source, i): SourceName => {
    const name = names[i] as SourceName
    const year = source.meta.date?.slice(0, 4) ?? ''
    return shared(names, name.id) && year !== '' ? { id: name.id + year, label: `${name.label} ${year}` } : name
  })
  const seen = new Map<string, number>()
  return new Map(
    sources.map((source, i) => {
      const name = dated[i] as SourceName
      const n = seen.get(name.id) ?? 0
      seen.set(name.id, n + 1)
      const letter = shared(dated, name.id) ? letters(n) : ''
      return [source.file, { id: name.id + letter, label: name.label + letter }]
    }),
  )
}

const yamlValue = (value: string | string[] | null) =>
  value === null || value.length === 0 ? '' : JSON.stringify(value)

/** The sidecar of a source: its name, and what was found to look over; what was not found stands there to be filled in. */
export function sidecarText(source: Source, { id, label }: SourceName): string {
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
    `# How the book names this source: chapters cite it by the id, [@${id} ¶12]; the book prints the label.`,
    `id: ${JSON.stringify(id)}`,
    `label: ${JSON.stringify(label)}`,
    '',
    '# What was found in the text. To correct or complete a line, take the # from its beginning.',
    ...lines,
    '',
  ].join('\n')
}
