import { type Claim, type Draft, type DraftBlock, isBody, withFurniture } from '../draft.js'
import { greatest } from '../lists.js'
import { countWords, fold, isCapitals } from '../shape.js'
import { isAuthorBio } from '../transforms/furniture/bio.js'
import { announcesName, readNames } from './by-lines.js'
import { slashOrder } from './dates.js'
import { type HeadLine, readHeadLine } from './head-lines.js'
import { detectLanguage } from './language.js'
import { isAffiliation, looksLikePerson } from './names.js'
import { sharedWords } from './shared-words.js'
import { isSubtitle, sameTitle, type TitlePlace, titleScore } from './title.js'

/** How many passages of prose may stand in front of the last by-line: a document can begin with its abstract. */
const proseBeforeByLine = 2
/** Nothing is looked for below this many passages. */
const longestHead = 400
/** Above a title that the page does not tell there are no more lines than these; what is further up is a menu. */
const linesNearTitle = 12

/** Between a title and its text can stand as many lines, of panels to share it and the like. */
const linesOfPanels = 60
/** A title has so many of its longer words from the beginning of its text. */
const muchShared = 0.5
const sharedWorth = 2.5
/** So much more a subtitle can be worth than the title above it, which has at least so many words. */
const subtitleSurplus = 1.2
const leastTitle = 3

/** How many passages at the end can tell who the author is. */
const endOfDocument = 30

export interface Head {
  draft: Draft
  claims: Claim[]
}

/** The language of a draft, before its body is known: what the format claims, or what its words show. */
function languageOf(draft: Draft): string | null {
  const claimed = draft.claims.find(claim => claim.field === 'language')?.value
  return typeof claimed === 'string' ? claimed : detectLanguage(draft.text)
}

/** The passages at the top, as far as the head can reach, and what each is. */
function readTop(draft: Draft): { blocks: DraftBlock[]; kinds: HeadLine[] } {
  const blocks: DraftBlock[] = []
  const kinds: HeadLine[] = []
  let prose = 0
  const order = slashOrder(draft.text, () => languageOf(draft))
  for (const block of draft.nodes.filter(isBody).slice(0, longestHead)) {
    const kind = readHeadLine(block, order)
    if (kind.kind === 'prose') prose++
    if (prose > proseBeforeByLine + 1) break
    blocks.push(block)
    kinds.push(kind)
  }
  const named = kinds.map((kind, i) => readLoneName(kind, i, blocks, kinds, draft) ?? kind)
  return { blocks, kinds: readAffiliations(named, blocks) }
}

/** What stands below the name of an author: office, institute, address. */
function readAffiliations(kinds: readonly HeadLine[], blocks: readonly DraftBlock[]): HeadLine[] {
  const read: HeadLine[] = []
  kinds.forEach((kind, i) => {
    const text = blocks[i]?.text ?? ''
    const belongs = kind.kind === 'line' && read[i - 1]?.kind === 'by-line' && isAffiliation(text)
    read.push(belongs ? { kind: 'by-line', authors: [], employer: null, date: null } : kind)
  })
  return read
}

/** A line with nothing but `By` makes names of the next one; the line itself belongs to that by-line. */
function readAnnounced(i: number, blocks: readonly DraftBlock[]): HeadLine | null {
  const text = blocks[i]?.text ?? ''
  const noDate = { employer: null, date: null }
  const below = blocks[i + 1]?.text ?? ''
  if (announcesName(text) && readNames(below)) return { kind: 'by-line', authors: [], ...noDate }
  if (i === 0 || !announcesName(blocks[i - 1]?.text ?? '')) return null
  const names = readNames(text)
  return names && { kind: 'by-line', authors: names.authors, ...noDate }
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
  if (kind.kind !== 'line') return null
  const announced = readAnnounced(i, blocks)
  if (announced) return announced
  const names = i === 0 ? null : readNames(text)
  if (!names) return null
  // Several authors stand one below the other.
  const isName = (at: number) => at > 0 && kinds[at]?.kind === 'line' && readNames(blocks[at]?.text ?? '') !== null
  let [above, below] = [i - 1, i + 1]
  while (isName(above)) above--
  while (isName(below)) below++
  const dated = [kinds[above], kinds[below]].some(beside => beside?.kind === 'date line')
  const described = draft.nodes
    .slice(-endOfDocument)
    .some(node => isBody(node) && names.authors.every(name => isAuthorBio(node.text, [name])))
  const affiliated = isAffiliation(blocks[i + 1]?.text ?? '') && looksLikePerson(text)
  const certain = affiliated || dated || described || (names.certain && i >= 1 && leadsToText(i, kinds))
  return certain ? { kind: 'by-line', authors: names.authors, employer: null, date: null } : null
}

