import { printDate } from '@briefbook/book'

/** The day that a book carries, and how its cover prints it. */
export interface BookDate {
  iso: string
  printed: string
}

/** The first day that a DOCX can carry: the time stamps of its zip begin in 1980. */
const noDate = '1980-01-01'

/** An ISO date of any precision as a day: the first that it may be. */
const toDay = (date: string) => `${date}-01-01`.split('-').slice(0, 3).join('-')

/**
 * The date of a book: what book.yaml says; else SOURCE_DATE_EPOCH (reproducible-builds.org); else the newest date of
 * its sources, which the cover calls by that name. Never the clock: the same content gives the same bytes.
 */
export function bookDate(
  config: string | null,
  epoch: string | undefined,
  sourceDates: readonly (string | null)[],
): BookDate {
  if (config !== null) return { iso: config, printed: printDate(config) }
  const seconds = epoch === undefined || epoch === '' ? Number.NaN : Number(epoch)
  if (Number.isInteger(seconds) && seconds >= 0) {
    const iso = new Date(seconds * 1000).toISOString().slice(0, 10)
    return { iso, printed: printDate(iso) }
  }
  const newest = sourceDates
    .filter(date => date !== null)
    .sort((a, b) => (toDay(a) < toDay(b) ? -1 : 1))
    .at(-1)
  return newest === undefined
    ? { iso: noDate, printed: '' }
    : { iso: toDay(newest), printed: `Sources up to ${printDate(newest)}` }
}
