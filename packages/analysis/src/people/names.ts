import type { Span } from '@briefbook/ast'
import type { SentenceContext } from '../coder/context.js'
import type { Word } from '../grammar/words.js'
import { months, weekdays } from '../lexicons/calendar.js'
import { honorifics, neverInNames, offices, officeWords, particles } from '../lexicons/names.js'
import { experts, institutions, officials } from '../lexicons/people.js'
import { plainReporting } from '../lexicons/reporting.js'

/** A name of a person in a sentence, and what shows that it is one. Places are indices of words. */
export interface NameFound {
  start: number
  end: number
  /** The full name that the codebook has for these words. */
  known: string | null
  /** An honorific, an office or a reporting verb beside the name; `none` for bare capitals. */
  shownBy: 'title' | 'apposition' | 'speech' | 'none'
  /** The words that say what the person is, in front of the name and behind it, without an article. */
  roles: RoleFound[]
}

export interface RoleFound {
  start: number
  end: number
  /** The noun for the office. */
  head: number
}

const speech: ReadonlySet<string> = new Set(plainReporting)
const isOffice = (word: Word | undefined): boolean =>
  word !== undefined &&
  (officials.has(word.lemma) || officials.has(word.lower) || offices.has(word.lower) || experts.has(word.lower))
const isOneOffice = (word: Word | undefined): boolean =>
  isOffice(word) && !(/[^s]s$/.test(word?.lower ?? '') && word?.lower !== word?.lemma)
