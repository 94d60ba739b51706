import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { isRunning } from './running.js'

/** Two machines may share a folder for temporary files, and not their processes. */
const machine = createHash('sha256').update(hostname()).digest('hex').slice(0, 6)

/** A folder of a process on this machine: `briefbook-4711-a1b2c3`. */
const nameOf = (pid: number) => `briefbook-${pid}-${machine}`
const named = new RegExp(`^briefbook-(\\d+)-${machine}$`)

/** The longest path that a browser makes below the folder, of a socket; and how long such a path may be (unix(7), on macOS). */
const socket = 'org.chromium.Chromium.XXXXXX/SingletonSocket'
const longestPath = 103

/** What programs ask for the folder of temporary files, os.tmpdir() among them. */
const variables = process.platform === 'win32' ? ['TEMP', 'TMP'] : ['TMPDIR']

/**
 * Has all that this process and those below it keep for a while, the browser's profiles above all, in one folder of its own,
 * which goes when the process ends. What was left by processes that were killed, and could not clear up, goes now.
 */
export function keepTemporaries(env: NodeJS.ProcessEnv): void {
  const shared = tmpdir()
  const own = join(shared, nameOf(process.pid))
  if (join(own, socket).length > longestPath) return
  try {
    for (const name of readdirSync(shared)) {
      const pid = Number(named.exec(name)?.[1] ?? process.ppid)
      // One of this number is from before it was given to this process.
      if (pid === process.pid) rmSync(join(shared, name), { recursive: true, force: true })
      else if (!isRunning(pid)) void rm(join(shared, name), { recursive: true, force: true }).catch(() => undefined)
    }
    mkdirSync(own, { mode: 0o700 })
  } catch {
    // The system's folder serves as well.
    return
  }
  for (const variable of variables) env[variable] = own
  process.once('exit', () => {
    try {
      rmSync(own, { recursive: true, force: true, maxRetries: 3 })
    } catch {
      // The next run takes it away.
    }
  })
}
