import type { XmlComponent } from 'docx'
import { element } from './element.js'

/** Word cuts or refuses longer names. */
const longest = 40

/** FNV-1a with 32 bits, in base 36. Public domain, by Fowler, Noll and Vo. */
function hash(text: string): string {
  let value = 0x811c9dc5
  for (const byte of new TextEncoder().encode(text)) value = Math.imul(value ^ byte, 0x01000193)
  return (value >>> 0).toString(36)
}

function plainName(id: string): string {
  const name = id.replace(/[^A-Za-z0-9_]/g, '_')
  return /^[A-Za-z]/.test(name) ? name : `b_${name}`
}

/**
 * The bookmark names of a book's ids: letters, digits and underscores, a letter first, 40 characters at most. An id that
 * would take the name of an earlier one, which Word compares without case, gets a hash of itself at the end.
 */
export function bookmarkNames(ids: Iterable<string>): ReadonlyMap<string, string> {
  const names = new Map<string, string>()
  const taken = new Set<string>()
  for (const id of ids) {
    if (names.has(id)) continue
    const plain = plainName(id)
    let name = plain
    for (let n = 0; name.length > longest || taken.has(name.toLowerCase()); n++) {
      const tail = `_${hash(n === 0 ? id : `${id} ${n}`)}`
      name = plain.slice(0, longest - tail.length) + tail
    }
    taken.add(name.toLowerCase())
    names.set(id, name)
  }
  return names
}

/** The name of the bookmark around the number of a table or picture, hidden in Word's list as all that begin so. */
export const labelName = (id: string): string => `_bbr_${plainName(id).slice(0, 24)}_${hash(id)}`

/** The bookmarks of one document: each is set once, and numbered in the order in which they are set. */
export class Bookmarks {
  private readonly set = new Set<string>()
  private count = 0

  constructor(private readonly names: ReadonlyMap<string, string>) {}

  /** The name of the bookmark of an id; undefined where nothing in the book has the id. */
  nameOf(id: string): string | undefined {
    return this.names.get(id)
  }

  /** Runs with the bookmark of an id around them; without one where the id has none or it is set already. */
  around(id: string, children: readonly XmlComponent[]): XmlComponent[] {
    const name = this.names.get(id)
    if (name === undefined || this.set.has(name)) return [...children]
    this.set.add(name)
    return this.named(name, children)
  }

  /** Runs with a bookmark of a name around them that no id of the book has. */
  named(name: string, children: readonly XmlComponent[]): XmlComponent[] {
    this.count++
    const number = this.count
    return [
      element('w:bookmarkStart', { 'w:id': number, 'w:name': name }),
      ...children,
      element('w:bookmarkEnd', { 'w:id': number }),
    ]
  }
}
