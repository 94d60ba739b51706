import { type Mention, rawSpans, type Source, type Stance, type Statement } from '@briefbook/ast'
import type { CompiledCodebook } from '../codebook/compile.js'
import type { Clause } from '../grammar/clauses.js'
import { viewpoints } from '../lexicons/people.js'
import { hazards } from '../lexicons/polarity.js'
import type { BlockContext, SentenceContext, TermInSentence } from './context.js'
import { Discourse } from './discourse.js'
import { type Holder, holderOfGroup, type Pointers } from './holders.js'
import { createStatementIds } from './ids.js'
import { People } from './people.js'
import { type CoderRule, type CoderRuleId, coderRules, type RuleContext } from './rules.js'
import { type Attribution, attribute, type SentenceSpeech, speakerAt } from './speakers.js'
import { stanceOf } from './stance.js'

/** What a rule found in a sentence, before it becomes a statement. */
interface Candidate {
  actor: string
  issue: string
  stance: Stance
  rule: CoderRuleId
  /** The word at which the issue comes up. */
  at: number
  cues: number[]
}

/** Several stances of one actor on one issue in one sentence, made one. */
function combine(stances: readonly Stance[]): Stance {
  const shown = new Set(stances.filter(stance => stance !== 'none'))
  const [only] = shown
  if (only === undefined) return 'none'
  if (shown.size === 1) return only
  if (shown.has('mixed')) return 'mixed'
  return shown.has('favours') && (shown.has('opposes') || shown.has('concerned'))
    ? 'mixed'
    : (stances.find(s => s !== 'none') as Stance)
}

