import { type Mention, rawSpans, type Source, type Statement } from '@briefbook/ast'
import type { CompiledCodebook } from '../codebook/compile.js'
import { viewpoints } from '../lexicons/people.js'
import { hazards } from '../lexicons/polarity.js'
import { type Candidate, findCandidates, type IssueTraits, merge } from './candidates.js'
import type { BlockContext, SentenceContext } from './context.js'
import { introduce } from './describe.js'
import { Discourse } from './discourse.js'
import type { Holder, Pointers } from './holders.js'
import { createStatementIds } from './ids.js'
import { People } from './people.js'
import { actorsView } from './rules/actors-view.js'
import { announcedIn } from './rules/list-goes-on.js'
import type { RuleContext, Series } from './rules/rule.js'
import { type Attribution, attribute, findReports, type SentenceSpeech, speakerAt } from './speakers.js'
import { findSubjects, withSpeaker } from './subjects.js'
import { isOfAnother, takesUp } from './takes-up.js'

/** So many paragraphs behind its own an announced list may go on. */
const paragraphsOfSeries = 2

/** What the first look at a sentence found. */
interface LookedAt {
  sentence: SentenceContext
  subjects: (Holder | null)[]
  reports: Attribution[]
  /** With the discourse as it stood at this sentence. */
  pointers: Pointers
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
  readonly #issues: IssueTraits
  readonly statements: Statement[] = []
  readonly mentions: Mention[] = []
  #heading: string[] = []
  /** What the sentence before gave, and who was quoted in it. */
  #before: { speaker: string | null; sentence: SentenceContext; candidates: Candidate[] } | null = null
  #speech: Attribution | null = null
  /** Whose view the paragraph gave last. */
  #view: string[] = []
  /** The list of aims or concerns that the paragraph announced last. */
  #series: Series | null = null
  #seriesLasts = 0

  constructor(source: Source, codebook: CompiledCodebook) {
    this.#source = source
    this.#id = createStatementIds(source.id)
    const evils = codebook.codebook.issues.filter(issue => hazards.test(issue.towards)).map(issue => issue.id)
    this.#issues = {
      isHazard: issue => evils.includes(issue),
      isWith: (issue, actor) => codebook.dealings.get(actor)?.includes(issue) === true,
    }
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
    this.#series = null
    this.#speech = null
    this.#before = null
  }

  #readBody(block: BlockContext): void {
    this.#view = []
    if (block.block.type !== 'listItem' && --this.#seriesLasts < 0) this.#series = null
    const read = block.sentences.map(sentence => this.#look(sentence))
    const { speech, last } = attribute(
      block,
      read.map(({ reports }) => reports),
      this.#speech,
    )
    this.#speech = last
    read.forEach((sentence, s) => {
      this.#code(sentence, speech[s] as SentenceSpeech)
    })
  }

  /** The first look at a sentence: who is in it, whom its words point back to, who reports. */
  #look(sentence: SentenceContext): LookedAt {
    const people = this.#people
    this.#discourse.startSentence()
    introduce(sentence, { discourse: this.#discourse, people, he: people.last, speaker: null })
    const pointers: Pointers = { discourse: this.#discourse, people, he: people.last, speaker: null }
    const subjects = findSubjects(sentence, pointers)
    const reports = findReports(sentence, subjects, pointers)
    const discourse = this.#discourse.copy()
    for (const name of sentence.names) {
      this.#discourse.mention({ actors: [name.actor], plural: false })
      if (name.kind !== 'person') this.#discourse.call(name.actor, sentence.block.text.slice(name.start, name.end))
    }
    return { sentence, subjects, reports, pointers: { discourse, people, he: pointers.he, speaker: null } }
  }

  /** The second look, when it is known who speaks: the rules. */
  #code({ sentence, subjects, pointers }: LookedAt, speech: SentenceSpeech): void {
    const { discourse, people, he } = pointers
    const known: Pointers = { discourse, people, he, speaker: speech.direct?.speaker.actor ?? null }
    const own = withSpeaker(sentence, subjects, known)
    const announced = announcedIn({ sentence, subjects: own })
    const context: RuleContext = {
      sentence,
      pointers: known,
      speech,
      subjects: own,
      heading: this.#heading,
      view: this.#view,
      announced,
      series: this.#series,
    }
    const found = merge(findCandidates(context, this.#issues))
    const [view] = actorsView.find(context)
    if (view) this.#view = view.actors
    if (announced) this.#seriesLasts = paragraphsOfSeries
    this.#series = announced ?? this.#series
    const coded = found.length > 0 ? found : this.#continue(sentence, speech, own)
    const candidates = [...coded, ...this.#takeUp(sentence, coded)]
    this.#before = { speaker: speech.direct?.speaker.name ?? null, sentence, candidates }
    for (const candidate of candidates) this.#add(sentence, candidate, speech)
    this.#mention(sentence, candidates)
  }

  /** What the sentence before told of an actor, where this one takes it up: `these talks`, `the decision to withdraw`. */
  #takeUp(sentence: SentenceContext, found: readonly Candidate[]): Candidate[] {
    const before = this.#before
    return (before?.candidates ?? []).flatMap((candidate): Candidate[] => {
      const known = found.some(({ actor, issue }) => actor === candidate.actor && issue === candidate.issue)
      if (known || before === null || isOfAnother(before.sentence, candidate)) return []
      const at = takesUp(sentence, before.sentence.words[candidate.at]?.lemma ?? '')
      return at === null ? [] : [{ ...candidate, rule: 'conduct-goes-on', at, cues: [at] }]
    })
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
      for (const issue of new Set(terms.map(term => term.issue))) {
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
