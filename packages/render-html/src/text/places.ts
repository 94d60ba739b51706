import type { BookPhrasing, CrossReference, PageReference } from '@briefbook/ast'

/** A reference with its page, which stay on one line where they have room: `SWP ¶12 (47)`. Only for this renderer. */
export interface Place {
  type: 'place'
  children: BookPhrasing[]
}

/** What may stand between a reference and its page. */
const between = /^(?:,? ?\u00a0?p\.\u00a0| \()$/

/** Phrasing with each reference and the page behind it as one. */
export function withPlaces(nodes: readonly BookPhrasing[]): (BookPhrasing | Place)[] {
  const made: (BookPhrasing | Place)[] = []
  for (let i = 0; i < nodes.length; i++) {
    const [reference, words, page, after] = nodes.slice(i, i + 4)
    if (
      reference?.type !== 'crossReference' ||
      words?.type !== 'text' ||
      page?.type !== 'pageReference' ||
      !leadsToSame(reference, page) ||
      !between.test(words.value)
    ) {
      made.push(nodes[i] as BookPhrasing)
      continue
    }
    // A line does not begin with the mark behind a reference.
    const [marks = ''] = (after?.type === 'text' && /^[),;.:]+/.exec(after.value)) || []
    const closing: BookPhrasing[] = marks === '' ? [] : [{ type: 'text', value: marks }]
    made.push({ type: 'place', children: [reference, words, page, ...closing] })
    i += 2
    if (after?.type !== 'text' || marks === '') continue
    if (after.value.length > marks.length) made.push({ ...after, value: after.value.slice(marks.length) })
    i++
  }
  return made
}

const leadsToSame = (reference: CrossReference, page: PageReference) => reference.target === page.target
