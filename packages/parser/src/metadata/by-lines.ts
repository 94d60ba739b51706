import { readDateLine, type SlashOrder } from './dates.js'
import { dutyWord, looksLikeOrganisation, looksLikePerson, printName } from './names.js'

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
  /^(?:(?:(?:written|words|story|text|report|reported|reporting|posted|analysis|commentary|opinion|essay)\s+)?by|von|par|por|di|автор|بقلم|كتب|كتبت)\s+/iu
/** Where the names of a by-line end and its date begins: `Von A B publiziert am 5. Mai`. */
const datePart =
  /\s*(?:\||•|·|\s[–—-]\s|,\s*(?=\d{1,2}[\s./]|\d{4}-)|,\s*(?=\p{Lu}\p{Ll}+\.? \d)|\s(?=\p{Lu}\p{Ll}{2,9}\.? \d{1,2},? \d{4})|\s(?=(?:published|posted|updated|publiziert|veröffentlicht|publié|publicado|pubblicato|on|am|le)\b.*\d)|\s(?=\d{4}-\d{2}-\d{2}|\d{1,2}[/.]\d{1,2}[/.]\d{2})|\s(?=\d{1,2}(?:st|nd|rd|th|\.)?\s\p{L}{3,}\.?\s\d{4})|\s(?=(?:mon|tues?|wed|thu|fri|sat|sun)[a-z]*,?\s))\s*/iu

/** A label that stands alone: the name is on the next line. */
const labelAlone =
  /^(?:(?:(?:written|words|story|text|report|reported|reporting|posted|published|analysis|commentary|opinion)\s+)?by|authors?|von|par|por|di|автор|текст|作者|文|بقلم)\s*[:：]?$/iu

/** Whether a line does nothing but announce a name. */
export const announcesName = (line: string): boolean => labelAlone.test(line)

const separators = /\s*(?:,\s*(?:and|und|et|y|e|и)\s+|\s+(?:and|und|et|&|y|и)\s+|[,;|•·]|\s[–—-]\s|\n)\s*/u
const title = /^(?:(?:dr|prof|professor|mr|mrs|ms|sir|dame|lord|amb|ambassador|gen|general|lt|col|sen|rep)\.?\s+)+/i
const employers =
  /\b(?:writer|reporter|correspondent|editor|columnist|journalist|staff|analyst|contributor)\s+(?:at|for|with|of)\s+((?:The\s+)?\p{Lu}[\p{L}’'&.-]*(?:\s+(?:of|and|for|the|on|&)?\s*\p{Lu}[\p{L}’'&.-]*)*)/gu

function employerOf(text: string, authors: number): string | null {
  const found = [...text.matchAll(employers)].map(match => (match[1] as string).replace(/[.\s]+$/, ''))
  return found.length > 0 && found.length >= authors && new Set(found).size === 1 ? (found[0] as string) : null
}

/** Where somebody writes from, or for whom: `A B in Town`, `A B for the Bulletin`. */
const workplace = /\s+(?:in|for|at|from)\s+(?:the\s+)?\p{Lu}.*$/u

/** The names in a list such as `A B, a reporter at the Bulletin, and C D`: what has the form of a name and no duty. */
function namesIn(text: string): string[] {
  return text
    .split(separators)
    .map(part =>
      part
        .replace(/\([^)]*\)|@\w+/g, '')
        .replace(workplace, '')
        .trim()
        .replace(title, '')
        .replace(/[.:]+$/, ''),
    )
    .filter(part => !dutyWord.test(part) && (looksLikePerson(part) || isUncasedName(part)))
    .map(printName)
}

/** A name in a script without capitals, which only the label in front of it shows to be one. */
const isUncasedName = (text: string): boolean =>
  /^[\p{Script=Arabic}\p{Script=Hebrew}]+(?: [\p{Script=Arabic}\p{Script=Hebrew}]+){1,4}$/u.test(text)

/**
 * Reads a line that says who wrote the text: `By A B, a reporter at the Bulletin, and C D`, `Author:A B`, `Written by
 * A B | 5 May 2021`. Null for any other line, such as a sentence that happens to begin with "By".
 */
export function readByLine(line: string, order?: SlashOrder): ByLine | null {
  if (line.length > 300) return null
  const label = labelled.exec(line) ?? plain.exec(line)
  if (!label) return null
  const rest = line.slice(label[0].length).trim()
  const hasColon = labelled.test(line)
  const parts = rest.split(datePart)
  const authors = namesIn(parts.join(', '))
  const date = readDateLine(rest.slice((parts[0] as string).length), order)?.date ?? null
  const firstPart = ((parts[0] as string).split(separators)[0] as string)
    .replace(/\([^)]*\)|@\w+/g, '')
    .replace(workplace, '')
    .replace(title, '')
    .trim()
  const leads = authors.length > 0 && printName(firstPart.replace(/[.:]+$/, '')) === authors[0]
  if (leads) return { authors, employer: employerOf(rest, authors.length), date }
  // `By admin | 12 May 2020`
  if (date !== null && parts.length > 1 && /^[\p{L}\p{N}_]+$/u.test(parts[0] as string))
    return { authors: [], employer: null, date }
  // An organisation, or a name of one word: only behind a colon, and alone on its line.
  if (hasColon && rest.length <= 60 && /^\p{Lu}|^[\p{Lo}]/u.test(rest) && !/[.!?]$/.test(rest))
    return { authors: authors.length > 0 ? authors : [printName(firstPart)], employer: null, date }
  return null
}

/** Reads a line of names and nothing else, or of a name with its office or organisation: `A B, Senior Fellow`, `A B | Reuters`. */
export function readNames(line: string): { authors: string[]; certain: boolean } | null {
  if (line.length > 160 || /[.!?:]$/.test(line.replace(/\b\p{Lu}\.$/u, ''))) return null
  const parts = line.split(separators).map(part => part.trim().replace(title, ''))
  const names = parts.filter(part => looksLikePerson(part))
  if (names.length === 0 || !looksLikePerson(parts[0] as string)) return null
  const others = parts.filter(part => !looksLikePerson(part))
  if (!others.every(part => dutyWord.test(part) || looksLikeOrganisation(part))) return null
  const titled = title.test(line)
  const certain = titled || others.some(part => dutyWord.test(part)) || /(?:^|\s)\p{Lu}\.\s/u.test(line)
  return { authors: names.map(printName), certain }
}

/** The reporters whom an agency names below a text: `Reporting by A B in Town; Editing by C D`. */
export function readCredit(line: string): string[] {
  const match =
    /^\(?(?:additional )?(?:reporting|writing|story|text)(?: and (?:writing|reporting))? by\s+(?<names>[^;.]+)/iu.exec(
      line,
    )
  const names = match?.groups?.names?.replace(/[).]+$/, '').replace(/\s+in\s+\p{Lu}\S*(?:\s\p{Lu}\S*)*/gu, '')
  return names ? namesIn(names) : []
}

/** Reads a line that holds a name and a date and nothing else: `A B | 5 May 2021`; null for any other. */
export function readNameAndDate(line: string, order?: SlashOrder): ByLine | null {
  const match = /^(.{4,60}?)\s*(?:\||•|·|–|—|-|,)\s*(.{6,40})$/u.exec(line)
  if (!match) return null
  const [, left, right] = match as unknown as [string, string, string]
  for (const [name, when] of [
    [left, right],
    [right, left],
  ] as const) {
    const date = readDateLine(when, order)
    if (date && date.rest === '' && looksLikePerson(name))
      return { authors: [printName(name)], employer: null, date: date.date }
  }
  return null
}
