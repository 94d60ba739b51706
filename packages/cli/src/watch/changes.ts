import { existsSync } from 'node:fs'
import { relative, sep } from 'node:path'
import { type FSWatcher, watch } from 'chokidar'

/** How long nothing must have happened: an editor saves a file in several steps, a checkout writes hundreds. */
const quietMs = 120

/** A burst that does not end is taken as it is after so long. */
const longestMs = 3000

/** How often is looked whether a folder that went is back. */
const returnMs = 500

/** How often files are looked at one by one where the system does not tell of changes. */
const pollMs = 1000

/** While nothing changes, a timer keeps the process: what watches may have nothing that does. */
const restMs = 3_600_000

/** What programs put beside the files they work on. */
const passing = /^(~\$.*|\..*|.*~|#.*#|4913|.*\.(tmp|swp|swo|part|crdownload|lock))$/i

const isBelow = (path: string, folder: string) => path === folder || path.startsWith(folder + sep)

export interface ChangesOptions {
  /** Folders whose files are not looked at: what is written there. */
  except: readonly string[]
  /** Told of every change at once. */
  onChange?(): void
  /** Told what keeps changes from being seen. */
  onProblem(message: string): void
}

/** The changes in some folders, in bursts. */
export class Changes {
  readonly #options: ChangesOptions
  /** Each with the folders that it looks after, which it was begun with. */
  readonly #watchers = new Map<FSWatcher, readonly string[]>()
  readonly #folders = new Set<string>()
  readonly #awaited = new Map<string, NodeJS.Timeout>()
  #polls = false
  #isClosed = false
  /** What changed in this burst. */
  #changed = new Set<string>()
  /** What came in this burst: where it goes again in it, it was only passing. */
  #came = new Set<string>()
  /** What was gone before it was said that it went. */
  readonly #gone = new Set<string>()
  #first = 0
  #last = 0
  #wake: () => void = () => undefined

  constructor(options: ChangesOptions) {
    this.#options = options
  }

  /** Watches folders; resolves when each file in them is known. */
  #watch(folders: readonly string[]): Promise<void> {
    const watcher = watch([...folders], {
      ignored: path => this.#isIgnored(path),
      ignoreInitial: true,
      // A file that is written beside and renamed is one change, not a loss and a find.
      atomic: true,
      ...(this.#polls ? { usePolling: true, interval: pollMs, binaryInterval: pollMs } : {}),
    })
    this.#watchers.set(watcher, folders)
    watcher.on('all', (event, path) => {
      this.#note(event, path)
      if (event === 'unlinkDir' && this.#folders.has(path)) this.#awaitReturn(watcher, path)
    })
    return new Promise(ready => {
      watcher.on('ready', ready)
      watcher.on('error', error => {
        void this.#onError(error as NodeJS.ErrnoException).then(ready)
      })
    })
  }

  /** Where the system watches no more files, they are looked at one by one. */
  async #onError({ code, message }: NodeJS.ErrnoException): Promise<void> {
    if (code !== 'ENOSPC' && code !== 'EMFILE')
      return this.#options.onProblem(`Some changes may not be seen: ${message}.`)
    if (this.#polls || this.#isClosed) return
    this.#polls = true
    this.#options.onProblem('The system watches no more files: they are looked at every second instead.')
    const before = [...this.#watchers]
    this.#watchers.clear()
    await Promise.all(before.map(([watcher]) => watcher.close()))
    if (!this.#isClosed) await Promise.all(before.map(([, folders]) => this.#watch(folders)))
  }

  #note(event: string, path: string): void {
    if (event.startsWith('unlink') && this.#gone.delete(path)) return
    this.#gone.delete(path)
    this.#first ||= Date.now()
    this.#last = Date.now()
    if (event.startsWith('add') && !this.#changed.has(path)) this.#came.add(path)
    if (event.startsWith('unlink') && this.#came.delete(path)) this.#changed.delete(path)
    else this.#changed.add(path)
    this.#options.onChange?.()
    this.#wake()
  }

  /** A drive that is taken away takes what watches it along: it is watched anew when it is back. */
  #awaitReturn(watcher: FSWatcher, folder: string): void {
    if (this.#awaited.has(folder)) return
    this.#options.onProblem(`${folder} is gone; it is built again when it is back.`)
    const timer = setInterval(() => {
      if (!existsSync(folder)) return
      clearInterval(timer)
      this.#awaited.delete(folder)
      watcher.unwatch(folder)
      watcher.add(folder)
      this.#note('change', folder)
    }, returnMs)
    this.#awaited.set(folder, timer)
  }

  #isIgnored(path: string): boolean {
    if (this.#options.except.some(folder => isBelow(path, folder))) return true
    // Counted from the folder that is watched: that itself may be below one with a dot.
    const root = [...this.#folders].find(folder => isBelow(path, folder))
    const parts = root === undefined ? [] : relative(root, path).split(sep)
    return parts.some(part => part === 'node_modules' || passing.test(part))
  }

  /** Watches folders too; resolves when they are. */
  async add(folders: readonly string[]): Promise<void> {
    const more = folders.filter(folder => ![...this.#folders].some(known => isBelow(folder, known)))
    if (more.length === 0) return
    for (const folder of more) this.#folders.add(folder)
    await this.#watch(more)
  }

  /** The paths of the burst, without folders of which something in them is named. */
  #take(): string[] {
    for (const path of this.#came) {
      if (existsSync(path) || !this.#changed.delete(path)) continue
      this.#gone.add(path)
    }
    const changed = [...this.#changed].sort()
    this.#changed = new Set()
    this.#came = new Set()
    this.#first = 0
    return changed.filter((path, i) => !changed[i + 1]?.startsWith(path + sep))
  }

  /**
   * Waits for a burst to end; gives the paths in it. None where all of it was only passing, where `signal` is aborted before, and
   * where nothing has changed for `patienceMs`. Default: as long as it takes.
   */
  async next(signal: AbortSignal, patienceMs = Number.POSITIVE_INFINITY): Promise<string[]> {
    const end = Date.now() + patienceMs
    while (!signal.aborted) {
      const now = Date.now()
      const isBurst = this.#first > 0
      if (isBurst ? now - this.#last >= quietMs || now - this.#first >= longestMs : now >= end) return this.#take()
      await this.#pause(Math.min(restMs, isBurst ? quietMs - (now - this.#last) : end - now), signal)
    }
    return []
  }

  /** Until something changes, the signal is aborted or some time has gone by. */
  #pause(ms: number, signal: AbortSignal): Promise<void> {
    return new Promise(resume => {
      const wake = () => {
        clearTimeout(timer)
        signal.removeEventListener('abort', wake)
        resume()
      }
      const timer = setTimeout(wake, Math.max(1, ms))
      this.#wake = wake
      signal.addEventListener('abort', wake, { once: true })
    })
  }

  async close(): Promise<void> {
    this.#isClosed = true
    for (const timer of this.#awaited.values()) clearInterval(timer)
    await Promise.all([...this.#watchers.keys()].map(watcher => watcher.close()))
  }
}
