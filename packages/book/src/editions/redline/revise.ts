import type { BookPhrasing, WordChange } from '@briefbook/ast'
import { diffArrays } from 'diff'
import { kept, wordsOf } from '../words.js'

/** A citation, a word, white space or a sign: what comes or goes as a whole. */
const tokens = / ?\[[^[\]]*\]|\s+|[\p{L}\p{N}\p{M}]+(?:['’.,-][\p{L}\p{N}\p{M}]+)*|./gsu

const alike = (token: string) => token.replace(/\s+/g, ' ')
const isBlank = (token: string) => token.trim() === ''

/** A node without children of phrasing, and where its words stand in those of the whole. */
interface Leaf {
  node: BookPhrasing
  start: number
  end: number
  /** Whether a part of it can be new. */
  divisible: boolean
}

/** Words that stayed or came, by their place; those that went, by what they stood before. */
interface Change {
  kind: WordChange['kind']
  start: number
  end: number
  text: string
}

function leavesOf(nodes: readonly BookPhrasing[], from: number): Leaf[] {
  const leaves: Leaf[] = []
  let start = from
  for (const node of kept(nodes)) {
    const end = start + wordsOf(node).length
    if ('children' in node && node.type !== 'note') leaves.push(...leavesOf(node.children as BookPhrasing[], start))
    else if (end > start) leaves.push({ node, start, end, divisible: 'value' in node })
    start = end
  }
  return leaves
}

/** A blank between two words that both changed goes with them: one change is easier to read than three. */
function withBlanks(changes: readonly Change[]): Change[] {
  return changes.flatMap((change, i): Change[] => {
    const [before, after] = [changes[i - 1]?.kind, changes[i + 1]?.kind]
    const between = before !== undefined && before !== 'same' && after !== undefined && after !== 'same'
    return change.kind === 'same' && between && isBlank(change.text) ? replaced(change) : [change]
  })
}

const replaced = (change: Change): Change[] => [
  { ...change, kind: 'removed', end: change.start },
  { ...change, kind: 'added' },
]

/** What cannot be divided stays or comes as a whole. */
function undivided(changes: readonly Change[], leaves: readonly Leaf[]): Change[] {
  const whole = leaves.filter(({ divisible }) => !divisible)
  const touches = (change: Change, leaf: Leaf) => change.start < leaf.end && change.end > leaf.start
  const broken = whole.filter(leaf => changes.some(change => change.kind === 'added' && touches(change, leaf)))
  return changes.flatMap(change =>
    change.kind === 'same' && broken.some(leaf => touches(change, leaf)) ? replaced(change) : [change],
  )
}

function compare(before: string, after: string): Change[] {
  const cut = (text: string) => text.match(tokens) ?? []
  let at = 0
  return diffArrays(cut(before), cut(after), { comparator: (a, b) => alike(a) === alike(b) }).flatMap(
    ({ added, removed, value }) =>
      value.map((text): Change => {
        const start = at
        if (!removed) at += text.length
        return { kind: added ? 'added' : removed ? 'removed' : 'same', start, end: at, text }
      }),
  )
}

/** The white space that ends both texts. */
function commonEnd(one: string, other: string): string {
  const blank = /\s*$/.exec(one)?.[0] ?? ''
  return other.endsWith(blank) ? blank : ''
}

/** Stretches of one kind as one; of what changed in one place, what went stands first. */
function joined(changes: readonly WordChange[]): WordChange[] {
  const all: WordChange[] = []
  const open = { same: '', removed: '', added: '' }
  const close = (...kinds: WordChange['kind'][]) => {
    for (const kind of kinds) {
      if (open[kind] !== '') all.push({ kind, text: open[kind] })
      open[kind] = ''
    }
  }
  for (const { kind, text } of changes) {
    if (kind === 'same' && open.removed + open.added !== '') {
      const blank = commonEnd(open.removed, open.added)
      for (const key of ['removed', 'added'] as const) open[key] = open[key].slice(0, open[key].length - blank.length)
      close('removed', 'added')
      open.same = blank
    } else if (kind !== 'same') close('same')
    open[kind] += text
  }
  close('same', 'removed', 'added')
  return all
}

/** The leaf before or in which words that went are shown: behind the last word of a line rather than before the next line. */
function ownerOf(at: number, leaves: readonly Leaf[]): Leaf | undefined {
  const found = leaves.find(({ end }, i) => at < end || (at === end && (leaves[i + 1]?.start ?? at + 1) > at))
  return found ?? leaves.at(-1)
}

/**
 * Marks on the words of some lines, which are read one after another, what came and what went since they said something
 * else. Nothing is marked where they say the same.
 *
 * @param before  Plain words, as editions keep them: a citation in brackets.
 */
export function revise(lines: readonly (readonly BookPhrasing[])[], before: string): void {
  const leaves: Leaf[] = []
  let after = ''
  for (const line of lines) {
    if (after !== '') after += ' '
    leaves.push(...leavesOf(line, after.length))
    after += kept(line).map(wordsOf).join('')
  }
  if (alike(before).trim() === alike(after).trim()) return
  const changes = undivided(withBlanks(compare(before, after)), leaves)
  for (const leaf of leaves) {
    const own = changes.flatMap((change): WordChange[] => {
      if (change.kind === 'removed')
        return ownerOf(change.start, leaves) === leaf ? [{ kind: 'removed', text: change.text }] : []
      const [start, end] = [Math.max(change.start, leaf.start), Math.min(change.end, leaf.end)]
      return start < end ? [{ kind: change.kind, text: after.slice(start, end) }] : []
    })
    const revision = joined(own)
    if (revision.some(({ kind }) => kind !== 'same')) leaf.node.data = { ...leaf.node.data, revision }
  }
}

/** Marks words as new, all of them, in the place of others. */
export function replace(line: readonly BookPhrasing[], before: string): void {
  const leaves = leavesOf(line, 0)
  leaves.forEach(({ node }, i) => {
    const came: WordChange = { kind: 'added', text: wordsOf(node) }
    const revision: WordChange[] = i === 0 && before !== '' ? [{ kind: 'removed', text: before }, came] : [came]
    node.data = { ...node.data, revision }
  })
}
