/** Cardinal numbers and fractions, in words and in figures. */

const units = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
]
const tens = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety']

/** Words and signs that multiply what stands in front of them. */
export const magnitudes: { readonly [word: string]: number } = {
  dozen: 12,
  dozens: 12,
  hundred: 100,
  thousand: 1_000,
  k: 1_000,
  lakh: 100_000,
  lakhs: 100_000,
  million: 1_000_000,
  mn: 1_000_000,
  mln: 1_000_000,
  m: 1_000_000,
  crore: 10_000_000,
  crores: 10_000_000,
  billion: 1_000_000_000,
  bn: 1_000_000_000,
  bln: 1_000_000_000,
  b: 1_000_000_000,
  trillion: 1_000_000_000_000,
  trn: 1_000_000_000_000,
  tn: 1_000_000_000_000,
}

const values = new Map<string, number>([
  ...units.map((word, i) => [word, i] as const),
  ...tens.map((word, i) => [word, (i + 2) * 10] as const),
])

/** What a whole is divided into: a third, two fifths. */
const denominators = new Map<string, number>(
  ['half', 'third', 'quarter', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth', 'eleventh', 'twelfth'].map(
    (word, i) => [word, i + 2],
  ),
)
for (const [word, value] of [
  ['halve', 2],
  ['fourth', 4],
  ['twentieth', 20],
  ['hundredth', 100],
  ['thousandth', 1_000],
  ['millionth', 1_000_000],
] as const)
  denominators.set(word, value)

const longestFirst = (words: Iterable<string>) => [...words].sort((a, b) => b.length - a.length).join('|')

/** Words that are a number by themselves or a part of one, longest first; without magnitudes. */
const simple = longestFirst(values.keys())

/** Matches a number in words up to ninety-nine. */
export const numberWordPattern = `(?:(?:${tens.join('|')})[- ](?:${units.slice(1, 10).join('|')})|${simple})`

const magnitudeWords = 'dozens?|hundred|thousand|lakhs?|million|crores?|billion|trillion'
const fractions = longestFirst(denominators.keys())
const part = `(?:(?:an?|one)[- ](?:${fractions})|(?:${longestFirst(units.slice(2))})[- ](?:${fractions})s|half)`
/** `two and three fifths` is no fifty. */
const noFraction = `[- ](?:${fractions})s?(?!\\p{L})`

/** Matches a number in words, magnitudes included: `two hundred and fifty thousand`, `a million and a half`. */
export const numberPhrasePattern =
  `(?:(?:a|half a|half|a quarter|quarter|three[- ]quarters(?: of)? a|a quarter of a) (?:${magnitudeWords})|` +
  `${numberWordPattern}(?:(?:[ -]+(?:and +)?(?:${magnitudeWords}|${numberWordPattern})(?!\\p{L}|${noFraction}))*(?: point(?: ${numberWordPattern})+)?))` +
  `(?: and ${part}(?: (?:${magnitudeWords}))?(?! of\\b)(?!\\p{L}))?`

/** Matches a fraction in words: `two thirds`, `a quarter`, `half`. Whether it is meant as one, the words behind it tell. */
export const fractionPattern = part

const vulgar: { readonly [sign: string]: number } = {
  '½': 1 / 2,
  '⅓': 1 / 3,
  '⅔': 2 / 3,
  '¼': 1 / 4,
  '¾': 3 / 4,
  '⅕': 1 / 5,
  '⅖': 2 / 5,
  '⅗': 3 / 5,
  '⅘': 4 / 5,
  '⅙': 1 / 6,
  '⅚': 5 / 6,
  '⅛': 1 / 8,
  '⅜': 3 / 8,
  '⅝': 5 / 8,
  '⅞': 7 / 8,
}
export const vulgarSigns = Object.keys(vulgar).join('')
const vulgarPattern = `[${vulgarSigns}]`

/** Matches a number in figures: `1,250.5`, `12,34,567`, `1 200`, `10 1/2`, `2½`, `1.3 x 10^6`. */
export const numeralPattern = [
  '\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?',
  '\\d{1,2}(?:,\\d{2})+,\\d{3}(?:\\.\\d+)?',
  '\\d{1,3}(?: \\d{3})+(?![\\d,])(?:\\.\\d+)?',
  '\\d+(?:\\.\\d+)?(?: ?[x×] ?10\\^[+-]?\\d+|e[+-]?\\d+)',
  `\\d+(?: \\d{1,2}/\\d{1,2}| ?${vulgarPattern})`,
  '\\d+(?:\\.\\d+)?',
  vulgarPattern,
  '(?<![\\d\\p{L}])\\.\\d+',
].join('|')