const isCapital = (word: Word | undefined) =>
  word !== undefined && word.text !== word.lower && /^(?:[ad]l-|['’])?\p{Lu}/u.test(word.text)
/** `ISIS`, `U.S.`: letters that stand for words. A single one with or without a full stop is an initial. */
const isShortForm = ({ text }: Word) => /^(?:\p{Lu}\.?){2,}s?$/u.test(text) && !/^\p{Lu}\.$/u.test(text)
const inTitle = (word: Word | undefined): boolean =>
  word !== undefined && (isOffice(word) || officeWords.has(word.lower.replace(/\.$/, '')))

/** Whether a word can be part of a person's name. */
function inName(word: Word | undefined): boolean {
  if (!word || !isCapital(word) || /[^\p{L}\p{M}.'’-]/u.test(word.text) || isShortForm(word)) return false
  if (word.name !== null) return word.name.kind === 'person'
  return (
    !neverInNames.has(word.lower) &&
    !inTitle(word) &&
    !institutions.has(word.lemma) &&
    !honorifics.has(word.lower.replace(/\.$/, ''))
  )
}

/** At the head of a sentence every word has a capital: there only a noun can be a name. */
const isNamelike = (words: readonly Word[], i: number): boolean =>
  inName(words[i]) &&
  ((i > 0 && /^[\p{L}\p{N},]/u.test(words[i - 1]?.text ?? '')) || /^(?:PROPN|NOUN|X)$/.test(words[i]?.pos ?? ''))

/** The word behind a name that begins at a word; the same word where none begins there. */
function endOfName(words: readonly Word[], start: number): number {
  let end = start
  while (end - start < 6) {
    let next = end
    while (end > start && particles.has(words[next]?.lower ?? '')) next++
    if (!isNamelike(words, next)) break
    end = next + 1
  }
  return end
}

const clauseMarks = /^[,;:—.!?()"[\]]$/
const isVerb = ({ pos }: Word) => pos === 'VERB' || pos === 'AUX'
const strippedFirst = new Set(['DET', 'ADP', 'CCONJ', 'SCONJ', 'PRON', 'ADV', 'PART'])
/** A longer one is no role but a story. */
const longestRole = 16

/** A stretch as a role: the last noun in front of its first preposition is an office, and no verb stands before that. */
function readRole(words: readonly Word[], from: number, to: number): RoleFound | null {
  let start = from
  while (start < to && strippedFirst.has((words[start] as Word).pos) && !(words[start] as Word).name) start++
  if (to - start > longestRole || start >= to) return null
  let head = -1
  let i = start
  for (; i < to; i++) {
    const word = words[i] as Word
    if (word.pos === 'ADP' && !/^then-?$/.test(word.lower)) break
    if (isVerb(word) && !/(?:ing|ed|en)$/.test(word.lower)) return null
    if (word.pos === 'NOUN' || word.pos === 'PROPN' || isOffice(word)) head = i
  }
  if (head < 0 || !isOneOffice(words[head])) return null
  const rest = words.slice(i, to)
  return rest.some(word => isVerb(word) && !/ing$/.test(word.lower)) ? null : { start, end: to, head }
}

const times = new Set([...weekdays, ...months.flat()].map(name => name.toLowerCase()))
/** `Last week minister Jane Roe`: a time in front of a title is none of it. */
const isTime = ({ lower }: Word) => times.has(lower) || /^(?:week|month|year|day|night|today|yesterday)$/.test(lower)

/** The office in front of a name: beside it, or with what it is of between the two: `head of the Harbour Board Jane Roe`. */
function officeBefore(words: readonly Word[], name: number): number {
  if (isOneOffice(words[name - 1])) return name - 1
  // `president of the Harbour Board`: that is no name but what the office is of.
  if (/^(?:ADP|DET|PART|PRON)$/.test(words[name - 1]?.pos ?? '')) return -1
  for (let i = name - 1; i >= Math.max(0, name - 8); i--) {
    const word = words[i] as Word
    if (isOneOffice(word) && /^(?:of|for|to|on)$/.test(words[i + 1]?.lower ?? '')) return i
    if (clauseMarks.test(word.text) || isVerb(word)) return -1
  }
  return -1
}

/** `the Danish foreign minister` in front of a name: its words back to an article, a verb or a sign. */
function titleBefore(words: readonly Word[], name: number): RoleFound | null {
  const head = officeBefore(words, name)
  if (head < 0) return null
  let start = head
  while (start > 0) {
    const before = words[start - 1] as Word
    const possessive = /^['’]s?$/.test(before.text)
    const describes =
      inTitle(before) ||
      before.pos === 'ADJ' ||
      before.pos === 'NOUN' ||
      (before.pos === 'PROPN' && isCapital(before)) ||
      before.name !== null
    if (clauseMarks.test(before.text) || isVerb(before) || isTime(before) || !(describes || possessive)) break
    start--
  }
  return { start, end: name, head }
}

const closes = (word: Word | undefined) => word === undefined || clauseMarks.test(word.text)

const whose = /^(?:who|whom|whose)$/

/** `, the Danish foreign minister,` behind a name. */
function roleBehind(words: readonly Word[], end: number): RoleFound | null {
  const mark = words[end]?.text
  if (mark !== ',' && mark !== '(') return null
  let to = end + 1
  // Of two roles, `an expert at the institute and a former minister`, the first.
  const ends = (i: number) => closes(words[i]) || whose.test(words[i]?.lower ?? '')
  while (!ends(to) && !(words[to]?.pos === 'CCONJ' && words[to + 1]?.pos === 'DET')) to++
  return readRole(words, end + 1, to)
}

/** `a Danish diplomat, Jane Roe,`: in front of the comma before a name. */
function roleBefore(words: readonly Word[], start: number, end: number): RoleFound | null {
  if (words[start - 1]?.text !== ',' || !closes(words[end])) return null
  let from = start - 1
  while (from > 0 && !closes(words[from - 1]) && !isVerb(words[from - 1] as Word) && words[from - 1]?.pos !== 'SCONJ')
    from--
  return readRole(words, from, start - 1)
}

const isSpeech = (word: Word | undefined) => word !== undefined && isVerb(word) && speech.has(word.lemma)

/** The names of persons in a sentence, as far as the words beside them or the codebook show that they are. */
export function findNames({ words }: SentenceContext): NameFound[] {
  const found: NameFound[] = []
  for (let start = 0; start < words.length; start++) {
    const end = endOfName(words, start)
    if (end === start) continue
    const own = words.slice(start, end)
    const known = own.find(({ name }) => name !== null)?.name?.person ?? null
    const full = end - start > 1
    const honoured = honorifics.has((words[start - 1]?.lower ?? '').replace(/\.$/, ''))
    const title = titleBefore(words, start)
    // A lone small word in front of a lone capital is no title: `leader Monday`.
    const beside = title?.head === start - 1 && isCapital(words[title.head])
    const titled = full || beside || known !== null ? title : null
    const apposed = full || known !== null ? (roleBehind(words, end) ?? roleBefore(words, start, end)) : null
    // `as Jane Roe of the Institute said` is not looked into: the verb stands beside the name.
    const spoken = full && (isSpeech(words[end]) || (isSpeech(words[start - 1]) && closes(words[end])))
    // `Jane Roe, who …`: a body is `which`.
    const isSomebody = full && words[end]?.text === ',' && whose.test(words[end + 1]?.lower ?? '')
    found.push({
      start,
      end,
      known,
      shownBy: titled || honoured ? 'title' : apposed || isSomebody ? 'apposition' : spoken ? 'speech' : 'none',
      roles: [titled, apposed].filter(role => role !== null),
    })
    start = end - 1
  }
  return found
}

/** The actor for whom a role speaks: the one named in front of its office, else the one behind `of`; null for a former one. */
export function actorOfRole({ words }: SentenceContext, { start, end, head }: RoleFound): string | null {
  const role = words.slice(start, end)
  const past = role.some(({ lower }) =>
    /^(?:former|ex|late|then|previous|ousted|exiled|retired|erstwhile|ex-.+|then-.+)$/.test(lower),
  )
  if (past || experts.has((words[head] as Word).lemma)) return null
  const actorsIn = (from: number, to: number) => [
    ...new Set(words.slice(from, to).flatMap(({ name }) => (name && name.kind !== 'person' ? [name.actor] : []))),
  ]
  const before = actorsIn(start, head)
  // `Norway's UN ambassador`: whose ambassador it is, and where.
  const owner = words.slice(start, head).findIndex(({ text }) => /^['’]s?$/.test(text))
  const owners = owner < 0 ? [] : actorsIn(start, start + owner)
  if (before.length > 0)
    return before.length === 1 ? (before[0] as string) : owners.length === 1 ? (owners[0] as string) : null
  const of = words[head + 1]?.lower === 'of' ? actorsIn(head + 2, end) : []
  return of.length === 1 ? (of[0] as string) : null
}

/** Where words stand in the text of their block. */
export function spanOf(words: readonly Word[], start: number, end: number): Span {
  return [(words[start] as Word).start, (words[end - 1] as Word).end]
}
