import { rawSpans, type Span } from '@briefbook/ast'
import { type Draft, type DraftBlock, isMendable } from '../draft.js'
import { cutTraced } from '../traced.js'

const broken = /(\p{L}+)- (\p{Ll}\p{L}*)/gu
/** After these a hyphen stands for a part of the word that comes later: `pre- and post-war`. */
const suspended = /^(?:and|or|to|und|oder|bis|et|ou|y|e|o)$/
/** Words that are seldom written together with what follows them. */
const prefix =
  /^(?:self|counter|anti|non|well|co|so|vice|ex|post|pre|pro|semi|quasi|cross|mid|half|all|much|ill|north|south|one|two|three|four|five|six|ten|long|short|high|low|far|near|state|us|eu|un)$/i
/** Ends of words that are no words. */
const suffix =
  /^[bcdfglmnprstv]?(?:[st]ions?|ments?|ness|ities|ity|ences?|ances?|ations?|ating|ially|ical(?:ly)?|ously|ively|ability)$/
/** A line holds so many words; a word of two parts ends a line by itself once in so many times. */
const wordsOfLine = 10
/** So many more words are cut than would be by chance, before the text is taken for one that a program hyphenated. */
const leastSurplus = 3

interface Break {
  hyphen: number
  head: string
  tail: string
}

/** The hyphens of a passage that stand at the end of a line. */
function breaksOf(node: DraftBlock, source: string): Break[] {
  if (node.type === 'table' || !node.text.includes('- ')) return []
  return [...node.text.matchAll(broken)].flatMap(match => {
    const [, head, tail] = match as unknown as [string, string, string]
    const hyphen = match.index + head.length
    const raw = rawSpans(node.runs, [hyphen + 1, hyphen + 2])[0]
    return raw && /[\n\r\f]/.test(source.slice(raw[0], raw[1])) && !suspended.test(tail) ? [{ hyphen, head, tail }] : []
  })
}

/** What a document shows of its words: those it has without a hyphen, those with one, and which way is the rule. */
function readWords(source: string, breaks: number): (cut: Break) => boolean {
  const text = source.toLowerCase()
  const words = new Set(text.match(/(?<![\p{L}-])\p{L}+(?![\p{L}-])/gu))
  const compounds = new Set(text.match(/(?<!\p{L})\p{L}+-\p{L}+/gu))
  const inLines = text.match(/\p{L}-\p{L}/gu)?.length ?? 0
  const hyphenated = breaks >= leastSurplus + (inLines / wordsOfLine) * 2
  return ({ head, tail }) => {
    const [before, after] = [head.toLowerCase(), tail.toLowerCase()]
    if (words.has(before + after) || suffix.test(after)) return true
    if (!hyphenated || compounds.has(`${before}-${after}`)) return false
    return !prefix.test(before) && !(words.has(before) && words.has(after) && before.length > 3 && after.length > 3)
  }
}

/**
 * Mends words that a line end cut at a hyphen. The hyphen goes where the document has the word without it elsewhere,
 * and in a text with many more such hyphens than its compounds account for; else it stays, for it may be part of the
 * word: `counter-` / `terrorism`.
 */
export function mendHyphens(draft: Draft): Draft {
  const breaks = new Map<DraftBlock, Break[]>()
  let count = 0
  for (const node of draft.nodes) {
    const found = isMendable(node) ? breaksOf(node, draft.text) : []
    if (found.length > 0) breaks.set(node as DraftBlock, found)
    count += found.length
  }
  if (count === 0) return draft
  const isWhole = readWords(draft.text, count)
  const nodes = draft.nodes.map(node => {
    const found = isMendable(node) ? breaks.get(node) : undefined
    if (!isMendable(node) || !found) return node
    const cuts = found.map((cut): Span => [isWhole(cut) ? cut.hyphen : cut.hyphen + 1, cut.hyphen + 2])
    return { ...node, ...cutTraced(node, cuts) }
  })
  return { ...draft, nodes }
}
