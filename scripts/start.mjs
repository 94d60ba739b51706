// `npm start`: sets up what is missing, makes the sample book, says where it is.
import { existsSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fail, root, run, setup } from './setup.mjs'

const began = performance.now()
const env = setup()
const book = 'afghanistan-2021'
console.log('Making the sample book')
// What turbo says is kept back unless the book cannot be made; then the messages of the build are in it.
const made = run(
  'pnpm',
  ['exec', 'turbo', 'run', 'book', `--filter=@briefbook/book-${book}`, '--output-logs=new-only', '--log-prefix=none'],
  { env },
)
if (!made.ok) process.exit(made.status)

const output = join(root, 'output', book)
const manifestFile = join(output, 'manifest.json')
if (!existsSync(manifestFile)) fail(`The book was made, but ${manifestFile} is not there.`)
const { outputs } = JSON.parse(readFileSync(manifestFile, 'utf8'))
const seconds = ((performance.now() - began) / 1000).toFixed(1)
console.log('\nThe sample book:')
for (const { path, pages } of outputs.filter(({ path }) => /^book\./.test(path))) {
  console.log(`  ${relative(process.cwd(), join(output, path))}${pages ? `  ${pages} pages` : ''}`)
}
console.log(`in ${seconds} seconds.`)
