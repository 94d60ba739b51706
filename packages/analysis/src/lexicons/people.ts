const list = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/))

/** Nouns for those who speak and act for a state or an organisation; dictionary forms. After ISCO-08, group 11, and common titles. */
export const officials = list(`
  admiral adviser advisor ambassador attaché chairman chairwoman chancellor chief commander commissioner congressman
  consul delegate deputy diplomat emir envoy general governor head lawmaker leader legislator mayor mediator minister
  mp negotiator official officer parliamentarian politician premier president prime-minister representative ruler
  secretary senator spokesman spokesperson spokeswoman strategist undersecretary vice-president monarch king queen
  prince policymaker policy-maker authority
`)

/** Nouns for those who speak for themselves. */
export const experts = list(`
  academic activist analyst author columnist commentator correspondent critic economist editor expert fellow historian
  journalist observer pundit researcher scholar scientist specialist professor writer reporter
`)

/** Further nouns whose bearer can speak, a document included. */
export const voices = list(`
  account article analysis assessment communique communiqué community critic document doubter insider intelligence
  interlocutor man nation note opponent paper people poll proponent report resident sceptic skeptic source statement
  study survey think-tank voice witness woman refugee
`)

/** Nouns for bodies that act for a state or an organisation. */
export const institutions = list(`
  administration agency alliance ally army assembly bank brigade bureau cabinet capital circle command congress council
  counterpart court delegation department elite embassy establishment fighter forces force foundation front government
  group intelligence leadership media military ministry mission movement navy newspaper office outlet paper parliament
  party people police policy-makers politburo power presidency press public rag regime republic ruler secretariat
  senate service side soldier state talk-show treasury troops troop union victor source supporter militant
  member neighbour neighbor nation country partner broadcaster channel network
`)

/** Nouns that hold an actor's attitude or conduct: `Ankara's policy on`. FrameNet `Purpose`, `Intentionally_act`, `Opinion`, `Emotion_directed`. */
export const conduct = list(`
  account action activity agenda aim aid alignment ambition anger announcement answer anxiety apathy approach
  argument aspiration assessment assistance attack attempt attitude backing behaviour behavior belief bid calculation
  calculus call campaign claim collaboration commitment concern condemnation conduct contact contribution cooperation
  credibility criticism decision declaration defence defense demand denial desire dialogue diplomacy discourse
  disappointment discourse doctrine doubt effort engagement exercise expectation explanation failure fear focus gambit goal guarantee
  hope hostility hype influence initiative insistence intention interest intervention investment involvement
  invocation leadership line message motive narrative negotiation objection objective offer opinion opportunism
  opposition outlook participation perception perspective plan pledge policy position posture practice preference
  preparation pressure primacy priority promise proposal readiness reaction refusal rejection relation relationship
  reluctance reservation resistance resolve response rhetoric role scepticism silence skepticism stance statement
  strategy strength support suspicion sympathy tactic talk tendency threat tie tone unease uncertainty use vision view
  vote vow warning willingness withdrawal wish worry rapprochement presence flexibility contradiction reorientation
  recalibration resolution law legislation ruling mistrust distrust trust anxiety operation sanction freeze
`)

/** Of these, those that set a point of view: `from Ankara's perspective`, `in Ankara's eyes`. */
export const viewpoints = list(
  `angle eye opinion perspective point-of-view reading view viewpoint assessment belief judgement judgment mind calculus standpoint debate discourse doubt conviction`,
)
