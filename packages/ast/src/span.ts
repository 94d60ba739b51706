/**
 * A range of characters, as UTF-16 code units (what `String.prototype.slice` takes): the first one, and the one after the last.
 */
export type Span = readonly [start: number, end: number]

/**
 * A run of cleaned text and the run of raw text it came from.
 *
 * Where both are of one length, they map character by character. Where they differ (a line break and its indentation
 * that became one space, an entity that became its character), the run maps as a whole. Raw characters between two runs
 * (markup, a footnote mark, a page number) have no place in the cleaned text.
 */
export interface Run {
  /** In the cleaned text. */
  text: Span
  /** In the raw text. */
  raw: Span
}

/** Whether a run maps character by character. */
function isDirect(run: Run): boolean {
  return run.text[1] - run.text[0] === run.raw[1] - run.raw[0]
}

/**
 * The raw ranges that a stretch of cleaned text came from, in order; neighbours that touch are joined.
 *
 * @param runs  The block's runs, sorted by `text`, without gaps or overlaps in `text`.
 * @param span  In the block's text; the whole block when left out.
 */
export function rawSpans(runs: readonly Run[], span?: Span): Span[] {
  const [from, to] = span ?? [0, Number.POSITIVE_INFINITY]
  const spans: [number, number][] = []
  for (const run of runs) {
    if (run.text[1] <= from || run.text[0] >= to) continue
    let [start, end] = run.raw
    if (isDirect(run)) {
      start += Math.max(0, from - run.text[0])
      end -= Math.max(0, run.text[1] - to)
    }
    const last = spans.at(-1)
    if (last && last[1] === start) last[1] = end
    else if (end > start) spans.push([start, end])
  }
  return spans
}

/**
 * The runs of a stretch of cleaned text, moved so that the stretch begins at 0: what is left of a block's runs
 * when the stretch becomes a block of its own. A run that maps as a whole must not be cut; it is taken whole or not.
 */
export function sliceRuns(runs: readonly Run[], [from, to]: Span): Run[] {
  const out: Run[] = []
  for (const run of runs) {
    const start = Math.max(run.text[0], from)
    const end = Math.min(run.text[1], to)
    if (end <= start) continue
    const raw: Span = isDirect(run) ? [run.raw[0] + (start - run.text[0]), run.raw[1] - (run.text[1] - end)] : run.raw
    out.push({ text: [start - from, end - from], raw })
  }
  return out
}

/** Whether two ranges share a character. */
export function overlaps(a: Span, b: Span): boolean {
  return a[0] < b[1] && b[0] < a[1]
}
