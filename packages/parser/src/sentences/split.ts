import type { Span } from '@briefbook/ast'
import { monthNumber } from '../metadata/months.js'
import {
  afterOrdinals,
  beforeNames,
  beforeNumbers,
  either,
  germanMonths,
  insideSentences,
  sentenceOpeners,
  smallBeforeNames,
} from './abbreviations.js'

/*
 * Sentences by the marks that end them, then by what stands on both sides of a mark. Our own and not `Intl.Segmenter`,
 * because that changes with the version of ICU and splits at `U.S. Army`.
 */

const closing = '"”’\'»›)\\]）」』】'
// French puts a space inside its quotation marks.
// The sign of a note that the document does not have stays behind the stop.
const noteSign = '(?:\\[\\d{1,3}\\]|[⁰¹²³⁴-⁹]+)*'
const mark = new RegExp(`(?:[.!?…۔؟।]+|[。！？]+)(?:[${closing}]| »)*${noteSign}`, 'gu')
const opening = '(?:« |["“‘\'«‹„(\\[¿¡「『（【])*'
const beginsSentence = new RegExp(`^${opening}(?:[\\p{Lu}\\p{Lt}\\p{Lo}\\p{N}]|[-–—•*] ?\\p{Lu})`, 'u')
const nextWord = new RegExp(`^${opening}([\\p{L}\\p{N}]+(?:[’'][\\p{L}]+)?)`, 'u')

