import type { SourceBlockType } from '@briefbook/ast'
import type { DraftBlock } from '../../draft.js'
import { endsTerminal } from '../../shape.js'
import type { Fragment } from './fragment.js'
import { isRaised, type Line, textOf } from './lines.js'

/** Lines that belong together, and what they are. */
export interface Passage {
  type: SourceBlockType
  lines: Line[]
  page: number
  /** How many characters of the first line are a bullet, a number or the label of a note. */
  lead: number
  marker: string | null
  label: string | null
  depth: number
  role: DraftBlock['role']
  furniture: string | null
  /** Of a table: each cell as the lines in it. */
  cells: Line[][][] | null
  head: boolean
  /** Whether its first line is set in, against those below it or its column. */
  indented: boolean
  /** How much white its last line leaves at the right end of the column. */
  slack: number
  /** How far it stands in, against its column, on both sides. */
  inset: { left: number; right: number }
  /** White above it, beyond what is usual between lines. */
  apart: boolean
  /** The passage that it goes on with, in another column or on another page. */
  continues: Passage | null
}

export function passage(type: SourceBlockType, lines: Line[], fields: Partial<Passage> = {}): Passage {
  return {
    type,
    lines,
    page: lines[0]?.page ?? 1,
    lead: 0,
    marker: null,
    label: null,
    depth: 1,
    role: null,
    furniture: null,
    cells: null,
    head: false,
    indented: false,
    slack: 0,
    inset: { left: 0, right: 0 },
    apart: true,
    continues: null,
    ...fields,
  }
}

export const textOfPassage = ({ lines, lead }: Passage): string =>
  lines
    .map(({ text }) => text)
    .join(' ')
    .slice(lead)
    .trim()

export const sizeOf = ({ lines }: Passage): number => {
  let size = 0
  let most = 0
  for (const line of lines)
    if (line.text.length > most) {
      most = line.text.length
      size = line.size
    }
  return size
}

export const isBold = ({ lines }: Passage): boolean => lines.every(({ bold }) => bold)
export const isItalic = ({ lines }: Passage): boolean => lines.every(({ italic }) => italic)

/** How wide the first word of a line is, with the space in front of it. */
function firstWordWidth(line: Line): number {
  const word = /^\S+/.exec(line.text)?.[0].length ?? 0
  return ((line.right - line.left) / Math.max(1, line.text.length)) * (word + 1)
}

/** Whether the first word of the next line would have fitted behind a line, so that the line was ended on purpose. */
export function endsEarly(line: Line, next: Line, right: number): boolean {
  return right - line.right > firstWordWidth(next) + line.size * 0.4
}

export const endsWithHyphen = (line: Line): boolean => /[\p{L}][-\u00ad\u2010]$/u.test(line.text)

/** Whether a line ends as a sentence or clause does; the mark of a note behind it does not count. */
export function isFinished(line: Line): boolean {
  let end = line.fragments.length
  while (end > 1 && isRaised(line.fragments[end - 1] as Fragment, line)) end--
  return endsTerminal(textOf(line.fragments.slice(0, end))) && !endsWithHyphen(line)
}
