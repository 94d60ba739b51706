const hash = /^(?=[0-9a-f]*[a-f])(?=[0-9a-f]*\d)[0-9a-f]{8,}$|^[0-9a-f]{16,}$/

/** Letters, digits and hyphens in lower case; accents are taken off Latin letters, which are what people type. */
function slug(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/(\p{Script=Latin})\p{M}+/gu, '$1')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
}

/** The id that a source has by its file's name: `000_2bcec5f23579363b.txt` is `000`. Never empty. */
export function idFromPath(path: string): string {
  const name = path.split('/').at(-1) ?? ''
  const stem = name.replace(/(?<=.)\.[^.]*$/, '')
  const whole = slug(stem)
  const kept = whole
    .split('-')
    .filter(token => !hash.test(token))
    .join('-')
  return kept || whole || 'source'
}

/** The short name that citations print, where the metadata has none. */
export function labelFromId(id: string): string {
  return id.toUpperCase()
}
