// wink-nlp by itself on the same texts, block by block as the analysis reads them: their words and parts of speech, and
// nothing done with them.
import { createRequire } from 'node:module'

const load = createRequire(new URL('../../packages/analysis/package.json', import.meta.url))

/**
 * A function that tags the blocks of sources.
 *
 * @param pipe  The parts of the library that run; without it all, as the library comes.
 */
export function openTagger(pipe) {
  const nlp = load('wink-nlp')(load('wink-eng-lite-web-model'), pipe)
  return sources => {
    for (const { text } of sources.flatMap(source => source.children)) nlp.readDoc(text).tokens().out(nlp.its.pos)
  }
}
