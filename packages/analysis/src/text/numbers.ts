/** Cardinal numbers in words. */

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

/** Words that multiply what stands in front of them. */
export const magnitudes: { readonly [word: string]: number } = {
  dozen: 12,
  hundred: 100,
  thousand: 1_000,
  k: 1_000,
  lakh: 100_000,
  million: 1_000_000,
  mn: 1_000_000,
  m: 1_000_000,
  crore: 10_000_000,
  billion: 1_000_000_000,
  bn: 1_000_000_000,
  trillion: 1_000_000_000_000,
  tn: 1_000_000_000_000,
}

const values = new Map<string, number>([
  ...units.map((word, i) => [word, i] as const),
  ...tens.map((word, i) => [word, (i + 2) * 10] as const),
])

/** Words that are a number by themselves or a part of one, longest first; without magnitudes. */
const simple = [...values.keys()].sort((a, b) => b.length - a.length).join('|')

/** Matches a number in words up to ninety-nine. */
export const numberWordPattern = `(?:${tens.join('|')})[- ](?:${units.slice(1, 10).join('|')})|${simple}`

const magnitudeWords = 'dozen|hundred|thousand|million|billion|trillion'

/** Matches a number in words, magnitudes included: `two hundred and fifty thousand`. */
export const numberPhrasePattern = `(?:(?:${numberWordPattern})(?:[ -]+(?:and +)?(?:${magnitudeWords}|${numberWordPattern})(?!\\p{L}))*|(?:a|half a) (?:${magnitudeWords}))`

/** The value of a number in words; null where it is none. */
export function numberWord(text: string): number | null {
  const words = text
    .toLowerCase()
    .split(/[\s-]+/)
    .filter(word => word !== 'and' && word !== '')
  if (words.length === 0) return null
  let total = 0
  let group: number | null = null
  for (const word of words) {
    const value = values.get(word)
    const magnitude = magnitudes[word]
    if (word === 'a' || word === 'an') group ??= 1
    else if (word === 'half') group = 0.5
    else if (value !== undefined) group = (group ?? 0) + value
    else if (magnitude !== undefined) {
      if (magnitude === 100 || magnitude === 12) group = (group ?? 1) * magnitude
      else {
        total += (group ?? 1) * magnitude
        group = null
      }
    } else return null
  }
  return total + (group ?? 0)
}
