import {
  type BookPhrasing,
  type CrossReference,
  type Evidence,
  type Part,
  type Passage,
  parseAnchor,
} from '@briefbook/ast'

/** What any node of the tree may have of what is looked for here. */
interface Visited {
  type: string
  id?: string
  data?: { id?: string }
  children?: Visited[]
  head?: Visited[]
  term?: BookPhrasing[]
  legend?: BookPhrasing[]
}

function visit(nodes: readonly Visited[], work: (node: Visited) => void): void {
  for (const node of nodes) {
    work(node)
    for (const list of [node.children, node.head, node.term, node.legend]) if (list) visit(list as Visited[], work)
  }
}

/** What stands in front of the number of a page that is not told: `, p. `, `, on page `. */
const pageLabel = /,?[\u00a0 ](?:p\.|on page)\u00a0$/
/** The bracket that the number stands in. */
const opening = / \($/

/** What a reference shows; where it was made of other words, as `@swp` is, it stands where these do. */
function placed({ children, position }: CrossReference): BookPhrasing[] {
  const [only] = children as BookPhrasing[]
  if (children.length === 1 && only?.type === 'text' && position) only.position = position
  return children as BookPhrasing[]
}

function settle(nodes: BookPhrasing[], leadsTo: (target: string) => string | null): BookPhrasing[] {
  const settled: BookPhrasing[] = []
  let bracket = false
  for (const node of nodes) {
    if (node.type === 'crossReference') {
      const target = leadsTo(node.target)
      if (target === null) settled.push(...placed(node))
      else settled.push(Object.assign(node, { target }))
    } else if (node.type === 'pageReference' && leadsTo(node.target) !== node.target) {
      const before = settled.at(-1)
      if (before?.type !== 'text') continue
      bracket = opening.test(before.value)
      before.value = before.value.replace(bracket ? opening : pageLabel, '')
    } else if (bracket && node.type === 'text') {
      bracket = false
      const value = node.value.replace(/^\)/, '')
      if (value !== '') settled.push({ ...node, value })
    } else settled.push(node)
  }
  return settled
}

/**
 * Mends what leads to paragraphs that the book does not print, a memo without dossiers for one: a reference to a paragraph
 * leads to its source in the list of sources, if that is there, and else nowhere; a page that is not there is not told.
 */
export function settleAbsent(parts: readonly Part[]): void {
  const ids = new Set<string>()
  visit(parts as readonly Visited[], ({ id, data }) => {
    for (const own of [id, data?.id]) if (own !== undefined) ids.add(own)
  })
  const leadsTo = (target: string): string | null => {
    if (ids.has(target)) return target
    const listed = `reference-${parseAnchor(target)?.source ?? ''}`
    return ids.has(listed) ? listed : null
  }
  visit(parts as readonly Visited[], node => {
    const evidence = node as unknown as Evidence
    if (evidence.type === 'evidence' && !ids.has(evidence.reference.target)) evidence.absent = true
    const passage = node as unknown as Passage
    if (passage.type === 'passage') passage.supports = passage.supports.filter(({ target }) => ids.has(target))
    for (const key of ['children', 'term', 'legend'] as const) {
      const list = node[key] as BookPhrasing[] | undefined
      if (list?.some(({ type }) => type === 'crossReference' || type === 'pageReference'))
        Object.assign(node, { [key]: settle(list, leadsTo) })
    }
  })
}
