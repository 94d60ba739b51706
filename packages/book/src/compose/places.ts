import { type BookPhrasing, crossReference, pageReference, parseAnchor, text } from '@briefbook/ast'
import { groupBy } from '../group.js'
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
  const bySource = groupBy(anchors, anchor => parseAnchor(anchor)?.source)
  const sources = context.sources.filter(({ id }) => bySource.has(id))
  return sources.flatMap((source, i): BookPhrasing[] =>
    runsOf(bySource.get(source.id) ?? []).flatMap(({ first, from, to }, k) => [
      ...(k > 0 ? [text(', ')] : i > 0 ? [text('; ')] : []),
      crossReference(first, `${k > 0 ? '' : `${source.meta.label}${noBreak}`}¶${from}${to > from ? `–${to}` : ''}`),
      text(`${noBreak}p.${noBreak}`),
      pageReference(first),
    ]),
  )
}
