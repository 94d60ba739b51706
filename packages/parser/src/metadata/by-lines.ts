import { readDateLine } from './dates.js'
import { dutyWord, looksLikePerson, printName } from './names.js'

/** The authors that a line names, and what else it says. */
export interface ByLine {
  authors: string[]
  /** The organisation that every author is said to write for: `a staff writer at The Bulletin`. */
  employer: string | null
  date: string | null
}

/** What a by-line begins with. A colon makes it one whatever follows; without, a name must. */
const labelled =
  /^(?:(?:(?:written|words|story|text|report|reported|reporting|posted|published|interview|analysis|commentary|opinion|essay|edited)\s+)?by(?:\s+(?:the\s+)?authors?)?|authors?|author\(s\)|verfasser(?:in)?|autor(?:in|es|en|a)?|auteure?s?|autore|автор(?:ы)?|текст|作者|文|بقلم|الكاتبة?|كتب(?:ت|ها|ه)?|إعداد)\s*[:：]\s*/iu
const plain =
  /^(?:(?:(?:written|words|story|text|report|reported|reporting|posted|analysis|commentary|opinion|essay)\s+)?by|von|par|por|di|автор)\s+/iu

const separators = /\s*(?:,\s*(?:and|und|et|y|e|и)\s+|\s+(?:and|und|et|&|y|и)\s+|[,;|•·]|\s[–—-]\s|\n)\s*/u
const title = /^(?:(?:dr|prof|professor|mr|mrs|ms|sir|dame|lord|amb|ambassador|gen|general|lt|col|sen|rep)\.?\s+)+/i
const employers =
  /\b(?:writer|reporter|correspondent|editor|columnist|journalist|staff|analyst|contributor)\s+(?:at|for|with|of)\s+((?:The\s+)?\p{Lu}[\p{L}’'&.-]*(?:\s+(?:of|and|for|the|on|&)?\s*\p{Lu}[\p{L}’'&.-]*)*)/gu

function employerOf(text: string, authors: number): string | null {
  const found = [...text.matchAll(employers)].map(match => (match[1] as string).replace(/[.\s]+$/, ''))
  return found.length > 0 && found.length >= authors && new Set(found).size === 1 ? (found[0] as string) : null
}

/** The names in a list such as `A B, a reporter at the Bulletin, and C D`: what has the form of a name and no duty. */
function namesIn(text: string): string[] {
  return text
    .split(separators)
    .map(part =>
      part
        .replace(/\([^)]*\)/g, '')
        .trim()
        .replace(title, '')
        .replace(/[.:]+$/, ''),
    )
    .filter(part => !dutyWord.test(part) && looksLikePerson(part))
    .map(printName)
}

/**
 * Reads a line that says who wrote the text: `By A B, a reporter at the Bulletin, and C D`, `Author:A B`, `Written by
 * A B | 5 May 2021`. Null for any other line, such as a sentence that happens to begin with "By".
 */
export function readByLine(line: string): ByLine | null {
  if (line.length > 300) return null
  const label = labelled.exec(line) ?? plain.exec(line)
  if (!label) return null
  const rest = line.slice(label[0].length).trim()
  const hasColon = labelled.test(line)
  const authors = namesIn(rest)
  const parts = rest.split(/\s*(?:\||•|·|\s[–—-]\s|,\s*(?=\d)|,\s*(?=\p{Lu}\p{Ll}+ \d))\s*/u)
  const date = parts.map(part => readDateLine(part)?.date ?? null).find(found => found !== null) ?? null
  const firstPart = (rest.split(separators)[0] as string).replace(title, '').trim()
  const leads = authors.length > 0 && printName(firstPart.replace(/[.:]+$/, '')) === authors[0]
  if (leads) return { authors, employer: employerOf(rest, authors.length), date }
  // An organisation, or a name of one word: only behind a colon, and alone on its line.
  if (hasColon && rest.length <= 60 && /^\p{Lu}|^[\p{Lo}]/u.test(rest) && !/[.!?]$/.test(rest))
    return { authors: authors.length > 0 ? authors : [printName(firstPart)], employer: null, date }
  return null
}

/** Reads a line that holds a name and a date and nothing else: `A B | 5 May 2021`; null for any other. */
export function readNameAndDate(line: string): ByLine | null {
  const match = /^(.{4,60}?)\s*(?:\||•|·|–|—|-|,)\s*(.{6,40})$/u.exec(line)
  if (!match) return null
  const [, left, right] = match as unknown as [string, string, string]
  for (const [name, when] of [
    [left, right],
    [right, left],
  ] as const) {
    const date = readDateLine(when)
    if (date && date.rest === '' && looksLikePerson(name))
      return { authors: [printName(name)], employer: null, date: date.date }
  }
  return null
}
