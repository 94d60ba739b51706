import { mkdir, open, readdir, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { isRunning } from '../running.js'

/** Where a file is written before it takes its name. */
const beside = (path: string) => join(dirname(path), `.${basename(path)}.${process.pid}.tmp`)

export async function writeBeside(path: string, bytes: Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  const handle = await open(beside(path), 'w')
  try {
    await handle.writeFile(bytes)
    // What is renamed must be on the disk: a name may outlive a power cut that its bytes do not.
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** How often, and after how long, a file that another program holds is tried again. */
const retries = { times: 10, everyMs: 100 }

/** Gives what was written beside its name. On Windows a file that somebody reads, a scanner say, may be held for a moment. */
export async function takeName(path: string): Promise<void> {
  for (let n = 1; ; n++) {
    try {
      return await rename(beside(path), path)
    } catch (error) {
      const held = ['EPERM', 'EBUSY', 'EACCES'].includes((error as NodeJS.ErrnoException).code ?? '')
      if (!held || process.platform !== 'win32' || n === retries.times) throw error
      await setTimeout(retries.everyMs)
    }
  }
}

export const takeAway = (path: string) => rm(beside(path), { force: true }).catch(() => undefined)

/** Takes away what builds that were killed had written beside. */
export async function takeAwayOrphans(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => [])
  for (const name of names) {
    const pid = Number(/^\..+\.(\d+)\.tmp$/.exec(name)?.[1] ?? process.pid)
    if (!isRunning(pid)) await rm(join(folder, name), { force: true }).catch(() => undefined)
  }
}

/** What keeps a file from being written, and what to do about it, in words. */
export function writeProblem(path: string, error: unknown): { message: string; hint?: string } {
  const { code: given, message } = error as NodeJS.ErrnoException
  // That another program holds a file is known to Windows alone; elsewhere it is a folder or file that nobody may change.
  const code = given === 'EPERM' && process.platform !== 'win32' ? 'EACCES' : given
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
    case 'EFBIG':
      return {
        message: `There is no space left for ${path}.`,
        hint: 'Make room, or write to another disk with `--out`; the last good book is untouched.',
      }
    case 'EROFS':
    case 'EACCES':
      return {
        message: `${path} cannot be written: it is read-only for you.`,
        hint: 'Change its permissions, or write to another folder with `--out`; the last good book is untouched.',
      }
    case 'EPERM':
    case 'EBUSY':
      return {
        message: `${path} is held by another program.`,
        hint: 'Close it there (Word, Acrobat) and build again; `watch` does so by itself.',
      }
    case 'EISDIR':
    case 'ENOTDIR':
    case 'EEXIST':
    case 'ENOTEMPTY':
      return {
        message: `${path} cannot be written: a folder or a file of that name is in the way.`,
        hint: 'Rename what is there, or write to another folder with `--out`.',
      }
    default:
      return { message: `${path} cannot be written: ${message}.` }
  }
}
