import type { Span } from '@briefbook/ast'
import { approximations, multiples, numbered } from '../lexicons/units.js'
import { fold } from '../text/fold.js'
import { magnitudeOf, readFraction, readNumber } from '../text/numbers.js'
import { currencyNamed, earliestStart, quantityCore, quantityPattern, unitNamed } from './quantity-pattern.js'

/** A quantity in a text. Places count in the text that was read. */
export interface Quantity {
  start: number
  end: number
  /** The number or range alone: without approximation, sign and unit. */
  number: Span
  /** The number with its sign and unit. */
  measure: Span
  /** The least and the most that is said; null where that is left open or words give no number. */
  low: number | null
  high: number | null
  /** The unit of measure; null where something is counted. */
  unit: string | null
  /** Whether it is plainly so much, and not about so much. */
  approximate: boolean
  /** Whether it is a plain small number in words and nothing else, as in `two countries`. */
  plain: boolean
}

type Groups = { [name: string]: string | undefined }
interface Bounds {
  low: number | null
  high: number | null
}

/** The bounds of a value under what stands in front of it (`more than`) or behind it (`or more`). */
function bounds({ low, high }: Bounds, approx: string | undefined, open: string | undefined): Bounds {
  const word = approx?.trim().toLowerCase() ?? ''
  if (approximations.least.includes(word) || /more|plus|\+/.test(open ?? '')) return { low, high: null }
  if (approximations.most.includes(word) || /fewer|less/.test(open ?? '')) return { low: null, high }
  return { low, high }
}

/** Whether a numeral is part of a name: `Article 5`, `Boeing 747`, `Resolution 1373`. */
function isNamed(text: string, start: number, hasUnit: boolean): boolean {
  const before = /([\p{L}.]+) $/u.exec(text.slice(Math.max(0, start - 30), start))?.[1]
  if (before === undefined) return false
  return numbered.has(before.toLowerCase().replace('.', '')) && (/^\p{Lu}/u.test(before) || !hasUnit)
}

