import { readFileSync } from 'node:fs'
import {
  type Analysis,
  type Book,
  type BookBlock,
  type Chapter,
  type Codebook,
  type Edition,
  type Margin,
  type Matrix,
  type MatrixCell,
  type MatrixRequest,
  type Source,
  type Stance,
  type Statement,
  sourceOf,
} from '@briefbook/ast'
import type { Diagnostic } from '@briefbook/diagnostics'
import { type BookInput, composeBook, readBookConfig, readTokens } from '../src/index.js'

const template = new URL('../../../templates/briefing/tokens.yaml', import.meta.url)
const tokens = readTokens({ text: readFileSync(template, 'utf8'), file: 'tokens.yaml' }).value
if (!tokens) throw new Error('the tokens of the template cannot be read')

export const codebook: Codebook = {
  actors: ['north', 'south', 'island'].map(id => ({
    id,
    name: id.charAt(0).toUpperCase() + id.slice(1),
    country: null,
    aliases: [],
    people: [],
  })),
  issues: [
    { id: 'dam', name: 'The dam', towards: 'building the dam', terms: [['dam']], against: [] },
    { id: 'fish', name: 'Fishing', towards: 'fishing in the delta', terms: [['fish*']], against: [] },
  ],
  discard: [],
}

export const sources: Source[] = [
  sourceOf('obs', 'North wants the dam. South fears for its fields.', 'Since 2019 North has spent 40 million on it.'),
  sourceOf('rev', 'South “will never accept” the dam, its minister said.', 'Both fish in the delta.'),
]

const statement = (
  id: string,
  anchor: string,
  quote: string,
  actor: string,
  issue: string,
  stance: Stance,
): Statement => ({
  id,
  source: anchor.split('.')[0] as string,
  anchor,
  quote,
  span: [0, quote.length],
  raw: [[0, quote.length]],
  actor,
  issue,
  stance,
  speaker: null,
  cue: null,
  rule: 'test',
  coder: 'rule',
  review: null,
})

export const statements: Statement[] = [
  statement('s1', 'obs.1', 'North wants the dam.', 'north', 'dam', 'favours'),
  statement('s2', 'obs.1', 'South fears for its fields.', 'south', 'dam', 'concerned'),
  statement('s3', 'rev.1', 'South “will never accept” the dam, its minister said.', 'south', 'dam', 'opposes'),
]

function cellOf(found: readonly Statement[]): MatrixCell {
  const stances: MatrixCell['stances'] = {}
  for (const { stance } of found) stances[stance] = (stances[stance] ?? 0) + 1
  return {
    state: found.length > 0 ? 'position' : 'absent',
    stances,
    disagreement: false,
    finding: null,
    statements: found.map(s => s.id),
    sources: [...new Set(found.map(s => s.source))],
  }
}

const axis = (entries: readonly { id: string; name: string }[]) => entries.map(({ id, name }) => ({ id, name }))
const sourceAxis = sources.map(s => ({ id: s.id, name: s.meta.label }))

/** A request for everything. */
export const request: Omit<MatrixRequest, 'id' | 'rows' | 'columns'> = {
  title: null,
  only: {
    actors: null,
    issues: null,
    sources: null,
    speakers: null,
    stances: null,
    coder: null,
    from: null,
    until: null,
  },
}

const marginOf = (cells: readonly (MatrixCell | undefined)[]): Margin => ({
  statements: cells.reduce((n, one) => n + (one?.statements.length ?? 0), 0),
  sources: new Set(cells.flatMap(one => one?.sources ?? [])).size,
})

function matrix(id: string, title: string, rows: Matrix['rows'], columns: Matrix['columns']): Matrix {
  const [rowKey, columnKey] = id.split('-') as ['actor' | 'source', 'issue' | 'actor']
  const cells = rows.map(r =>
    columns.map(c => cellOf(statements.filter(s => s[rowKey] === r.id && s[columnKey] === c.id))),
  )
  return {
    id,
    title,
    request: { ...request, id, rows: `${rowKey}s`, columns: `${columnKey}s` },
    rows,
    columns,
    cells,
    margins: { rows: cells.map(marginOf), columns: columns.map((_, k) => marginOf(cells.map(row => row[k]))) },
  }
}

export const analysis: Analysis = {
  statements,
  rejected: [],
  mentions: [{ source: 'rev', anchor: 'rev.2', actor: 'north', issue: 'fish' }],
  matrices: [
    matrix('actor-issue', 'Who holds what', axis(codebook.actors), axis(codebook.issues)),
    matrix('source-issue', 'Which source says what', sourceAxis, axis(codebook.issues)),
    matrix('source-actor', 'Which source speaks of whom', sourceAxis, axis(codebook.actors)),
  ],
  timeline: [
    {
      source: 'obs',
      anchor: 'obs.2',
      quote: sources[0]?.children[1]?.text ?? '',
      date: '2019',
      precision: 'year',
      event: 'North has spent',
      raw: [],
      status: 'past',
      claimant: null,
      same: null,
    },
  ],
  figures: [
    {
      source: 'obs',
      anchor: 'obs.2',
      quote: sources[0]?.children[1]?.text ?? '',
      value: '40 million',
      low: 4e7,
      high: 4e7,
      unit: '',
      what: 'spent',
      raw: [],
      claimant: null,
      asOf: '2019',
      same: null,
      conflict: false,
    },
  ],
  agreements: {
    camps: [
      {
        issue: 'dam',
        contested: true,
        camps: [
          { stance: 'favours', members: [{ actor: 'north', statements: ['s1'] }] },
          { stance: 'mixed', members: [{ actor: 'south', statements: ['s3', 's2'] }] },
        ],
      },
    ],
    pairs: [{ actors: ['north', 'south'], together: [], apart: ['dam'], normalised: { together: 0, apart: 1 } }],
    contradictions: [],
  },
  people: [],
  acronyms: [],
  appearances: [{ actor: 'north', anchors: ['obs.1', 'obs.2', 'rev.1'] }],
  abstracts: [],
}

/** Composes a book of the two sources and the chapters given, with whatever is changed. */
export function compose(
  chapters: { [name: string]: string } = {},
  config = 'title: Dams\n',
  changes: Partial<BookInput> = {},
): { book: Book; edition: Edition; diagnostics: Diagnostic[] } {
  const read = readBookConfig(config, 'book.yaml')
  if (!read.value) throw new Error(read.diagnostics.map(d => d.message).join('\n'))
  const { value, edition, diagnostics } = composeBook({
    config: read.value,
    chapters: Object.entries(chapters).map(([name, text]) => ({ path: `chapters/${name}`, text })),
    sources,
    codebook,
    analysis,
    tokens: tokens as NonNullable<typeof tokens>,
    date: { iso: '2026-03-01', printed: '1 March 2026' },
    contentHash: 'f'.repeat(64),
    tool: 'Briefbook test',
    freeze: true,
    ...changes,
  })
  if (!edition) throw new Error('no edition was frozen')
  return { book: value, edition, diagnostics }
}

/** The blocks of a chapter file, and what was told of it. */
export function chapterOf(text: string): { chapter: Chapter; blocks: BookBlock[]; told: string[] } {
  const { book, diagnostics } = compose({ '10-test.md': text })
  const chapter = book.children[0]?.children[0] as Chapter
  const told = diagnostics.map(d => `${d.file}:${d.place?.start.line}:${d.place?.start.column} ${d.rule}`)
  return { chapter, blocks: chapter.children, told }
}
