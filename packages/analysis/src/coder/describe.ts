import type { Clause } from '../grammar/clauses.js'
import type { NounPhrase } from '../grammar/noun-phrases.js'
import type { Word } from '../grammar/words.js'
import { possessivePronouns } from '../lexicons/grammar.js'
import { experts, institutions, officials, voices } from '../lexicons/people.js'
import { type SentenceContext, textOf } from './context.js'
import { type Holder, holderOfGroup, type Pointers } from './holders.js'
import type { KnownPerson } from './people.js'

const title = (lower: string) =>
  officials.has(lower) ||
  /^(?:mr|mrs|ms|dr|sir|lord|foreign|defence|defense|prime|vice|interior|state|special|deputy|secretary)$/.test(lower)

/** A person's name in a stretch of words: capitalised words in a row, without the titles in front. */
export function findPerson(sentence: SentenceContext, from: number, to: number): string | null {
  const { words } = sentence
  const known = sentence.names.find(
    n => n.kind === 'person' && n.start >= (words[from]?.start ?? 0) && n.end <= (words[to - 1]?.end ?? 0),
  )
  if (known?.person) return known.person
  for (let i = from; i < to; i++) {
    let end = i
    while (end < to && words[end]?.pos === 'PROPN' && !words[end]?.name && /^\p{Lu}/u.test(words[end]?.text ?? ''))
      end++
    let start = i
    while (start < end && title(words[start]?.lower ?? '')) start++
    i = Math.max(i, end)
    if (end - start < 2) continue
    const last = words[end - 1]
    const body = last !== undefined && (institutions.has(last.lemma) || officials.has(last.lemma))
    // `European Union partners`: a name in front of a noun is not a person's.
    const whole = words[end]?.pos !== 'NOUN' || end >= to
    if (!body && whole) return textOf(sentence, start, end)
  }
  return null
}

/** The words in which a speaker may be described: the subject, and what stands between it and its verb or behind it. */
function reach(sentence: SentenceContext, { verb }: Clause, subject: readonly NounPhrase[]): [number, number] {
  const first = subject[0] as NounPhrase
  const last = subject.at(-1) as NounPhrase
  if (first.start < verb.start) {
    const next = sentence.clauses.find(c => c.verb.start > last.end && c.kind !== 'relative')
    return [first.start, Math.max(last.end, Math.min(verb.start, next?.verb.start ?? verb.start))]
  }
  let end = last.end
  const { words } = sentence
  while (
    end < words.length &&
    words[end]?.text !== '.' &&
    words[end]?.text !== '"' &&
    words[end]?.pos !== 'VERB' &&
    words[end]?.pos !== 'AUX'
  )
    end++
  return [first.start, end]
}

/** Whether a noun can speak. */
const canSpeak = ({ pos, lemma, lower, text }: Word) =>
  (pos === 'PROPN' && text !== lower) ||
  [officials, experts, institutions, voices].some(nouns => nouns.has(lemma) || nouns.has(lower)) ||
  /^(?:many|some|others|few|several|most|both)$/.test(lower)

/** Whom a pronoun or `both countries` means, by the names that the text gave last. */
function pointedTo(head: Word, holder: Holder | null, { people, he, discourse }: Pointers): KnownPerson | null {
  if (['he', 'she'].includes(head.lower)) return he
  if (head.lower === 'they' && people.lastPlural) return people.lastPlural
  if (['i', 'we', 'you'].includes(head.lower) || !holder?.anaphoric || holder.role !== 'self') return null
  const names = holder.actors.map(actor => discourse.nameOf(actor)).filter(name => name !== null)
  if (names.length < holder.actors.length) return null
  return { name: names.join(' and '), role: null, actor: names.length === 1 ? (holder.actors[0] ?? null) : null }
}

