import { type BookPhrasing, crossReference, pageReference, parseAnchor, text } from '@briefbook/ast'
import type { Context } from './context.js'

const noBreak = '\u00a0'

/** Anchors of one source that follow one another, as one run of paragraphs. */
function runsOf(anchors: readonly string[]): { first: string; from: number; to: number }[] {
  const runs: { first: string; from: number; to: number }[] = []
  for (const anchor of anchors) {
    const n = parseAnchor(anchor)?.n ?? 0
    const last = runs.at(-1)
    if (last && n === last.to + 1) last.to = n
    else runs.push({ first: anchor, from: n, to: n })
  }
  return runs
}

/** Paragraphs as an index lists them, source by source, each with its page: `SWP ¶3–5 p. 60, ¶8 p. 61; ELN ¶2 p. 52`. */
export function printPlaces(context: Context, anchors: readonly string[]): BookPhrasing[] {
  return context.sources.flatMap((source, i): BookPhrasing[] => {
    const own = anchors.filter(anchor => parseAnchor(anchor)?.source === source.id)
    const before = anchors.some(a => context.sources.findIndex(s => s.id === parseAnchor(a)?.source) < i)
    return runsOf(own).flatMap(({ first, from, to }, k) => [
      ...(k > 0 ? [text(', ')] : before ? [text('; ')] : []),
      crossReference(first, `${k > 0 ? '' : `${source.meta.label}${noBreak}`}¶${from}${to > from ? `–${to}` : ''}`),
      text(`${noBreak}p.${noBreak}`),
      pageReference(first),
    ])
  })
}
