// Sets up what is missing on a machine that has Node, npm and git: pnpm at the pinned version, the dependencies of the
// frozen lockfile, the build, a browser to print with. What is there already costs next to nothing.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = dirname(dirname(fileURLToPath(import.meta.url)))
const tools = join(root, '.tools')
const { packageManager, engines } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
const pnpmVersion = packageManager.replace('pnpm@', '')
const windows = process.platform === 'win32'

/** Set-up that cannot go on, and why. Ends the process with the exit code for an environment that lacks something. */
export function fail(message) {
  console.error(`\n${message}`)
  process.exit(3)
}

/** Runs a program in the repository; its output is kept back unless it fails or `show` is set. */
export function run(command, args, { show = false, env = process.env } = {}) {
  const result = spawnSync(command, args, {
    cwd: root,
    env,
    encoding: 'utf8',
    stdio: show ? 'inherit' : ['ignore', 'pipe', 'pipe'],
    // npm and pnpm are scripts on Windows, which only a shell can start.
    shell: windows,
    maxBuffer: 1 << 28,
  })
  if (result.error || (result.status !== 0 && !show)) {
    if (!show) process.stderr.write(`${result.stdout ?? ''}${result.stderr ?? ''}`)
    return { ok: false, status: result.status ?? 1, out: result.stdout ?? '' }
  }
  return { ok: result.status === 0, status: result.status ?? 1, out: result.stdout ?? '' }
}

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  const [leastMajor, leastMinor] = engines.node
    .replace(/[^\d.]/g, '')
    .split('.')
    .map(Number)
  if (major < leastMajor || (major === leastMajor && minor < leastMinor)) {
    fail(
      `Briefbook needs Node ${engines.node}; this is ${process.versions.node}. Get a newer one from https://nodejs.org.`,
    )
  }
}

/** The environment in which `pnpm` is the pinned version: the one that is there if it fits, else one in .tools. */
function withPnpm() {
  const env = { ...process.env, TURBO_TELEMETRY_DISABLED: '1', DO_NOT_TRACK: '1', npm_config_update_notifier: 'false' }
  const there = spawnSync('pnpm', ['--version'], { cwd: root, encoding: 'utf8', shell: windows, env })
  if (there.status === 0 && there.stdout.trim() === pnpmVersion) return env
  const folder = join(tools, `pnpm-${pnpmVersion}`)
  const bin = join(folder, 'node_modules', '.bin')
  if (!existsSync(join(bin, windows ? 'pnpm.cmd' : 'pnpm'))) {
    console.log(`Getting pnpm ${pnpmVersion}`)
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, 'package.json'), '{ "private": true }\n')
    const got = run('npm', ['install', '--prefix', folder, '--no-audit', '--no-fund', `pnpm@${pnpmVersion}`])
    if (!got.ok) fail('pnpm could not be got from the npm registry. Check the connection and run the command again.')
  }
  return { ...env, PATH: `${bin}${delimiter}${process.env.PATH ?? ''}` }
}

/** A hash over what decides the dependencies. */
function dependencyHash() {
  const hash = createHash('sha256').update(process.versions.node)
  const manifests = ['packages', 'templates', 'content'].flatMap(folder =>
    readdirSync(join(root, folder)).map(name => join(folder, name, 'package.json')),
  )
  for (const file of ['pnpm-lock.yaml', 'pnpm-workspace.yaml', 'package.json', ...manifests.sort()]) {
    if (existsSync(join(root, file))) hash.update(file).update(readFileSync(join(root, file)))
  }
  return hash.digest('hex')
}

/** Does a step unless its stamp says that it was done for the same input. */
function once(name, input, step) {
  const stamp = join(tools, name)
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === input) return
  step()
  mkdirSync(tools, { recursive: true })
  writeFileSync(stamp, input)
}

function install(env) {
  const stamp = existsSync(join(root, 'node_modules', '.modules.yaml')) ? dependencyHash() : ''
  once('installed', stamp, () => {
    console.log('Installing dependencies')
    if (!run('pnpm', ['install', '--frozen-lockfile', '--config.confirmModulesPurge=false'], { env }).ok) {
      fail('The dependencies could not be installed. Check the connection and run the command again.')
    }
  })
  // The stamp of a first installation is known only behind it.
  if (stamp === '') writeFileSync(join(tools, 'installed'), dependencyHash())
}

function build(env) {
  if (!existsSync(join(root, 'packages/cli/dist'))) console.log('Building')
  if (!run('pnpm', ['exec', 'turbo', 'run', 'build', '--output-logs=errors-only'], { env }).ok) {
    fail('Briefbook could not be built.')
  }
}

/** A browser that prints; where the last one found is still there, it is believed. */
function ensureBrowser(env) {
  const named = process.env.BRIEFBOOK_BROWSER || process.env.BRIEFBOOK_CHROMIUM
  const stamp = join(tools, 'browser')
  const known = existsSync(stamp) ? readFileSync(stamp, 'utf8') : ''
  if (named || (known !== '' && existsSync(known))) return
  console.log('Looking for a browser')
  const doctor = spawnSync(process.execPath, [join(root, 'packages/cli/bin/briefbook.js'), 'doctor', '--install'], {
    cwd: root,
    env,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const found = /^ok +Chromium [^,]+, (.+) \([^()]+\)$/m.exec(doctor.stdout)?.[1]
  if (doctor.status !== 0 || !found) {
    process.stderr.write(doctor.stdout)
    fail(
      'There is no browser to print with. Install Chrome, Chromium or Edge, or set BRIEFBOOK_BROWSER to the path of one.',
    )
  }
  writeFileSync(stamp, found)
}

/** The version of the browser that will print: an input of every book, which its path does not tell. */
function browserVersion() {
  const stamp = join(tools, 'browser')
  const named = process.env.BRIEFBOOK_BROWSER || process.env.BRIEFBOOK_CHROMIUM
  const path = named || (existsSync(stamp) ? readFileSync(stamp, 'utf8') : '')
  // Of one that runs elsewhere the address has to do; on Windows a browser that is asked opens a window.
  if (path === '' || path.includes('://') || windows) return path
  return spawnSync(path, ['--version'], { encoding: 'utf8', timeout: 20_000 }).stdout?.trim() || path
}

/** Sets up the repository; with `browser`, one to print with too. Gives the environment in which `pnpm` is the pinned one. */
export function setup({ browser = true } = {}) {
  checkNode()
  const env = withPnpm()
  install(env)
  build(env)
  if (!browser) return env
  ensureBrowser(env)
  return { ...env, BRIEFBOOK_BROWSER_VERSION: browserVersion() }
}
