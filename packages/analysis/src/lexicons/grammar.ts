/** Closed classes of English that a tagger of parts of speech does not tell apart. From any reference grammar. */

/** Words that open a clause which hangs on another. */
export const subordinators: ReadonlySet<string> = new Set([
  'after',
  'although',
  'as',
  'because',
  'before',
  'how',
  'if',
  'inasmuch',
  'insofar',
  'lest',
  'once',
  'provided',
  'since',
  'so',
  'than',
  'that',
  'though',
  'till',
  'unless',
  'until',
  'what',
  'whatever',
  'when',
  'whenever',
  'where',
  'whereas',
  'wherever',
  'whether',
  'while',
  'whilst',
  'why',
])

/** Of these, those that as a rule stand in front of a noun and open a clause only where a verb follows. */
export const prepositionsToo: ReadonlySet<string> = new Set([
  'after',
  'as',
  'before',
  'once',
  'since',
  'than',
  'till',
  'until',
])

/** Words that open the content of what is said, thought or wanted. */
export const complementisers: ReadonlySet<string> = new Set([
  'that',
  'whether',
  'if',
  'how',
  'why',
  'what',
  'where',
  'when',
])

export const relatives: ReadonlySet<string> = new Set(['which', 'who', 'whom', 'whose', 'that'])

export const conjunctions: ReadonlySet<string> = new Set(['and', 'but', 'or', 'nor', 'yet', '&'])

export const possessivePronouns: ReadonlySet<string> = new Set([
  'its',
  'their',
  'his',
  'her',
  'our',
  'my',
  'your',
  'whose',
])

/** Forms of helping verbs that make the verb behind them finite. */
export const finiteAuxiliaries: ReadonlySet<string> = new Set([
  'is',
  'are',
  'was',
  'were',
  'am',
  "'s",
  "'re",
  "'m",
  'has',
  'have',
  'had',
  "'ve",
  "'d",
  'do',
  'does',
  'did',
  'will',
  "'ll",
  'wo',
  'would',
  'can',
  'ca',
  'could',
  'may',
  'might',
  'must',
  'shall',
  'sha',
  'should',
  'ought',
  'need',
])

export const modals: ReadonlySet<string> = new Set([
  'will',
  "'ll",
  'wo',
  'would',
  "'d",
  'can',
  'ca',
  'could',
  'may',
  'might',
  'must',
  'shall',
  'should',
  'ought',
])

export const formsOfBe: ReadonlySet<string> = new Set([
  'is',
  'are',
  'was',
  'were',
  'am',
  "'s",
  "'re",
  "'m",
  'be',
  'been',
  'being',
])

export const negations: ReadonlySet<string> = new Set([
  'not',
  "n't",
  'no',
  'never',
  'neither',
  'nor',
  'nobody',
  'nothing',
  'none',
  'hardly',
  'scarcely',
  'without',
])

/** Nouns of time that stand without a preposition: `last month the ministry …`. */
export const timeNouns: ReadonlySet<string> = new Set([
  'second',
  'minute',
  'hour',
  'day',
  'night',
  'morning',
  'evening',
  'week',
  'weekend',
  'month',
  'quarter',
  'season',
  'spring',
  'summer',
  'autumn',
  'fall',
  'winter',
  'year',
  'decade',
  'century',
  'time',
  'today',
  'yesterday',
  'tomorrow',
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
])

/** Prepositions that set a time, a contrast or an exception. */
export const circumstances: ReadonlySet<string> = new Set([
  'after',
  'amid',
  'amidst',
  'before',
  'besides',
  'beyond',
  'despite',
  'during',
  'except',
  'following',
  'notwithstanding',
  'since',
  'until',
])
