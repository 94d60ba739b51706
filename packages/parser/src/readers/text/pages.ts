import { countWords, endsTerminal, fold, startsLower } from '../../shape.js'
import type { Line } from './lines.js'

/** `- 12 -`, `[12]`, `12`, `xii`: a page number that only its neighbours can confirm. */
const bare = /^(?:[-–—[(|~·]\s*)?(?<number>\d{1,4}|[ivxlc]{1,6})(?:\s*[-–—\])|~·])?$/i
/** `Page 3 of 9`, `3/9`: one that says so itself. */
const labelled =
  /^[-–—[(|\s]*(?:(?:page|pg\.|p\.|seite|página|pagina|стр\.?|第)\s*\d{1,4}(?:\s*(?:of|\/|von|de|sur|di|из)\s*\d{1,4})?\s*页?)[-–—\])|\s]*$/iu
/** A line with more words is no running head. */
const longestHead = 90
/** So many pages in a row make a series of numbers, or a line that comes back, certain. */
const leastPages = 3
/** A page holds at least so many lines; what comes back sooner is a list, or the refrain of a song. */
const leastLines = 8

/** A running head that has its page number at the edge: `4    THE REVIEW`, `The Review | 5`. */
const numberedHead = /^\d{1,4}(?:\s{2,}|\s*[|•·]\s*)\p{L}|\p{L}(?:\s{2,}|\s*[|•·]\s*)\d{1,4}$/u

const roman = (text: string): number => {
  const values: { readonly [letter: string]: number } = { i: 1, v: 5, x: 10, l: 50, c: 100 }
  const digits = [...text.toLowerCase()].map(letter => values[letter] ?? 0)
  return digits.reduce((sum, value, i) => sum + (value < (digits[i + 1] ?? 0) ? -value : value), 0)
}

interface Numbered {
  at: number
  number: number
}

/** The longest series of numbers that rise by one or two, each at least a page of lines behind the one before. */
function longestSeries(candidates: readonly Numbered[]): Numbered[] {
  let best: Numbered[] = []
  /** For each number, the longest series so far that ends with it. */
  const ending = new Map<number, Numbered[]>()
  for (const candidate of candidates) {
    const before = [1, 2]
      .map(step => ending.get(candidate.number - step))
      .filter(series => series && candidate.at - (series.at(-1) as Numbered).at >= leastLines)
      .sort((a, b) => (b?.length ?? 0) - (a?.length ?? 0))[0]
    const series = [...(before ?? []), candidate]
    if (series.length > (ending.get(candidate.number)?.length ?? 0)) ending.set(candidate.number, series)
    if (series.length > best.length) best = series
  }
  return best
}

/** More candidates than this are the figures of a table; the search would take quadratic time. */
const mostCandidates = 5_000

/** Whether a line stands in the middle of a sentence of others. */
function interrupts(lines: readonly Line[], at: number): boolean {
  const [above, below] = [lines[at - 1], lines[at + 1]]
  if (!above || !below || above.text.length < 40 || below.text.length < 20) return false
  return !endsTerminal(above.text) && startsLower(below.text)
}

function findNumbers(lines: readonly Line[]): Set<Line> {
  const found = new Set<Line>()
  const candidates: Numbered[] = []
  lines.forEach((line, at) => {
    if (line.furniture !== null || line.text.length > 30) return
    if (labelled.test(line.text)) found.add(line)
    const number = bare.exec(line.text)?.groups?.number
    if (number === undefined) return
    const value = /\d/.test(number) ? Number(number) : roman(number)
    candidates.push({ at, number: value })
    // Beside the end of a page a number needs no others.
    if (line.page || lines[at + 1]?.page || interrupts(lines, at)) found.add(line)
  })
  if (candidates.length > mostCandidates) return found
  const series = longestSeries(candidates)
  const certain = series.length >= leastPages || series.some(({ at }) => found.has(lines[at] as Line))
  if (certain) for (const { at } of series) found.add(lines[at] as Line)
  return found
}

/** What a running head says, whatever the number of its page. */
const keyOf = (text: string) => fold(text.replace(/\d+/g, ' ')).trim()

const mostWords = 12

/** A running head is a name or a title, and not a line out of a sentence. */
const couldRun = (text: string): boolean =>
  text.length <= longestHead &&
  countWords(text) <= mostWords &&
  /^[^\p{L}]*(?:\p{Lu}|\p{Lo})/u.test(text) &&
  /\p{L}{3}/u.test(text)

/** The lines that come back at the top or foot of pages; `numbers` are the lines known to be page numbers. */
function findHeads(lines: readonly Line[], numbers: ReadonlySet<Line>): Set<Line> {
  const places = new Map<string, number[]>()
  lines.forEach((line, at) => {
    if (line.furniture !== null || numbers.has(line) || !couldRun(line.text)) return
    const key = keyOf(line.text)
    const list = places.get(key)
    if (list) list.push(at)
    else places.set(key, [at])
  })
  const found = new Set<Line>()
  for (const at of places.values()) {
    const single = at.every(place => numberedHead.test(lines[place]?.text ?? '') && interrupts(lines, place))
    if (at.length < 2 && !single) continue
    const apart = at.every((place, i) => i === 0 || place - (at[i - 1] as number) >= leastLines)
    const rising = longestSeries(
      at.flatMap(place =>
        [...(lines[place]?.text.matchAll(/\d+/g) ?? [])].map(m => ({ at: place, number: Number(m[0]) })),
      ),
    )
    const atEdge = at.filter(place => {
      const [line, above, below] = [lines[place] as Line, lines[place - 1], lines[place + 1]]
      return line.page || below?.page || (above && numbers.has(above)) || (below && numbers.has(below)) || place === 0
    })
    const many = at.length >= leastPages
    const numbered = rising.length >= Math.max(leastPages, at.length - 1)
    const edged = atEdge.length >= at.length * (many ? 0.8 : 1)
    if (!single && (!apart || !(numbered || edged))) continue
    // The first at the top of the text is left to those who look for the title.
    for (const place of at) if (place > 1 || /\d/.test(lines[place]?.text ?? '')) found.add(lines[place] as Line)
  }
  return found
}

/** Marks the page numbers and running heads of a text that was set in pages. The line behind them begins a page. */
export function markPages(lines: readonly Line[]): Line[] {
  const numbers = findNumbers(lines)
  const heads = findHeads(lines, numbers)
  if (numbers.size === 0 && heads.size === 0) return [...lines]
  let page = false
  return lines.map(line => {
    if (line.furniture !== null) return line
    const furniture = numbers.has(line) ? 'page number' : heads.has(line) ? 'running head' : null
    const marked = { ...line, furniture, page: furniture === null && (line.page || page) }
    page = furniture !== null
    return marked
  })
}
