import { type Edition, type Part, plainWords } from '@briefbook/ast'
import { paragraph } from '../../compose/chapter.js'
import { type WrittenText, writtenTexts } from '../written-texts.js'
import { align } from './align.js'
import { chaptersOf, insert, lose } from './marks.js'
import { revise } from './revise.js'

/** Whether words of a text are to be marked, not the text as a whole: those of a quotation stay together. */
const isRevised = (then: string, own: WrittenText) =>
  own.phrasing.length > 0 || plainWords(then) === plainWords(own.words)

/** What analysts wrote beside their judgements: text by text, those that are much alike word by word. */
export function markWritten(parts: readonly Part[], { written = [] }: Edition): void {
  const now = writtenTexts(parts)
  const last = now.at(-1)?.chapter ?? chaptersOf(parts).at(-1)
  const wordsOf = (texts: readonly { words: string }[]) => texts.map(({ words }) => words)
  let passed = 0
  for (const { before, after } of align(wordsOf(written), wordsOf(now))) {
    const then = before === null ? null : (written[before]?.words ?? '')
    const own = after === null ? undefined : now[after]
    if (then !== null && own && isRevised(then, own)) revise([own.phrasing], then)
    else {
      if (own) insert(own.node)
      const place = own?.place ?? now[passed]?.place ?? last
      if (then !== null && place) lose(place, paragraph(then))
    }
    if (after !== null) passed = after + 1
  }
}
