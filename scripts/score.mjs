// `npm run score`: scores what Briefbook finds in texts that were coded by hand, and in public sets of numbers and
// dates. None of these are in this repository: they are looked for in ../shared, and the script says so where they are
// not. Files of codes as arguments stand in for all of the first; `--show datetime` prints what is missed in that set.
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { printByRule } from './score/by-rule.mjs'
import { printBySource } from './score/by-source.mjs'
import { scoreRecognizers } from './score/recognizers.mjs'
import { root } from './setup.mjs'

const shared = join(root, '..', 'shared')
const gold = join(shared, 'gold')
if (!existsSync(join(gold, 'score.mjs'))) {
  console.log('skipped: the texts coded by hand (../shared/gold) are not there')
  process.exit(0)
}
const command = join(root, 'packages/cli/bin/briefbook.js')
const folder = mkdtempSync(join(tmpdir(), 'briefbook-score-'))
try {
  const book = join(folder, 'book')
  cpSync(join(shared, 'sources'), join(book, 'sources'), { recursive: true })
  cpSync(join(gold, 'codebook.yaml'), join(book, 'codebook.yaml'))
  writeFileSync(join(book, 'book.yaml'), 'title: Coded by hand\n')
  const dump = mkdtempSync(join(folder, 'dump-'))
  for (const stage of ['sources', 'statements', 'timeline', 'figures']) {
    const { status, stdout, stderr } = spawnSync(process.execPath, [command, 'inspect', stage, book], {
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    })
    if (status !== 0) {
      console.error(stderr)
      process.exit(status ?? 1)
    }
    writeFileSync(join(dump, `${stage}.json`), stdout)
  }
  const { values, positionals: args } = parseArgs({ options: { show: { type: 'string' } }, allowPositionals: true })
  const files =
    args.length > 0
      ? args
      : readdirSync(gold)
          .filter(f => f.endsWith('.json'))
          .map(f => join(gold, f))
  printBySource(join(gold, 'score.mjs'), dump, files)
  printByRule(dump, files)
  const recognizers = join(shared, 'corpora/recognizers-text')
  if (existsSync(recognizers)) {
    console.log(
      '\nMicrosoft’s Recognizers-Text, sentences for voice assistants: spans to the letter, value of those found, both of all\n',
    )
    const parts = [
      'figures/quantities',
      'lexicons/units',
      'timeline/calendar',
      'timeline/expressions',
      'timeline/resolve',
    ]
    const modules = await Promise.all(parts.map(part => import(join(root, 'packages/analysis/dist', `${part}.js`))))
    scoreRecognizers(recognizers, Object.assign({}, ...modules), values.show)
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}
