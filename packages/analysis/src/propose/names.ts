import type { Source } from '@briefbook/ast'
import { months, weekdays } from '../lexicons/calendar.js'
import { bodyNouns, organsOfState } from '../lexicons/organisations.js'
import { experts, officials } from '../lexicons/people.js'
import { fold } from '../text/fold.js'
import { readTokens, type Token } from '../text/tokens.js'
import { type Tally, tally } from './count.js'

/** A name that the gazetteer does not know, with what the words around it tell of its bearer. */
export interface FoundName {
  name: string
  tally: Tally
  /** How often it acts: in front of a verb, owning something, behind `by`. */
  acts: number
  /** How often `the` stands in front: of organisations and groups. */
  articles: number
  /** How often a title stands in front of it or an office beside it: of persons. */
  titles: number
}

/** A stretch of a text that the gazetteer knows. */
export interface KnownSpan {
  start: number
  end: number
}

const calendarNames = new Set([...months.flat(), ...weekdays])
const titles = new Set(
  `attorney capt ceo cfo chief col coo deputy defence defense dr environment executive finance foreign gen general gov health home judge lt interior justice king lady lord
  madame mr mrs ms prime prince professor queen rep rev saint secretary sen sir special state trade vice councillor`.split(
    /\s+/,
  ),
)
/** Whether a word in small letters stands in front of a person's name and is no part of it. */
export const isTitle = (word: string): boolean => titles.has(word.replace(/\.$/, '')) || officials.has(word)
const isOffice = ({ lemma, lower }: Token) =>
  officials.has(lemma) || experts.has(lemma) || lower === 'executive' || lower === 'chair'

/** Nouns in small letters that belong to the name in front of them. */
const groupNouns = new Set(['bloc', 'camp', 'caucus', 'faction', 'group', 'movement', 'party'])

/** Kinds of words that begin a sentence and are no name. */
const opening = new Set(['DET', 'ADP', 'PRON', 'SCONJ', 'CCONJ', 'AUX', 'PART', 'NUM', 'ADV', 'INTJ'])
/** Nouns for people in the possessive inside a name: `Women's Institute`. */
const owners = /^(?:children|farmers?|men|nurses|people|students?|teachers?|veterans?|women|workers?|writers?)$/i

/** Kinds of words that are no part of a name, in whatever letters. */
const never = new Set(['PRON', 'DET', 'AUX', 'CCONJ', 'SCONJ', 'PART', 'PUNCT'])

