// What is found in each source that was coded by hand, beside what is asked of all of them together.
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

const shares = (name, of, asked) => [
  { name: `${name}: precision`, of: score => of(score).precision },
  { name: `${name}: recall`, of: score => of(score).recall },
  { name: `${name}: F1`, of: score => of(score).f1, asked },
]

/** The rows of the table. `asked` is the least that all sources together must reach. */
const rows = [
  ...shares('statements', score => score.statements, 0.72),
  { name: 'stance of a statement', of: score => score.stanceAccuracy, asked: 0.78 },
  { name: 'speaker of a statement', of: score => score.speakerAccuracy, asked: 0.8 },
  ...shares('cells', score => score.cells, 0.9),
  { name: 'timeline: F1', of: score => score.timeline.f1, asked: 0.85 },
  { name: 'figures: F1', of: score => score.figures.f1, asked: 0.85 },
  { name: 'blocks of the source: F1', of: score => score.blocks.f1 },
  { name: 'text of the source: F1', of: score => score.text.f1 },
]

const legend = `A statement is found where a quote, its actor and its issue are a coder's; its stance and speaker are counted of those found.
A cell is an actor and an issue that have a statement. Recall is of the codes on which both coders agree; precision counts a
code of either.`

/** Runs the scorer, whose last line is its result as JSON. */
function score(scorer, dump, files) {
  const { stdout, stderr, status } = spawnSync(process.execPath, [scorer, dump, ...files], { encoding: 'utf8' })
  if (status !== 0) throw new Error(stderr || stdout)
  return JSON.parse(stdout.trim().split('\n').at(-1))
}

/**
 * Prints a table of the sources, and of all of them.
 *
 * @param scorer  The script that compares.
 * @param dump    The folder of what was found, as `inspect` prints it.
 * @param files   The codes, a file a source.
 */
export function printBySource(scorer, dump, files) {
  const name = file => JSON.parse(readFileSync(file, 'utf8')).source.replace(/\.[^.]+$/, '')
  const columns = [
    ...(files.length > 1 ? files.map(file => ({ name: name(file), score: score(scorer, dump, [file]) })) : []),
    { name: files.length > 1 ? 'all' : name(files[0]), score: score(scorer, dump, files) },
  ]
  const first = Math.max(...rows.map(row => row.name.length))
  const line = cells => cells.map((cell, i) => (i === 0 ? cell.padEnd(first) : cell.padStart(22))).join('')
  const share = value => (value === undefined || value === null ? '–' : value.toFixed(3))
  console.log('\nCoded by hand by two people\n')
  console.log(line(['', ...columns.map(column => column.name), 'asked']))
  for (const { name: row, of, asked } of rows)
    console.log(line([row, ...columns.map(column => share(of(column.score))), asked === undefined ? '' : share(asked)]))
  console.log(`\n${legend}`)
}
