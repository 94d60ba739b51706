import { countWords, endsTerminal, fold, startsLower } from '../../shape.js'
import { countBy } from './count.js'
import type { Fragment, PdfPage } from './fragment.js'
import { isRaised, type Line, lineOf, rowsOf } from './lines.js'

/** A page without what its head and foot have on every page. */
export interface TrimmedPage {
  page: PdfPage
  body: Fragment[]
  head: MarginLine[]
  foot: MarginLine[]
}

interface MarginLine {
  line: Line
  reason: 'running head' | 'running foot' | 'page number'
}

type Side = 'head' | 'foot'

const isLabel = (text: string) => countWords(text) <= 12 && !endsTerminal(text) && !startsLower(text)

/** How many lines from either end of a page can run on every page. */
const deepest = 4
const longest = 160
/** A line further out than what runs, which itself does not. */
const mostBetween = 1
/** Of all pages, so many must have something that runs at a height. */
const leastShare = 0.2
/** Two lines stand at one height if they are no further apart, in points. */
const sameHeight = 2.5

const number = '(?:\\d{1,4}|[ivxlcdm]{1,7})'
const lonePage = new RegExp(
  `^[-–—\\[(|·•\\s]*(?:(?:page|p\\.|seite|página|pagina|стр\\.?|第|صفحة)\\s*)?(?:[A-Z]-)?(${number})(?:\\s*(?:of|/|von|de|sur|di|из)\\s*\\d{1,4})?\\s*[页頁]?[-–—\\])|·•\\s]*$`,
  'iu',
)

/** A row at an end of a page, and what it has in common with those of other pages. */
interface Candidate {
  page: number
  side: Side
  line: Line
  /** The words without numbers. */
  key: string
  numbers: number[]
  lone: boolean
}

const roman: { [letter: string]: number } = { i: 1, v: 5, x: 10, l: 50, c: 100, d: 500, m: 1000 }

function numberOf(printed: string): number {
  if (/^\d+$/.test(printed)) return Number(printed)
  const letters = [...printed.toLowerCase()].map(letter => roman[letter] ?? 0)
  return letters.reduce((sum, n, i) => sum + (n < (letters[i + 1] ?? 0) ? -n : n), 0)
}

function candidateOf(line: Line, page: number, side: Side): Candidate {
  const lone = lonePage.exec(line.text)?.[1]
  // A raised number is that of a note.
  const [first] = line.fragments
  const isNote = first !== undefined && line.fragments.length > 1 && isRaised(first, line)
  // The number of the page is the first or the last word of a head.
  const ends = [/^\D{0,3}(\d{1,4})(?!\S)/, /(?<!\S)(\d{1,4})\D{0,2}$/]
    .map(end => end.exec(line.text)?.[1])
    .filter(found => found !== undefined)
  return {
    page,
    side,
    line,
    key: fold(line.text.replace(/\d+/g, ' ')),
    numbers: isNote ? [] : [...new Set((lone ? [lone] : ends).map(numberOf))],
    lone: lone !== undefined,
  }
}

