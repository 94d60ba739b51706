import type { XmlElement } from './xml.js'

type Kind = 'insertion' | 'deletion' | 'move'

const shown: readonly Kind[] = ['insertion', 'deletion', 'move']

/** More authors than these are not named. */
const mostAuthors = 5

/** Counts the tracked changes of a file by their authors. Pieces of one change that touch are one. */
export class Changes {
  private readonly authors = new Map<string, Map<Kind, number>>()
  private last = ''

  add(kind: Kind, change: XmlElement): void {
    const author = change.attributes['w:author']?.trim() || 'unknown'
    const key = `${kind} ${author}`
    if (key === this.last) return
    this.last = key
    const counts = this.authors.get(author) ?? new Map<Kind, number>()
    counts.set(kind, (counts.get(kind) ?? 0) + 1)
    this.authors.set(author, counts)
  }

  /** Text that nobody changed ends a change. */
  pass(): void {
    this.last = ''
  }

  /** As a message has it: `A: 1 insertion, 2 moves; B: 1 deletion`; empty where nothing was changed. */
  toString(): string {
    const sum = (counts: Map<Kind, number>) => [...counts.values()].reduce((total, n) => total + n, 0)
    const ranked = [...this.authors].sort(([, a], [, b]) => sum(b) - sum(a))
    const named = ranked.slice(0, mostAuthors).map(([author, counts]) => {
      const kinds = shown.flatMap(kind => {
        const n = counts.get(kind)
        return n === undefined ? [] : [`${n} ${kind}${n === 1 ? '' : 's'}`]
      })
      return `${author}: ${kinds.join(', ')}`
    })
    const others = ranked.slice(mostAuthors).reduce((total, [, counts]) => total + sum(counts), 0)
    return [...named, ...(others > 0 ? [`others: ${others}`] : [])].join('; ')
  }
}
