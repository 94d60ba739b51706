import {
  type BookPhrasing,
  type CrossReference,
  type Evidence,
  eachBlock,
  type Part,
  type Passage,
  parseAnchor,
} from '@briefbook/ast'

/** What any node of the tree may have of what is looked for here. */
interface Visited {
  type: string
  children?: Visited[]
  head?: Visited[]
  term?: BookPhrasing[]
  legend?: BookPhrasing[]
}

function visit(nodes: readonly Visited[], work: (node: Visited) => void): void {
  for (const node of nodes) {
    work(node)
    const { children, head, term, legend } = node
    if (children) visit(children, work)
    if (head) visit(head, work)
    if (term) visit(term as Visited[], work)
    if (legend) visit(legend as Visited[], work)
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

/** All that a link can lead to: parts, chapters, blocks, rows of tables. */
function targets(parts: readonly Part[]): Set<string> {
  const ids = new Set<string>()
  for (const part of parts) {
    ids.add(part.id)
    for (const chapter of part.children) {
      ids.add(chapter.id)
      eachBlock(chapter.children, block => {
        const id = block.type === 'heading' ? block.data?.id : 'id' in block ? block.id : undefined
        if (id !== undefined) ids.add(id)
        if (block.type === 'bookTable') for (const row of block.children) if (row.id !== undefined) ids.add(row.id)
      })
    }
  }
  return ids
}

/**
 * Mends what leads to paragraphs that the book does not print, a memo without dossiers for one: a reference to a paragraph
 * leads to its source in the list of sources, if that is there, and else nowhere; a page that is not there is not told.
 */
export function settleAbsent(parts: readonly Part[]): void {
  const ids = targets(parts)
  const leadsTo = (target: string): string | null => {
    if (ids.has(target)) return target
    const listed = `reference-${parseAnchor(target)?.source ?? ''}`
    return ids.has(listed) ? listed : null
  }
  const leadsAstray = (node: BookPhrasing) =>
    (node.type === 'crossReference' || node.type === 'pageReference') && !ids.has(node.target)
  visit(parts as readonly Visited[], node => {
    if (node.type === 'text') return
    const evidence = node as unknown as Evidence
    if (evidence.type === 'evidence' && !ids.has(evidence.reference.target)) evidence.absent = true
    const passage = node as unknown as Passage
    if (passage.type === 'passage' && passage.supports.some(leadsAstray))
      passage.supports = passage.supports.filter(({ target }) => ids.has(target))
    for (const key of ['children', 'term', 'legend'] as const) {
      const list = node[key] as BookPhrasing[] | undefined
      if (list?.some(leadsAstray)) Object.assign(node, { [key]: settle(list, leadsTo) })
    }
  })
}
