import type { DraftBlock } from '../../draft.js'
import type { Pending, PendingBlock, Setting } from '../../extract.js'
import { detectLanguage } from '../../metadata/language.js'
import { countWords } from '../../shape.js'

/** Type that is larger than that of the text by this factor is a line that is set apart. */
const largeType = 1.15
/** A quotation that is told by its margins alone has at least as many words. */
const leastWords = 8
/** Where more of the text is drawn in, that is how the document is set. */
const mostIndented = 0.4

/** What most of the characters have, and how many. */
function weigh<K>(items: readonly (readonly [key: K | null, weight: number])[]): {
  most: K | null
  of: Map<K, number>
} {
  const of = new Map<K, number>()
  for (const [key, weight] of items) if (key !== null) of.set(key, (of.get(key) ?? 0) + weight)
  let most: K | null = null
  for (const [key, weight] of of) if (most === null || weight > (of.get(most) ?? 0)) most = key
  return { most, of }
}

const isSet = (item: Pending): item is PendingBlock & { setting: Setting } =>
  item.kind === 'block' && item.setting !== undefined

const subtag = (language: string | null | undefined) => language?.split('-')[0]?.toLowerCase() ?? null

/** Telling languages takes time: after so many passages, the file is believed if it was mostly right. */
const checkedPassages = 300

/** A script that tells its language by itself, where most languages share the Latin one. */
const ownScript = /^[^\p{L}]*(?!\p{Script=Latin})\p{L}/u

/** Word notes the language that the keyboard was set to: it counts where the words or the letters of a passage bear it out. */
function languages(main: string | null): (stated: string | null | undefined, text: string) => string | null {
  let right = 0
  let wrong = 0
  return (stated, text) => {
    if (!stated || subtag(stated) === main) return null
    if (right + wrong >= checkedPassages) return right > wrong ? stated : null
    const detected = detectLanguage(text)
    const isRight = detected === null ? ownScript.test(text) : detected === subtag(stated)
    if (isRight) right++
    else wrong++
    return isRight ? stated : null
  }
}

const isContents = (item: Pending | undefined) =>
  item?.kind === 'block' && item.fields.furniture === 'table of contents'

/** The most words that the head of a table of contents has. */
const longestHead = 4

/** Whether a heading stands above the table of contents and belongs to it. */
function headsContents(item: PendingBlock, behind: readonly Pending[], text: string): boolean {
  const set = behind.filter(next => next.kind !== 'block' || next.pieces.length > 0)
  const isHead = item.fields.type === 'heading' || item.fields.emphasised === true
  return isHead && isContents(set[0]) && isContents(set[1]) && countWords(text) <= longestHead
}

/**
 * Judges what can only be seen beside the rest of the document: type that is larger than the text, paragraphs drawn in
 * on both sides, languages that are not the one of most of the text, the head of a table of contents.
 */
export function judge(pending: readonly Pending[], textOf: (item: PendingBlock) => string): Pending[] {
  const set = pending.filter(isSet)
  const { most: usual } = weigh(set.map(({ setting }) => [setting.size, setting.length]))
  const { most: main } = weigh(set.map(({ fields, setting }) => [subtag(fields.language), setting.length]))
  const sum = (items: readonly { setting: Setting }[]) => items.reduce((n, { setting }) => n + setting.length, 0)
  const quotes = sum(set.filter(({ setting }) => setting.indented)) <= sum(set) * mostIndented
  const languageOf = languages(main)
  return pending.map((item, i) => {
    if (!isSet(item)) return item
    const { fields, setting } = item
    const large = usual !== null && setting.size !== null && setting.size >= usual * largeType
    const quoted =
      quotes &&
      setting.indented &&
      fields.type === 'paragraph' &&
      !fields.role &&
      countWords(textOf(item)) >= leastWords
    const judged: Partial<DraftBlock> = {
      emphasised: fields.emphasised === true || large,
      language: languageOf(fields.language, textOf(item)),
    }
    // Between a head and the entries nothing stands but empty paragraphs.
    if (!fields.furniture && headsContents(item, pending.slice(i + 1, i + 8), textOf(item)))
      judged.furniture = 'table of contents'
    return { ...item, fields: { ...fields, ...judged, ...(quoted ? { type: 'quotation' as const } : {}) } }
  })
}
