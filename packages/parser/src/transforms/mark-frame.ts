import { type Draft, type DraftBlock, isBody, withFurniture } from '../draft.js'
import { sharedWords } from '../metadata/shared-words.js'
import { endsTerminal } from '../shape.js'
import { describe, type Passage } from './furniture/passage.js'
import { backMatter } from './furniture/phrases.js'

/*
 * A page that was copied or scraped whole has menus above its article and lists of others below it. Where the article
 * stands is found as the stretch with the most prose in it and the fewest lines of menus (the maximal subsequence of
 * Pasternack and Roth); what stands around it goes only where it looks like the frame of a page.
 */

/** A longer passage is worth no more: one long notice does not make an article. */
const mostWorth = 60
const sentenceWorth = 12
const loneSentenceWorth = 4
const lineWorth = -5
const phraseWorth = -8
/** An article has at least so many words of prose. */
const leastProse = 120
/** So many lines of a menu in a row are one, by how many kinds of lines that pages are known to have stand among them. */
const leastMenu = [25, 12, 4] as const
/** What has more than this share of the words of the article in longer lines is no frame around it. */
const mostWords = 0.5
const longestMenuLine = 9
/** Lines above the article that its title, by-line and date may be among; so many where one has the article's words. */
const headLines = 12
const headLinesWithTitle = 60
const muchShared = 0.5

const isMenuLine = ({ block, words, prose, phrase }: Passage): boolean =>
  phrase !== null ||
  block.linked > 0.5 ||
  (!prose &&
    words <= longestMenuLine &&
    block.marker === null &&
    block.type !== 'table' &&
    block.type !== 'footnote' &&
    !endsTerminal(block.text))

/** A sentence between lines of a menu: what a list of other articles says of each. */
const isTeaser = (passages: readonly Passage[], i: number): boolean => {
  const { prose, own } = passages[i] as Passage
  const beside = [passages[i - 1], passages[i + 1]]
  return (
    prose && !own && beside.every(passage => !passage?.prose) && beside.some(passage => passage && isMenuLine(passage))
  )
}

function worth(passages: readonly Passage[], i: number): number {
  const passage = passages[i] as Passage
  const { block, words, prose, own, phrase } = passage
  if (phrase !== null) return phraseWorth
  if (block.linked > 0.5) return lineWorth
  if (own) return Math.min(words, mostWorth)
  if (prose) return isTeaser(passages, i) ? loneSentenceWorth : sentenceWorth
  if (!isMenuLine(passage)) return 0
  return block.type === 'heading' && passages[i + 1]?.own ? 0 : lineWorth
}

/** The stretch of passages that is worth most, as indices of its first and of the one behind its last. */
function richest(passages: readonly Passage[]): [from: number, to: number] {
  let best = 0
  let window: [number, number] = [0, 0]
  let sum = 0
  let from = 0
  passages.forEach((_, i) => {
    if (sum <= 0) {
      sum = 0
      from = i
    }
    sum += worth(passages, i)
    if (sum > best) {
      best = sum
      window = [from, i + 1]
    }
  })
  return window
}

/** The words of passages that are no lines of a menu. */
const wordsOf = (passages: readonly Passage[]): number =>
  passages.reduce((sum, passage, i) => sum + (isMenuLine(passage) || isTeaser(passages, i) ? 0 : passage.words), 0)

/** Whether passages look like the frame of a page: a menu, the longer the fewer lines are known from pages. */
function isFrame(passages: readonly Passage[], article: number): boolean {
  if (wordsOf(passages) > article * mostWords) return false
  const phrases = new Set(passages.flatMap(({ phrase }) => (phrase ? [phrase] : []))).size
  let run = 0
  let longest = 0
  for (const passage of passages) {
    run = isMenuLine(passage) ? run + 1 : 0
    longest = Math.max(longest, run)
  }
  return longest >= (leastMenu[Math.min(phrases, 2)] as number)
}

/** Where the head of the article can begin, the lines of which are left to those who look for the title. */
function headFrom(passages: readonly Passage[], from: number): number {
  const share = sharedWords(passages.slice(from).map(({ block }) => block))
  const farthest = Math.max(0, from - headLinesWithTitle)
  const title = passages.slice(farthest, from).findIndex(({ block }) => share(block.text) >= muchShared)
  const near = Math.max(0, from - headLines)
  return title < 0 ? near : Math.min(near, farthest + title)
}

/** Marks the menus above the article of a page that was copied whole, and all that stands below it. */
export function markFrame(draft: Draft): Draft {
  const passages = draft.nodes.filter(isBody).map(describe)
  const [from, to] = richest(passages)
  const article = wordsOf(passages.slice(from, to))
  if (article < leastProse) return draft
  const marked = new Map<DraftBlock, string>()
  if (isFrame(passages.slice(0, from), article))
    for (const { block, phrase } of passages.slice(0, headFrom(passages, from)))
      marked.set(block, phrase?.reason ?? 'page head')
  const below = passages.slice(to)
  const notes = below.some(({ block }) => block.type === 'footnote' || backMatter.test(block.text))
  if (!notes && isFrame(below, article))
    for (const { block, phrase } of below) marked.set(block, phrase?.reason ?? 'end of page')
  if (marked.size === 0) return draft
  return withFurniture(draft, marked)
}
