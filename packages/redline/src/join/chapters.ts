import type { Edit, Part } from '../edits/edit.js'
import {
  type Change,
  changesOf,
  isSame,
  lineChanges,
  overlap,
  placeAfter,
  placeBefore,
  type Splice,
  spliced,
  touch,
} from './splices.js'

export type Preference = 'ours' | 'theirs'

/** Someone else changed the same words: nothing is done until somebody decides. */
export interface Clash {
  edit: Edit
  base: string
  ours: string
  theirs: string
}

/** What became of an edit. */
export interface Joined {
  /** Every file that changed, by its path. */
  files: Map<string, string>
  applied: Edit[]
  /** What the content has already. */
  known: Edit[]
  clashes: Clash[]
  /** Where a place of the file as it was sent stands in the file as it is now: before this merge, or after it. */
  placeIn(file: string, at: number, when: 'before' | 'after'): number
  /** Where a place of the file as it is now stood in the file as it was sent. */
  placeSent(file: string, at: number): number
}

interface File {
  settled: Splice[]
  base: string
  now: string
  /** What was changed in the content since the document was sent. */
  ours: Change[]
  /** What is taken over. */
  theirs: Change[]
}

const inOrder = (a: Splice & { origin?: number }, b: Splice & { origin?: number }) =>
  a.start - b.start || a.end - b.end || (a.origin ?? 0) - (b.origin ?? 0)

/** What stands now where a part was. */
const at = ({ now, ours }: File, { region }: Part) => {
  const start = placeAfter(ours, region[0], 'before')
  return now.slice(start, placeAfter(ours, region[1], 'behind'))
}

/** A part with the whole of its first and last line: what was done to it is found as it is found in the content. */
function wholeLines(base: string, { file, region, text }: Part): Part {
  const start = base.lastIndexOf('\n', region[0] - 1) + 1
  const lineEnd = base.indexOf('\n', region[1])
  const end = region[1] > start && base[region[1] - 1] === '\n' ? region[1] : lineEnd < 0 ? base.length : lineEnd + 1
  return { file, region: [start, end], text: base.slice(start, region[0]) + text + base.slice(region[1], end) }
}

/** The stretches of lines that all the edits together would make just what the content has already. */
function settledIn({ base, now }: File, changes: readonly Change[]): Splice[] {
  const together: Change[] = []
  for (const change of changes) if (!together.some(other => overlap(other, change))) together.push(change)
  const all = spliced(base, together.sort(inOrder))
  if (all === now) return [{ start: 0, end: base.length, text: now }]
  const ours = lineChanges(base, now)
  return lineChanges(base, all).filter(({ start, end, text }) =>
    ours.some(other => other.start === start && other.end === end && other.text === text),
  )
}

/** Whether the content says already what an edit makes of its place. */
const isDone = (file: File, part: Part, changes: readonly Change[]) =>
  at(file, part) === part.text ||
  changes.every(change => file.settled.some(({ start, end }) => start <= change.start && change.end <= end))

/**
 * Joins the edits of a document with what was done to the content since: what touches nothing is done, what says the same
 * is done once, everything else is a clash that keeps its whole edit from being done.
 *
 * @param decide  Which side wins where both changed the same words; null where nobody has decided.
 */
export function joinChapters(
  sent: ReadonlyMap<string, string>,
  now: ReadonlyMap<string, string>,
  edits: readonly Edit[],
  decide: (clash: Clash) => Preference | null,
): Joined {
  const files = new Map<string, File>()
  for (const [path, base] of sent) {
    const text = now.get(path)
    if (text !== undefined)
      files.set(path, { base, now: text, ours: changesOf(base, [0, base.length], text), theirs: [], settled: [] })
  }
  const joined: Joined = {
    files: new Map(),
    applied: [],
    known: [],
    clashes: [],
    placeIn: (path, place, when) => {
      const file = files.get(path)
      const theirs = when === 'after' ? (file?.theirs ?? []) : []
      return file ? placeAfter([...file.ours, ...theirs].sort(inOrder), place, 'before') : place
    },
    placeSent: (path, place) => placeBefore([...(files.get(path)?.ours ?? [])].sort(inOrder), place),
  }
  const laid = edits.map(edit => {
    const parts = edit.parts.map(part => {
      const file = files.get(part.file)
      const whole = file ? wholeLines(file.base, part) : part
      const changes = file ? changesOf(file.base, whole.region, whole.text) : []
      return { part: whole, file, changes: changes.map(change => ({ ...change, origin: part.region[0] })) }
    })
    return { edit, parts }
  })
  for (const file of files.values()) {
    const changes = laid.flatMap(({ parts }) => parts.flatMap(part => (part.file === file ? part.changes : [])))
    file.settled = settledIn(file, changes)
  }
  for (const { edit, parts } of laid) {
    const all = parts.flatMap(({ file, changes }) => changes.map(splice => ({ file, splice })))
    const clashing = all.filter(
      ({ file, splice }) =>
        file === undefined || file.ours.some(other => touch(splice, other) && !isSame(splice, other)),
    )
    const done = all.every(({ file, splice }) => file?.ours.some(other => isSame(splice, other)))
    if (done || parts.every(({ part, file, changes }) => file && isDone(file, part, changes))) {
      joined.known.push(edit)
      continue
    }
    const [first] = parts
    const text = (of: (part: Part, file: File) => string) =>
      parts.map(({ part, file }) => (file ? of(part, file) : '')).join('\n')
    const clash: Clash = {
      edit,
      base: text((part, file) => file.base.slice(...part.region)),
      ours: text((part, file) => at(file, part)),
      theirs: text(part => part.text),
    }
    const twice = all.some(({ file, splice }) =>
      file?.theirs.some(other => overlap(splice, other) && !isSame(splice, other)),
    )
    const decision = twice ? null : clashing.length === 0 ? 'theirs' : decide(clash)
    if (decision === null || (clashing.length > 0 && first?.file === undefined)) joined.clashes.push(clash)
    if (decision !== 'theirs' || parts.some(({ file }) => file === undefined)) continue
    for (const { file, splice } of all) {
      if (file === undefined) continue
      if (clashing.length > 0) file.ours = file.ours.filter(other => !touch(splice, other) || isSame(splice, other))
      if (!file.ours.some(other => isSame(splice, other)) && !file.theirs.some(other => isSame(splice, other)))
        file.theirs.push(splice)
    }
    joined.applied.push(edit)
  }
  for (const [path, { base, now: text, ours, theirs }] of files) {
    const merged = spliced(base, [...ours, ...theirs].sort(inOrder))
    if (merged !== text) joined.files.set(path, merged)
  }
  return joined
}
