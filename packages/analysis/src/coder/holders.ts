import type { NameMatch } from '../codebook/compile.js'
import { isPossessive, type NounPhrase } from '../grammar/noun-phrases.js'
import type { Word } from '../grammar/words.js'
import { possessivePronouns } from '../lexicons/grammar.js'
import { conduct, experts, institutions, officials } from '../lexicons/people.js'
import type { SentenceContext } from './context.js'
import type { Discourse } from './discourse.js'
import type { KnownPerson, People } from './people.js'

/**
 * How a phrase stands for an actor: `self` names it, `official` names who speaks or acts for it, `conduct` names its
 * policy, interest or fear, `owner` names something else of its.
 */
type HolderRole = 'self' | 'official' | 'conduct' | 'owner'

/** Whom a noun phrase stands for. */
export interface Holder {
  actors: string[]
  role: HolderRole
  plural: boolean
  /** Whether a pronoun or `both countries` points back to the actor. */
  anaphoric: boolean
}

const pairNouns =
  /^(?:countries|states|nations|governments|powers|sides|parties|capitals|neighbours|neighbors|allies|rivals|actors|two)$/
/** `Ankara-backed forces`, `the Ankara-led effort`: the name tells who stands behind it, not whose it is. */
const madeBy =
  /-(?:led|backed|based|born|brokered|controlled|friendly|funded|held|made|occupied|owned|run|sponsored|style|supported|trained)$/
const past = new Set(['former', 'ex', 'late', 'retired', 'onetime', 'one-time', 'then'])
/** Names in the plural by themselves. */
const pluralName = /(?:s|ese|ish|ch|ban|din|hideen)$/i

const inGroup = (sentence: SentenceContext, phrase: NounPhrase) =>
  sentence.phrases.filter(p => p.group === phrase.group)

/** What words that point back are looked up in. */
export interface Pointers {
  discourse: Discourse
  people: People
  /** Whom `he` and `she` mean. */
  he: KnownPerson | null
  /** The actor that `we` stands for, inside a quotation. */
  speaker: string | null
}

function pronoun(lower: string, { discourse, he, speaker }: Pointers): Holder | null {
  const of = (referent: { actors: string[]; plural: boolean } | null): Holder | null =>
    referent && { actors: referent.actors, plural: referent.plural, role: 'self', anaphoric: true }
  if (['i', 'we', 'us', 'me', 'our', 'my', 'ours', 'ourselves'].includes(lower))
    return speaker === null ? null : { actors: [speaker], plural: false, role: 'self', anaphoric: true }
  if (['it', 'its', 'itself'].includes(lower)) return of(discourse.singular())
  if (['they', 'them', 'their', 'themselves', 'theirs'].includes(lower)) return of(discourse.plural())
  if (['he', 'she', 'his', 'her', 'him'].includes(lower)) {
    const actor = he?.actor
    return actor ? { actors: [actor], plural: false, role: 'official', anaphoric: true } : null
  }
  return lower === 'both' ? of(discourse.pair()) : null
}

/** What the head of a phrase makes of the name in front of it. */
function headRole(word: Word | undefined): HolderRole {
  const is = (nouns: ReadonlySet<string>) => word !== undefined && (nouns.has(word.lemma) || nouns.has(word.lower))
  return is(officials) || is(institutions) ? 'official' : is(conduct) ? 'conduct' : 'owner'
}

/** The actors of the names in front of the head: the owner's where there is one, else the first; both of a compound. */
function modifiers(sentence: SentenceContext, _phrase: NounPhrase, names: readonly NameMatch[]): NameMatch[] {
  const { words } = sentence
  const owner = names.find(name => {
    const last = words.findLastIndex(w => w.start < name.end)
    return isPossessive(words, last + 1)
  })
  if (owner) return [owner]
  // `a Tokyo-friendly Norwegian government`: the name that tells who stands behind it yields to the one whose it is.
  const isBehind = (name: NameMatch) => words.some(w => w.name === name && w.text.includes('-') && madeBy.test(w.lower))
  const first = names.find(name => !isBehind(name)) ?? (names[0] as NameMatch)
  const word = words.find(w => w.start <= first.start && first.end <= w.end && w.text.includes('-'))
  return word ? names.filter(name => name.start >= word.start && name.end <= word.end) : [first]
}

/** `anti-Taliban`, `pro-Western`, `non-Russian`: the name is not the actor's. */
function isNegatedCompound(sentence: SentenceContext, name: NameMatch): boolean {
  const word = sentence.words.find(w => w.start < name.start && w.end >= name.end)
  return word !== undefined && /^(?:anti|pro|non|counter|post|pre)-/.test(word.lower)
}

