import type { Codebook, Source, SourceBlock, Span } from '@briefbook/ast'
import { readCodebook } from '../src/index.js'

/** Sentences as the parser gives them, near enough for texts that tests write themselves. */
function sentencesOf(text: string): Span[] {
  const spans: Span[] = []
  let start = 0
  for (const match of text.matchAll(/(?<=[.!?]["”’)]?)\s+(?=["“‘([]?\p{Lu})/gu)) {
    if (/\b(?:[A-Z]|Sept|Oct|Mr|Dr|St)\.$/.test(text.slice(start, match.index))) continue
    spans.push([start, match.index])
    start = match.index + match[0].length
  }
  if (start < text.length) spans.push([start, text.length])
  return spans
}

export interface SourceOptions {
  id?: string
  date?: string | null
  language?: string | null
}

/** A source whose paragraphs are given; one that begins with `# ` is a heading. The raw text has them line by line. */
export function sourceOf(
  paragraphs: readonly string[],
  { id = 'note', date = '2019-06-14', language = 'en' }: SourceOptions = {},
): Source {
  let raw = ''
  const children = paragraphs.map((given, i): SourceBlock => {
    const heading = given.startsWith('# ')
    const text = heading ? given.slice(2) : given
    raw += heading ? '# ' : ''
    const start = raw.length
    raw += `${text}\n\n`
    const base = {
      anchor: `${id}.${i + 1}`,
      text,
      runs: text === '' ? [] : [{ text: [0, text.length] as const, raw: [start, start + text.length] as const }],
      sentences: sentencesOf(text),
    }
    return heading ? { type: 'heading', depth: 1, ...base } : { type: 'paragraph', ...base }
  })
  const document = { title: 'A note', subtitle: null, authors: [], publisher: null, date, url: null }
  return {
    type: 'source',
    id,
    file: `sources/${id}.md`,
    sha256: '0'.repeat(64),
    format: 'markdown',
    meta: { ...document, language, label: id.toUpperCase(), kind: null, original: null, foundIn: {} },
    direction: 'ltr',
    text: raw,
    children,
    furniture: [],
  }
}

export const codebookText = `
actors:
  norway:
    name: Norway
    country: "NO"
    people: [Kari Strand]
  japan:
    name: Japan
    country: JP
    people: [Aiko Tanaka]
  brazil:
    name: Brazil
    country: BR
  union:
    name: Fishers' Union
    aliases: [the Union]
  rebels:
    name: Harbour Front
    aliases: [the Front]
issues:
  whaling:
    name: Whaling
    towards: commercial whaling
    terms: [whaling, whale hunt*]
    against: [whaling ban, moratorium]
  piracy:
    name: Piracy
    towards: the threat of piracy
    terms: [pira*]
    against: [anti-piracy, fight* pirates]
  talks:
    name: Talks with the Front
    towards: talking to the Harbour Front
    terms: [recogni*, [talk*, Front], [negotiat*, Front], [engage*, Front]]
  subsidies:
    name: Subsidies
    towards: fishing subsidies
    terms: [subsid*]
  aid:
    name: Aid
    towards: aid to the islands
    terms: [aid, assistance]
discard: [Norway lobster]
`

export function testCodebook(): Codebook {
  const { value, diagnostics } = readCodebook(codebookText, 'codebook.yaml')
  if (value === null) throw new Error(diagnostics.map(d => d.message).join('\n'))
  return value
}
