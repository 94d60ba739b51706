import { looksLikeOrganisation } from './names.js'

const initials = (name: string, all: boolean) =>
  name
    .split(/[\s-]+/)
    .filter(word => (all ? /^\p{L}/u : /^\p{Lu}/u).test(word))
    .map(word => (word[0] as string).toUpperCase())
    .join('')

/**
 * The name of a site in a line that gives its initials and its name: `ABC - Alphabet Bulletin Company`. The initials
 * are the evidence.
 */
export function siteNameWithInitials(line: string): string | null {
  const match = /^(.+?)\s*(?:[-–—|:•]|\s\()\s*(.+?)\)?$/u.exec(line)
  if (!match || line.length > 100) return null
  const [, left, right] = match as unknown as [string, string, string]
  for (const [short, long] of [
    [left, right],
    [right, left],
  ] as const) {
    if (!/^\p{Lu}[\p{Lu}&.]{1,9}$/u.test(short)) continue
    const letters = short.replace(/[^\p{Lu}]/gu, '')
    if (initials(long, false) === letters || initials(long, true) === letters) return long
  }
  return null
}

const domain = /(?:@|https?:\/\/(?:www\.)?|\bwww\.)((?:[a-z0-9-]+\.)+[a-z]{2,})/gi
const general =
  /^(?:gmail|googlemail|outlook|hotmail|yahoo|icloud|proton(?:mail)?|gmx|web|mail|twitter|x|facebook|doi|youtube|linkedin)$/

/**
 * The organisation whose name a domain in the text spells: `info@alphabetbulletin.example` and "Alphabet Bulletin".
 *
 * @param places  Passages where a document gives its contact; the addresses in its notes are those of others.
 */
export function organisationOfDomain(places: readonly string[], text: string): string | null {
  const squeezed = new Set<string>()
  for (const place of places)
    for (const match of place.matchAll(domain)) {
      const labels = (match[1] as string).toLowerCase().split('.')
      const label = labels.slice(0, -1).find(part => part.length >= 6 && !general.test(part))
      if (label) squeezed.add(label.replace(/-/g, ''))
    }
  if (squeezed.size === 0) return null
  for (const match of text.matchAll(/\p{Lu}[\p{L}-]*(?:\s+(?:(?:of|for|on|and|the|&)\s+)*\p{Lu}[\p{L}-]*){1,7}/gu)) {
    const words = match[0].split(/\s+/)
    for (let from = 0; from < words.length - 1; from++) {
      let run = ''
      for (let to = from; to < words.length; to++) {
        run += (words[to] as string).toLowerCase().replace(/[^\p{L}]/gu, '')
        if (to > from && squeezed.has(run)) return words.slice(from, to + 1).join(' ')
      }
    }
  }
  return null
}

const issued =
  /\b(?:prepared|published|issued|produced|released|commissioned)\s+by\s+(?:the\s+)?(\p{Lu}[\p{L}’'&-]*(?:\s+(?:(?:of|for|on|and|the|&)\s+)*\p{Lu}[\p{L}’'&-]*)*)/u

/** The organisation that a note to the document says has issued it. */
export function issuingOrganisation(note: string): string | null {
  if (!/\b(?:report|note|paper|brief(?:ing)?|publication|document|summary|study|analysis|commentary)\b/i.test(note))
    return null
  const name = issued.exec(note)?.[1]
  return name && /\s/.test(name) && looksLikeOrganisation(name) ? name : null
}

/** The name behind a copyright sign: `© 2021 Alphabet Bulletin. All rights reserved.` */
export function copyrightHolder(line: string): string | null {
  const match =
    /^(?:©|\(c\)|copyright)[\s©(c)]*(?:\d{4}(?:\s*[-–]\s*\d{2,4})?)?[\s,]*(?:by\s+)?(\p{Lu}[^.|©,]{2,60}?)(?:\s+\d{4})?\s*(?:[.|,].*|all rights.*)?$/iu.exec(
      line,
    )
  const name = match?.[1]?.trim()
  return name && looksLikeOrganisation(name) ? name : null
}

const appeared =
  /^(?:\W*(?:[Aa]n? (?:earlier |longer |shorter |edited )?version of )?(?:[Tt]his|[Tt]he) (?:article|essay|piece|report|paper|commentary|text|analysis|op-ed|column|story|post|interview)\s+(?:was|has been)?\s*)?(?:[Ff]irst|[Oo]riginally)\s+(?:published|appeared|posted|printed)\s+(?:by|in|on|at)\s+(?:the\s+(?=\p{Ll}))?(?<name>(?:The\s+)?\p{Lu}[\p{L}’'&.-]*(?:\s+(?:(?:of|for|on|and|the|&|in)\s+)*\p{Lu}[\p{L}’'&.-]*){0,6})/u

/** Who published a text first, where a note below it says so. */
export function firstPublisher(line: string): string | null {
  if (line.length > 300) return null
  const name = appeared.exec(line)?.groups?.name?.replace(/[.,]+$/, '')
  return name && looksLikeOrganisation(name) && !/^\p{Lu}\p{Ll}+ \d/u.test(name) ? name : null
}