/** What the words of a subject say of who it is: the noun for it, and the actor that it speaks for. */
function roleOf(
  sentence: SentenceContext,
  phrases: readonly NounPhrase[],
  [from, to]: readonly [number, number],
  pointers: Pointers,
): Omit<KnownPerson, 'name'> {
  const nouns = sentence.words.slice(from, to).filter(w => w.pos === 'NOUN' || w.pos === 'PROPN')
  const role = nouns.find(w => officials.has(w.lemma) || experts.has(w.lemma))?.lemma ?? null
  const holder = phrases
    .map((phrase): Holder | null => holderOfGroup(sentence, [phrase], pointers))
    .find(h => h !== null && (h.role === 'official' || h.role === 'self'))
  const speaksForNobody = (role !== null && experts.has(role)) || holder?.actors.length !== 1
  return { role, actor: speaksForNobody ? null : (holder?.actors[0] ?? null) }
}

/**
 * Who the subject of a reporting clause is; null where it is nobody who can speak.
 *
 * @param subject  Whom the subject stands for.
 */
export function describe(
  sentence: SentenceContext,
  clause: Clause,
  subject: Holder | null,
  pointers: Pointers,
): KnownPerson | null {
  const { words, phrases } = sentence
  const { people } = pointers
  const first = clause.subject[0]
  const head = words[first?.head ?? -1]
  if (!first || !head) return null
  const some = /^(?:many|some|others|few|several|most)$/.test(head.lower)
  if (head.pos === 'PRON' && !some) return pointedTo(head, subject, pointers)
  const area = reach(sentence, clause, clause.subject)
  const name = findPerson(sentence, ...area)
  if (!canSpeak(head) && name === null) return null
  const described = phrases.filter(p => p.start >= area[0] && p.end <= area[1] && p.preposition === null)
  const { role, actor } = roleOf(sentence, described, area, pointers)
  if (name !== null) return people.meet({ name, role, actor })
  const bare = head.pos === 'PROPN' && !head.name ? people.named(head.text) : null
  if (bare) return people.meet(bare)
  const article = words[first.start]?.lower ?? ''
  const before = article === 'the' && role !== null ? people.withRole(role) : null
  if (before) return before
  const pair = article === 'both' || article === 'the' ? pointedTo(head, subject, pointers) : null
  if (pair) return pair
  const start = /^(?:the|a|an|both)$/.test(article) || possessivePronouns.has(article) ? first.start + 1 : first.start
  const last = clause.subject.at(-1) as NounPhrase
  const found: KnownPerson = { name: textOf(sentence, start, last.end), role, actor }
  if (role !== null && !/s$/.test(head.lower)) people.meet(found)
  else if (/s$/.test(head.lower) && head.pos !== 'PROPN') people.meetPlural(found)
  return found
}

/**
 * Notes who is introduced in a sentence: `Jane Roe, a Danish minister, …`, `the Danish minister Jane Roe`. A person who
 * is named behind whatever his or her part in the sentence can be pointed back to.
 */
export function introduce(sentence: SentenceContext, pointers: Pointers): void {
  const { words, phrases } = sentence
  phrases.forEach((phrase, p) => {
    const name = findPerson(sentence, phrase.start, phrase.end)
    if (name === null) return
    const next = phrases[p + 1]
    const apposed =
      next && next.start === phrase.end + 1 && words[phrase.end]?.text === ',' && next.preposition === null
        ? next
        : null
    const nouns = words
      .slice(phrase.start, apposed?.end ?? phrase.end)
      .filter(w => w.pos === 'NOUN' || w.pos === 'PROPN')
    const role = nouns.find(w => officials.has(w.lemma) || experts.has(w.lemma))?.lemma ?? null
    if (role === null) return
    const holder = [phrase, apposed]
      .map(x => (x ? holderOfGroup(sentence, [x], pointers) : null))
      .find(h => h?.role === 'official')
    const actor = !experts.has(role) && holder?.actors.length === 1 ? (holder.actors[0] as string) : null
    pointers.people.meet({ name, role, actor })
  })
}
