import { asFurniture, type Claim, type Draft, type DraftBlock, isBody } from '../draft.js'
import { greatest } from '../lists.js'
import { countWords, fold } from '../shape.js'
import { isAuthorBio } from '../transforms/furniture/bio.js'
import { type HeadLine, readHeadLine } from './head-lines.js'
import { looksLikePerson, printName } from './names.js'
import { isSubtitle, sameTitle, type TitlePlace, titleScore } from './title.js'

/** How many passages of prose may stand in front of the last by-line: a document can begin with its abstract. */
const proseBeforeByLine = 2
/** Nothing is looked for below this many passages. */
const longestHead = 400
/** Above a title that the page does not tell there are no more lines than these; what is further up is a menu. */
const linesNearTitle = 12

/** How many passages at the end can tell who the author is. */
const endOfDocument = 30

export interface Head {
  draft: Draft
  claims: Claim[]
}

/** The passages at the top, as far as the head can reach, and what each is. */
function readTop(draft: Draft): { blocks: DraftBlock[]; kinds: HeadLine[] } {
  const blocks: DraftBlock[] = []
  const kinds: HeadLine[] = []
  let prose = 0
  for (const block of draft.nodes.filter(isBody).slice(0, longestHead)) {
    const kind = readHeadLine(block)
    if (kind.kind === 'prose') prose++
    if (prose > proseBeforeByLine + 1) break
    blocks.push(block)
    kinds.push(kind)
  }
  return { blocks, kinds: kinds.map((kind, i) => readLoneName(kind, i, blocks, kinds, draft) ?? kind) }
}

/** A line that is nothing but a name is a by-line beside a date, or where the end of the text says who that is. */
function readLoneName(
  kind: HeadLine,
  i: number,
  blocks: readonly DraftBlock[],
  kinds: readonly HeadLine[],
  draft: Draft,
): HeadLine | null {
  const text = blocks[i]?.text ?? ''
  if (kind.kind !== 'line' || i === 0 || !looksLikePerson(text)) return null
  const dated = [kinds[i - 1], kinds[i + 1]].some(beside => beside?.kind === 'date line')
  const described = draft.nodes.slice(-endOfDocument).some(node => isBody(node) && isAuthorBio(node.text, [text]))
  return dated || described ? { kind: 'by-line', authors: [printName(text)], employer: null, date: null } : null
}

/**
 * Reads what stands at the top of a document: its title, subtitle, authors, date and publisher. What is metadata is
 * marked as furniture with what it is; a subtitle stays in the body, for it is the author's text.
 *
 * @param knownTitles  From front matter or the format; the line of the page that has one of them is the title's.
 * @param hints        Titles that are not to be relied on; a line that has one of them is the more likely.
 */
export function readHead(draft: Draft, knownTitles: readonly string[], hints: readonly string[] = []): Head {
  const { blocks, kinds } = readTop(draft)
  const at = (i: number) => blocks[i] as DraftBlock
  const headEnd = endOfHead(kinds)
  const lines = kinds.flatMap((kind, i) => (kind.kind === 'line' && i < headEnd ? [i] : []))
  const same = (i: number) => lines.filter(j => j !== i && fold(at(j).text) === fold(at(i).text))

  let title = -1
  if (knownTitles.length > 0) {
    const wanted = knownTitles.map(fold)
    const says = (i: number) => wanted.some(known => sameTitle(fold(at(i).text), known))
    title = lines.find(says) ?? lines.find(i => at(i).role === 'title') ?? -1
  } else {
    let best = 1
    for (const i of lines.filter(line => line >= headEnd - linesNearTitle || same(line).length > 0)) {
      let next = i + 1
      while (next < kinds.length && (same(i).includes(next) || kinds[next]?.kind === 'page')) next++
      const below = kinds[next]?.kind
      const place: TitlePlace = {
        first: i === lines[0],
        repeated: same(i).length > 0,
        next: below === 'by-line' || below === 'date line' || below === 'prose' ? below : null,
        hinted: hints.some(hint => sameTitle(fold(hint), fold(at(i).text))),
      }
      const score = titleScore(at(i), place, draft)
      if (score > best) {
        best = score
        title = i
      }
    }
  }

  const claims: Claim[] = []
  const marked = new Map<DraftBlock, string>()
  if (title >= 0) {
    if (knownTitles.length === 0) claims.push({ field: 'title', value: at(title).text, from: 'title line' })
    marked.set(at(title), 'title')
    for (const i of same(title)) marked.set(at(i), 'duplicate title')
  }
  kinds.slice(0, headEnd).forEach((kind, i) => {
    claims.push(...claimsOf(kind))
    const reason = reasonOf(kind) ?? (i < title ? aboveTitle(at(i), kind, title) : null)
    if (reason !== null && !marked.has(at(i))) marked.set(at(i), reason)
  })

  const below = title < 0 ? undefined : lines.find(i => i > title && !marked.has(at(i)))
  if (below !== undefined && isSubtitle(at(below), at(title), below - title, draft))
    claims.push({ field: 'subtitle', value: at(below).text, from: 'line below the title' })

  const nodes = draft.nodes.map(node => {
    const reason = isBody(node) ? marked.get(node) : undefined
    return reason === undefined ? node : asFurniture(node as DraftBlock, reason)
  })
  return { draft: { ...draft, nodes }, claims }
}

/** Where the text begins. Behind the first prose a date or a name counts only near it: in a text both are everywhere. */
function endOfHead(kinds: readonly HeadLine[]): number {
  const prose = kinds.flatMap(({ kind }, i) => (kind === 'prose' ? [i] : []))
  const firstProse = prose[0] ?? Math.min(kinds.length, 8)
  const limit = Math.min(prose[proseBeforeByLine] ?? kinds.length, firstProse + proseBeforeByLine + 1)
  const metadata = kinds.flatMap(({ kind }, i) =>
    (kind === 'by-line' || kind === 'date line') && i < limit ? [i + 1] : [],
  )
  return greatest(metadata, firstProse)
}

/** Why a line of the head is no text of the document; null where it is. */
function reasonOf(kind: HeadLine): string | null {
  if (kind.kind === 'prose' || kind.kind === 'line') return null
  return kind.kind === 'page' ? kind.reason : kind.kind
}

/** What stands above the title: a label, or a whole menu, and what is told between its lines. */
function aboveTitle(block: DraftBlock, kind: HeadLine, title: number): string | null {
  if (kind.kind === 'prose') return title > linesNearTitle ? 'page head' : null
  return countWords(block.text) <= 3 ? 'section label' : 'line above the title'
}

function claimsOf(kind: HeadLine): Claim[] {
  const claims: Claim[] = []
  if (kind.kind === 'by-line') {
    claims.push({ field: 'authors', value: kind.authors, from: 'by-line' })
    if (kind.employer) claims.push({ field: 'publisher', value: kind.employer, from: 'by-line' })
    if (kind.date) claims.push({ field: 'date', value: kind.date, from: 'by-line' })
  } else if (kind.kind === 'date line') {
    claims.push({ field: 'date', value: kind.date, from: 'date line' })
    if (kind.publisher) claims.push({ field: 'publisher', value: kind.publisher, from: 'date line' })
  } else if (kind.kind === 'site name') claims.push({ field: 'publisher', value: kind.name, from: 'site name' })
  return claims
}
