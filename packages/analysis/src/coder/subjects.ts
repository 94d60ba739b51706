import type { Clause } from '../grammar/clauses.js'
import type { SentenceContext } from './context.js'
import { type Holder, holderOfGroup, type Pointers } from './holders.js'

/** Adjectives that say something of a person or state even behind `it is`: `it was quick to reply`. */
const personal = new Set([
  'able',
  'anxious',
  'bound',
  'careful',
  'content',
  'determined',
  'due',
  'eager',
  'entitled',
  'free',
  'glad',
  'happy',
  'hesitant',
  'inclined',
  'keen',
  'liable',
  'loath',
  'prepared',
  'quick',
  'ready',
  'reluctant',
  'set',
  'slow',
  'sorry',
  'sure',
  'unable',
  'unwilling',
  'wary',
  'willing',
])

/** `it is clear that`, `it would be wrong to`: a pronoun that stands for what follows and for nobody. */
function isExpletive({ words }: SentenceContext, { subject, verb }: Clause): boolean {
  const [first] = subject
  if (subject.length !== 1 || !first || words[first.head]?.lower !== 'it') return false
  const lemma = words[verb.head]?.lemma ?? ''
  if (!verb.passive && !/^(?:be|seem|appear|remain|become|come|take|make|follow|happen|turn)$/.test(lemma)) return false
  // `when it comes to prices`
  if (lemma === 'come' && /^(?:to|down)$/.test(words[verb.end]?.lower ?? '')) return true
  const behind = words.slice(verb.end, verb.end + 9)
  const end = behind.findIndex(w => w.text === ',' || w.text === ';')
  const near = end < 0 ? behind : behind.slice(0, end)
  if (near.slice(0, 3).some(w => personal.has(w.lower))) return false
  return near.some(
    (w, i) => w.lower === 'that' || (w.lower === 'to' && near[i + 1]?.pos === 'VERB') || w.lower === 'whether',
  )
}

const isBracketed = ({ words }: SentenceContext, place: number) =>
  words.slice(0, place).filter(w => w.text === '(').length > words.slice(0, place).filter(w => w.text === ')').length

/** `along with its neighbours`: who acts together with the subject. */
function companions(sentence: SentenceContext, c: number, pointers: Pointers): Holder | null {
  const { words, phrases, clauseOf } = sentence
  const phrase = phrases.find(p => {
    const before = words
      .slice(Math.max(0, (p.preposition ?? 0) - 1), (p.preposition ?? -1) + 1)
      .map(w => w.lower)
      .join(' ')
    return (
      p.preposition !== null &&
      !isBracketed(sentence, p.start) &&
      clauseOf[p.head] === c &&
      /(?:^|\b)(?:along with|together with|alongside)$/.test(before)
    )
  })
  const holder = phrase
    ? holderOfGroup(
        sentence,
        phrases.filter(p => p.group === phrase.group),
        pointers,
      )
    : null
  return holder && (holder.role === 'self' || holder.role === 'official') ? holder : null
}

/** `met the rebels as they marched`: a pronoun behind a marker means the actor in front of it. */
function besideMarker(
  { words, names }: SentenceContext,
  { kind, start, subject }: Clause,
): { actors: string[]; plural: boolean } | null {
  const pronoun = words[subject[0]?.head ?? -1]?.lower
  if (kind !== 'adverbial' || (pronoun !== 'they' && pronoun !== 'it')) return null
  const before = words[start - 1]
  const name = before?.name && names.includes(before.name) && before.end <= before.name.end ? before.name : null
  return name && name.kind !== 'person' ? { actors: [name.actor], plural: pronoun === 'they' } : null
}

/**
 * Whom the subjects of a sentence's clauses stand for, each with what came before it to point back to. What is found is
 * noted in the discourse for what comes.
 */
export function findSubjects(sentence: SentenceContext, pointers: Pointers): (Holder | null)[] {
  const holders: (Holder | null)[] = []
  sentence.clauses.forEach((clause, c) => {
    if (isExpletive(sentence, clause)) {
      holders.push(null)
      return
    }
    const start = sentence.words[clause.subject[0]?.start ?? 0]
    if (start?.lower === 'it' && c > 0 && holders.every(h => h === null)) {
      // Where no actor has been a subject in the sentence yet, `it` points to the one named last in it.
      const named = sentence.names.findLast(name => name.end <= start.start)
      if (named) pointers.discourse.subject({ actors: [named.actor], plural: false })
    }
    const beside = besideMarker(sentence, clause)
    if (beside) pointers.discourse.subject(beside)
    const alone = holderOfGroup(sentence, clause.subject, pointers)
    const company = alone && alone.role !== 'owner' ? companions(sentence, c, pointers) : null
    const holder = alone && company ? { ...alone, actors: [...new Set([...alone.actors, ...company.actors])] } : alone
    if (holder && clause.kind !== 'relative') pointers.discourse.subject(holder)
    holders.push(holder)
  })
  return holders
}

const firstPerson = new Set(['i', 'we', 'my', 'our'])

/** The same, once it is known who speaks: `we` and `our policy` inside a quotation are the speaker's. */
export function withSpeaker(
  sentence: SentenceContext,
  subjects: readonly (Holder | null)[],
  pointers: Pointers,
): (Holder | null)[] {
  return sentence.clauses.map(({ subject, verb }, c) => {
    const known = subjects[c] ?? null
    const first = sentence.words[subject[0]?.start ?? -1]
    const spoken = (sentence.quotation[verb.head] ?? -1) !== -1
    return known === null && spoken && firstPerson.has(first?.lower ?? '')
      ? holderOfGroup(sentence, subject, pointers)
      : known
  })
}
