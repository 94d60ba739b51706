import { type Draft, type DraftBlock, isBody } from '../draft.js'
import { countWords, endsTerminal, fold, isCapitals, startsLower } from '../shape.js'

/** Words that head a section and never a document. */
const sectionWord =
  /^(?:[\divx]+[.)]?\s+)?(?:introduction|abstract|(?:executive )?summary|background|contents|table of contents|overview|key (?:points|findings|takeaways|judge?ments|messages)|highlights|foreword|preface|in brief|at a glance|main points|conclusions?|einleitung|zusammenfassung|inhalt|résumé|sommaire|introducción|resumen|введение|содержание|аннотация|摘要|引言|前言|目录)\s*:?$/iu

/** Numbers and names of parts of a document, and lines of a conversation. */
const partOfText =
  /^(?:(?:chapter|part|section|annex|appendix|kapitel|teil|abschnitt|chapitre|partie|capítulo|parte|глава|часть|раздел)\s+(?:\d|[ivxlc]+\b)|\d{1,2}(?:\.\d{1,2})*[.)]?\s+\p{Lu}\P{N}*$|[QA]:\s|第[\d一二三四五六七八九十]+[章节部])/iu

/** Whether two folded titles are one: the same, or one with the name of the site behind it. */
export function sameTitle(a: string, b: string): boolean {
  if (a === '' || b === '') return false
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  const cut = long.startsWith(`${short} `) && short.length > long.length * 0.6
  return short === long || (cut && short.split(' ').length >= 3)
}

/** Where a line stands that may be the title. */
export interface TitlePlace {
  /** Whether it is the first line of the document. */
  first: boolean
  /** Whether a further line says the same. */
  repeated: boolean
  /** What stands below it. */
  next: 'by-line' | 'date line' | 'prose' | null
  /** Whether the format names a title that it has, though not one to be relied on. */
  hinted: boolean
}

/** How well a line at the top serves as the title, in points; each line of the sum is one kind of evidence. */
export function titleScore(block: DraftBlock, place: TitlePlace, draft: Draft): number {
  const { text } = block
  const words = countWords(text)
  const headings = draft.nodes.filter((node): node is DraftBlock => isBody(node) && node.type === 'heading')
  const highest = headings.reduce((depth, heading) => Math.min(depth, heading.depth), block.depth)
  const peers = headings.filter(
    heading => heading !== block && heading.depth <= block.depth && fold(heading.text) !== fold(text),
  )
  let score = 0
  if (place.hinted) score += 3
  if (block.role === 'title') score += 6
  if (block.role === 'subtitle' || block.role === 'by-line' || block.role === 'caption' || block.role === 'code')
    score -= 3
  // In plain text any short line in front of prose is a heading.
  if (block.type === 'heading') score += (draft.format === 'text' ? 1 : 2) - 0.3 * (block.depth - highest)
  if (block.type === 'listItem' || block.type === 'quotation' || block.type === 'table') score -= 3
  // In plain text every heading has one depth; elsewhere sections on a level with it make it a section too.
  if (block.type === 'heading' && draft.format !== 'text' && peers.length > 1) score -= 1.5
  if (place.first) score += 1
  if (place.repeated) score += 2
  if (place.next === 'by-line' || place.next === 'date line') score += 1
  if (place.next === 'prose') score += 0.5
  if (words >= 4 && words <= 18) score += words >= 6 ? 1 : 0.5
  if (words < 2) score -= 1.5
  if (words > 25) score -= 1.5
  if (block.references.length > 0) score += 1
  if (isCapitals(text)) score -= 1
  if (startsLower(text)) score -= 0.5
  if (endsTerminal(text) && !/[?!:]["”’»)]*$/u.test(text)) score -= 2.5
  if (/@|\bwww\.|https?:/.test(text)) score -= 2
  if (sectionWord.test(text)) score -= 5
  if (partOfText.test(text)) score -= 3
  return score
}

/** Whether a line below the title is its subtitle. */
export function isSubtitle(block: DraftBlock, title: DraftBlock, distance: number, draft: Draft): boolean {
  if (block.role === 'subtitle') return true
  if (distance > 3 || countWords(block.text) < 4 || isCapitals(block.text) || sectionWord.test(block.text)) return false
  if (block.type !== 'heading') return block.type === 'paragraph' && block.role !== 'caption'
  if (draft.format === 'text' || block.depth <= title.depth) return false
  const peers = draft.nodes.filter(node => isBody(node) && node.type === 'heading' && node.depth === block.depth)
  return peers.length === 1
}
