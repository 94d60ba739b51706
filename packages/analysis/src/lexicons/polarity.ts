/**
 * Words that show which way an actor leans, as dictionary forms. The groups follow VerbNet and FrameNet, from which the
 * members were chosen by hand for policy prose; none is taken from a text that Briefbook is measured on.
 */

const list = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/))

/** FrameNet `Judgment` and `Supporting`, VerbNet `help-72`, `promote-102`, `want-32.1`, `future_having-13.3`. */
export const proVerbs = list(`
  accept advance advocate aid allow applaud approve assist authorise authorize back bless boost champion commend commit
  demand congratulate contribute cooperate collaborate defend deliver develop donate embrace enable encourage endorse engage
  ensure enhance expand expedite extend facilitate favour favor finance foster fund further grant guarantee help honour
  honor host improve intensify invest invite join legitimise legitimize liaise maintain offer participate permit pledge
  praise prefer preserve prioritise prioritize promise promote propose protect provide pursue ratify recommend resume
  retain safeguard sell send share sponsor step strengthen subsidise subsidize supply support sustain sympathise
  sympathize uphold urge value volunteer welcome capitalize capitalise exploit recognise recognize seek
`)

/** FrameNet `Judgment_communication` (negative), `Prohibiting`, `Preventing`, `Opposition`; VerbNet `forbid-67`, `remove-10.1`. */
export const conVerbs = list(`
  abandon abolish abstain abhor attack avert avoid ban bar blame block boycott cancel cease challenge combat condemn
  confront constrain contain contest counter criticise criticize curb curtail cut decry defeat delay denounce
  deny deplore destroy deter discourage dismiss disown disrupt dispute eliminate end eradicate exclude expel fight
  foil forbid freeze forgo halt hamper hinder ignore impede lament limit neutralise neutralize
  obstruct oppose outlaw overcome postpone preclude pre-empt preempt prevent prohibit prosecute protest quash question
  quit rebuff rebuke reduce refrain refuse refute reject repel repudiate repulse resist restrict reverse revoke sabotage
  sacrifice scrap shun slow stall stem stop subvert suppress suspend tackle thwart undercut undermine unfreeze veto
  violate waive weaken withhold withstand
`)

/** Verbs of which the subject is afraid; VerbNet `marvel-31.3`. */
export const fearVerbs = list(`worry fear dread brace panic fret warn caution fulminate alarm hype`)

/** Verbs of harm: what does so to something is feared by the one who tells of it. FrameNet `Endangering`. */
export const harmVerbs = list(`endanger imperil jeopardise jeopardize menace threaten destabilise destabilize`)

/** Verbs whose object is the one who is afraid: `the exodus worries Ankara`; VerbNet `amuse-31.1`. */
export const frighteningVerbs = list(`worry alarm concern frighten scare unsettle unnerve disturb`)

/** FrameNet `Fear`, `Risky_situation`, `Run_risk`. */
export const fearNouns = list(`
  alarm anxiety apprehension concern danger dread fear menace misgiving nervousness peril risk scare threat unease
  uneasiness vulnerability worry nightmare fallout tension
`)

/** FrameNet `Emotion_directed` (fear), `Risky_situation`. */
export const fearAdjectives = list(`
  afraid alarmed anxious apprehensive concerned concerning dangerous disconcerted fearful nervous perilous perturbed
  threatening threatened troubled unnerved uneasy unsettled vigilant wary worried worrying worrisome worse
`)

/** FrameNet `Desirability`, `Importance`, `Required_event`, `Willingness`: what is said to be so is wanted. */
export const proAdjectives = list(`
  beneficial committed conducive constructive crucial desirable eager essential favourable favorable helpful
  imperative important indispensable keen legitimate necessary open positive prepared ready right supportive urgent
  useful valuable vital welcome willing conciliatory determined successful
`)

/** FrameNet `Desirability` (bad), `Correctness`, `Willingness` (lack of). */
export const conAdjectives = list(`
  averse blunt contrary counterproductive counter-productive critical deplorable detrimental disastrous failed futile
  harmful hostile illegal illegitimate immoral inadequate ineffective irresponsible loath loathe misguided mistaken
  naive naïve needless negative opposed pointless reckless regrettable reluctant sceptical skeptical unacceptable
  undesirable unfair unfortunate unhelpful unjust unjustified unlawful unnecessary unwelcome unwilling unwise useless wrong
  delusional disorderly chaotic hasty mismanaged
`)

/** Nouns that carry support for what hangs on them: `support for`, `interest in`. FrameNet `Supporting`, `Desiring`. */
export const proNouns = list(`
  backing commitment cooperation collaboration demand desire eagerness embrace encouragement endorsement enthusiasm
  goal hope importance inroad interest need objective offer priority promotion protection readiness support
  sympathy willingness help call urge
`)

/** Nouns that turn what hangs on them: `an end to`, `the withholding of`. FrameNet `Prohibiting`, `Opposition`, `Preventing`. */
export const conNouns = list(`
  abandonment absence abolition ban boycott cancellation condemnation criticism curtailment cut defeat denial
  elimination end ending fight halt hostility lack opposition prevention prohibition reduction refusal rejection
  removal resistance restriction reversal scepticism skepticism suspension termination veto waiver withholding war
  freeze struggle battle crackdown suppression failure
`)

/** Nouns that make an evil of what stands in front of them: who prevents a `food crisis` is for food. FrameNet `Catastrophe`. */
export const evilNouns = list(`catastrophe collapse crisis disaster emergency shortage tragedy`)

/** Words of two minds: conditions, hedges, contradictions. FrameNet `Hedging`, `Contingency`. */
export const hedges = list(`
  ambiguous ambivalence ambivalent ambiguity balancing calibrated cautious caution conditional conditionality
  conditioned contradiction contradictory contradict double-edged hedge hedged hedging inconsistent instrumental mixed
  mull ponder weigh reservation reserved selective two-edged wait-and-see wavering
`)

/** Verbs that tell a state, a perception or a saying: their subject does nothing for or against what follows. */
export const stativeVerbs = list(`
  appear be become belong come comprise concern consist constitute contain depend differ emerge exist face fall feel
  find happen have hear hold include indicate involve know lack learn lie live look mean need notice observe occur
  own possess realise realize recall relate remain remember represent resemble rest see seem stand suffer surface
  understand win lose get begin start continue confront hear
`)

/** VerbNet `use-105`, FrameNet `Using`: what somebody else did is the means. */
export const exploiting = list(`benefit capitalise capitalize exploit leverage profit use`)

/** Verbs of what two do together; VerbNet `meet-36.3`, `correspond-36.1`, `marry-36.2`. */
export const reciprocalVerbs = list(`
  agree ally collaborate confer consult converse cooperate coordinate debate liaise meet negotiate parley partner speak
  talk team
`)

/** Words of a wording (`towards`) that name an evil: to act against it is the common stance. */
export const hazards =
  /\b(?:abuses?|attacks?|corruption|crimes?|criminal|dangers?|disease|drugs?|extremis[mt]s?|harms?|hazards?|narcotics|pollution|smuggling|terroris[mt]s?|threats?|trafficking|violence)\b/i

/** Participles that behind a form of `be` tell a state of mind and no passive: `is worried about`. */
export const mental = list(`
  alarmed anguished apprehensive attached bent bound committed concerned convinced dedicated determined devoted
  disappointed disposed engaged entitled fed-up frightened inclined interested involved minded opposed pleased poised
  prepared resigned satisfied scared set shocked surprised tempted torn unconcerned unnerved unsettled worried
`)
