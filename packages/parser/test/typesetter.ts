import { type Face, type Put, pageHeight, pageWidth, widthOf } from './pdf-writer.js'

/*
 * Sets passages in lines, columns and pages, as a program for texts would: greedy lines, gaps or indents between
 * paragraphs, notes at the foot of their column, a running head and page numbers.
 */

/** Words in one face; `note` is the mark of a note behind them. */
export interface Run {
  text: string
  face?: Face
  note?: string
}

export interface Setting {
  runs: readonly Run[]
  size?: number
  /** In points, on both sides. */
  inset?: number
  /** What stands in front of the first line; the others hang behind it. */
  bullet?: string
  /** Of the first line, in points. */
  indent?: number
  /** White above, in points. */
  above: number
  /** Whether the next passage must begin in the same column. */
  keep?: boolean
  /** Notes that the passage refers to. */
  notes?: readonly { label: string; runs: readonly Run[] }[]
  /** Cells of a table, row by row. */
  rows?: readonly (readonly string[])[]
}

export interface Sheet {
  columns: 1 | 2
  head?: string
  numbered?: boolean
}

interface SetLine {
  puts: Put[]
  height: number
  /** Whether a column must not end below it: a sentence ends there, and nothing would tell that more comes. */
  tied: boolean
}

const margin = 60
const gutter = 24
const top = 90
const foot = 760
const leading = 1.25

/** Lines of a passage, their places counted from the left of the column and from their own top. */
function linesOf(setting: Setting, width: number): SetLine[] {
  const size = setting.size ?? 10
  const inset = setting.inset ?? 0
  const hang = setting.bullet === undefined ? 0 : widthOf('00. ', size)
  const words = setting.runs.flatMap(run =>
    run.text.split(' ').map((text, i, all) => ({
      text,
      face: run.face ?? ('Courier' as Face),
      note: i === all.length - 1 ? run.note : undefined,
    })),
  )
  const lines: SetLine[] = []
  let x = 0
  let open: Put[] = []
  const close = () => {
    const last = open.at(-1)?.text ?? ''
    lines.push({ puts: open, height: size * leading, tied: /[.!?:]$/.test(last) })
    open = []
  }
  const left = () => inset + hang + (lines.length === 0 ? (setting.indent ?? 0) : 0)
  x = left()
  for (const word of words) {
    const wide = widthOf(word.text, size) + (word.note ? widthOf(word.note, size * 0.7) : 0)
    if (open.length > 0 && x + wide > width - inset) {
      close()
      x = left()
    }
    open.push({ text: word.text, x, y: size, size, face: word.face })
    if (word.note)
      open.push({ text: word.note, x: x + widthOf(word.text, size), y: size - size * 0.35, size: size * 0.7 })
    x += wide + widthOf(' ', size)
  }
  close()
  if (setting.bullet !== undefined) lines[0]?.puts.unshift({ text: setting.bullet, x: inset, y: size, size })
  return lines
}

function tableLines(rows: readonly (readonly string[])[], size: number): SetLine[] {
  const widths = (rows[0] ?? []).map((_, i) => Math.max(...rows.map(row => widthOf(row[i] ?? '', size))) + size * 1.5)
  return rows.map(row => {
    let x = 0
    const puts = row.map((text, i) => {
      const put: Put = { text, x, y: size, size }
      x += widths[i] as number
      return put
    })
    return { puts, height: size * 1.4, tied: true }
  })
}

/** Sets passages one below the other. */
export function typeset(settings: readonly Setting[], sheet: Sheet): Put[][] {
  const pages: Put[][] = []
  const width = (pageWidth - margin * 2 - gutter * (sheet.columns - 1)) / sheet.columns
  let column = sheet.columns
  let y = top
  let notes: SetLine[] = []
  const notesHeight = (list: readonly SetLine[]) =>
    list.reduce((sum, line) => sum + line.height, list.length > 0 ? 14 : 0)
  const page = () => pages.at(-1) as Put[]
  const placeAt = (line: SetLine, at: number) => {
    const left = margin + (column - 1) * (width + gutter)
    for (const put of line.puts) page().push({ ...put, x: left + put.x, y: at + put.y })
  }
  const endColumn = () => {
    let at = foot - notesHeight(notes) + 14
    for (const line of notes) {
      placeAt(line, at)
      at += line.height
    }
    notes = []
  }
  const nextColumn = () => {
    if (pages.length > 0) endColumn()
    if (column < sheet.columns) column++
    else {
      column = 1
      pages.push([])
      const number = String(pages.length)
      if (sheet.head) page().push({ text: sheet.head, x: margin, y: 50, size: 9 })
      if (sheet.numbered) page().push({ text: number, x: pageWidth / 2, y: pageHeight - 40, size: 9 })
    }
    y = top
  }
  nextColumn()
  settings.forEach((setting, i) => {
    const lines = setting.rows ? tableLines(setting.rows, setting.size ?? 10) : linesOf(setting, width)
    const own = (setting.notes ?? []).flatMap(({ label, runs }) => {
      const set = linesOf({ runs, size: 8, indent: 8, above: 0 }, width)
      set[0]?.puts.unshift({ text: label, x: 0, y: 8 - 2.8, size: 5.6 })
      return set
    })
    // Only long passages are parted, and never with a line alone.
    const parted =
      lines.length >= 5 && !setting.keep && own.length === 0 && setting.bullet === undefined && !setting.inset
    const next = setting.keep ? settings[i + 1] : undefined
    const least = next ? 60 : 0
    const height = lines.reduce((sum, line) => sum + line.height, 0)
    const room = () => foot - notesHeight([...notes, ...own]) - y
    const above = y === top ? 0 : setting.above
    if (!parted && above + height + least > room()) nextColumn()
    if (parted && above + lines.slice(0, 3).reduce((sum, line) => sum + line.height, 0) > room()) nextColumn()
    y += y === top ? 0 : setting.above
    notes.push(...own)
    lines.forEach((line, n) => {
      const rest = lines.length - n
      const following = lines[n + 1]
      // The column ends here, or a line early, so that the next one does not begin with a last line or a new sentence.
      const tight = y + line.height + (following?.height ?? 0) > foot - notesHeight(notes)
      const above = lines[n - 1]
      if (
        parted &&
        n >= 2 &&
        rest >= 2 &&
        above &&
        !above.tied &&
        (tight || y + line.height * 3 > foot - notesHeight(notes))
      )
        nextColumn()
      placeAt(line, y)
      y += line.height
    })
  })
  endColumn()
  return pages
}
