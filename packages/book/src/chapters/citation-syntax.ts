/**
 * Citations as Pandoc writes them (Pandoc User's Guide, "Citation syntax"), with paragraph locators added:
 * `[@swp ¶12]`, `[see @swp, p. 3; @eln ¶¶4-6]` in brackets, `@swp` in the sentence.
 */

/** Where in a source. Paragraphs are counted by Briefbook; anything else is printed as it is written. */
type Locator = { kind: 'paragraphs'; from: number; to: number } | { kind: 'other'; text: string }

export interface CitationItem {
  /** Id of the source, as written. */
  source: string
  prefix: string
  locators: Locator[]
  suffix: string
}

export interface CitationMatch {
  /** Bracketed ones become notes; one in the sentence is printed where it stands. */
  form: 'bracketed' | 'narrative'
  items: CitationItem[]
  /** Range in the text. */
  start: number
  end: number
}

const key = String.raw`[\p{L}\p{N}](?:[\p{L}\p{N}_-]*[\p{L}\p{N}])?`
const bracketed = new RegExp(String.raw`\[([^\[\]]*?(?<![\p{L}\p{N}._%+-])@${key}[^\[\]]*?)\]`, 'gu')
const narrative = new RegExp(String.raw`(?<![\p{L}\p{N}._%+/@-])@(${key})(?![\p{L}\p{N}]*[@])`, 'gu')
const item = new RegExp(String.raw`^(.*?)(?<![\p{L}\p{N}._%+-])@(${key})(.*)$`, 'su')
const paragraphs =
  /^[\s,]*(?:¶¶?|§§?|paras?\.?|paragraphs?)\s*((?:\d+(?:\s*[-–—]\s*\d+)?)(?:\s*(?:,|and|&)\s*\d+(?:\s*[-–—]\s*\d+)?)*)/iu

function parseItem(text: string): CitationItem | null {
  const match = item.exec(text)
  if (!match) return null
  const [, prefix = '', source = '', rest = ''] = match
  const locators: Locator[] = []
  let suffix = rest
  const found = paragraphs.exec(rest)
  if (found) {
    for (const range of (found[1] as string).split(/\s*(?:,|and|&)\s*/)) {
      const [from, to] = range.split(/\s*[-–—]\s*/).map(Number) as [number, number | undefined]
      locators.push({ kind: 'paragraphs', from, to: Math.max(from, to ?? from) })
    }
    suffix = rest.slice(found[0].length)
  } else {
    const page = /^[\s,]*(pp?\.\s*[\p{L}\p{N}]+(?:\s*[-–—]\s*[\p{L}\p{N}]+)?)/u.exec(rest)
    if (page) {
      locators.push({ kind: 'other', text: page[1] as string })
      suffix = rest.slice(page[0].length)
    }
  }
  return { prefix: prefix.trim(), source, locators, suffix: suffix.replace(/^[\s,]+/, '').trimEnd() }
}

/** All citations of a run of text, in order. */
export function findCitations(text: string): CitationMatch[] {
  const matches: CitationMatch[] = []
  for (const match of text.matchAll(bracketed)) {
    const items = (match[1] as string).split(';').map(parseItem)
    if (items.every(i => i !== null)) {
      matches.push({ form: 'bracketed', items, start: match.index, end: match.index + match[0].length })
    }
  }
  for (const match of text.matchAll(narrative)) {
    const start = match.index
    const end = start + match[0].length
    if (matches.some(m => m.form === 'bracketed' && m.start < end && start < m.end)) continue
    const one: CitationItem = { prefix: '', source: match[1] as string, locators: [], suffix: '' }
    matches.push({ form: 'narrative', items: [one], start, end })
  }
  return matches.sort((a, b) => a.start - b.start)
}