/** Finds what stands at the head and the foot of page after page, and the numbers of the pages. */
export function trimMargins(pages: readonly PdfPage[]): TrimmedPage[] {
  const rows = pages.map(page => rowsOf(page.fragments))
  const lines = pages.map((page, i) => (rows[i] ?? []).map(row => lineOf(row, page.number)))
  const ends = pages.map((page, i) => {
    const all = lines[i] ?? []
    const reach = Math.min(deepest, Math.ceil(all.length / 2))
    return {
      head: all.slice(0, reach).map(line => candidateOf(line, page.number, 'head')),
      foot: all
        .slice(Math.max(reach, all.length - deepest))
        .map(line => candidateOf(line, page.number, 'foot'))
        .reverse(),
    }
  })
  const candidates = ends.flatMap(({ head, foot }) => [...head, ...foot]).filter(c => c.line.text.length <= longest)
  const near = index(candidates)
  const least = pages.length >= 6 ? 3 : 2
  const pagesOf = (list: readonly Candidate[]) => new Set(list.map(({ page }) => page)).size
  const offsets = countBy(
    candidates.flatMap(c => c.numbers.map(n => `${c.side} ${Math.round(c.line.baseline / 12)} ${n - c.page}`)),
    key => key,
  )
  const counts = (c: Candidate) =>
    c.numbers.some(n =>
      [-1, 0, 1].some(
        step => (offsets.get(`${c.side} ${Math.round(c.line.baseline / 12) + step} ${n - c.page}`) ?? 0) >= 2,
      ),
    )
  const repeated = (c: Candidate) => c.key.length >= 3 && pagesOf(near(c).filter(other => other.key === c.key)) >= least
  const evident = new Set(candidates.filter(c => repeated(c) || (c.lone && counts(c))))
  const numbered = new Set(candidates.filter(c => !c.lone && counts(c) && isLabel(c.key)))

  // What runs does so at one height, on a good part of all pages.
  const enough = Math.max(2, pages.length * leastShare)
  const runsAt = (c: Candidate) =>
    pagesOf(
      near(c).filter(
        other => (evident.has(other) || numbered.has(other)) && Math.abs(other.line.size - c.line.size) < 0.6,
      ),
    ) >= enough

  const isMargin = (c: Candidate, height: number, beyond: number): boolean => {
    if ((evident.has(c) || (numbered.has(c) && beyond > c.line.size * 1.5)) && runsAt(c)) return true
    // A page number that no other page confirms: alone at the very end, apart from the text.
    const outer = c.side === 'head' ? c.line.baseline < height * 0.1 : c.line.baseline > height * 0.9
    if (c.lone && outer && beyond > c.line.size * 1.8) return true
    // A line at the very edge of a later page, apart from the text, that is no end of a sentence begun before.
    if (outer && c.page > 1 && beyond > c.line.size * 2 && isLabel(c.line.text)) return true
    // The name of a chapter, where other pages have a running head.
    return beyond > c.line.size * 1.6 && runsAt(c)
  }
  return pages.map((page, i) => {
    const all = lines[i] ?? []
    const taken = { head: 0, foot: 0 }
    const margin = (side: Side): MarginLine[] => {
      const found: MarginLine[] = []
      let pending: Candidate[] = []
      let over = false
      const list = ends[i]?.[side] ?? []
      list.forEach((c, at) => {
        if (over) return
        const at0 = side === 'head' ? at : all.length - 1 - at
        const next = all[side === 'head' ? at0 + 1 : at0 - 1]
        const beyond = next ? Math.abs(next.baseline - c.line.baseline) : Number.POSITIVE_INFINITY
        pending.push(c)
        if (c.line.text.length > longest || !isMargin(c, page.height, beyond)) {
          over = pending.length > mostBetween
          return
        }
        // What stands further out than a running head runs too, if it is near the edge and short.
        for (const one of pending)
          found.push({
            line: one.line,
            reason: one.lone ? 'page number' : side === 'head' ? 'running head' : 'running foot',
          })
        pending = []
        taken[side] = at + 1
      })
      return side === 'head' ? found : found.reverse()
    }
    const head = margin('head')
    const foot = margin('foot')
    const body = (rows[i] ?? []).slice(taken.head, all.length - taken.foot).flat()
    return { page, body, head, foot }
  })
}

/** Looks up what stands at the height of a candidate on the same end of any page. */
function index(candidates: readonly Candidate[]): (c: Candidate) => Candidate[] {
  const shelves = new Map<string, Candidate[]>()
  for (const c of candidates) {
    const key = `${c.side} ${Math.round(c.line.baseline / sameHeight)}`
    const shelf = shelves.get(key)
    if (shelf) shelf.push(c)
    else shelves.set(key, [c])
  }
  return c => {
    const at = Math.round(c.line.baseline / sameHeight)
    return [at - 1, at, at + 1]
      .flatMap(key => shelves.get(`${c.side} ${key}`) ?? [])
      .filter(other => Math.abs(other.line.baseline - c.line.baseline) <= sameHeight)
  }
}
