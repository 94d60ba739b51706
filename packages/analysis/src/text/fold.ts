const folds: ReadonlyMap<string, string> = new Map([
  ...[...'‘’‚‛′ʼ`´'].map(c => [c, "'"] as const),
  ...[...'“”„‟″«»'].map(c => [c, '"'] as const),
  ...[...'‐‑‒–−'].map(c => [c, '-'] as const),
  ...[...'\u00a0\u2002\u2003\u2007\u2009\u200a\u202f'].map(c => [c, ' '] as const),
])

const foldable = new RegExp(`[${[...folds.keys()].join('')}]`, 'gu')

/**
 * A text with one kind of apostrophe, quotation mark, hyphen and space. Every character keeps its place, so that a
 * range in the folded text is the same range in the text itself. The em dash stays: it parts clauses.
 */
export function fold(text: string): string {
  return text.replace(foldable, char => folds.get(char) as string)
}
