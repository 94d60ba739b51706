const list = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/))

/** Words at the head of a sentence that lean on the one before it: pronouns, demonstratives and conjuncts of common grammars. */
export const leaning = list(`
  he she it they we i you his her its their our my this that these those such here there then thus therefore hence but
  and or nor so yet however moreover furthermore also instead still similarly likewise nevertheless nonetheless
  consequently accordingly otherwise meanwhile additionally indeed both another one some others
`)

/** Openings that count, contrast or sum up when a comma follows. The same. */
export const opening: readonly string[] = [
  ...['first', 'second', 'third', 'fourth', 'fifth', 'last', 'next', 'now', 'again', 'yes', 'no'],
  ...[
    'firstly',
    'secondly',
    'thirdly',
    'finally',
    'lastly',
    'for example',
    'for instance',
    'in contrast',
    'by contrast',
  ],
  ...['in addition', 'in response', 'in return', 'in turn', 'in particular', 'in fact', 'in short', 'in sum'],
  ...['in other words', 'as a result', 'on the other hand', 'on the one hand', 'at the same time', 'of course'],
  ...['after all', 'above all', 'among them', 'among these'],
]
