import type { Book } from '@briefbook/ast'

/** What a node of any kind may have of what is looked for here. */
interface Visited {
  id?: string | null
  data?: object
  children?: readonly object[]
}

/** The ids of everything in a book that a link can lead to, in order. */
export function idsOf(book: Book): string[] {
  const ids: string[] = []
  const visit = (node: Visited) => {
    const id = node.id ?? (node.data as { id?: string } | undefined)?.id
    if (id) ids.push(id)
    node.children?.forEach(visit)
  }
  book.children.forEach(visit)
  return ids
}
