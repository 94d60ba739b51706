import { createRequire } from 'node:module'
import type { Span } from '@briefbook/ast'
import type { Tokens, WinkMethods } from 'wink-nlp'
import { fold } from './fold.js'

/** Parts of speech of Universal Dependencies, as the tagger gives them. */
type PartOfSpeech =
  | 'ADJ'
  | 'ADP'
  | 'ADV'
  | 'AUX'
  | 'CCONJ'
  | 'DET'
  | 'INTJ'
  | 'NOUN'
  | 'NUM'
  | 'PART'
  | 'PRON'
  | 'PROPN'
  | 'PUNCT'
  | 'SCONJ'
  | 'SPACE'
  | 'SYM'
  | 'VERB'
  | 'X'

/** A word or sign of a sentence. A word with hyphens in it is one token. */
export interface Token {
  /** Folded: one kind of apostrophe, quotation mark and hyphen. */
  text: string
  lower: string
  /** The dictionary form: `say` for `said`. Of a word with hyphens, of its last part. */
  lemma: string
  pos: PartOfSpeech
  /** In the text that was read. */
  start: number
  end: number
}

type Its = WinkMethods['its']

let tagger: { nlp: WinkMethods; its: Its } | null = null

/** The model takes a tenth of a second to load, so it is loaded when the first text is read. */
function loadTagger(): { nlp: WinkMethods; its: Its } {
  if (tagger === null) {
    const require = createRequire(import.meta.url)
    const winkNlp = require('wink-nlp') as (model: unknown, pipe: string[]) => WinkMethods
    // Sentences come with the source, so that the tagger need not look for their ends.
    const nlp = winkNlp(require('wink-eng-lite-web-model'), ['pos'])
    tagger = { nlp, its: nlp.its }
  }
  return tagger
}

const verbLemmas = new Map<string, string>()

/** The dictionary form of a word read as a verb: `develop` for `developing`. */
export function verbLemma(word: string): string {
  const known = verbLemmas.get(word)
  if (known !== undefined) return known
  const { nlp, its } = loadTagger()
  const lemmas = nlp
    .readDoc(`they are ${word} it`)
    .tokens()
    .out(its.lemma as unknown as typeof its.value) as string[]
  const tagged = (lemmas[2] ?? word).toLowerCase()
  // Behind `they` the tagger takes no form in -s for a verb; the regular ending goes.
  const lemma =
    tagged === word && /[^s]s$/.test(word) ? word.replace(/ies$/, 'y').replace(/(?<=sh|ch|ss|x|z)es$|s$/, '') : tagged
  verbLemmas.set(word, lemma)
  return lemma
}

/** Words that the tagger's model takes for something else in prose of this kind. */
const corrections: ReadonlyMap<string, PartOfSpeech> = new Map([
  ['according', 'ADP'],
  ['however', 'ADV'],
  ...['although', 'though', 'while', 'because', 'if', 'unless', 'whereas', 'whether'].map(
    word => [word, 'SCONJ'] as const,
  ),
])

/** `long-standing` becomes one token, and a hyphen between spaces a dash: it parts clauses. */
function joinHyphens(tokens: readonly Token[]): Token[] {
  const out: Token[] = []
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i] as Token
    const last = out.at(-1)
    const next = tokens[i + 1]
    const joins =
      token.text === '-' &&
      last !== undefined &&
      next !== undefined &&
      last.end === token.start &&
      token.end === next.start &&
      /[\p{L}\p{N}.]$/u.test(last.text) &&
      /^[\p{L}\p{N}]/u.test(next.text)
    if (!joins) {
      const isDash = token.text === '-' && (last?.end ?? -1) < token.start && (next?.start ?? -1) > token.end
      out.push(isDash ? { ...token, text: '—', lower: '—', lemma: '—', pos: 'PUNCT' } : token)
      continue
    }
    i++
    const text = `${last.text}-${next.text}`
    const pos = ['NOUN', 'PROPN', 'NUM', 'ADJ'].includes(next.pos) ? next.pos : 'ADJ'
    out[out.length - 1] = { ...last, text, lower: text.toLowerCase(), lemma: next.lemma, pos, end: next.end }
  }
  return out
}

/** Adds the tagger's tokens of a folded text that begins at a place. */
function tag(folded: string, start: number, tokens: Token[]): void {
  const { nlp, its } = loadTagger()
  const found: Tokens = nlp.readDoc(folded).tokens()
  const values = found.out(its.value) as string[]
  const tags = found.out(its.pos) as string[]
  // The type of `lemma` asks for one argument more than that of the other helpers.
  const lemmas = found.out(its.lemma as unknown as typeof its.value) as string[]
  const spaces = found.out(its.precedingSpaces) as string[]
  let at = start
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as string
    at += (spaces[i] as string).length
    const lower = value.toLowerCase()
    if (value.trim() !== '') {
      const pos = corrections.get(lower) ?? (tags[i] as PartOfSpeech)
      tokens.push({
        text: value,
        lower,
        lemma: (lemmas[i] as string).toLowerCase(),
        pos,
        start: at,
        end: at + value.length,
      })
    }
    at += value.length
  }
}

/** No word is so long; the tagger's time grows with the square of it. */
const noWord = /(?<!\S)\S{120,}/gu

/**
 * The tokens of a stretch of text.
 *
 * @param text  The whole text.
 * @param span  The stretch to read, a sentence as a rule; places count in the whole text.
 */
export function readTokens(text: string, span: Span): Token[] {
  // The tagger leaves out rarer kinds of white space without counting them; places would then be off.
  const folded = fold(text.slice(span[0], span[1])).replace(/\s/g, ' ')
  const tokens: Token[] = []
  let from = 0
  for (const { 0: noise, index } of folded.matchAll(noWord)) {
    tag(folded.slice(from, index), span[0] + from, tokens)
    const start = span[0] + index
    tokens.push({ text: noise, lower: noise.toLowerCase(), lemma: noise, pos: 'X', start, end: start + noise.length })
    from = index + noise.length
  }
  tag(folded.slice(from), span[0] + from, tokens)
  return folded.includes('-') ? joinHyphens(tokens) : tokens
}