/** What stands before a full stop, back to the last space or bracket: `U.S`, `Gen`, `said`. */
function wordBefore(text: string, at: number): string {
  let start = at
  while (start > 0 && at - start < 24 && !/[\s([“"‘'—–/]/.test(text[start - 1] as string)) start--
  // French and Italian glue an article to the word: `l’art. 5`.
  return text.slice(start, at).replace(/^\p{L}{1,2}[’'](?=\p{L})/u, '')
}

/** In Chinese and Japanese who said it can follow the closing mark: `“谁付钱？”他问`. */
const saysWho = /^[^，。！？、“”]{0,6}(?:说|问|道|答|喊|称|表示|指出|强调|补充|写道|說|問|と言|と述べ|と語)/u

const ordinalGoesOn = (next: string): boolean => afterOrdinals.has(next.toLowerCase()) || isMonth(next)

/** Short forms of months are words of other languages: `Set`, `Die 5. Mar`. */
const isMonth = (word: string): boolean => word.length >= 3 && /^\p{Lu}\p{Ll}/u.test(word) && monthNumber(word) !== null
/** Whether a stop between these two is that of an ordinal in a date: `14. Oktober`, `31. 3. 2021`. */
function isInDate(before: string, rest: string): boolean {
  if (!/(?<!\p{N})\d{1,2}$/u.test(before)) return false
  if (/^\d{1,2}\. ?\d{4}(?!\d)/.test(rest)) return true
  if (/^\d{4}(?!\d)/.test(rest)) return /(?<!\p{N})\d{1,2}\. ?\d{1,2}$/u.test(before)
  const word = /^\p{L}{3,10}/u.exec(rest)?.[0]
  return word !== undefined && germanMonths.has(word)
}

/** Whether the full stop at a place belongs to the word before it and the sentence goes on. */
function isAbbreviation(text: string, at: number, rest: string): boolean {
  const word = wordBefore(text, at)
  const lower = word.toLowerCase()
  const next = nextWord.exec(rest)?.[1] ?? ''
  const opens = sentenceOpeners.has(next.toLowerCase()) && !/^\p{Lu}{2,}$/u.test(next)
  const number = /^\p{N}/u.test(next)
  if (word === '') return false
  if (isInDate(text.slice(Math.max(0, at - 12), at), rest)) return true
  // `Am 3. Oktober`, `im 19. Jahrhundert`
  if (/^\p{N}{1,2}$/u.test(word)) return ordinalGoesOn(next)
  // `z. B.`, `d. h.`, `т. е.`
  if (/^\p{L}$/u.test(word) && /^\p{L}{1,3}\.(?!\p{L})/u.test(rest)) return true
  // `в 2001 г.` ends a sentence where a capital follows; `г. Москва` does not.
  if (
    /^(?:г|гг|в|вв)$/.test(lower) &&
    /\p{N}\s*$/u.test(text.slice(Math.max(0, at - word.length - 6), at - word.length))
  )
    return !/^\p{Lu}/u.test(next)
  if (smallBeforeNames.has(lower)) return true
  // `z. B. Hamburg`, `т. е. Москва`: written apart, they are the same abbreviations.
  if (/^\p{L}$/u.test(word)) {
    if (word === lower && /^\p{L}\./u.test(rest)) return true
    const both = `${/(?<!\p{L})(\p{Ll})\. ?$/u.exec(text.slice(0, at - 1).slice(-4))?.[1] ?? ''}.${lower}`
    if (insideSentences.has(both)) return true
    if (either.has(both)) return !opens && !/^["“‘«]/u.test(rest)
  }
  if (beforeNumbers.has(lower) && /^\p{L}/u.test(word)) return number
  if (insideSentences.has(lower) && !/^\p{Lu}{2,}$/u.test(word)) return true
  if (beforeNames.has(lower) && word !== lower) return true
  // Initials and letters with stops: `J. Smith`, `U.S. Army`, `George W. Bush`.
  if (/^\p{Lu}$/u.test(word)) return !(opens && next !== 'A' && next !== 'I')
  if (/^(?:\p{L}\.)+\p{L}$/u.test(word)) return !opens
  if (/^(?:\p{Lu}\p{Ll}?\.-?)+\p{Lu}\p{Ll}?$/u.test(word)) return !opens
  if (either.has(lower)) return !opens && !/^["“‘«]/u.test(rest)
  return false
}

/** Whether a sentence ends with the mark that was found, given what follows. */
function endsHere(text: string, from: number, start: number, found: string, rest: string): boolean {
  if (rest === '') return true
  const wide = /^[。！？]/u.test(found)
  if (wide) return !(/[”」』]$/u.test(found) && saysWho.test(rest))
  const space = /^\s+/.exec(rest)
  if (!space) return false
  const after = rest.slice(space[0].length)
  // `“Is it over?” he asked`: what begins small goes on.
  if (!beginsSentence.test(after)) return false
  // An ellipsis in brackets stands for words left out, and ends nothing.
  if (/^(?:\.{3}|…)[)\]]/u.test(found) && /[([]/u.test(text[start - 1] ?? '')) return false
  if (found[0] !== '.' || found.startsWith('..')) return true
  // A number in front of the sentence: `2. The council`.
  if (/^\s*\(?\p{N}{1,3}$/u.test(text.slice(from, Math.min(start, from + 8))) && start - from < 8) return false
  // A closing mark behind the stop shows that it is a full stop: `… in the U.S.” The`; a bracket does not: `(U.S.) Army`.
  if (/["”»]/u.test(found)) return true
  if (/[)\]]/u.test(found)) return !isAbbreviation(text, start, after) && !/^\p{Lu}\.\)/u.test(found)
  return !isAbbreviation(text, start, after)
}

/**
 * The sentences of a text, as ranges of it, in order; what lies between them is white space.
 *
 * @param text  With white space collapsed.
 */
export function splitSentences(text: string): Span[] {
  const spans: Span[] = []
  let from = 0
  const close = (to: number) => {
    let start = from
    let end = to
    while (start < end && /\s/.test(text[start] as string)) start++
    while (end > start && /\s/.test(text[end - 1] as string)) end--
    if (end > start) spans.push([start, end])
    from = to
  }
  for (const match of text.matchAll(mark)) {
    const end = match.index + match[0].length
    if (endsHere(text, from, match.index, match[0], text.slice(end, end + 80))) close(end)
  }
  close(text.length)
  return spans
}
