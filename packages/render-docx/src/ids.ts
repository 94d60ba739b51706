import type { Book } from '@briefbook/ast'

interface Visited {
  id?: unknown
  data?: { id?: unknown }
  children?: readonly Visited[]
}

/** The ids of everything in a book that a link can lead to, in order. */
export function idsOf(book: Book): string[] {
  const ids: string[] = []
  const visit = (node: Visited) => {
    const id = node.id ?? node.data?.id
    if (typeof id === 'string') ids.push(id)
    node.children?.forEach(visit)
  }
  book.children.forEach(visit)
  return ids
}
