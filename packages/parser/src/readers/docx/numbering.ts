import { printNumber } from './number-format.js'
import { child, childrenOf, isOn, value, type XmlElement } from './xml.js'

interface Level {
  format: string
  text: string
  start: number
  /** The number that the list begins with anew, where it shares its counter with other lists. */
  startOver: number | null
  /** The level that makes this one begin anew; null where every higher one does. */
  restart: number | null
  /** The paragraph style whose paragraphs are on this level. */
  style: string | undefined
  /** Legal numbering: the numbers of all levels are figures. */
  legal: boolean
}

function readLevel(element: XmlElement): Level {
  const restart = value(element, 'w:lvlRestart')
  return {
    format: value(element, 'w:numFmt') ?? 'decimal',
    text: value(element, 'w:lvlText') ?? '',
    start: Number(value(element, 'w:start') ?? '1') || 0,
    startOver: null,
    restart: restart === undefined ? null : Number(restart),
    style: value(element, 'w:pStyle'),
    legal: isOn(element, 'w:isLgl'),
  }
}

/** Deeper levels do not exist (ECMA-376 part 1, 17.9.3). */
const deepest = 8

const depthOf = (element: XmlElement) => Number(element.attributes['w:ilvl'] ?? '0')

const levelsOf = (element: XmlElement) =>
  new Map(childrenOf(element, 'w:lvl').map(level => [depthOf(level), readLevel(level)] as const))

interface List {
  /** What it shares its counter with. */
  base: string
  levels: ReadonlyMap<number, Level>
}

/** Counts the items of a file's lists as Word does, in the order in which they are asked for. */
export interface Numbering {
  /** The printed number or letter of the next item of a list; null for a bullet, undefined where there is no such list. */
  next(id: string, level: number): string | null | undefined
  /** The level of a list that the paragraphs of a style are on. */
  levelOf(id: string, style: string | undefined): number
}

function readLists(root: XmlElement | null): Map<string, List> {
  const abstract = new Map<string, { levels: Map<number, Level>; link: string | undefined }>()
  /** Lists that are defined by a list style, under its name. */
  const styled = new Map<string, string>()
  for (const element of childrenOf(root, 'w:abstractNum')) {
    const id = element.attributes['w:abstractNumId'] ?? ''
    abstract.set(id, { levels: levelsOf(element), link: value(element, 'w:numStyleLink') })
    const style = value(element, 'w:styleLink')
    if (style !== undefined) styled.set(style, id)
  }
  const lists = new Map<string, List>()
  for (const element of childrenOf(root, 'w:num')) {
    const id = element.attributes['w:numId']
    if (id === undefined) continue
    const named = value(element, 'w:abstractNumId') ?? ''
    const link = abstract.get(named)?.link
    const base = (link === undefined ? undefined : styled.get(link)) ?? named
    const levels = new Map(abstract.get(base)?.levels)
    for (const override of childrenOf(element, 'w:lvlOverride')) {
      const own = child(override, 'w:lvl')
      const start = value(override, 'w:startOverride')
      const level = own ? readLevel(own) : levels.get(depthOf(override))
      if (level) levels.set(depthOf(override), { ...level, startOver: start === undefined ? null : Number(start) || 0 })
    }
    lists.set(id, { base, levels })
  }
  return lists
}

export function readNumbering(root: XmlElement | null): Numbering {
  const lists = readLists(root)
  // Lists that share their abstract list go on counting together.
  const counters = new Map<string, Map<number, number>>()
  const started = new Set<string>()
  return {
    levelOf(id, style) {
      for (const [depth, level] of lists.get(id)?.levels ?? [])
        if (style !== undefined && level.style === style) return depth
      return 0
    },
    next(id, depth) {
      const at = Math.min(deepest, depth)
      const list = lists.get(id)
      const level = list?.levels.get(at)
      if (!list || !level) return undefined
      const counts = counters.get(list.base) ?? new Map<number, number>()
      counters.set(list.base, counts)
      const anew = level.startOver !== null && !started.has(`${id} ${at}`)
      started.add(`${id} ${at}`)
      counts.set(at, anew ? (level.startOver as number) : (counts.get(at) ?? level.start - 1) + 1)
      for (const deeper of [...counts.keys()].filter(other => other > at)) {
        const restart = list.levels.get(deeper)?.restart ?? null
        if (restart === null || (restart !== 0 && at < restart)) counts.delete(deeper)
      }
      if (level.format === 'bullet' || level.format === 'none') return null
      const printed = level.text.replace(/%(\d)/g, (_, digit: string) => {
        const other = Number(digit) - 1
        const of = list.levels.get(other)
        return printNumber(counts.get(other) ?? of?.start ?? 1, level.legal ? 'decimal' : (of?.format ?? 'decimal'))
      })
      const trimmed = printed.replace(/^[\s([]+|[\s.)\]:]+$/g, '')
      return trimmed === '' ? null : trimmed
    },
  }
}
