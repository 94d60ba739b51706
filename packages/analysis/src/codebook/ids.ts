/** An id is typed by people. */
const longest = 60

/** An id made of a name, as codebook.yaml asks for it: small letters, digits and hyphens, a letter among them. */
export function toId(name: string, otherwise: string): string {
  const id = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, longest)
    .replace(/^-|-$/g, '')
  return /[a-z]/.test(id) ? id : `${otherwise}${id === '' ? '' : `-${id}`}`
}

/** Gives each id out once: the second `fir` is `fir-2`. */
export function createUniqueIds(): (id: string) => string {
  const taken = new Set<string>()
  return id => {
    let unique = id
    for (let n = 2; taken.has(unique); n++) unique = `${id}-${n}`
    taken.add(unique)
    return unique
  }
}
