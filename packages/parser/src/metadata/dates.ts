import { monthNumber } from './months.js'

/** A date that a text begins with, and how many characters it takes. */
export interface FoundDate {
  /** ISO 8601, as precise as written. */
  date: string
  length: number
}

const two = (n: number) => String(n).padStart(2, '0')

/** A calendar date in ISO 8601; null for a day that no calendar has, or a year that no source is from. */
function isoDate(year: number, month?: number, day?: number): string | null {
  if (year < 1500 || year > 2100) return null
  if (month === undefined) return String(year)
  if (month < 1 || month > 12) return null
  if (day === undefined) return `${year}-${two(month)}`
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate()
  return day >= 1 && day <= last ? `${year}-${two(month)}-${two(day)}` : null
}

/** Whether a text is a date as `meta.date` has it: `2021`, `2021-10` or `2021-10-29`. */
export function isIsoDate(text: string): boolean {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text)
  if (!match) return false
  const [, year, month, day] = match
  return isoDate(Number(year), month ? Number(month) : undefined, day ? Number(day) : undefined) === text
}

type Reader = (match: RegExpExecArray) => string | null

const ordinal = '(?:st|nd|rd|th|er|º|ª|\\.)?'
const forms: readonly (readonly [form: RegExp, read: Reader])[] = [
  [/^(\d{4})-(\d{2})-(\d{2})(?!\d)/, m => isoDate(Number(m[1]), Number(m[2]), Number(m[3]))],
  [/^(\d{4})\/(\d{1,2})\/(\d{1,2})(?!\d)/, m => isoDate(Number(m[1]), Number(m[2]), Number(m[3]))],
  [/^(\d{4})年(\d{1,2})月(\d{1,2})日/, m => isoDate(Number(m[1]), Number(m[2]), Number(m[3]))],
  [/^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})(?!\d)/, m => isoDate(Number(m[3]), Number(m[2]), Number(m[1]))],
  // With slashes, the day and the month can be told apart only where one of them is above twelve.
  [
    /^(\d{1,2})\/(\d{1,2})\/(\d{4})(?!\d)/,
    m => {
      const [a, b, year] = [Number(m[1]), Number(m[2]), Number(m[3])]
      if (a > 12) return isoDate(year, b, a)
      if (b > 12 || a === b) return isoDate(year, a, b)
      return isoDate(year)
    },
  ],
  [
    new RegExp(
      `^(\\d{1,2})${ordinal}\\s+(?:de\\s+|of\\s+)?(\\p{L}{2,12}(?:\\s(?:الأول|الثاني))?)\\.?[,،]?\\s+(?:de\\s+)?(\\d{4})(?!\\d)(?:\\s*г(?:\\.|ода)?(?!\\p{L}))?`,
      'iu',
    ),
    m => {
      const month = monthNumber(m[2] as string)
      return month ? isoDate(Number(m[3]), month, Number(m[1])) : null
    },
  ],
  [
    new RegExp(`^(\\p{L}{3,12})\\.?\\s+(\\d{1,2})${ordinal},?\\s+(\\d{4})(?!\\d)`, 'iu'),
    m => {
      const month = monthNumber(m[1] as string)
      return month ? isoDate(Number(m[3]), month, Number(m[2])) : null
    },
  ],
  [
    /^(\p{L}{3,12})\.?,?\s+(\d{4})(?!\d)/iu,
    m => {
      const month = monthNumber(m[1] as string)
      return month ? isoDate(Number(m[2]), month) : null
    },
  ],
]

const weekday =
  /^(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|понедельник|вторник|среда|четверг|пятница|суббота|воскресенье)\.?,?\s+/iu

/** A text with the digits of Arabic, Persian and full width as those of ASCII. It keeps its length. */
const plainDigits = (text: string) =>
  text.replace(/[٠-٩۰-۹０-９]/g, digit =>
    String((digit.charCodeAt(0) - (digit < '۰' ? 0x660 : digit < '０' ? 0x6f0 : 0xff10)) % 10),
  )

/** The date that a text begins with, a day of the week in front of it or not. */
export function dateAtStart(written: string): FoundDate | null {
  const text = plainDigits(written)
  const lead = weekday.exec(text)?.[0].length ?? 0
  const rest = text.slice(lead)
  for (const [form, read] of forms) {
    const match = form.exec(rest)
    const date = match && read(match)
    if (match && date) return { date, length: lead + match[0].length }
  }
  return null
}

/** What stands in front of a date in a line that gives the date of the document. */
const published =
  /^(?:(?:first\s+)?(?:published|posted|issued|released|dated?|publication date|created)(?:\s+(?:on|online|at))?|veröffentlicht(?:\s+am)?|stand|publié(?:\s+le)?|publicado(?:\s+el)?|pubblicato(?:\s+il)?|опубликовано|дата(?:\s+публикации)?|发布时间|发布于|日期|تاريخ النشر|نُ?شر(?:ت)?(?:\s+في)?)\s*[:：]?\s*/iu

const clock =
  /^[\s,|·•–—-]*(?:at\s+|um\s+|à\s+)?(?:\d{1,2}[:.]\d{2}(?::\d{2})?|\d{1,2}\s?h(?:\s?\d{2})?)\s*(?:[ap]\.?m\.?|uhr|h)?\s*(?:[A-Z]{2,4}(?:[+-]\d{1,2})?)?/i
const changed = /^[\s,|·•(–—-]*(?:last\s+)?(?:updated|modified|edited|revised)\b.*$/i

/** A line that gives the date of a document: the date, and what else the line says. */
export interface DateLine {
  date: string
  rest: string
}

/** Reads a line such as `March 15th, 2016, The Bulletin` or `Published on 6 August 2021 at 10:30`; null for any other. */
export function readDateLine(line: string): DateLine | null {
  const lead = published.exec(line)?.[0].length ?? 0
  const found = dateAtStart(line.slice(lead))
  if (!found) return null
  const rest = line
    .slice(lead + found.length)
    .replace(clock, '')
    .replace(changed, '')
    .replace(/^[\s,;|·•–—-]+|[\s,;|·•.–—-]+$/gu, '')
  return rest.length > 80 ? null : { date: found.date, rest }
}
