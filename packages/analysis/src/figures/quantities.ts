import { approximations, currencySigns, numbered, units } from '../lexicons/units.js'
import { fold } from '../text/fold.js'
import { magnitudes, numberPhrasePattern, numberWord, numberWordPattern } from '../text/numbers.js'

/** A quantity in a text. Places count in the text that was read. */
export interface Quantity {
  start: number
  end: number
  /** The least and the most that is said; null where that is left open or words give no number. */
  low: number | null
  high: number | null
  /** The unit of measure; null where something is counted. */
  unit: string | null
  /** Whether it is a plain small number in words and nothing else, as in `two countries`. */
  plain: boolean
}

const escapePattern = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
const anyOf = (words: readonly string[]) =>
  [...words]
    .sort((a, b) => b.length - a.length)
    .map(escapePattern)
    .join('|')

const unitOf = new Map(
  Object.entries(units).flatMap(([name, words]) => words.map(word => [word.toLowerCase(), name] as const)),
)
const magnitude = 'crore|lakh|hundred|thousand|million|billion|trillion|dozen|bn|mn|tn|k|m'
const digits = '\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d{1,3}(?: \\d{3})+(?![\\d.,]\\d)|\\d+ \\d/\\d|\\d+(?:\\.\\d+)?'
const sign = `(?:${anyOf(Object.keys(currencySigns))})`
const number = `(?:${digits})(?:[ -]?(?:${magnitude})\\b)?|${numberPhrasePattern}`
const fraction =
  '(?:(?:one|two|three|four|a)[- ](?:third|thirds|quarter|quarters|fifth|fifths|half)|half)(?= (?:of\\b|the\\b|its\\b|their\\b))'
const vague = '(?:tens of |hundreds of |thousands of )?(?:dozens|scores|hundreds|thousands|millions|billions|trillions)'
const approximation = anyOf(Object.values(approximations).flat())
const unit = anyOf([...unitOf.keys()])
const worded = '[\\p{L}]'

const pattern = new RegExp(
  [
    `(?<approx>(?<!${worded})(?:${approximation}) )?`,
    '(?:(?<between>(?<!\\p{L})between )|(?<from>(?<!\\p{L})from ))?',
    `(?:`,
    `(?<![\\p{L}\\d.,/:#-])(?<sign1>${sign} ?)?(?<first>${number})(?<unit1>(?:%| ?(?:percent|per cent)\\b))?`,
    `(?:(?<joint> ?- ?| to | or | and )(?<sign2>${sign} ?)?(?<second>${number}))?`,
    `(?:(?<hyphen>-)(?<compound>[\\p{L}]+(?:-(?:long|old|wide|high|strong))?)|(?<gap> ?)(?<unit>${unit}))?`,
    `(?![\\p{L}\\d]|[.,:/]\\d|(?:st|nd|rd|th)\\b)`,
    `|(?<![\\p{L}-])(?<fraction>${fraction})`,
    `|(?<![\\p{L}-])(?<vague>${vague})(?![\\p{L}-])`,
    ')',
  ].join(''),
  'giu',
)

/** `1,250.5` or `10 1/2` */
function readDigits(text: string): number {
  const mixed = /^(\d+) (\d)\/(\d)$/.exec(text)
  if (mixed) return Number(mixed[1]) + Number(mixed[2]) / (Number(mixed[3]) || 1)
  return Number(text.replaceAll(/[, ]/g, ''))
}

function readNumber(text: string): number | null {
  const match = new RegExp(`^(${digits})(?:[ -]?(${magnitude}))?$`, 'iu').exec(text.trim())
  if (!match) return numberWord(text)
  const value = readDigits(match[1] as string)
  return match[2] === undefined ? value : value * (magnitudes[match[2].toLowerCase()] as number)
}

const hasMagnitude = (text: string) =>
  new RegExp(`(?:^|[\\s\\d-])(${magnitude})$`, 'iu').exec(text)?.[1]?.toLowerCase() ?? null

/** `5-7 million`: a magnitude behind the second number is the first one's too. */
function readRange(first: string, second: string): { low: number; high: number } | null {
  const high = readNumber(second)
  const own = readNumber(first)
  if (high === null || own === null) return null
  const shared = hasMagnitude(first) === null ? hasMagnitude(second) : null
  const low = shared === null ? own : own * (magnitudes[shared] as number)
  return low < high ? { low, high } : null
}

