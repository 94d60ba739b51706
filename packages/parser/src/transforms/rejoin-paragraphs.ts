import { type Draft, type DraftBlock, type DraftNode, isBlock, isMendable } from '../draft.js'
import { readByLine } from '../metadata/by-lines.js'
import { readDateLine } from '../metadata/dates.js'
import { countWords, endsTerminal, startsLower } from '../shape.js'
import { joinTraced } from '../traced.js'

/** What may stand between the two halves of a paragraph that a page break split. */
const passed: ReadonlySet<string> = new Set(['page number', 'running head', 'picture description', 'image credit'])

/** A half of fewer words is a heading, a name or a line of a list. */
const leastWords = 5
/** Where a page ends between two halves, even a capital may go on with a sentence of this many words. */
const leastWordsAcrossPages = 12

const openEnd =
  /(?:[,–—-]|\b(?:the|a|an|of|in|on|at|for|to|and|or|with|from|by|that|which|who|is|are|was|were|has|have|its|their|his|her|as|than|but|der|die|das|und|von|zu|le|la|les|de|des|du|et|el|los|las|y)|(?<!\p{L})(?:и|в|на|с|из))$/iu

/** Lines below a title can begin small: `by A B`, `le 3 mai 2020`, an address. */
const isLineOfHead = (text: string): boolean =>
  /^https?:/.test(text) || (text.length <= 120 && (readByLine(text) !== null || readDateLine(text)?.rest === ''))

/** Whether a passage goes on in the next one. `separated` tells whether a page ended, or a note stood, between them. */
function goesOn(a: DraftBlock, b: DraftBlock, separated: boolean): boolean {
  if (a.type !== 'paragraph' && a.type !== 'listItem' && a.type !== 'quotation') return false
  if (b.type !== (a.type === 'quotation' ? 'quotation' : 'paragraph')) return false
  if (endsTerminal(a.text) || a.emphasised || b.emphasised || countWords(a.text) < leastWords) return false
  if (a.type === 'listItem' && !separated && !openEnd.test(a.text)) return false
  if (startsLower(b.text)) return !isLineOfHead(b.text)
  if (!separated) return false
  return openEnd.test(a.text) || (countWords(a.text) >= leastWordsAcrossPages && countWords(b.text) >= 3)
}

function join(parts: readonly DraftBlock[], source: string): DraftBlock {
  const first = parts[0] as DraftBlock
  if (parts.length === 1) return first
  return {
    ...first,
    ...joinTraced(source, parts),
    references: parts.flatMap(part => part.references),
    linked: parts.every(part => part.linked > 0.5) ? 1 : 0,
  }
}

/**
 * Puts paragraphs together again that a page break, a rule, a footnote or a page number split. What stood between the
 * halves comes behind them.
 */
export function rejoinParagraphs(draft: Draft): Draft {
  const nodes: (DraftNode | DraftBlock[])[] = []
  let open: DraftBlock[] | null = null
  let separated = false
  for (const node of draft.nodes) {
    if (!isBlock(node)) {
      separated = true
      nodes.push(node)
    } else if (node.type === 'footnote' || (node.furniture !== null && passed.has(node.furniture))) {
      separated = separated || node.furniture !== 'picture description'
      nodes.push(node)
    } else {
      const last: DraftBlock | undefined = open?.at(-1)
      if (open && last && isMendable(last) && isMendable(node) && goesOn(last, node, separated)) open.push(node)
      else {
        open = [node]
        nodes.push(open)
      }
      separated = false
    }
  }
  return { ...draft, nodes: nodes.map(node => (Array.isArray(node) ? join(node, draft.text) : node)) }
}
