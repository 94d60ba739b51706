// `npm run test:farm`: whether books are shared between machines. Two checkouts of this commit, a remote turbo cache on
// loopback: what the first has built the second does not build; a deleted output comes back from the cache; edits of content,
// template and browser build again. Takes some minutes and installs the server from the npm registry.
import { spawn, spawnSync } from 'node:child_process'
import { appendFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fail, root, run } from './setup.mjs'

const server = 'turborepo-remote-cache@2.12.0'
const temporary = mkdtempSync(join(tmpdir(), 'briefbook-farm-'))
process.on('exit', () => rmSync(temporary, { recursive: true, force: true }))

const freePort = () =>
  new Promise(found => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address()
      probe.close(() => found(port))
    })
  })

async function startCache() {
  const folder = join(temporary, 'server')
  if (!run('npm', ['install', '--prefix', folder, '--no-audit', '--no-fund', '--engine-strict=false', server]).ok)
    fail(`${server} cannot be got.`)
  const port = await freePort()
  const child = spawn(process.execPath, [join(folder, 'node_modules/turborepo-remote-cache/dist/cli.js')], {
    stdio: 'ignore',
    env: {
      ...process.env,
      NODE_ENV: 'production',
      PORT: String(port),
      TURBO_TOKEN: 'farm',
      STORAGE_PROVIDER: 'local',
      STORAGE_PATH: join(temporary, 'stored'),
    },
  })
  process.on('exit', () => child.kill())
  const url = `http://127.0.0.1:${port}`
  for (let n = 0; n < 100; n++) {
    const answer = await fetch(`${url}/v8/artifacts/status`, { headers: { authorization: 'Bearer farm' } }).catch(
      () => null,
    )
    if (answer?.ok) return url
    await new Promise(wait => setTimeout(wait, 200))
  }
  return fail('The remote cache does not answer.')
}

function checkout(name) {
  const folder = join(temporary, name)
  spawnSync('git', ['clone', '-q', root, folder], { stdio: 'inherit' })
  return folder
}

/** Builds the books of a checkout; how many tasks there were, and how many of them the cache had. */
function books(folder, api, env = {}) {
  const { stdout, stderr, status } = spawnSync('npm', ['run', 'books'], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    env: {
      ...process.env,
      TURBO_API: api,
      TURBO_TOKEN: 'farm',
      TURBO_TEAM: 'team_farm',
      BRIEFBOOK_CACHE: 'off',
      ...env,
    },
  })
  const [, cached, total] = /Cached:\s+(\d+) cached, (\d+) total/.exec(stdout) ?? []
  if (status !== 0 || total === undefined) fail(`${stdout}${stderr}`)
  return { cached: Number(cached), total: Number(total), made: /book: cache miss/.test(stdout) }
}

let failures = 0
function expect(what, holds) {
  console.log(`${holds ? 'ok    ' : 'FAILED'}  ${what}`)
  if (!holds) failures++
}

const api = await startCache()
const [first, second] = [checkout('first'), checkout('second')]
const book = 'afghanistan-2021'
const pdf = folder => join(folder, 'output', book, 'book.pdf')

expect('the first checkout builds', books(first, api).made && existsSync(pdf(first)))
const shared = books(second, api)
expect('the second builds nothing', shared.cached === shared.total && existsSync(pdf(second)))
rmSync(join(first, 'output', book), { recursive: true })
const restored = books(first, api)
expect('a deleted output comes back from the cache', restored.cached === restored.total && existsSync(pdf(first)))
appendFileSync(join(first, 'templates/briefing/print.css'), '\n/* edited */\n')
expect('an edit of the template builds again', books(first, api).made)
appendFileSync(join(second, 'templates/briefing/print.css'), '\n/* edited */\n')
expect('and is shared', !books(second, api).made)
appendFileSync(join(second, 'content', book, 'chapters/10-introduction.md'), '\nOne more sentence.\n')
expect('an edit of the content builds again', books(second, api).made)
process.exit(failures === 0 ? 0 : 1)