/** `it is clear that`, `it would be wrong to`: a pronoun that stands for what follows and for nobody. */
function isExpletive({ words }: SentenceContext, { subject, verb }: Clause): boolean {
  const [first] = subject
  if (subject.length !== 1 || !first || words[first.head]?.lower !== 'it') return false
  const lemma = words[verb.head]?.lemma ?? ''
  if (!verb.passive && !/^(?:be|seem|appear|remain|become|come|take|make|follow|happen|turn)$/.test(lemma)) return false
  const behind = words.slice(verb.end, verb.end + 9)
  const end = behind.findIndex(w => w.text === ',' || w.text === ';')
  const near = end < 0 ? behind : behind.slice(0, end)
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

/** The subjects of a sentence's clauses, each with what came before it to point back to. */
function findSubjects(sentence: SentenceContext, pointers: (word: number) => Pointers): (Holder | null)[] {
  const holders: (Holder | null)[] = []
  sentence.clauses.forEach((clause, c) => {
    const at = pointers(clause.verb.head)
    if (isExpletive(sentence, clause)) {
      holders.push(null)
      return
    }
    const start = sentence.words[clause.subject[0]?.start ?? 0]
    if (start?.lower === 'it' && c > 0 && holders.every(h => h === null)) {
      // Where no actor has been a subject in the sentence yet, `it` points to the one named last in it.
      const named = sentence.names.findLast(name => name.end <= start.start)
      if (named) at.discourse.subject({ actors: [named.actor], plural: false })
    }
    const beside = besideMarker(sentence, clause)
    if (beside) at.discourse.subject(beside)
    const alone = holderOfGroup(sentence, clause.subject, at)
    const company = alone && alone.role !== 'owner' ? companions(sentence, c, at) : null
    const holder = alone && company ? { ...alone, actors: [...new Set([...alone.actors, ...company.actors])] } : alone
    if (holder && clause.kind !== 'relative') at.discourse.subject(holder)
    holders.push(holder)
  })
  return holders
}

/** Whether a term met an actor's name and nothing else of it: `met the Taliban` says nothing of what the Taliban hold. */
function isOnlyThroughItself({ names }: SentenceContext, actor: string, term: TermInSentence): boolean {
  return term.others.some(other =>
    names.some(name => name.actor === actor && name.start < other.end && other.start < name.end),
  )
}

function findCandidates(context: RuleContext, isHazard: (issue: string) => boolean): Candidate[] {
  const { sentence } = context
  const candidates: Candidate[] = []
  for (const [rule, { find }] of Object.entries(coderRules) as [keyof typeof coderRules, CoderRule][]) {
    for (const frame of find(context)) {
      for (const term of sentence.terms) {
        if (!frame.scope(term.word)) continue
        const { stance, cues } = stanceOf(sentence, frame, term, isHazard(term.issue))
        const all = frame.cue === null ? cues : [frame.cue, ...cues]
        if (rule === 'heading-sets-view' && stance === 'none') continue
        for (const actor of frame.actors) {
          if (isOnlyThroughItself(sentence, actor, term)) continue
          candidates.push({ actor, issue: term.issue, stance, rule, at: term.word, cues: all })
        }
      }
    }
  }
  return candidates
}

/** One candidate for each actor and issue: the first rule's, with the stance that all of them show together. */
function merge(candidates: readonly Candidate[]): Candidate[] {
  const merged = new Map<string, Candidate[]>()
  for (const candidate of candidates) {
    const key = `${candidate.actor}|${candidate.issue}`
    const list = merged.get(key)
    if (list) list.push(candidate)
    else merged.set(key, [candidate])
  }
  return [...merged.values()].map(list => {
    const first = (list.find(candidate => candidate.stance !== 'none') ?? list[0]) as Candidate
    const same = list.filter(candidate => candidate.rule === first.rule)
    return {
      ...first,
      stance: combine(same.map(candidate => candidate.stance)),
      cues: same.flatMap(candidate => candidate.cues),
    }
  })
}

/** The words that showed a statement, in the order of the sentence. */
function cueText(sentence: SentenceContext, cues: readonly number[]): string | null {
  const words = [...new Set(cues)].sort((a, b) => a - b).map(i => sentence.words[i]?.text ?? '')
  return words.length > 0 ? words.join(' … ') : null
}

class SourceCoder {
  readonly #source: Source
  readonly #id: ReturnType<typeof createStatementIds>
  readonly #discourse = new Discourse()
  readonly #people = new People()
  readonly #hazards: ReadonlySet<string>
  readonly statements: Statement[] = []
  readonly mentions: Mention[] = []
  #heading: string[] = []
  /** What the sentence before gave, and who was quoted in it. */
  #before: { speaker: string | null; candidates: Candidate[] } | null = null
  #speech: Attribution | null = null

  constructor(source: Source, codebook: CompiledCodebook) {
    this.#source = source
    this.#id = createStatementIds(source.id)
    this.#hazards = new Set(
      codebook.codebook.issues.filter(issue => hazards.test(issue.towards)).map(issue => issue.id),
    )
  }

  /**
   * Reads the next block of the source.
   *
   * @param coded  Whether the block is in a language that the rules read; otherwise it gives mentions only.
   */
  read(context: BlockContext, coded: boolean): void {
    if (!coded) for (const sentence of context.sentences) this.#mention(sentence, [])
    else if (context.block.type === 'heading') this.#readHeading(context)
    else this.#readBody(context)
  }

  /** A heading that names one actor and a point of view gives its section to the actor. */
  #readHeading({ sentences }: BlockContext): void {
    const words = sentences.flatMap(sentence => sentence.words)
    const actors = new Set(sentences.flatMap(sentence => sentence.names.map(name => name.actor)))
    const view = words.some(word => viewpoints.has(word.lemma) || word.lower === 'position' || word.lower === 'policy')
    this.#heading = view && actors.size === 1 ? [...actors] : []
    this.#discourse.startSection()
    this.#speech = null
    this.#before = null
  }

  #readBody(block: BlockContext): void {
    const { speech, last } = attribute(
      block,
      () => ({ discourse: this.#discourse, speaker: null }),
      this.#people,
      this.#speech,
    )
    this.#speech = last
    block.sentences.forEach((sentence, s) => {
      this.#readSentence(sentence, speech[s] as SentenceSpeech)
    })
  }

  #readSentence(sentence: SentenceContext, speech: SentenceSpeech): void {
    const speaker = speech.direct?.speaker.actor ?? null
    const pointers = (word: number): Pointers => ({
      discourse: this.#discourse,
      people: this.#people,
      speaker: (sentence.quotation[word] ?? -1) === -1 ? null : speaker,
    })
    const subjects = findSubjects(sentence, pointers)
    const context: RuleContext = {
      sentence,
      pointers: { ...pointers(0), speaker },
      speech,
      subjects,
      heading: this.#heading,
    }
    const found = merge(findCandidates(context, issue => this.#hazards.has(issue)))
    const continued = found.length === 0 ? this.#continue(sentence, speech, subjects) : []
    this.#before = { speaker: speech.direct?.speaker.name ?? null, candidates: [...found, ...continued] }
    for (const candidate of [...found, ...continued]) this.#add(sentence, candidate, speech)
    this.#mention(sentence, found)
    for (const name of sentence.names) {
      this.#discourse.mention({ actors: [name.actor], plural: false })
      if (name.kind !== 'person') this.#discourse.call(name.actor, sentence.block.text.slice(name.start, name.end))
    }
  }

  /**
   * A sentence of speech without a term of its own goes on with what the same speaker said in the sentence before: for
   * the actor for whom the speaker speaks, or for the actor who is its subject too.
   */
  #continue(sentence: SentenceContext, { direct }: SentenceSpeech, subjects: readonly (Holder | null)[]): Candidate[] {
    if (direct === null || this.#before === null || this.#before.speaker !== direct.speaker.name) return []
    if (sentence.terms.length > 0) return []
    const holders = new Set(subjects.flatMap(holder => holder?.actors ?? []))
    const { actor } = direct.speaker
    const own = this.#before.candidates.filter(candidate =>
      // Who speaks for no actor may have moved on after a sentence.
      actor === null ? holders.has(candidate.actor) && candidate.rule !== 'speech-goes-on' : candidate.actor === actor,
    )
    const [first] = own
    if (!first || own.some(candidate => candidate.issue !== first.issue)) return []
    return own.map(candidate => ({ ...candidate, rule: 'speech-goes-on', cues: [] }))
  }

  #add(sentence: SentenceContext, candidate: Candidate, speech: SentenceSpeech): void {
    const { block, span } = sentence
    const quote = block.text.slice(span[0], span[1])
    this.statements.push({
      id: this.#id(quote, candidate.actor, candidate.issue),
      source: this.#source.id,
      anchor: block.anchor,
      quote,
      span,
      raw: rawSpans(block.runs, span),
      actor: candidate.actor,
      issue: candidate.issue,
      stance: candidate.stance,
      speaker: speakerAt(sentence, speech, candidate.at)?.speaker.name ?? null,
      cue: cueText(sentence, candidate.cues),
      rule: candidate.rule,
      coder: 'rule',
      review: null,
    })
  }

  #mention({ block, names, terms }: SentenceContext, found: readonly Candidate[]): void {
    for (const actor of new Set(names.map(name => name.actor))) {
      for (const issue of new Set(terms.map((term: TermInSentence) => term.issue))) {
        if (found.some(c => c.actor === actor && c.issue === issue)) continue
        this.mentions.push({ source: this.#source.id, anchor: block.anchor, actor, issue })
      }
    }
  }
}

/** Finds the statements and mentions of a source, block by block. */
export function createSourceCoder(source: Source, codebook: CompiledCodebook): SourceCoder {
  return new SourceCoder(source, codebook)
}
