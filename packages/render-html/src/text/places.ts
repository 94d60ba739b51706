import type { BookPhrasing, CrossReference, PageReference } from '@briefbook/ast'

/** A reference with its page, which stay on one line where they have room: `SWP ¶12 (47)`. Only for this renderer. */
export interface Place {
  type: 'place'
  children: BookPhrasing[]
}

/** What may stand between a reference and its page. */
const between = /^(?:,? ?\u00a0?p\.\u00a0| \()$/
/** Marks that no line begins with. */
const closing = /^[),;.:]+/

const leadsToSame = (reference: CrossReference, page: PageReference) => reference.target === page.target

/** Phrasing with each reference, the page behind it and the marks behind both as one. */
export function withPlaces(nodes: readonly BookPhrasing[]): (BookPhrasing | Place)[] {
  const made: (BookPhrasing | Place)[] = []
  for (let i = 0; i < nodes.length; i++) {
    const [reference, words, page] = nodes.slice(i, i + 3)
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
    const place: Place = { type: 'place', children: [reference, words, page] }
    made.push(place)
    i += 2
    // A bracket and the comma behind it may be texts of their own.
    for (let next = nodes[i + 1]; next?.type === 'text'; next = nodes[i + 1]) {
      const [marks = ''] = closing.exec(next.value) ?? []
      if (marks === '') break
      place.children.push({ type: 'text', value: marks })
      i++
      if (next.value.length === marks.length) continue
      made.push({ ...next, value: next.value.slice(marks.length) })
      break
    }
  }
  return made
}