const isCapital = ({ text, pos }: Token) =>
  /^\p{Lu}[\p{L}\p{M}\d.&'-]*$/u.test(text) && !/^I'/.test(text) && !never.has(pos) && !calendarNames.has(text)

/** The singular of a noun of organisations, near enough to look it up. */
export const isBody = (word: string): boolean => {
  const lower = word.toLowerCase()
  return bodyNouns.has(lower) || bodyNouns.has(lower.replace(/s$/, '')) || bodyNouns.has(lower.replace(/ies$/, 'y'))
}

/** Where a name that begins at a word ends: over `of` and `for` behind the noun of a body, `&`, and owners. */
function endOf(tokens: readonly Token[], from: number): number {
  let end = from + 1
  let linked = false
  for (;;) {
    const [next, second, third] = [tokens[end], tokens[end + 1], tokens[end + 2]]
    const last = tokens[end - 1] as Token
    if (next && isCapital(next) && next.start <= last.end + 1) end++
    else if (next?.text === '&' && second && isCapital(second)) end += 2
    else if (/^(?:of|for)$/.test(next?.text ?? '') && isBody(last.text) && second && isCapital(second)) {
      linked = true
      end += 2
    } else if (
      /^(?:of|for)$/.test(next?.text ?? '') &&
      isBody(last.text) &&
      second?.lower === 'the' &&
      third &&
      isCapital(third)
    ) {
      linked = true
      end += 3
    } else if (linked && next?.text === 'and' && second && isCapital(second)) end += 2
    else if (
      /^'s?$/.test(next?.text ?? '') &&
      second &&
      isCapital(second) &&
      (next?.text === "'" ? /s$/.test(last.text) : owners.test(last.text))
    )
      end += 2
    else return end
  }
}

/** Words that a text has in small letters too. */
function smallWords(sources: readonly Source[]): Set<string> {
  const found = new Set<string>()
  for (const { children } of sources)
    for (const { text } of children)
      for (const [word] of text.matchAll(/(?<![\p{L}\p{M}])\p{Ll}[\p{L}\p{M}]*/gu)) found.add(word)
  return found
}

/** Whether the word is the first of its sentence or of a quotation in it. */
const opens = (tokens: readonly Token[], i: number) => i === 0 || /^["'(:;[]$/.test(tokens[i - 1]?.text ?? '')

/** Whether a verb stands at a place: a noun of that form in front of a phrase is one too (`the Greens support the plan`). */
function isVerb(tokens: readonly Token[], at: number): boolean {
  const [word, next] = [tokens[at], tokens[at + 1]]
  if (word?.pos === 'VERB' || word?.pos === 'AUX') return true
  if (word?.pos !== 'NOUN' || !/^\p{Ll}/u.test(word.text)) return false
  return /[^s]s$/.test(word.text) || ['DET', 'PRON', 'PROPN', 'SCONJ', 'PART'].includes(next?.pos ?? '')
}

function doesAct(tokens: readonly Token[], start: number, end: number): boolean {
  const [next, second] = [tokens[end], tokens[end + 1]]
  const before = tokens[start - 1]?.lower === 'the' ? tokens[start - 2] : tokens[start - 1]
  if (/^'s?$/.test(next?.text ?? '')) return second?.pos === 'NOUN' || second?.pos === 'ADJ'
  if (next?.text === ',' && /^(?:which|who)$/.test(second?.lower ?? '')) return true
  return isVerb(tokens, end) || before?.lower === 'by'
}

/** `its chair, Ann Alm`; `Ann Alm, a spokeswoman`; `chief executive Ann Alm` */
function hasOffice(tokens: readonly Token[], start: number, end: number): boolean {
  const before = tokens[start - 1]
  const office = before?.text === ',' ? tokens[start - 2] : before
  if (office && isOffice(office)) return true
  if (tokens[end]?.text !== ',') return false
  const behind = tokens.slice(end + 1, end + 7)
  const stop = behind.findIndex(({ pos, text }) => pos === 'PUNCT' || pos === 'VERB' || text === ',')
  return behind.slice(0, stop < 0 ? undefined : stop).some(isOffice)
}

/** A stretch of words that is a name: the titles in front are left out, and told. */
interface NameInSentence {
  start: number
  end: number
  titled: boolean
}

function namesIn(tokens: readonly Token[], small: ReadonlySet<string>): NameInSentence[] {
  const found: NameInSentence[] = []
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i] as Token
    if (!isCapital(token) || (opens(tokens, i) && (opening.has(token.pos) || small.has(token.lower)))) continue
    const end = endOf(tokens, i)
    let start = i
    if (!isBody((tokens[end - 1] as Token).text)) while (start < end && isTitle((tokens[start] as Token).lower)) start++
    if (start < end) found.push({ start, end, titled: start > i || isTitle(tokens[i - 1]?.lower ?? '') })
    i = end - 1
  }
  return found
}

/** Whether a name is one that the gazetteer tells enough of: `the Norwegian Ministry of Trade` is Norway. */
function isKnown(words: readonly Token[], known: readonly KnownSpan[]): boolean {
  const [first, last] = [words[0] as Token, words.at(-1) as Token]
  const overlaps = known.filter(one => one.start < last.end && one.end > first.start)
  if (overlaps.length === 0) return false
  if (words.every(word => overlaps.some(one => one.start < word.end && one.end > word.start))) return true
  // `Norwegian Refugee Council` is a body of its own.
  return words.length < 3 || !isBody(last.text) || words.some(({ lower }) => organsOfState.has(lower))
}

/**
 * Names that the gazetteer does not know: capitalised words in a row. A word that only begins sentences counts where the
 * text never has it in small letters.
 *
 * @param knownIn  What the gazetteer knows in a text.
 */
export function findNames(sources: readonly Source[], knownIn: (text: string) => readonly KnownSpan[]): FoundName[] {
  const small = smallWords(sources)
  const tallies = new Map<string, Tally>()
  const signs = new Map<string, Omit<FoundName, 'name' | 'tally'>>()
  for (const source of sources) {
    for (const block of source.children) {
      if (block.type === 'heading' || block.type === 'table') continue
      const known = knownIn(block.text)
      for (const span of block.sentences) {
        const tokens = readTokens(block.text, span)
        for (const { start, end: last, titled } of namesIn(tokens, small)) {
          const noun = tokens[last]
          // `the Liberal group`: the noun belongs to the name; `a Liberal motion`: in front of another it is an adjective.
          const group = noun !== undefined && groupNouns.has(noun.lower)
          const end = group ? last + 1 : last
          const words = tokens.slice(start, end)
          const [from, to] = [(words[0] as Token).start, (words.at(-1) as Token).end]
          const described = noun?.pos === 'ADJ' && tokens[last + 1]?.pos === 'NOUN'
          const modifies =
            !group &&
            /^\p{Ll}/u.test(noun?.text ?? '') &&
            (described || (noun?.pos === 'NOUN' && !isVerb(tokens, last)))
          if (modifies || isKnown(words, known) || to - from < 3) continue
          const name = fold(block.text.slice(from, to))
          tally(tallies, name, { source, block, start: from, end: to })
          const sign = signs.get(name) ?? { acts: 0, articles: 0, titles: 0 }
          signs.set(name, sign)
          if (doesAct(tokens, start, end)) sign.acts++
          if (tokens[start - 1]?.lower === 'the') sign.articles++
          if (titled || hasOffice(tokens, start, end)) sign.titles++
        }
      }
    }
  }
  return [...tallies].flatMap(([name, found]) => {
    const sign = signs.get(name)
    return sign ? [{ name, tally: found, ...sign }] : []
  })
}