const magnitudeSigns = longestFirst(Object.keys(magnitudes))

/** Matches what may stand behind a number in figures and multiplies it. */
export const magnitudePattern = `(?:[ -]?(?:lakh crore|${longestFirst(Object.keys(magnitudes).filter(word => word.length > 1))})|[kmb])`

/** The value of a number in figures. */
function readNumeral(text: string): number {
  const power = /^(.+?) ?[x×] ?10\^(.+)$/.exec(text)
  if (power) return Number(`${power[1]}e${power[2]}`)
  const mixed = /^(\d+) (\d+)\/(\d+)$/.exec(text)
  if (mixed) return Number(mixed[1]) + Number(mixed[2]) / (Number(mixed[3]) || 1)
  const fraction = vulgar[text.at(-1) as string]
  if (fraction !== undefined) return Number(text.slice(0, -1).trim()) + fraction
  return Number(text.replaceAll(/[, ]/g, ''))
}

const numeral = new RegExp(`^(${numeralPattern})(?:[ -]?((?:lakh )?(?:${magnitudeSigns})))?$`, 'iu')

/** Binary fractions of a decimal number are not what was written: `3.3 million` is 3300000. */
const exact = (value: number) => (Number.isInteger(value) && value < 1e12 ? value : Number(value.toPrecision(12)))

const scale = (words: string) =>
  words.split(' ').reduce((product, word) => product * (magnitudes[word.toLowerCase()] ?? 1), 1)

/** The value of a number in figures, with the word or sign that multiplies it, or of one in words; null where it is none. */
export function readNumber(text: string): number | null {
  const match = numeral.exec(text.trim())
  if (!match) return numberWord(text)
  return exact(readNumeral(match[1] as string) * (match[2] === undefined ? 1 : scale(match[2])))
}

/** What multiplies a number: `million` of `3 million`; null where nothing does. */
export function magnitudeOf(text: string): number | null {
  const word = numeral.exec(text.trim())?.[2] ?? /(?:^|[\s-])(\p{L}+)$/u.exec(text)?.[1] ?? ''
  const value = scale(word)
  return value === 1 ? null : value
}

/** The value of a fraction in words, to three places; null where it is none. */
export function readFraction(text: string): number | null {
  const words = text.toLowerCase().split(/[\s-]+/)
  const whole = denominators.get(words.at(-1) as string) ?? denominators.get((words.at(-1) as string).replace(/s$/, ''))
  if (whole === undefined) return null
  const count = words.length > 1 ? numberWord(words.slice(0, -1).join(' ')) : 1
  return count === null ? null : Math.round((count / whole) * 1000) / 1000
}

/** `two and a half million`, `a million and a half`: what stands behind the `and` is a part of the magnitude. */
function readWithPart(text: string): number | null {
  const match = new RegExp(`^(.+) and (${part})(?: (${magnitudeWords}))?$`, 'i').exec(text)
  if (!match) return null
  const [, first = '', fraction = '', word] = match
  const [count, added] = [numberWord(first), readFraction(fraction)]
  if (count === null || added === null) return null
  if (word !== undefined) return exact((count + added) * scale(word))
  const own = magnitudeOf(first)
  return exact(count + added * (own !== null && own >= 1_000 ? own : 1))
}

/** The value of a number in words; null where it is none. */
export function numberWord(text: string): number | null {
  const lower = text.toLowerCase().trim()
  const withPart = readWithPart(lower)
  if (withPart !== null) return withPart
  const [whole, places] = lower.split(' point ')
  if (places !== undefined) {
    const digits = places.split(' ').map(word => numberWord(word))
    const before = numberWord(whole ?? '')
    return before === null || digits.includes(null) ? null : Number(`${before}.${digits.join('')}`)
  }
  const words = lower.split(/[\s-]+/).filter(word => word !== 'and' && word !== 'of' && word !== '')
  if (words.length === 0) return null
  let total = 0
  let group: number | null = null
  for (const word of words) {
    const value = values.get(word)
    const magnitude = magnitudes[word]
    if (word === 'a' || word === 'an') group ??= 1
    else if (word === 'half') group = 0.5
    else if (word === 'quarter') group = 0.25
    else if (word === 'quarters') group = (group ?? 3) / 4
    else if (value !== undefined) group = (group ?? 0) + value
    else if (magnitude !== undefined) {
      if (magnitude === 100 || magnitude === 12) group = (group ?? 1) * magnitude
      else if (group === null && total > 0) total *= magnitude
      else {
        total += (group ?? 1) * magnitude
        group = null
      }
    } else return null
  }
  return total + (group ?? 0)
}
