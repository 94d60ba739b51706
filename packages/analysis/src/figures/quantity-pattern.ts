import { ordinals } from '../lexicons/calendar.js'
import {
  approximations,
  currencies,
  currencySigns,
  denominatorUnits,
  multiples,
  timeUnits,
  units,
} from '../lexicons/units.js'
import {
  fractionPattern,
  magnitudePattern,
  magnitudes,
  numberPhrasePattern,
  numberWordPattern,
  numeralPattern,
  vulgarSigns,
} from '../text/numbers.js'

const escapePattern = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
const anyOf = (words: readonly string[]) =>
  [...words]
    .sort((a, b) => b.length - a.length)
    .map(escapePattern)
    .join('|')

const byWord = (names: { readonly [name: string]: readonly string[] }) =>
  Object.entries(names).flatMap(([name, words]) => words.map(word => [word.toLowerCase(), name] as const))

/** How tables name what a word or sign behind a number says: `km` of `kilometres`, `USD` of `$`. */
const names = new Map<string, string>([
  ...byWord(units),
  ...byWord(timeUnits),
  ...byWord(currencies),
  ...Object.entries(currencySigns).map(([sign, name]) => [sign.toLowerCase(), name] as const),
])
export const unitNamed = (word: string): string | null => names.get(word.trim().toLowerCase()) ?? null

/** The currency of a sign in front of an amount: `US $`, `CAD$`, `-`. */
export function currencyNamed(sign: string): string | null {
  const bare = sign.replaceAll(/[\s-]/g, '')
  return unitNamed(bare) ?? unitNamed(bare.replace(/\$$/, ''))
}

const timeWords =
  'a\\.m|p\\.m|seconds|minutes|hours|days|weeks|months|years|decades|January|February|March|April|May|June|July|August|September|October|November|December'
const codes = Object.keys(currencies).filter(code => /^[A-Z]{3}$/.test(code))
const sign = `(?:(?:${anyOf([...codes, 'RMB'])})\\$?|${anyOf(Object.keys(currencySigns))}|(?:US|HK|NZ) \\$)`
const number = `(?:(?:${numeralPattern})(?:${magnitudePattern}(?![\\p{L}\\d]))?|${numberPhrasePattern})`
const approximation = anyOf(Object.values(approximations).flat())
const unit = anyOf([...byWord(units), ...byWord(timeUnits), ...byWord(currencies)].map(([word]) => word))
const unitSigns = '(?: ?(?:%|°C|°F|° Celsius)| ?[$€£¥₹₽](?! ?\\d))'
const amounts = 'hundreds|thousands|millions|billions|trillions'
const counted = `(?:dozens|scores|${amounts})`
const magnitude = 'dozen|hundred|thousand|million|billion|trillion'

/** What may stand behind a fraction in words that is one: `a third party` is none. */
const behindFraction =
  '(?= (?:of|the|its|their|his|her|our|all|that|those|in|to|from|as|by|were|was|are|is|have|has|had|said|did|do)\\b|\\s*(?:[.,;:)?!"—]|$))'

/** A quantity at a place of a folded text, by the parts it is made of. */
export const quantityPattern = new RegExp(
  [
    `(?<approx>(?<!\\p{L})(?:${approximation}) )?`,
    '(?:(?<between>(?<!\\p{L})between )|(?<from>(?<!\\p{L})from ))?',
    '(?:',
    `(?<![\\p{L}\\d/-])(?<ratio>(?<over>${numberWordPattern}|\\d{1,2}) (?:out of|in)(?: every)? (?<under>${numberWordPattern}|\\d{1,3}|1,000|a thousand|a hundred))(?![\\p{L}\\d]|[.,:/-]\\d|-| (?:${timeWords}))|`,
    `(?<![\\p{L}\\d-])(?<fraction>(?:${fractionPattern}|\\d{1,2}/\\d{1,2}(?!/)))(?:(?<own3> (?:${unit}))(?!\\p{L})|${behindFraction})|`,
    `(?<![\\p{L}\\d.,/:#^-])(?<minus>-(?=\\d)|(?:minus|negative) )?(?<sign1>${sign} ?-?)?(?<first>${number})(?<unit1>%| ?(?:percent|per cent)\\b)?`,
    `(?:(?<joint> ?- ?| to | or | and )(?<sign2>${sign} ?)?(?<second>${number}))?`,
    `(?:(?<hyphen>-)(?!(?:${ordinals.slice(0, 9).join('|')})(?!\\p{L}))(?<compound>\\p{L}+(?:-(?:long|old|wide|high|strong|deep|tall))?)|(?<own>${unitSigns}| ?(?:${unit})(?![\\p{L}\\d])))?`,
    `(?![\\p{L}\\d]|[.,:/]\\d|(?:st|nd|rd|th)\\b|-(?:${ordinals.slice(0, 9).join('|')})(?!\\p{L}))`,
    `(?<per> (?:per|an?|each|every) (?:${anyOf(denominatorUnits)})(?!\\p{L})|/(?:${anyOf(denominatorUnits)})(?!\\p{L}))?`,
    '(?<open> or (?:more|fewer|less)(?! (?:or|than))\\b|-plus\\b|\\+)?',
    `|(?<![\\p{L}-])(?<vague>(?:(?:tens of |hundreds of |thousands of )?${counted}|(?:several|a few|many|a couple(?: of)?) (?:${magnitude})s?)(?![\\p{L}-])(?<own2> (?:${unit})(?!\\p{L}))?)`,
    `|(?<![\\p{L}-])(?<fold>(?:${numberWordPattern}|\\d{1,3})[- ]?fold)(?!\\p{L})`,
    `|(?<![\\p{L}-])(?<multiple>${Object.keys(multiples).join('|')})(?! down)(?!\\p{L})`,
    ')',
  ].join(''),
  'diuy',
)

/** What no quantity is without: a digit or one of these words. */
export const quantityCore = new RegExp(
  `[\\d${vulgarSigns}]|\\b(?:${numberWordPattern}|${Object.keys(magnitudes)
    .filter(word => word.length > 1)
    .join(
      '|',
    )}|${amounts}|half|${Object.keys(multiples).join('|')})|thirds?|quarters?|(?:fif|six|seven|eigh|nin|ten)ths?|dozens|scores|fold`,
  'gi',
)

/** Words that may stand between the beginning of a quantity and its core: approximations, `between`, a currency, `a couple of`. */
const leads = new Set(
  [
    ...Object.values(approximations).flat(),
    ...['between from', 'minus negative', 'a an several few many couple of', 'RMB US HK NZ'],
    ...[...codes, ...Object.keys(currencySigns)],
  ].flatMap(words => words.toLowerCase().match(/\p{L}+/gu) ?? []),
)
/** A word or sign with what parts it from the next. */
const lead = /(?:(\p{L}{1,20})|[\p{Sc}.-])\.? ?$/u

/** Where a quantity with a core at a place begins at the earliest. */
export function earliestStart(folded: string, core: number): number {
  let start = core
  for (;;) {
    const found = lead.exec(folded.slice(Math.max(0, start - 24), start))
    if (found === null || (found[1] !== undefined && !leads.has(found[1].toLowerCase()))) return start
    start -= found[0].length
  }
}
