import { countWords } from '../../shape.js'
import { type Passage, textOfPassage } from './passage.js'

const leaders = /(?:[.·…_]\s?){4,}\s*(?:\d{1,4}|[ivxlc]{1,7})$/i
const entry = /\S\s+(?:\d{1,4}|[ivxlc]{1,7})$/i
const contentsHead =
  /^(?:table of )?contents$|^inhalt(?:sverzeichnis)?$|^table des matières$|^sommaire$|^índice$|^indice$|^содержание$|^оглавление$|^目录$/iu

const least = 3

/** Marks the table of contents, which is a copy of the headings: lines that end in the number of a page behind dots. */
export function markContents(passages: readonly Passage[]): void {
  const isEntry = passages.map(p => p.lines.some(line => leaders.test(line.text)))
  const isLike = passages.map(
    (p, i) => isEntry[i] || (entry.test(textOfPassage(p)) && countWords(textOfPassage(p)) <= 16),
  )
  for (let i = 0; i < passages.length; i++) {
    const headed = contentsHead.test(textOfPassage(passages[i] as Passage))
    if (!headed && !isEntry[i]) continue
    let end = headed ? i + 1 : i
    let found = 0
    for (let at = end; at < passages.length && at - end <= 2; at++) {
      if (!isLike[at]) continue
      found++
      end = at + 1
    }
    if (found >= least) for (const one of passages.slice(i, end)) one.furniture = 'table of contents'
    if (found >= least) i = end - 1
  }
}
