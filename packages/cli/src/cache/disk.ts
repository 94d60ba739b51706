import { createHash, randomUUID } from 'node:crypto'
import { mkdir, open, readdir, readFile, rename, rm, stat, utimes } from 'node:fs/promises'
import { join } from 'node:path'
import type { Cache } from './cache.js'

export interface DiskCacheOptions {
  /** Where it is kept. Several programs may use it at once. */
  folder: string
  /** What it may take up, in bytes; the entries that were not used for longest go first. */
  mostBytes: number
  /** Milliseconds since 1970. Default: the clock. */
  now?(): number
}

const hourMs = 3_600_000

/** When an entry was used is noted once in so long. */
const noteEveryMs = hourMs

/** The folder is looked through once in so long: that takes time where there is much in it. */
const pruneEveryMs = hourMs

/** So much stays where something has to go: else it would have to go again soon. */
const keptShare = 0.8

const head = 'briefbook cache 1 '
const digest = (data: string | Uint8Array) => createHash('sha256').update(data).digest('hex')

/**
 * A file an entry, named by its key: a line with the checksum, then the value as JSON. Written beside and renamed, so that
 * who reads never sees a part; what is broken all the same is told by the checksum and thrown away. (A cache as npm's,
 * with an index apart from the content, has no bound and no order of use; here both are the file system's.)
 */
export class DiskCache implements Cache {
  readonly #folder: string
  readonly #mostBytes: number
  readonly #now: () => number
  readonly #writing = new Set<Promise<void>>()
  #wrote = false
  /** Once a write has failed, no more are tried: the disk is full, or the folder somebody else's. */
  #failed = false

  constructor({ folder, mostBytes, now = Date.now }: DiskCacheOptions) {
    this.#folder = folder
    this.#mostBytes = mostBytes
    this.#now = now
  }

  #path(key: string): string {
    return join(this.#folder, key.slice(0, 2), key)
  }

  async get<T>(key: string): Promise<T | null> {
    const path = this.#path(key)
    const bytes = await readFile(path).catch(() => null)
    if (!bytes) return null
    const end = bytes.indexOf('\n')
    const body = bytes.subarray(end + 1)
    if (bytes.toString('latin1', 0, Math.max(0, end)) !== head + digest(body)) {
      await rm(path, { force: true }).catch(() => undefined)
      return null
    }
    await this.#note(path)
    return JSON.parse(body.toString('utf8')) as T
  }

  /** Notes that an entry was used. */
  async #note(path: string): Promise<void> {
    const now = this.#now()
    try {
      if (now - (await stat(path)).mtimeMs > noteEveryMs) await utimes(path, now / 1000, now / 1000)
    } catch {
      // Somebody else's, or just taken away: then it is as old as it looks.
    }
  }

  set(key: string, value: unknown): void {
    if (this.#failed) return
    const body = JSON.stringify(value)
    const writing = this.#write(this.#path(key), `${head}${digest(body)}\n${body}`).finally(() => {
      this.#writing.delete(writing)
    })
    this.#writing.add(writing)
  }

  async #write(path: string, text: string): Promise<void> {
    const beside = `${path}.${randomUUID()}.tmp`
    try {
      // What sources say may not be for everybody on the machine.
      await mkdir(join(path, '..'), { recursive: true, mode: 0o700 })
      const file = await open(beside, 'wx', 0o600)
      try {
        await file.writeFile(text)
      } finally {
        await file.close()
      }
      await rename(beside, path)
      this.#wrote = true
    } catch {
      this.#failed = true
      await rm(beside, { force: true }).catch(() => undefined)
    }
  }

  async settle(): Promise<void> {
    await Promise.all(this.#writing)
    if (this.#wrote) await this.#prune().catch(() => undefined)
    this.#wrote = false
  }

  async #prune(): Promise<void> {
    const stamp = join(this.#folder, 'looked-through')
    const now = this.#now()
    const last = await stat(stamp).catch(() => null)
    if (last && now - last.mtimeMs < pruneEveryMs) return
    await (await open(stamp, 'w', 0o600)).close()
    await utimes(stamp, now / 1000, now / 1000)
    const entries: { path: string; size: number; used: number }[] = []
    for (const entry of await readdir(this.#folder, { recursive: true, withFileTypes: true })) {
      const path = join(entry.parentPath, entry.name)
      if (!entry.isFile() || path === stamp) continue
      const info = await stat(path).catch(() => null)
      if (!info) continue
      // What a program that was ended had begun.
      if (path.endsWith('.tmp') && now - info.mtimeMs > hourMs) await rm(path, { force: true })
      else entries.push({ path, size: info.size, used: info.mtimeMs })
    }
    let total = entries.reduce((sum, { size }) => sum + size, 0)
    if (total <= this.#mostBytes) return
    entries.sort((a, b) => a.used - b.used)
    for (const { path, size } of entries) {
      if (total <= this.#mostBytes * keptShare) break
      await rm(path, { force: true })
      total -= size
    }
  }
}
