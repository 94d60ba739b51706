import { rawSpans, type Span } from '@briefbook/ast'
import { type Draft, type DraftBlock, isMendable } from '../draft.js'
import { cutTraced } from '../traced.js'

const broken = /(\p{L}+)- (\p{Ll}\p{L}*)/gu
/** Where a program has set the lines, capitals and numbers end them too: `COVID-` / `19`. */
const brokenBySetter = /([\p{L}\p{N}]+)[-\u2010] ([\p{L}\p{N}]+)/gu
/** After these a hyphen stands for a part of the word that comes later: `pre- and post-war`. */
const suspended = /^(?:and|or|to|und|oder|bis|et|ou|y|e|o)$/
/** Words that are seldom written together with what follows them. */
const prefix =
  /^(?:self|counter|anti|non|well|co|so|vice|ex|post|pre|pro|semi|quasi|cross|mid|half|all|much|ill|north|south|one|two|three|four|five|six|ten|long|short|high|low|far|near|state|us|eu|un)$/i
/** Those of them that are no first syllables too: programs cut words at syllables. */
const surePrefix = /^(?:self|non|well|half|quasi|vice|all|\p{L}|\p{L}{2,}ly)$/iu
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
  /** The character in front of the first half. */
  before: string
}

/** The hyphens of a passage that stand at the end of a line. */
function breaksOf(node: DraftBlock, source: string, form: RegExp): Break[] {
  if (node.type === 'table' || !/[-\u2010] /.test(node.text)) return []
  return [...node.text.matchAll(form)].flatMap(match => {
    const [, head, tail] = match as unknown as [string, string, string]
    const hyphen = match.index + head.length
    const raw = rawSpans(node.runs, [hyphen + 1, hyphen + 2])[0]
    return raw && /[\n\r\f]/.test(source.slice(raw[0], raw[1])) && !suspended.test(tail)
      ? [{ hyphen, head, tail, before: node.text[match.index - 1] ?? '' }]
      : []
  })
}

/**
 * What a document shows of its words: those it has without a hyphen, those with one, and which way is the rule.
 *
 * @param setByProgram  Whether words are cut at syllables for certain, as on the pages of a PDF.
 */
function readWords(source: string, breaks: readonly Break[], setByProgram: boolean): (cut: Break) => boolean {
  const text = source.toLowerCase()
  const words = new Map<string, number>()
  for (const [word] of text.matchAll(/(?<![\p{L}-])\p{L}+(?![\p{L}-])/gu)) words.set(word, (words.get(word) ?? 0) + 1)
  // The second half stands at the head of a line and is no word for that.
  for (const { tail } of setByProgram ? breaks : []) {
    const half = tail.toLowerCase()
    words.set(half, (words.get(half) ?? 0) - 1)
  }
  const has = (word: string) => (words.get(word) ?? 0) > 0
  const compounds = new Set(text.match(/(?<!\p{L})\p{L}+[-\u2010]\p{L}+/gu))
  const inLines = text.match(/\p{L}-\p{L}/gu)?.length ?? 0
  const hyphenated = setByProgram || breaks.length >= leastSurplus + (inLines / wordsOfLine) * 2
  const least = setByProgram ? 0 : 3
  return ({ head, tail, before: sign }) => {
    const [before, after] = [head.toLowerCase(), tail.toLowerCase()]
    if (has(before + after)) return true
    // A capital, a number or a further hyphen shows a compound: `COVID-` / `19`, `state-of-the-` / `art`.
    if (!/^\p{Ll}/u.test(tail) || !/^\p{L}+$/u.test(head) || (setByProgram && /[-\u2010]/.test(sign))) return false
    if (suffix.test(after)) return true
    if (!hyphenated || compounds.has(`${before}-${after}`)) return false
    if ((setByProgram ? surePrefix : prefix).test(before)) return false
    return !(has(before) && has(after) && before.length > least && after.length > least)
  }
}

/**
 * Mends words that a line end cut at a hyphen. The hyphen goes where the document has the word without it elsewhere,
 * and in a text with many more such hyphens than its compounds account for, such as a PDF; else it stays, for it may be
 * part of the word: `counter-` / `terrorism`.
 */
export function mendHyphens(draft: Draft): Draft {
  const setByProgram = draft.format === 'pdf'
  const breaks = new Map<DraftBlock, Break[]>()
  for (const node of draft.nodes) {
    const found = isMendable(node) ? breaksOf(node, draft.text, setByProgram ? brokenBySetter : broken) : []
    if (found.length > 0) breaks.set(node as DraftBlock, found)
  }
  if (breaks.size === 0) return draft
  const isWhole = readWords(draft.text, [...breaks.values()].flat(), setByProgram)
  const nodes = draft.nodes.map(node => {
    const found = isMendable(node) ? breaks.get(node) : undefined
    if (!isMendable(node) || !found) return node
    const cuts = found.map((cut): Span => [isWhole(cut) ? cut.hyphen : cut.hyphen + 1, cut.hyphen + 2])
    return { ...node, ...cutTraced(node, cuts) }
  })
  return { ...draft, nodes }
}