const fractions: { readonly [word: string]: number } = { half: 1 / 2, third: 1 / 3, quarter: 1 / 4, fifth: 1 / 5 }

function readFraction(text: string): number {
  const words = text.toLowerCase().split(/[\s-]/)
  const part = fractions[(words.at(-1) as string).replace(/s$/, '')] as number
  const count = words.length > 1 ? (numberWord(words[0] as string) ?? 1) : 1
  return Math.round(count * part * 1000) / 1000
}

/** The bounds of a value under what stands in front of it. */
function bounds(
  low: number | null,
  high: number | null,
  approx: string | undefined,
): { low: number | null; high: number | null } {
  const word = approx?.trim().toLowerCase()
  if (word !== undefined && approximations.least.includes(word)) return { low, high: null }
  if (word !== undefined && approximations.most.includes(word)) return { low: null, high }
  return { low, high }
}

/** Whether a numeral is part of a name: `Article 5`, `Boeing 747`, `Resolution 1373`. */
function isNamed(text: string, start: number, hasUnit: boolean): boolean {
  const before = /([\p{L}.]+) $/u.exec(text.slice(Math.max(0, start - 30), start))?.[1]
  if (before === undefined) return false
  if (numbered.has(before.toLowerCase().replace('.', ''))) return /^\p{Lu}/u.test(before) || !hasUnit
  return false
}

/** Approximations that are prepositions too: `concerned about three issues`. */
const ambiguous = new Set(['about', 'around', 'over', 'under', 'above', 'below', 'some', 'only', 'just'])
const isFirm = (approx: string | undefined) => approx !== undefined && !ambiguous.has(approx.trim().toLowerCase())

/** A text without a digit or one of these words has no quantity. */
const trigger = new RegExp(
  `\\d|\\b(?:${numberWordPattern}|${magnitude}|half|thirds?|quarters?|fifths?)|dozens|scores`,
  'i',
)

/** The quantities of a text, in order. Ordinals, numbered things and parts of longer numbers are none. */
export function findQuantities(text: string): Quantity[] {
  if (!trigger.test(text)) return []
  const folded = fold(text)
  const found: Quantity[] = []
  // A copy, because the place from which it goes on is set by hand below.
  const search = new RegExp(pattern)
  for (let match = search.exec(folded); match !== null; match = search.exec(folded)) {
    const g = match.groups as { [name: string]: string | undefined }
    const [start, end] = [match.index, match.index + match[0].length]
    if (g.vague !== undefined || g.fraction !== undefined) {
      const value = g.fraction === undefined ? null : readFraction(g.fraction)
      found.push({ start, end, ...bounds(value, value, g.approx), unit: null, plain: false })
      continue
    }
    const first = g.first as string
    const numeral = /\d/.test(first)
    const money = g.sign1 ?? g.sign2
    const own = g.unit1?.trim() ?? g.unit
    const compound = g.compound === undefined ? undefined : g.compound.toLowerCase().replace(/-.*/, '')
    const name =
      money !== undefined
        ? currencySigns[money.trim().toUpperCase()]
        : unitOf.get((own ?? compound ?? '').toLowerCase())
    if (numeral && isNamed(folded, start + (g.approx?.length ?? 0), name !== undefined)) continue
    // `one of`, `one another`: a pronoun. `a third party` and the like are no numbers either.
    if (!numeral && /^one$/i.test(first) && g.second === undefined && name === undefined) continue
    const joined = g.joint?.trim()
    const isRange = g.second !== undefined && (joined !== 'and' || g.between !== undefined)
    const range = isRange ? readRange(first, g.second as string) : null
    if (g.second !== undefined && !range) {
      // Not a range after all: take the first number alone.
      const value = readNumber(first)
      const stop = folded.indexOf(first, start) + first.length
      if (value !== null)
        found.push({
          start,
          end: stop,
          ...bounds(value, value, g.approx),
          unit: money ? (name ?? null) : null,
          plain: !numeral && value < 10 && !isFirm(g.approx),
        })
      search.lastIndex = stop
      continue
    }
    const value = range ?? { low: readNumber(first), high: readNumber(first) }
    if (value.low === null) continue
    found.push({
      start,
      end,
      ...bounds(value.low, value.high, g.approx),
      unit: name ?? null,
      plain: !numeral && range === null && !isFirm(g.approx) && name === undefined && (value.high ?? 0) < 10,
    })
  }
  return found
}
