// The bare tagger under the analysis: sentences and parts of speech of the same texts, and nothing done with them.
import { createRequire } from 'node:module'

const load = createRequire(new URL('../../packages/analysis/package.json', import.meta.url))

/** A function that tags the text of sources, as the analysis has it tagged. */
export function openTagger() {
  const winkNlp = load('wink-nlp')
  const nlp = winkNlp(load('wink-eng-lite-web-model'), ['sbd', 'pos'])
  return sources => {
    for (const { text } of sources.flatMap(source => source.children)) nlp.readDoc(text).tokens().out(nlp.its.pos)
  }
}
