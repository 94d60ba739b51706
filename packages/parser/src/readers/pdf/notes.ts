import type { Fragment } from './fragment.js'
import { isRaised, type Line } from './lines.js'
import type { Measures } from './measure.js'
import { type Passage, passage, textOfPassage } from './passage.js'
import type { Region } from './region.js'

/** Notes are smaller than the text, by this share of its size at least. */
const noteSize = 0.94

const labelForm = /^(?:\d{1,3}|[a-z]|[*∗†‡§¶‖#]{1,3})$/u
const printedLabel = /^[[(]?(\d{1,3}|[*∗†‡§¶‖]{1,3})[.)\]]?\s+(?=\S)/u
const notesHead =
  /^(?:(?:end|foot)?notes?(?: and references)?|references|anmerkungen|fu(?:ß|ss)noten|endnoten|notas|примечания|注释)\s*:?$/iu

/** The labels that a raised fragment prints: `1`, `3, 4`, `*`; none where it is an exponent or an ordinal. */
export function labelsIn(text: string): string[] {
  const labels = text
    .replace(/^[[(]|[\])]$/g, '')
    .trim()
    .split(/[\s,;]+/)
  return labels.every(label => labelForm.test(label)) ? labels : []
}

/** Every label that is raised behind a word somewhere in the document. */
export function raisedMarks(lines: Iterable<Line>): Set<string> {
  const marks = new Set<string>()
  for (const line of lines)
    line.fragments.forEach((fragment, i) => {
      if (i > 0 && isRaised(fragment, line)) for (const label of labelsIn(fragment.text)) marks.add(label)
    })
  return marks
}

interface Label {
  label: string
  /** Characters of the line that it takes, with the space behind it. */
  length: number
}

/** The label that a line begins with, if the document refers to it. */
function labelOf(line: Line, marks: ReadonlySet<string>): Label | null {
  const first = line.fragments[0] as Fragment
  const [raised] = line.fragments.length > 1 && isRaised(first, line) ? labelsIn(first.text) : []
  if (raised !== undefined && marks.has(raised)) {
    const rest = line.text.slice(first.text.length)
    return { label: raised, length: line.text.length - rest.trimStart().length }
  }
  const printed = printedLabel.exec(line.text)
  return printed && marks.has(printed[1] as string) ? { label: printed[1] as string, length: printed[0].length } : null
}

/**
 * Parts the notes at the foot of a column from its text: small lines down to the end, from the first on that begins
 * with a label. Small lines above that one go on with a note of the page before.
 */
export function splitNotes(
  region: Region,
  measures: Measures,
  marks: ReadonlySet<string>,
): { body: Line[]; notes: Passage[] } {
  const { lines } = region
  let from = lines.length
  while (from > 0 && (lines[from - 1] as Line).size < measures.size * noteSize) from--
  const small = lines.slice(from)
  const first = small.findIndex(line => labelOf(line, marks) !== null)
  if (first < 0) return { body: lines, notes: [] }
  // What is above the first label belongs to the notes if it stands with them.
  let top = first
  while (top > 0) {
    const [line, below] = [small[top - 1] as Line, small[top] as Line]
    if (below.baseline - line.baseline > measures.leading(line.size) * 1.35 || Math.abs(below.size - line.size) > 0.6)
      break
    top--
  }
  const notes: Passage[] = []
  for (const line of small.slice(top)) {
    const label = labelOf(line, marks)
    const open = notes.at(-1)
    if (label) notes.push(passage('footnote', [line], { label: label.label, lead: label.length }))
    else if (open) open.lines.push(line)
    else notes.push(passage('footnote', [line]))
  }
  for (const note of notes) note.slack = region.right - (note.lines.at(-1) as Line).right
  return { body: lines.slice(0, from + top), notes }
}

/** Makes notes of passages that begin with a raised label, and of the items of a list of notes at the end. */
export function markEndnotes(passages: readonly Passage[], marks: ReadonlySet<string>): void {
  let inNotes = false
  for (const one of passages) {
    if (one.type === 'heading' || one.lines.length === 1) {
      if (notesHead.test(textOfPassage(one))) inNotes = true
      else if (one.type === 'heading') inNotes = false
    }
    if (one.type !== 'paragraph' && one.type !== 'listItem') continue
    const line = one.lines[0] as Line
    const label = labelOf(line, marks)
    const raised = label !== null && isRaised(line.fragments[0] as Fragment, line)
    if (label && (raised || inNotes) && textOfPassage(one).length > label.length) {
      one.type = 'footnote'
      one.label = label.label
      one.lead = label.length
      one.marker = null
    }
  }
}
