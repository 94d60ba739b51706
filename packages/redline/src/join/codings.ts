import type { CellKey } from '@briefbook/ast'
import { isMap, isScalar, isSeq, parseDocument, type Scalar, stringify, type YAMLMap } from 'yaml'
import type { FindingEdit } from '../edits/edit.js'
import type { Preference } from './chapters.js'
import { changesOf, isSame, spliced, touch } from './splices.js'

export interface FindingClash {
  edit: FindingEdit
  ours: string
}

export interface JoinedFindings {
  /** The file anew; null where nothing in it changes. */
  text: string | null
  applied: FindingEdit[]
  known: FindingEdit[]
  clashes: FindingClash[]
  /** Where a finding stands in the file. */
  placeOf(cell: CellKey): number
}

const sameCell = (a: CellKey, b: CellKey) => a.actor === b.actor && a.issue === b.issue && a.source === b.source

/** An entry behind the others, in their form; the list itself where there is none. */
function withFinding(text: string, { cell, words, authors }: FindingEdit): string {
  const fields: [string, string][] = [
    ...(Object.entries(cell) as [string, string][]),
    ['finding', words],
    ['by', authors.length === 0 ? 'An editor' : authors.join(' and ')],
  ]
  const said = fields.map(([key, value]) => `${key}: ${yamlOf(value)}`)
  const block = (indent: string) => `${indent}- ${said.join(`\n${indent}  `)}\n`
  const findings = parseDocument(text).get('findings', true)
  const range = isSeq(findings) ? findings.range : null
  if (!isSeq(findings) || !range) return `${text.replace(/\n?$/, text === '' ? '' : '\n')}findings:\n${block('  ')}`
  const last = findings.items.at(-1)
  if (findings.flow && last === undefined) return `${text.slice(0, range[0])}\n${block('  ')}${text.slice(range[1])}`
  if (findings.flow) return `${text.slice(0, range[1] - 1)}, { ${said.join(', ')} }${text.slice(range[1] - 1)}`
  const begin = range[0]
  const indent = text.slice(text.lastIndexOf('\n', begin - 1) + 1, begin)
  const end = isMap(last) || isScalar(last) ? (last.range?.[1] ?? range[1]) : range[1]
  const lineEnd = text[end - 1] === '\n' ? end - 1 : text.indexOf('\n', end)
  const at = lineEnd < 0 ? text.length : lineEnd + 1
  return `${text.slice(0, at)}${lineEnd < 0 ? '\n' : ''}${block(indent)}${text.slice(at)}`
}

/** The value of the finding for a cell; of several the last, which the book shows. */
function findingIn(text: string, cell: CellKey): Scalar<unknown> | null {
  const findings = parseDocument(text).get('findings', true)
  if (!isSeq(findings)) return null
  const entry = findings.items.findLast(
    item => isMap(item) && sameCell({ ...only(item, 'actor'), ...only(item, 'issue'), ...only(item, 'source') }, cell),
  )
  const value = isMap(entry) ? entry.get('finding', true) : null
  return isScalar(value) ? value : null
}

const only = (map: YAMLMap, key: keyof CellKey): CellKey => {
  const value = map.get(key)
  return value === undefined ? {} : { [key]: String(value) }
}

/** A sentence as a YAML value of one line. */
const yamlOf = (words: string) =>
  stringify(words, {
    lineWidth: 0,
    defaultStringType: /^[\w“(][^#:]*$/u.test(words) ? 'PLAIN' : 'QUOTE_DOUBLE',
  }).trimEnd()

/** A value with the changes of both sides; null where they touch. */
function both(base: string, ours: string, theirs: string): string | null {
  const [a, b] = [changesOf(base, [0, base.length], ours), changesOf(base, [0, base.length], theirs)]
  const added = b.filter(splice => !a.some(other => isSame(splice, other)))
  if (added.some(splice => a.some(other => touch(splice, other)))) return null
  return spliced(
    base,
    [...a, ...added].sort((x, y) => x.start - y.start),
  )
}

/** Whether the content says already what an editor put into a cell. */
export const hasFinding = (file: string, cell: CellKey, words: string): boolean =>
  String(findingIn(file, cell)?.value ?? '').trim() === words

/** Takes findings over into codings.yaml: only the sentences change, new ones go behind; every comment and line stays. */
export function joinFindings(
  file: string,
  edits: readonly FindingEdit[],
  decide: (clash: FindingClash) => Preference | null,
): JoinedFindings {
  const joined: JoinedFindings = {
    text: null,
    applied: [],
    known: [],
    clashes: [],
    placeOf: cell => findingIn(joined.text ?? file, cell)?.range?.[0] ?? 0,
  }
  let text = file
  for (const edit of edits) {
    const value = findingIn(text, edit.cell)
    const ours = value === null ? '' : String(value.value).trim()
    const range = value?.range
    if (ours === edit.words) {
      joined.known.push(edit)
      continue
    }
    if (value === null && edit.base === '') {
      text = withFinding(text, edit)
      joined.applied.push(edit)
      continue
    }
    let words = ours === edit.base ? edit.words : both(edit.base, ours, edit.words)
    if (words !== null && words === ours) {
      joined.known.push(edit)
      continue
    }
    if (words === null || !range) {
      const clash = { edit, ours }
      const decision = decide(clash)
      if (decision === null || !range) joined.clashes.push(clash)
      if (decision !== 'theirs' || !range) continue
      words = edit.words
    }
    // A block of several lines ends with its last line end; one line takes its place.
    const old = text.slice(range[0], range[1])
    const tail = /^[|>]/.test(old) && old.endsWith('\n') ? '\n' : ''
    text = text.slice(0, range[0]) + yamlOf(words) + tail + text.slice(range[1])
    joined.applied.push(edit)
  }
  if (text !== file) joined.text = text
  return joined
}
