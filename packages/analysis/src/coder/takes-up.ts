import type { SentenceContext } from './context.js'

/** Nouns for doing what the verb behind them says: `the decision to withdraw`. */
const resolves = new Set(['attempt', 'bid', 'choice', 'decision', 'effort', 'move', 'plan', 'step'])

/** `took the Danish withdrawal as`: what came up is named as another's, so that `this withdrawal` is none of the actor's. */
export function isOfAnother(
  { words, phrases }: SentenceContext,
  { actor, at }: { actor: string; at: number },
): boolean {
  const phrase = phrases.find(({ start, end }) => start <= at && at < end)
  const names = words.slice(phrase?.start, phrase?.end).flatMap(({ name }) => name ?? [])
  return phrase !== undefined && names.length > 0 && names.every(name => name.actor !== actor)
}

/**
 * Where a sentence takes up what the one before it told of: by a noun behind a word that points (`these talks`), or by a
 * verb behind a noun of deciding (`the decision to withdraw`).
 *
 * @param lemma  Of the word at which the issue came up.
 * @returns The word that takes it up; null where none does.
 */
export function takesUp({ words, phrases, verbs }: SentenceContext, lemma: string): number | null {
  for (const { start, end, head } of phrases) {
    const first = words[start]?.lower ?? ''
    if (/^(?:this|that|these|those|such)$/.test(first) && head > start && words[head]?.lemma === lemma) return head
    if (!/^(?:the|this|that)$/.test(first) || !resolves.has(words[head]?.lemma ?? '')) continue
    const verb = verbs.find(group => group.form === 'infinitive' && group.start === end)
    if (verb && words[verb.head]?.lemma === lemma) return verb.head
  }
  return null
}
