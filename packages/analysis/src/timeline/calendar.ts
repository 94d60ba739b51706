/** Dates without clock or time zone: the arithmetic that the timeline needs, on the proleptic Gregorian calendar. */

/** A calendar date, as precise as is known. */
export interface CalendarDate {
  year: number
  month: number | null
  day: number | null
}

const pad = (n: number, width: number) => String(n).padStart(width, '0')

export function formatDate({ year, month, day }: CalendarDate): string {
  return [
    pad(year, 4),
    ...(month === null ? [] : [pad(month, 2)]),
    ...(month === null || day === null ? [] : [pad(day, 2)]),
  ].join('-')
}

/** Reads `2021`, `2021-10` or `2021-10-29`; null for anything else. */
export function parseDate(text: string): CalendarDate | null {
  const match = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?/.exec(text)
  if (!match) return null
  const [, year, month, day] = match
  const date = { year: Number(year), month: month ? Number(month) : null, day: day ? Number(day) : null }
  return isDate(date) ? date : null
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

export function isDate({ year, month, day }: CalendarDate): boolean {
  if (year < 1 || year > 9999) return false
  if (month === null) return day === null
  return month >= 1 && month <= 12 && (day === null || (day >= 1 && day <= daysInMonth(year, month)))
}

/** A month a number of months later or earlier. */
export function addMonths(year: number, month: number, n: number): { year: number; month: number } {
  const index = year * 12 + (month - 1) + n
  return { year: Math.floor(index / 12), month: (((index % 12) + 12) % 12) + 1 }
}

/** A day a number of days later or earlier. */
export function addDays(
  date: { year: number; month: number; day: number },
  n: number,
): { year: number; month: number; day: number } {
  const moved = new Date(Date.UTC(date.year, date.month - 1, date.day + n))
  return { year: moved.getUTCFullYear(), month: moved.getUTCMonth() + 1, day: moved.getUTCDate() }
}

/** Monday is 1. */
export function weekday(date: { year: number; month: number; day: number }): number {
  return ((new Date(Date.UTC(date.year, date.month - 1, date.day)).getUTCDay() + 6) % 7) + 1
}

/** Orders dates by their first day. */
export function compareDates(a: CalendarDate, b: CalendarDate): number {
  return a.year - b.year || (a.month ?? 1) - (b.month ?? 1) || (a.day ?? 1) - (b.day ?? 1)
}
