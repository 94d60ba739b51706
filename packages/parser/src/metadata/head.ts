import { asFurniture, type Claim, type Draft, type DraftBlock, isBody } from '../draft.js'
import { countWords, endsTerminal, fold, isCapitals, isProse, startsLower } from '../shape.js'
import { matchPhrase } from '../transforms/furniture/match.js'
import { contactLine } from '../transforms/furniture/phrases.js'
import { readByLine, readNameAndDate } from './by-lines.js'
import { readDateLine } from './dates.js'
import { looksLikeOrganisation, looksLikePerson, printName } from './names.js'
import { siteNameWithInitials } from './publisher.js'

/** How many passages of prose may stand in front of the last by-line: a document can begin with its abstract. */
const proseBeforeByLine = 2
/** How far from the top the head of a document can reach, in passages. */
const longestHead = 40

type Kind =
  | { kind: 'by-line'; authors: string[]; employer: string | null; date: string | null }
  | { kind: 'date line'; date: string; publisher: string | null }
  | { kind: 'site name'; name: string }
  | { kind: 'page'; reason: string }
  | { kind: 'prose' }
  | { kind: 'line' }

function classify(block: DraftBlock): Kind {
  const { text } = block
  const byLine = block.role === 'by-line' ? (readByLine(text) ?? readByLine(`By ${text}`)) : readByLine(text)
  if (byLine) return { kind: 'by-line', ...byLine }
  const nameAndDate = readNameAndDate(text)
  if (nameAndDate) return { kind: 'by-line', ...nameAndDate }
  const dated = readDateLine(text)
  if (dated) {
    if (dated.rest === '') return { kind: 'date line', date: dated.date, publisher: null }
    const author =
      readByLine(dated.rest) ??
      (looksLikePerson(dated.rest) ? { authors: [printName(dated.rest)], employer: null } : null)
    if (author) return { kind: 'by-line', authors: author.authors, employer: author.employer, date: dated.date }
    if (looksLikeOrganisation(dated.rest)) return { kind: 'date line', date: dated.date, publisher: dated.rest }
  }
  const name = siteNameWithInitials(text)
  if (name) return { kind: 'site name', name }
  if (block.type === 'listItem' && block.linked > 0.5 && countWords(text) <= 4)
    return { kind: 'page', reason: 'navigation' }
  const phrase = matchPhrase(text)
  if (phrase) return { kind: 'page', reason: phrase.reason }
  if (contactLine.test(text)) return { kind: 'page', reason: 'contact line' }
  return block.type !== 'heading' && isProse(text) ? { kind: 'prose' } : { kind: 'line' }
}

/** Words that head a section and never a document. */
const sectionWord =
  /^(?:[\divx]+[.)]?\s+)?(?:introduction|abstract|(?:executive )?summary|background|contents|table of contents|overview|key (?:points|findings|takeaways|judge?ments|messages)|highlights|foreword|preface|in brief|at a glance|main points|conclusions?|einleitung|zusammenfassung|inhalt|introduction|résumé|sommaire|introducción|resumen|введение|содержание|аннотация|摘要|引言|前言|目录)\s*:?$/iu

/**
 * How well a line at the top serves as the title, in points; each line of the sum is one kind of evidence.
 *
 * @param repeats  How many further lines of the head say the same.
 * @param next     What kind of line follows it.
 */
