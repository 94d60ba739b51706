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

/** A year of two figures, of the century that a source is likely from. */
const fullYear = (figures: string): number =>
  figures.length === 4 ? Number(figures) : Number(figures) + (Number(figures) < 50 ? 2000 : 1900)

/** Whether a text is a date as `meta.date` has it: `2021`, `2021-10` or `2021-10-29`. */
export function isIsoDate(text: string): boolean {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text)
  if (!match) return false
  const [, year, month, day] = match
  return isoDate(Number(year), month ? Number(month) : undefined, day ? Number(day) : undefined) === text
}

/** Which comes first in a date such as 06/08/2021. */
export type SlashOrder = 'day first' | 'month first'

type Reader = (match: RegExpExecArray, order?: SlashOrder) => string | null

const ordinal = '(?:st|nd|rd|th|er|º|ª|\\.)?'
const forms: readonly (readonly [form: RegExp, read: Reader])[] = [
  [
    /^(\d{4})-(\d{2})-(\d{2})(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?(?!\d)/,
    m => isoDate(Number(m[1]), Number(m[2]), Number(m[3])),
  ],
  [/^(\d{4})\/(\d{1,2})\/(\d{1,2})(?!\d)/, m => isoDate(Number(m[1]), Number(m[2]), Number(m[3]))],
  [/^(\d{4})年(\d{1,2})月(\d{1,2})日/, m => isoDate(Number(m[1]), Number(m[2]), Number(m[3]))],
  [/^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})(?!\d)/, m => isoDate(Number(m[3]), Number(m[2]), Number(m[1]))],
  [/^(\d{1,2})\.(\d{1,2})\.(\d{2})(?![\d.])/, m => isoDate(fullYear(m[3] as string), Number(m[2]), Number(m[1]))],
  // With slashes, the day and the month can be told apart only where one of them is above twelve.
  [
    /^(\d{1,2})\/(\d{1,2})\/(\d{4}|\d{2})(?![\d/])/,
    (m, order) => {
      const [a, b, year] = [Number(m[1]), Number(m[2]), fullYear(m[3] as string)]
      if (order) return order === 'day first' ? isoDate(year, b, a) : isoDate(year, a, b)
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

/**
 * The date that a text begins with, a day of the week in front of it or not.
 *
 * @param order  How a date with slashes is read where it could be read both ways; else it is its year alone.
 */
export function dateAtStart(written: string, order?: SlashOrder): FoundDate | null {
  const text = plainDigits(written)
  const lead = weekday.exec(text)?.[0].length ?? 0
  const rest = text.slice(lead)
  for (const [form, read] of forms) {
    const match = form.exec(rest)
    const date = match && read(match, order)
    if (match && date) return { date, length: lead + match[0].length }
  }
  return null
}

/** What stands in front of a date in a line that gives the date of the document. */
const published =
  /^(?:(?:(?:this )?(?:article|story|page|post)\s+(?:was\s+)?)?(?:first\s+|originally\s+)?(?:published|posted|issued|released|dated?|publication date|created|added|uploaded|filed)(?:\s+(?:on|online|at|in))?|on|le|el|il|den|am|veröffentlicht(?:\s+am)?|publiziert(?:\s+am)?|erschienen(?:\s+am)?|erstellt(?:\s+am)?|stand|vom|publié(?:e)?(?:\s+le)?|mis en ligne(?:\s+le)?|paru(?:\s+le)?|publicado(?:\s+(?:el|em))?|pubblicato(?:\s+il)?|опубликовано|дата(?:\s+публикации)?|发布时间|发布于|发布日期|发表时间|日期|时间|نُ?شر(?:ت)?(?:\s+في)?|تاريخ النشر)\s*[:：]?\s*/iu
/** What says that a date is that of a later change. */
const changed =
  /^(?:last\s+|zuletzt\s+)?(?:updated?|modified|edited|revised|aktualisiert|mis à jour|modifié|actualizado|aggiornato|обновлено|更新(?:时间|于)?)(?:\s+(?:on|at|am|le|el|il))?\s*[:：]?\s*/iu
const zone = '(?:[ECMP][SD]?T|GMT|UTC|BST|CES?T|EES?T|WES?T|MSK|IST|AES?T|AED?T|NZ[SD]?T|JST|KST|HKT|SGT|PKT|AFT|Z)'
const clock = new RegExp(
  `^(?:at\\s+|um\\s+|à\\s+|a las\\s+|в\\s+)?\\d{1,2}(?:(?:[:.]|\\s?h\\s?)\\d{2}(?::\\d{2})?\\s*(?:[ap]\\.?m\\.?|uhr|h(?:rs)?)?|\\s*[ap]\\.?m\\.?)(?=$|[\\s,;|()·•–—-])\\s*(?:\\(?${zone}(?:\\s*[+-]\\d{1,2}(?::?\\d{2})?)?\\)?)?`,
  'i',
)
/** What pages put on the line of the date besides. */
const beside =
  /^(?:\d{1,3}\s*min(?:ute)?s?\.?(?:\s+(?:read|lesezeit|de lecture))?|[\d.,]+k?\s+(?:views?|reads?|shares?|comments?|words)|no comments?|read time\b.{0,12}|г\.?|года|(?:\d{1,2} (?:hours?|days?|minutes?|weeks?|months?) ago))(?=$|[\s,;|()·•–—-])/i
const separator = /^[\s,;:|·•()[\]–—/-]+/u

/** A line that gives the date of a document: the date, and what else the line says. */
export interface DateLine {
  date: string
  rest: string
  /** The line says that this is the date of a change and not of publication. */
  changed?: true
  /** Something else stands in front of the date. */
  behind?: true
}

/** What of a line about dates is left without clocks, counters and words such as `Published`. */
function readDates(
  line: string,
  order?: SlashOrder,
): { dates: (FoundDate & { changed: boolean; behind: boolean })[]; rest: string } {
  const dates: (FoundDate & { changed: boolean; behind: boolean })[] = []
  const rest: string[] = []
  let isChange = false
  let at = 0
  let open = true
  while (at < line.length) {
    const left = line.slice(at)
    const skip = separator.exec(left)?.[0]
    if (skip) {
      open = true
      rest.push(skip)
      at += skip.length
      continue
    }
    // Only behind a separator does anything but a name begin.
    const found = open ? dateAtStart(left, order) : null
    const change = open ? changed.exec(left)?.[0] : undefined
    const label = open ? published.exec(left)?.[0] : undefined
    const other = open ? (clock.exec(left)?.[0] ?? beside.exec(left)?.[0] ?? weekday.exec(left)?.[0]) : undefined
    if (found) {
      dates.push({ ...found, changed: isChange, behind: rest.some(part => /[\p{L}\p{N}]/u.test(part)) })
      at += found.length
      rest.push(' | ')
    } else if (change) {
      isChange = true
      at += change.length
    } else if (label && leadsToDate(left.slice(label.length))) {
      isChange = false
      at += label.length
    } else if (other) {
      at += other.length
    } else {
      const word = /^[^\s,;:|·•()[\]–—/]+/u.exec(left)?.[0] ?? left[0] ?? ''
      rest.push(word)
      at += word.length
      open = false
    }
  }
  const said = rest
    .join('')
    .replace(/^[\s,;:|·•()[\]–—/-]+|[\s,;:|·•()[\]–—/-]+$/gu, '')
    .replace(/[\s|]*\|[\s|]*/g, ' | ')
  return { dates, rest: said }
}

/** Whether a date, or a clock and a date, follow a word such as `on`, which is in many a sentence. */
function leadsToDate(text: string): boolean {
  const rest = text.replace(weekday, '').replace(clock, '').replace(separator, '').replace(weekday, '')
  return dateAtStart(rest) !== null || changed.test(rest)
}

/** A longer line is no line about the date. */
const longestLine = 160

/** Reads a line such as `March 15th, 2016, The Bulletin` or `Published on 6 August 2021 at 10:30`; null for any other. */
export function readDateLine(line: string, order?: SlashOrder): DateLine | null {
  if (line.length > longestLine || !/\p{Nd}/u.test(line)) return null
  const { dates, rest } = readDates(line, order)
  const first = dates.find(found => !found.changed) ?? dates[0]
  if (!first || rest.length > 80) return null
  return {
    date: first.date,
    rest,
    ...(first.changed ? { changed: true } : {}),
    ...(first.behind ? { behind: true } : {}),
  }
}

const slashes = /(?<![\d/])(\d{1,2})\/(\d{1,2})\/((?:19|20)\d{2})(?![\d/])/g
/** Clocks of places where the month comes first. */
const american = /\d\s*(?:[ap]\.?m\.?)?,?\s*(?:[ECMP][SD]?T)\b/i
/** More of a text adds time and no certainty. */
const longestSample = 200_000

/**
 * How a text writes dates with slashes: as another of its dates shows that can be read in one way only, or as a date
 * shows that it writes out in words as well; then by its language, for all but English put the day first.
 *
 * @returns undefined where nothing tells, or where the text is at odds with itself.
 */
export function slashOrder(text: string, languageOf: () => string | null): SlashOrder | undefined {
  const sample = text.slice(0, longestSample)
  const orders = new Set<SlashOrder>()
  const open: [string, string][] = []
  for (const match of sample.matchAll(slashes)) {
    const [a, b, year] = [Number(match[1]), Number(match[2]), Number(match[3])]
    if (a > 12 && isoDate(year, b, a)) orders.add('day first')
    else if (b > 12 && isoDate(year, a, b)) orders.add('month first')
    else if (a !== b) open.push([isoDate(year, b, a) ?? '', isoDate(year, a, b) ?? ''])
  }
  if (open.length === 0) return undefined
  for (const match of sample.matchAll(
    /(?<![\p{L}\d/.-])(?:\p{Lu}\p{L}{2,11}\.? \d|\d{1,2}(?:st|nd|rd|th|\.)? (?:de )?\p{L}{3})/gu,
  )) {
    const written = dateAtStart(sample.slice(match.index, match.index + 40))?.date
    for (const [dayFirst, monthFirst] of open) {
      if (written === dayFirst) orders.add('day first')
      if (written === monthFirst) orders.add('month first')
    }
  }
  if (orders.size > 0) return orders.size === 1 ? [...orders][0] : undefined
  const language = languageOf()
  if (language !== null && !/^en(?:-|$)/.test(language)) return 'day first'
  return american.test(sample) ? 'month first' : undefined
}