/** Whether the text begins behind a line, or behind another line of the head. */
const leadsToText = (i: number, kinds: readonly HeadLine[]): boolean => {
  const below = kinds[i + 1]?.kind
  return below === 'prose' || below === 'by-line' || below === 'date line'
}

/**
 * Reads what stands at the top of a document: its title, subtitle, authors, date and publisher. What is metadata is
 * marked as furniture with what it is; a subtitle stays in the body, for it is the author's text.
 *
 * @param knownTitles  From front matter or the format; the line of the page that has one of them is the title's.
 * @param hints        Titles that are not to be relied on; a line that has one of them is the more likely.
 */
export function readHead(draft: Draft, knownTitles: readonly string[], hints: readonly string[] = []): Head {
  const body = draft.nodes.filter(isBody)
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
    const scores = new Map<number, number>()
    const share = sharedWords(body.slice(Math.max(0, headEnd - 1)))
    const about = (i: number) => share(at(i).text) >= muchShared
    // Where several lines have the text's words, the others are subtitles and captions; labels are set in capitals.
    const firstAbout = lines.find(i => about(i) && headEnd - i <= linesOfPanels && !isCapitals(at(i).text))
    const near = (line: number) => headEnd - line <= (about(line) ? linesOfPanels : linesNearTitle)
    for (const i of lines.filter(line => near(line) || same(line).length > 0)) {
      let next = i + 1
      while (next < kinds.length && (same(i).includes(next) || kinds[next]?.kind === 'page')) next++
      const below = kinds[next]?.kind
      const place: TitlePlace = {
        first: i === lines[0],
        repeated: same(i).length > 0,
        next: below === 'by-line' || below === 'date line' || below === 'prose' ? below : null,
        hinted: hints.some(hint => sameTitle(fold(hint), fold(at(i).text))),
      }
      const topic = share(at(i).text) * sharedWorth + (i === firstAbout && same(i).length === 0 ? 1 : 0)
      const score = titleScore(at(i), place, draft) + topic
      scores.set(i, score)
      if (score > best) {
        best = score
        title = i
      }
    }
    // A subtitle says more of what the text is about than its title does.
    const above = lines[lines.indexOf(title) - 1]
    const headsBest =
      above === title - 1 &&
      same(title).length === 0 &&
      countWords(at(above).text) >= leastTitle &&
      share(at(above).text) > 0
    if (title > 0 && above !== undefined && headsBest && (scores.get(above) ?? 0) > best - subtitleSurplus)
      title = above
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
    const panel = title >= 0 && i > title && headEnd - title > linesNearTitle && kind.kind === 'line' && isPanel(at(i))
    const reason = reasonOf(kind) ?? (i < title ? aboveTitle(at(i), kind, title) : panel ? 'page head' : null)
    if (reason !== null && !marked.has(at(i))) marked.set(at(i), reason)
  })

  const below = title < 0 ? undefined : lines.find(i => i > title && !marked.has(at(i)))
  if (below !== undefined && isSubtitle(at(below), at(title), below - title, draft))
    claims.push({ field: 'subtitle', value: at(below).text, from: 'line below the title' })

  // The date of a change is told only where there is no other.
  const late = claims.filter(claim => claim.from === 'date of change')
  return { draft: withFurniture(draft, marked), claims: [...claims.filter(claim => !late.includes(claim)), ...late] }
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
  if (kind.kind === 'date line' && kind.changed) return 'date of change'
  return kind.kind === 'page' ? kind.reason : kind.kind
}

/** A line of what a page puts between a title and a text that stands far below it. */
const longestPanelLine = 8
const isPanel = (block: DraftBlock): boolean => block.type === 'paragraph' && countWords(block.text) <= longestPanelLine

/** What stands above the title: a label, or a whole menu, and what is told between its lines. */
function aboveTitle(block: DraftBlock, kind: HeadLine, title: number): string | null {
  if (kind.kind === 'prose') return title > linesNearTitle ? 'page head' : null
  return countWords(block.text) <= 3 ? 'section label' : 'line above the title'
}

function claimsOf(kind: HeadLine): Claim[] {
  const claims: Claim[] = []
  if (kind.kind === 'by-line') {
    if (kind.authors.length > 0) claims.push({ field: 'authors', value: kind.authors, from: 'by-line' })
    if (kind.employer) claims.push({ field: 'publisher', value: kind.employer, from: 'by-line' })
    if (kind.date) claims.push({ field: 'date', value: kind.date, from: 'by-line' })
  } else if (kind.kind === 'date line') {
    claims.push({ field: 'date', value: kind.date, from: kind.changed ? 'date of change' : 'date line' })
    if (kind.publisher) claims.push({ field: 'publisher', value: kind.publisher, from: 'date line' })
  } else if (kind.kind === 'address line') claims.push({ field: 'url', value: kind.url, from: 'address line' })
  else if (kind.kind === 'site name') claims.push({ field: 'publisher', value: kind.name, from: 'site name' })
  return claims
}