/** Whom a noun phrase stands for; null where it stands for no actor of the codebook. */
export function holderOf(sentence: SentenceContext, phrase: NounPhrase, pointers: Pointers): Holder | null {
  const { words } = sentence
  const head = words[phrase.head]
  const first = words[phrase.start]
  if (!head || !first) return null
  const inside = (name: NameMatch) => name.start >= first.start && name.start < (words[phrase.end - 1]?.end ?? 0)
  const names = sentence.names.filter(name => inside(name) && !isNegatedCompound(sentence, name))
  const plural = head.pos === 'PROPN' ? pluralName.test(head.text) : head.lemma !== head.lower && /s$/.test(head.lower)

  if (names.length === 0) {
    if (head.pos === 'PRON' || (head.pos === 'DET' && head.lower === 'both')) return pronoun(head.lower, pointers)
    const two = words.slice(phrase.start, phrase.end).some(w => w.lower === 'both' || w.lower === 'two')
    const pointed = ['the', 'those', 'these', 'both'].includes(first.lower)
    // `the two countries`, `both countries' policy`
    const owned = words.findIndex(
      (w, i) =>
        i > phrase.start && i < phrase.head && isPossessive(words, i) && pairNouns.test(words[i - 1]?.lower ?? w.lower),
    )
    if (two && pointed && (owned > 0 || pairNouns.test(head.lower))) {
      const pair = pointers.discourse.pair()
      return pair && { ...pair, role: owned > 0 ? headRole(head) : 'self', anaphoric: true }
    }
    if (possessivePronouns.has(first.lower)) {
      const owner = pronoun(first.lower, pointers)
      return owner && { ...owner, role: headRole(head) }
    }
    const role = headRole(head)
    if (role === 'official') {
      // `the leadership in Beijing`, `leaders of the movement`
      const behind = sentence.phrases.find(
        p =>
          p.start === phrase.end + 1 &&
          p.preposition === phrase.end &&
          /^(?:in|of|from|for)$/.test(words[phrase.end]?.lower ?? ''),
      )
      const inner =
        behind &&
        sentence.names.find(
          n => n.start >= (words[behind.start]?.start ?? 0) && n.end <= (words[behind.end - 1]?.end ?? 0),
        )
      if (inner && words[behind.head]?.name === inner) return { actors: [inner.actor], role, plural, anaphoric: false }
      const known = first.lower === 'the' && officials.has(head.lemma) ? pointers.people.withRole(head.lemma) : null
      if (known?.actor) return { actors: [known.actor], role, plural: false, anaphoric: true }
    }
    return null
  }

  const isPast = words.slice(phrase.start, phrase.end).some(w => past.has(w.lower))
  const own = head.name
  if (own && names.includes(own)) {
    if (own.kind === 'person') return { actors: [own.actor], role: 'official', plural: false, anaphoric: false }
    const shared = inGroup(sentence, phrase).at(-1)
    // `China and Russia's approach`: what belongs to the last belongs to all.
    if (shared && shared !== phrase && shared.head !== shared.start && isPossessiveOf(sentence, shared))
      return { actors: [own.actor], role: headRole(words[shared.head]), plural: false, anaphoric: false }
    return { actors: [own.actor], role: 'self', plural, anaphoric: false }
  }
  if (experts.has(head.lemma)) return null
  const compound = names.every(name => words.some(w => w.name === name && w.text.includes('-') && madeBy.test(w.lower)))
  const role = compound ? 'owner' : headRole(head)
  if (isPast && officials.has(head.lemma)) return null
  const actors = modifiers(sentence, phrase, names).map(name => name.actor)
  const people = role === 'owner' && /s$/.test(head.lower) && head.lemma === 'people'
  return { actors: [...new Set(actors)], role: people ? 'official' : role, plural, anaphoric: false }
}

function isPossessiveOf(sentence: SentenceContext, phrase: NounPhrase): boolean {
  for (let i = phrase.start; i < phrase.head; i++) if (isPossessive(sentence.words, i)) return true
  return false
}

/** Whom the phrases of a subject stand for together. */
export function holderOfGroup(
  sentence: SentenceContext,
  group: readonly NounPhrase[],
  pointers: Pointers,
): Holder | null {
  const holders = group.map(phrase => holderOf(sentence, phrase, pointers)).filter(h => h !== null)
  const [first] = holders
  if (!first) return null
  const { role, plural, anaphoric } = first
  const actors = holders.length === 1 ? first.actors : [...new Set(holders.flatMap(h => h.actors))]
  return { actors, role, plural: plural || group.length > 1, anaphoric }
}
