import { child, elementsIn, value, type XmlElement } from './xml.js'

interface Level {
  format: string
  text: string
  start: number
  /** The level that makes this one begin anew; null where every higher one does. */
  restart: number | null
}

const romanDigits: readonly (readonly [number, string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
]

export function roman(n: number): string {
  let rest = n
  let out = ''
  for (const [size, sign] of romanDigits)
    while (rest >= size && out.length < 20) {
      out += sign
      rest -= size
    }
  return out
}

/** `a` to `z`, then `aa`, `bb`: Word repeats the letter. */
const letters = (n: number) =>
  String.fromCharCode(97 + ((n - 1) % 26)).repeat(Math.min(8, Math.floor((n - 1) / 26) + 1))

function print(n: number, format: string): string {
  if (n < 1) return String(n)
  switch (format) {
    case 'lowerLetter':
      return letters(n)
    case 'upperLetter':
      return letters(n).toUpperCase()
    case 'lowerRoman':
      return roman(n)
    case 'upperRoman':
      return roman(n).toUpperCase()
    case 'decimalZero':
      return String(n).padStart(2, '0')
    default:
      return String(n)
  }
}

function readLevel(element: XmlElement): Level {
  const restart = value(element, 'w:lvlRestart')
  return {
    format: value(element, 'w:numFmt') ?? 'decimal',
    text: value(element, 'w:lvlText') ?? '',
    start: Number(value(element, 'w:start') ?? '1') || 0,
    restart: restart === undefined ? null : Number(restart),
  }
}

const levelsOf = (element: XmlElement) =>
  new Map(
    elementsIn(element)
      .filter(({ name }) => name === 'w:lvl')
      .map(level => [Number(level.attributes['w:ilvl'] ?? '0'), readLevel(level)] as const),
  )

/** Counts the items of a file's lists as Word does, in the order in which they are asked for. */
export interface Numbering {
  /** The printed number or letter of the next item of a list; null for a bullet, undefined where there is no such list. */
  next(id: string, level: number): string | null | undefined
}

export function readNumbering(root: XmlElement | null): Numbering {
  const elements = root ? elementsIn(root) : []
  const abstract = new Map(
    elements
      .filter(({ name }) => name === 'w:abstractNum')
      .map(element => [element.attributes['w:abstractNumId'], levelsOf(element)] as const),
  )
  const lists = new Map<string, { base: string | undefined; levels: Map<number, Level> }>()
  for (const element of elements) {
    const id = element.attributes['w:numId']
    if (element.name !== 'w:num' || id === undefined) continue
    const base = value(element, 'w:abstractNumId')
    const levels = new Map(abstract.get(base))
    for (const override of elementsIn(element).filter(({ name }) => name === 'w:lvlOverride')) {
      const at = Number(override.attributes['w:ilvl'] ?? '0')
      const own = child(override, 'w:lvl')
      const start = value(override, 'w:startOverride')
      const level = own ? readLevel(own) : levels.get(at)
      if (level) levels.set(at, start === undefined ? level : { ...level, start: Number(start) || 0 })
    }
    lists.set(id, { base, levels })
  }
  // Lists that share their abstract list go on counting together.
  const counters = new Map<string, Map<number, number>>()
  const started = new Set<string>()
  return {
    next(id, at) {
      const list = lists.get(id)
      const level = list?.levels.get(at)
      if (!list || !level) return undefined
      const overridden =
        (abstract.get(list.base)?.get(at)?.start ?? level.start) !== level.start && !started.has(`${id} ${at}`)
      const key = list.base ?? id
      const counts = counters.get(key) ?? new Map<number, number>()
      counters.set(key, counts)
      started.add(`${id} ${at}`)
      const count = overridden ? level.start : (counts.get(at) ?? level.start - 1) + 1
      counts.set(at, count)
      for (const deeper of [...counts.keys()].filter(other => other > at)) {
        const restart = list.levels.get(deeper)?.restart ?? null
        if (restart === null || (restart !== 0 && at < restart)) counts.delete(deeper)
      }
      if (level.format === 'bullet' || level.format === 'none') return null
      const printed = level.text.replace(/%(\d)/g, (_, digit: string) => {
        const other = Number(digit) - 1
        const of = list.levels.get(other)
        return print(counts.get(other) ?? of?.start ?? 1, of?.format ?? 'decimal')
      })
      const trimmed = printed.replace(/^[\s([]+|[\s.)\]:]+$/g, '')
      return trimmed === '' ? null : trimmed
    },
  }
}
