import type { DraftBlock } from '../../draft.js'
import { readDateLine } from '../../metadata/dates.js'
import { countWords, endsTerminal, fold, isProse } from '../../shape.js'
import { looksLikeBio } from './bio.js'

/** What is known where the end of a document is judged from the back, passage by passage. */
export interface TailContext {
  /** Whether what follows is furniture already. */
  before: boolean
  /** How often each folded text stands in the document. */
  counts: ReadonlyMap<string, number>
}

interface Signal {
  reason: string
  /** How much it speaks for furniture, where 1 is certain. */
  weight: number
  holds(block: DraftBlock, context: TailContext): boolean
}

/** What speaks for and against a last passage being the page's and not the document's. */
const signals: readonly Signal[] = [
  { reason: 'author box', weight: 1, holds: block => looksLikeBio(block.text) },
  { reason: 'date line', weight: 0.6, holds: block => readDateLine(block.text)?.rest === '' },
  { reason: 'heading of nothing', weight: 0.6, holds: block => block.type === 'heading' },
  { reason: 'navigation', weight: 0.5, holds: block => block.linked > 0.5 && countWords(block.text) <= 20 },
  { reason: 'repeated line', weight: 0.5, holds: (block, { counts }) => (counts.get(fold(block.text)) ?? 0) > 1 },
  { reason: 'teaser', weight: 0.4, holds: block => /(?:\.{3}|…)$/.test(block.text) && countWords(block.text) < 60 },
  { reason: 'end of page', weight: 0.4, holds: block => !isProse(block.text) },
  { reason: 'end of page', weight: 0.3, holds: block => countWords(block.text) <= 6 && !endsTerminal(block.text) },
  { reason: 'end of page', weight: 0.2, holds: (_, { before }) => before },
  // What a page puts around a text is no note, no quotation, no table, and no item of a numbered list.
  {
    reason: '',
    weight: -1,
    holds: block => ['footnote', 'quotation', 'table'].includes(block.type) || block.marker !== null,
  },
  { reason: '', weight: -1, holds: block => block.role === 'caption' },
]

/** Why the last passage of a document is furniture; null where the evidence falls short. */
export function judgeTail(block: DraftBlock, context: TailContext): string | null {
  const found = signals.filter(signal => signal.holds(block, context))
  const sum = found.reduce((total, signal) => total + signal.weight, 0)
  return sum > 0.999 ? found.reduce((a, b) => (b.weight > a.weight ? b : a)).reason || null : null
}
