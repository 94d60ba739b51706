import { endsTerminal } from '../../shape.js'
import { bulletSigns, type Line } from './lines.js'

/** What stands in front of a list item: its printed number or letter (null for a bullet), and how many characters. */
export interface Marker {
  printed: string | null
  length: number
}

const bullet = new RegExp(`^(?:[${bulletSigns}]|[-*–+])\\s+(?=\\S)|^[${bulletSigns}](?=\\p{L})`, 'u')
/** Bullets that are signs of prose too: a wrapped line can begin with a dash. */
const textSign = /^[-–+*o]$/
const letterO = /^o\s+(?=\p{Lu})/u
const smallO = /^o\s+(?=\p{Ll})/u
const numbered = /^(?:\((\d{1,3}|[a-zA-Z]|[ivx]{2,5})\)|(\d{1,3}|[a-zA-Z]|[ivx]{2,5})[.)])\s+(?=\S)/

interface Numbered {
  line: Line
  marker: Marker
  style: string
  value: number
}

const roman: readonly string[] = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii']

/** A number or letter as every numbering that it could belong to counts it: `i` is a letter and a Roman one. */
function readings(line: Line, printed: string, length: number): Numbered[] {
  const marker = { printed, length }
  const frame = line.text.replace(printed, '').slice(0, 2).trim()
  const out: Numbered[] = []
  if (/^\d+$/.test(printed)) out.push({ line, marker, style: `1${frame}`, value: Number(printed) })
  if (/^[a-z]$/i.test(printed))
    out.push({
      line,
      marker,
      style: `${printed < 'a' ? 'A' : 'a'}${frame}`,
      value: printed.toLowerCase().charCodeAt(0) - 96,
    })
  if (roman.includes(printed)) out.push({ line, marker, style: `i${frame}`, value: roman.indexOf(printed) + 1 })
  return out
}

/**
 * The lines that begin with a list marker. A number counts only where its neighbour in the series is there too, so
 * that an initial or a number that a wrapped line happens to begin with is not taken for one; a dash or a letter `o`
 * counts only where at least two lines have it, and not in the middle of a sentence.
 */
export function findMarkers(lines: readonly Line[]): Map<Line, Marker> {
  const markers = new Map<Line, Marker>()
  const open = new Map<string, Numbered>()
  for (const line of lines) {
    const match = numbered.exec(line.text)
    if (!match) continue
    for (const reading of readings(line, (match[1] ?? match[2]) as string, match[0].length)) {
      const before = open.get(reading.style)
      if (before && before.value + 1 === reading.value) {
        markers.set(before.line, before.marker)
        markers.set(line, reading.marker)
      }
      if (before?.value !== reading.value) open.set(reading.style, reading)
    }
  }
  const bullets = new Map<string, Set<Line>>()
  const signs: (string | null)[] = []
  lines.forEach((line, i) => {
    const sign = bullet.exec(line.text) ?? letterO.exec(line.text)
    // Below a bullet, and deeper, even a small word stands behind an `o`.
    const above = lines[i - 1]
    const nested =
      above && signs[i - 1] && line.indent >= above.indent && line.indent > 0 ? smallO.exec(line.text) : null
    signs.push((sign ?? nested)?.[0] ?? null)
  })
  lines.forEach((line, i) => {
    const sign = signs[i]?.trim()
    if (sign === undefined) return
    const above = lines[i - 1]
    const wrapped = above && line.gap === 0 && signs[i - 1]?.trim() !== sign && !endsTerminal(above.text)
    if (textSign.test(sign) && wrapped) return
    const list = bullets.get(sign)
    if (list) list.add(line)
    else bullets.set(sign, new Set([line]))
  })
  lines.forEach((line, i) => {
    const sign = signs[i]
    const list = bullets.get(sign?.trim() ?? '')
    if (typeof sign !== 'string' || !list?.has(line) || markers.has(line)) return
    if (textSign.test(sign.trim()) && list.size < 2) return
    markers.set(line, { printed: null, length: sign.length })
  })
  return markers
}

export function markerOf(line: Line, markers: ReadonlyMap<Line, Marker>): Marker | null {
  return line.loneBullet ? { printed: null, length: 0 } : (markers.get(line) ?? null)
}
