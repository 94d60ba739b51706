import type { BookStrings } from '@briefbook/ast'

/** The fixed words of a book in English. */
export const english: BookStrings = {
  contents: 'Contents',
  listOfTables: 'Tables',
  listOfFigures: 'Illustrations',
  table: 'Table',
  figure: 'Figure',
  part: 'Part',
  continuedFrom: 'continued from p.',
  continuedOn: 'continued on p.',
  keyJudgement: 'Key judgement',
  likelihood: 'Likelihood',
  confidence: 'Confidence',
  notes: 'Notes',
  page: 'p.',
  draft: 'Draft',
  contentHash: 'Content, SHA-256',
  sourceHashes: 'Sources, SHA-256',
  madeBy: 'Made by',
  reviewed: 'reviewed by an analyst',
  normalised: 'marks and spaces made alike',
  stances: {
    favours: 'favours',
    opposes: 'opposes',
    concerned: 'concerned',
    mixed: 'mixed',
    none: 'no attitude shown',
  },
  states: { position: 'position', mentioned: 'mentioned, no position', absent: 'no source addresses this' },
}

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const

/** An ISO date of any precision as it is printed: `29 October 2021`, `October 2021`, `2021`. */
export function printDate(iso: string): string {
  const [year, month, day] = iso.split('-')
  const name = month === undefined ? undefined : months[Number(month) - 1]
  if (name === undefined) return year ?? iso
  return day === undefined ? `${name} ${year}` : `${Number(day)} ${name} ${year}`
}

/** An interval of two ISO dates; what both have in common is printed once: `18–20 August 2021`, `2001–2014`. */
export function printInterval(from: string, to: string): string {
  const [a, b] = [from.split('-'), to.split('-')]
  if (a.length === 1 && b.length === 1) return `${from}–${to}`
  const sameMonth = a.length === 3 && b.length === 3 && a[0] === b[0] && a[1] === b[1]
  if (sameMonth) return `${Number(a[2])}–${printDate(to)}`
  const sameYear = a.length === b.length && a[0] === b[0]
  return `${sameYear ? printDate(from).replace(/ \d{4}$/, '') : printDate(from)} – ${printDate(to)}`
}

/** A count with its noun: `1 source`, `3 sources`. */
export function count(n: number, noun: string, plural = `${noun}s`): string {
  return `${n} ${n === 1 ? noun : plural}`
}

/** `a`, `a and b`, `a, b and c`. */
export function list(items: readonly string[]): string {
  if (items.length < 2) return items[0] ?? ''
  return `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`
}
