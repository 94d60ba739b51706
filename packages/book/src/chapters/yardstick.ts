/**
 * The words for likelihood, each with the chance that it stands for: the yardstick of Intelligence Community
 * Directive 203 (2015), in whose terms analysts, and readers used to their products, compare judgements.
 */
export const likelihoods = {
  'almost no chance': [1, 5],
  'very unlikely': [5, 20],
  unlikely: [20, 45],
  'roughly even chance': [45, 55],
  likely: [55, 80],
  'very likely': [80, 95],
  'almost certain': [95, 99],
} as const satisfies { [words: string]: readonly [fromPercent: number, toPercent: number] }

/** How sound the basis of a judgement is (ICD 203). */
export const confidences = ['low', 'moderate', 'high'] as const

const likelihoodWords =
  /\b(?:almost no chance|remote|(?:very |highly )?(?:un)?likely|(?:im)?probabl[ey]|roughly even|almost certain(?:ly)?|nearly certain)\b/iu
const confidenceWords = /\b(?:low|moderate|high)\s+confidence\b/iu

/** The sentences of a judgement that say how likely and how confident at once, which ICD 203 asks to keep apart. */
export function mixedSentences(text: string): string[] {
  return text
    .split(/(?<=[.!?])\s+/u)
    .filter(sentence => likelihoodWords.test(sentence) && confidenceWords.test(sentence))
}
