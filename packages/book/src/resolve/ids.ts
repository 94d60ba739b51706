/**
 * The ids of a book. What links from outside rely on (anchors, matrices, generated chapters) is reserved before what
 * analysts write; whoever comes second gets a number behind the name.
 */
export class Ids {
  readonly #taken = new Set<string>()

  /** Takes an id, or the nearest one that is free. */
  claim(wanted: string): string {
    let id = wanted
    for (let n = 2; this.#taken.has(id); n++) id = `${wanted}-${n}`
    this.#taken.add(id)
    return id
  }

  has(id: string): boolean {
    return this.#taken.has(id)
  }

  /** All that were taken, to suggest one from. */
  all(): Iterable<string> {
    return this.#taken
  }
}

/** Letters and digits of a title, joined by hyphens; `section` where it has none. */
export function slug(title: string): string {
  const words = title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu)
  return words ? Array.from(words.join('-')).slice(0, 60).join('') : 'section'
}