const clock = /^(?::\d\d)?\s?(?:[ap]\.?m\b|o'clock|hrs\b|GMT\b|UTC\b)/i

/** `10m` is ten million where money or something in the plural is counted, else ten metres. */
function isMetres(first: string, groups: Groups, behind: string): boolean {
  if (!/\dm$/.test(first) || groups.sign1 !== undefined || groups.own !== undefined) return false
  return !/^ (?:people|men|women|children|[\p{Ll}-]+s)\b/u.test(behind)
}

/** What says that a `from … to …` tells of a change and not of a range. */
const change =
  /\b(?:rose|risen|rising|grew|grown|growing|gone|went|increas\w+|climb\w*|jump\w*|soar\w*|surg\w+|expand\w*|rais\w+|up|mov\w+|double\w*|improv\w+|swell\w*|swollen|fell|fallen|drop\w*|declin\w+|decreas\w+|cut|down|reduc\w+|shr[aiu]nk\w*)\b[^.;]{0,40}$/i

/** `8-10,000`: behind a hyphen, the thousands of the second number are the first one's too. */
function sharesThousands(first: string, second: string, joint: string): boolean {
  if (joint !== '-' || !/^\d{1,3}$/.test(first) || !/^\d{1,3},000$/.test(second)) return false
  return Number(first) < Number(second.slice(0, -4))
}

/** `5-7 million`: a magnitude behind the second number is the first one's too. */
function readTwo(first: string, second: string, joint: string): { low: number; high: number } | null {
  const [own, high] = [readNumber(first), readNumber(second)]
  if (own === null || high === null) return null
  if (sharesThousands(first, second, joint)) return { low: own * 1_000, high }
  const shared = magnitudeOf(first) === null ? magnitudeOf(second) : null
  return { low: shared === null ? own : own * shared, high }
}

/** Approximations that are prepositions too: `worried about four matters`. */
const ambiguous = new Set(['about', 'around', 'over', 'under', 'above', 'below', 'some', 'only', 'just'])
const isFirm = (approx: string | undefined) => approx !== undefined && !ambiguous.has(approx.trim().toLowerCase())
const isExact = (approx: string | undefined) =>
  approx === undefined || /^(?:exactly|just|only|a total of) /i.test(approx)

/** What stands for a number without being one: `two thirds`, `dozens`, `tenfold`, `doubled`. */
function readWorded(groups: Groups): { value: number | null; unit: string | null } | null {
  const { fraction, vague, fold: times, multiple } = groups
  if (vague !== undefined) return { value: null, unit: unitNamed(groups.own2 ?? '') }
  if (multiple !== undefined) return { value: multiples[multiple.toLowerCase()] as number, unit: 'times' }
  if (times !== undefined) {
    const count = times.replace(/[- ]?fold$/i, '')
    return { value: readNumber(count), unit: 'times' }
  }
  if (groups.ratio !== undefined) {
    const [over, under] = [readNumber(groups.over as string), readNumber(groups.under as string)]
    return over !== null && under !== null && over < under
      ? { value: Math.round((over / under) * 1000) / 1000, unit: null }
      : null
  }
  if (fraction === undefined) return null
  const unit = unitNamed(groups.own3 ?? '')
  const [over, under] = fraction.split('/').map(Number)
  if (!fraction.includes('/')) return { value: readFraction(fraction), unit }
  return under && over && over < under ? { value: Math.round((over / under) * 1000) / 1000, unit } : null
}

/** `a day`, `per capita`, `/month` as tables name it. */
const perName = (per: string | undefined) =>
  per === undefined
    ? ''
    : ` per ${per
        .trim()
        .replace(/^(?:\/|(?:per|an?|each|every) )/i, '')
        .toLowerCase()}`

/** What a match of the pattern is read from. */
interface Match {
  text: string
  folded: string
  start: number
  end: number
  groups: Groups
  /** Where a part of the pattern stands; the end of the match where it does not. */
  place(group: string): Span
}

/** A hyphen that is no minus: an en dash, or one behind a number (`2010 -2014`). */
const isDash = ({ text, folded, groups, place }: Match) =>
  groups.minus === '-' && (text[place('minus')[0]] === '–' || /[\d%]\s?$/.test(folded.slice(0, place('minus')[0])))

function readWordedMatch(match: Match): Quantity[] {
  const worded = readWorded(match.groups)
  if (worded === null) return []
  const { start, end, groups } = match
  const span: Span = [start + (groups.approx?.length ?? 0), end]
  const value = bounds({ low: worded.value, high: worded.value }, groups.approx, undefined)
  const approximate = !isExact(groups.approx)
  return [{ start, end, number: span, measure: span, ...value, unit: worded.unit, approximate, plain: false }]
}

/** A number and what stands around it, without the second number that the pattern found behind it. */
function readFirst(match: Match, low: number | null, changes: boolean, name: string | null): Quantity[] {
  if (low === null) return []
  const { groups, place } = match
  const first = groups.first as string
  const number = place('first')
  const end = groups.unit1 === undefined ? number[1] : place('unit1')[1]
  const begin = groups.sign1 === undefined ? number[0] : place('sign1')[0]
  const unit = groups.sign1 !== undefined || groups.unit1 !== undefined || changes ? name : null
  const plain = !/\d/.test(first) && low < 10 && !isFirm(groups.approx) && unit === null
  const start = changes || groups.between !== undefined ? begin : match.start
  const value = bounds({ low, high: low }, groups.approx, undefined)
  return [{ start, end, number, measure: [begin, end], ...value, unit, approximate: !isExact(groups.approx), plain }]
}

/** The quantities of one match, and where to read on. */
function readMatch(match: Match): { found: Quantity[]; next: number } {
  const { folded, start, end, groups, place } = match
  const { first, second } = groups
  if (first === undefined) {
    const found = readWordedMatch(match)
    // `two in 2014`: no share, so the number is read again by itself.
    return { found, next: found.length > 0 || groups.ratio === undefined ? end : place('over')[1] }
  }
  const nothing = { found: [], next: end }
  const numeral = /[\d½⅓⅔¼¾]/.test(first)
  if (isDash(match) || (numeral && clock.test(folded.slice(end)))) return nothing
  const compound = groups.compound?.replace(/-.*/, '')
  const sign = groups.sign1 ?? groups.sign2
  const name = sign === undefined ? unitNamed(groups.unit1 ?? groups.own ?? compound ?? '') : currencyNamed(sign)
  const from = start + (groups.approx?.length ?? 0)
  if (numeral && isNamed(folded, from, name !== null)) return nothing
  // `one of`, `one another`: a pronoun.
  if (/^one$/i.test(first) && second === undefined && name === null && groups.minus === undefined) return nothing

  const joint = groups.joint?.trim() ?? ''
  const two = second === undefined ? null : readTwo(first, second, joint)
  const changes = groups.from !== undefined && change.test(folded.slice(Math.max(0, from - 60), from))
  const isRange = two !== null && two.low < two.high && (joint !== 'and' || groups.between !== undefined) && !changes
  if (second !== undefined && !isRange) {
    // `from 10 to 15 million` as a change is two quantities, and shares its million even so.
    const found = readFirst(match, changes && two !== null ? two.low : readNumber(first), changes, name)
    return { found, next: found[0]?.end ?? place('first')[1] }
  }
  const metres = isMetres(first, groups, folded.slice(end))
  const single = metres ? readNumber(first.slice(0, -1)) : readNumber(first)
  const value = two ?? { low: single, high: single }
  if (value.low === null || value.high === null) return nothing
  const negative = groups.minus !== undefined || groups.sign1?.endsWith('-')
  // Weights are not told by the million, but for those `of` something.
  const sterling = name === 'pounds' && value.high >= 100_000 && !/^ of\b/.test(folded.slice(end))
  const unit = metres ? 'm' : sterling ? 'GBP' : name
  const per = perName(groups.per)
  const plain = !numeral && !isRange && !isFirm(groups.approx) && name === null && value.high < 10
  const numberStart = groups.minus === undefined ? place('first')[0] : place('minus')[0]
  const numberEnd = place(second === undefined ? 'first' : 'second')[1] - (metres ? 1 : 0)
  const measureEnd = end - (groups.per?.length ?? 0) - (groups.open?.length ?? 0)
  const quantity: Quantity = {
    start,
    end,
    number: [numberStart, numberEnd],
    measure: [groups.sign1 === undefined ? numberStart : Math.min(numberStart, place('sign1')[0]), measureEnd],
    ...bounds(negative ? { low: -value.high, high: -value.low } : value, groups.approx, groups.open),
    unit: unit === null && per === '' ? null : `${unit ?? ''}${per}`.trim(),
    approximate: !isExact(groups.approx),
    plain,
  }
  return { found: [quantity], next: end }
}

/** Digits in an address of the web are no quantity. */
const address = /\b(?:https?:\/\/|www\.)\S+/g

const isLetter = /\p{L}/u

/** The first match of the pattern that begins between two places. A quantity begins behind no letter. */
function matchBetween(folded: string, from: number, to: number): RegExpExecArray | null {
  for (let at = from; at <= to; at++) {
    if (at > 0 && isLetter.test(folded.charAt(at - 1))) continue
    quantityPattern.lastIndex = at
    const match = quantityPattern.exec(folded)
    if (match !== null) return match
  }
  return null
}

/** The quantities of a text, in order. Ordinals, numbered things, times of day and parts of longer numbers are none. */
export function findQuantities(text: string): Quantity[] {
  const found: Quantity[] = []
  if (text.search(quantityCore) < 0) return found
  const folded = fold(text).replace(address, found => ' '.repeat(found.length))
  let from = 0
  for (;;) {
    quantityCore.lastIndex = from
    const core = quantityCore.exec(folded)
    if (core === null) return found
    const match = matchBetween(folded, Math.max(from, earliestStart(folded, core.index)), core.index)
    if (match === null) {
      from = core.index + 1
      continue
    }
    const { groups = {}, index, indices, 0: whole } = match
    const end = index + whole.length
    const place = (group: string): Span => indices?.groups?.[group] ?? [end, end]
    const read = readMatch({ text, folded, start: index, end, groups, place })
    found.push(...read.found)
    from = Math.max(read.next, index + 1)
  }
}
