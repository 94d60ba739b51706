import type { DraftBlock } from '../../draft.js'
import { readDateLine } from '../../metadata/dates.js'
import { endsTerminal, fold } from '../../shape.js'
import { looksLikeBio } from './bio.js'
import type { Passage } from './passage.js'
import { backMatter } from './phrases.js'

/** What is known where the end of a document is judged from the back, passage by passage. */
interface TailContext {
  /** Whether what follows is furniture already. */
  before: boolean
  /** How often each folded text stands in the document. */
  counts: ReadonlyMap<string, number>
  /** How many short lines in a row the passage is one of; 0 where a list of the document's own begins with it. */
  run: number
  /** Whether nothing but short lines stands around it. */
  alone: boolean
}

interface Signal {
  reason: string
  /** How much it speaks for furniture, where 1 is certain. */
  weight: number
  holds(passage: Passage, context: TailContext): boolean
}

/** So many short lines in a row are a menu. */
const leastMenu = 5
const shortLine = 8

/** What speaks for and against a last passage being the page's and not the document's. */
const signals: readonly Signal[] = [
  { reason: 'author box', weight: 1, holds: ({ block }) => looksLikeBio(block.text) },
  { reason: 'date line', weight: 0.6, holds: ({ block }) => readDateLine(block.text)?.rest === '' },
  { reason: 'heading of nothing', weight: 0.6, holds: ({ block }) => block.type === 'heading' },
  { reason: 'navigation', weight: 0.5, holds: ({ block, words }) => block.linked > 0.5 && words <= 20 },
  { reason: 'repeated line', weight: 0.5, holds: ({ block }, { counts }) => (counts.get(keyOf(block.text)) ?? 0) > 1 },
  { reason: 'teaser', weight: 0.4, holds: ({ block, words }) => /(?:\.{3}|…)$/.test(block.text) && words < 60 },
  { reason: 'navigation', weight: 0.3, holds: (_, { run, before }) => run >= leastMenu * (before ? 1 : 2) },
  { reason: 'teaser', weight: 0.8, holds: ({ own }, { alone, before }) => alone && before && !own },
  { reason: 'end of page', weight: 0.4, holds: ({ prose }) => !prose },
  { reason: 'end of page', weight: 0.3, holds: ({ block, words }) => words <= 6 && !endsTerminal(block.text) },
  { reason: 'end of page', weight: 0.2, holds: (_, { before }) => before },
  // What a page puts around a text is no note, no quotation, no table, and no item of a numbered list.
  {
    reason: '',
    weight: -1,
    holds: ({ block }) => ['footnote', 'quotation', 'table'].includes(block.type) || block.marker !== null,
  },
  { reason: '', weight: -1, holds: ({ block }) => block.role === 'caption' },
]

/** Why the last passage of a document is furniture; null where the evidence falls short. */
function judge(passage: Passage, context: TailContext): string | null {
  const found = signals.filter(signal => signal.holds(passage, context))
  const sum = found.reduce((total, signal) => total + signal.weight, 0)
  if (sum < 0.999) return null
  return found.reduce((a, b) => (b.weight > a.weight ? b : a)).reason || null
}

const isShort = ({ block, words, prose }: Passage) =>
  !prose && words <= shortLine && !endsTerminal(block.text) && block.marker === null

/** For each passage, how long the run of short lines is that it stands in. What heads a list keeps its items. */
function measureRuns(passages: readonly Passage[]): number[] {
  const runs = new Array<number>(passages.length).fill(0)
  for (let i = 0; i < passages.length; i++) {
    if (!isShort(passages[i] as Passage)) continue
    let end = i
    while (end < passages.length && isShort(passages[end] as Passage)) end++
    const heads = [passages[i - 1], passages[i]].some(
      passage => passage && (/:$/.test(passage.block.text) || backMatter.test(passage.block.text)),
    )
    runs.fill(heads ? 0 : end - i, i, end)
    i = end - 1
  }
  return runs
}

/** Lines come back in other spellings; of what is longer, only the same again is a repetition. */
const keyOf = (text: string) => (text.length > 200 ? text : fold(text))

/** Adds what stands behind the end of the document, from the back, as far as the evidence goes. */
export function sweepTail(passages: readonly Passage[], reasons: Map<DraftBlock, string>): void {
  const counts = new Map<string, number>()
  for (const { block } of passages) counts.set(keyOf(block.text), (counts.get(keyOf(block.text)) ?? 0) + 1)
  const runs = measureRuns(passages)
  let before = false
  for (let i = passages.length - 1; i >= 0; i--) {
    const passage = passages[i] as Passage
    if (!reasons.has(passage.block)) {
      const alone = [i - 3, i - 2, i - 1].every(at => (runs[at] ?? 0) >= 3)
      const reason = judge(passage, { before, counts, run: runs[i] as number, alone })
      if (reason === null) return
      reasons.set(passage.block, reason)
    }
    before = true
  }
}