function titleScore(
  block: DraftBlock,
  first: boolean,
  repeats: number,
  next: Kind['kind'] | null,
  draft: Draft,
): number {
  const { text } = block
  const words = countWords(text)
  const headings = draft.nodes.filter(node => isBody(node) && node.type === 'heading') as DraftBlock[]
  const highest = Math.min(...headings.map(heading => heading.depth))
  const peers = headings.filter(
    heading => heading !== block && heading.depth <= block.depth && fold(heading.text) !== fold(text),
  )
  let score = 0
  if (block.role === 'title') score += 6
  if (block.role === 'subtitle' || block.role === 'by-line' || block.role === 'caption') score -= 3
  if (block.type === 'heading') score += 2 - 0.3 * (block.depth - highest)
  if (block.type === 'listItem' || block.type === 'quotation' || block.type === 'table') score -= 3
  // In plain text every heading has one depth; elsewhere sections on a level with it make it a section too.
  if (block.type === 'heading' && draft.format !== 'text' && peers.length > 1) score -= 1.5
  if (first) score += 1
  if (repeats > 0) score += 2
  if (next === 'by-line' || next === 'date line') score += 1
  if (next === 'prose') score += 0.5
  if (words >= 4 && words <= 18) score += 0.5
  if (words < 2) score -= 1.5
  if (words > 25) score -= 1.5
  if (block.references.length > 0) score += 1
  if (isCapitals(text)) score -= 1
  if (startsLower(text)) score -= 0.5
  if (endsTerminal(text) && !/[?!:]["”’»)]*$/u.test(text)) score -= 1
  if (sectionWord.test(text)) score -= 5
  return score
}

export interface Head {
  draft: Draft
  claims: Claim[]
}

/**
 * Reads what stands at the top of a document: its title, subtitle, authors, date and publisher. What is metadata is
 * marked as furniture with what it is; a subtitle stays in the body, for it is the author's text.
 *
 * @param knownTitles  From front matter or the format; the line of the page that has one of them is the title's.
 * @param hints        Titles that are not to be relied on; a line that has one of them is the more likely.
 */
export function readHead(draft: Draft, knownTitles: readonly string[], hints: readonly string[] = []): Head {
  const claims: Claim[] = []
  const marked = new Map<DraftBlock, string>()
  const blocks = draft.nodes.filter(isBody).slice(0, longestHead)
  const kinds = blocks.map(classify)

  const prose = kinds.flatMap((kind, i) => (kind.kind === 'prose' ? [i] : []))
  const firstProse = prose[0] ?? Math.min(blocks.length, 8)
  const lastPossible = prose[proseBeforeByLine] ?? blocks.length
  const metadataLines = kinds.flatMap(({ kind }, i) =>
    (kind === 'by-line' || kind === 'date line') && i < lastPossible ? [i] : [],
  )
  // Behind the first prose a line counts only as one in a row of short lines; in the text dates are everywhere.
  const headEnd = Math.max(
    firstProse,
    ...metadataLines.filter(i => i <= firstProse + proseBeforeByLine).map(i => i + 1),
  )

  const at = (i: number) => blocks[i] as DraftBlock
  const lines = kinds.flatMap((kind, i) => (kind.kind === 'line' && i < headEnd ? [i] : []))
  const same = (i: number) => lines.filter(j => j !== i && fold(at(j).text) === fold(at(i).text))

  let title = -1
  if (knownTitles.length > 0) {
    const wanted = knownTitles.map(fold)
    const says = (i: number) => wanted.some(known => sameTitle(fold(at(i).text), known))
    title = lines.find(says) ?? lines.find(i => at(i).role === 'title') ?? -1
  } else {
    let best = 1
    for (const i of lines) {
      let next = i + 1
      while (next < kinds.length && (same(i).includes(next) || kinds[next]?.kind === 'page')) next++
      const hinted = hints.some(hint => sameTitle(fold(hint), fold(at(i).text))) ? 3 : 0
      const score = hinted + titleScore(at(i), i === lines[0], same(i).length, kinds[next]?.kind ?? null, draft)
      if (score > best) {
        best = score
        title = i
      }
    }
    if (title >= 0) claims.push({ field: 'title', value: at(title).text, from: 'title line' })
  }

  if (title >= 0) {
    marked.set(at(title), 'title')
    for (const i of same(title)) marked.set(at(i), 'duplicate title')
  }
  for (let i = 0; i < headEnd; i++) {
    const kind = kinds[i] as Kind
    const block = at(i)
    if (kind.kind === 'by-line') {
      marked.set(block, 'by-line')
      claims.push({ field: 'authors', value: kind.authors, from: 'by-line' })
      if (kind.employer) claims.push({ field: 'publisher', value: kind.employer, from: 'by-line' })
      if (kind.date) claims.push({ field: 'date', value: kind.date, from: 'by-line' })
    } else if (kind.kind === 'date line') {
      marked.set(block, 'date line')
      claims.push({ field: 'date', value: kind.date, from: 'date line' })
      if (kind.publisher) claims.push({ field: 'publisher', value: kind.publisher, from: 'date line' })
    } else if (kind.kind === 'site name') {
      marked.set(block, 'site name')
      claims.push({ field: 'publisher', value: kind.name, from: 'site name' })
    } else if (kind.kind === 'page') marked.set(block, kind.reason)
    else if (kind.kind === 'line' && title >= 0 && i < title && !marked.has(block))
      marked.set(block, countWords(block.text) <= 3 ? 'section label' : 'line above the title')
  }

  const subtitle = title < 0 ? undefined : lines.find(i => i > title && !marked.has(at(i)))
  if (subtitle !== undefined && readsAsSubtitle(at(subtitle), at(title), subtitle - title, draft))
    claims.push({ field: 'subtitle', value: at(subtitle).text, from: 'line below the title' })

  const nodes = draft.nodes.map(node => {
    const reason = isBody(node) ? marked.get(node) : undefined
    return reason === undefined ? node : asFurniture(node as DraftBlock, reason)
  })
  return { draft: { ...draft, nodes }, claims }
}

/** Whether two folded titles are one: the same, or one with the name of the site behind it. */
export function sameTitle(a: string, b: string): boolean {
  if (a === '' || b === '') return false
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  return (
    short === long || (short.split(' ').length >= 3 && long.startsWith(`${short} `) && short.length > long.length * 0.6)
  )
}

function readsAsSubtitle(block: DraftBlock, title: DraftBlock, distance: number, draft: Draft): boolean {
  if (block.role === 'subtitle') return true
  if (distance > 3 || countWords(block.text) < 4 || isCapitals(block.text) || sectionWord.test(block.text)) return false
  if (block.type !== 'heading') return block.type === 'paragraph'
  if (draft.format === 'text' || block.depth <= title.depth) return false
  const peers = draft.nodes.filter(node => isBody(node) && node.type === 'heading' && node.depth === block.depth)
  return peers.length === 1
}
