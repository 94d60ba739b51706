import { existsSync } from 'node:fs'
import { relative, sep } from 'node:path'
import { type FSWatcher, watch } from 'chokidar'

/** How long nothing must have happened: an editor saves a file in several steps, a checkout writes hundreds. */
const quietMs = 120

/** A burst that does not end is taken as it is after so long. */
const longestMs = 3000

/** How often is looked whether a folder that went is back. */
const returnMs = 500

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
  readonly #watcher: FSWatcher
  readonly #folders = new Set<string>()
  readonly #awaited = new Map<string, NodeJS.Timeout>()
  #changed = new Set<string>()
  #first = 0
  #last = 0
  #wake: () => void = () => undefined

  constructor(options: ChangesOptions) {
    this.#options = options
    this.#watcher = watch([], {
      ignored: path => this.#isIgnored(path),
      ignoreInitial: true,
      // A file that is written beside and renamed is one change, not a loss and a find.
      atomic: true,
    })
    this.#watcher.on('all', (event, path) => {
      this.#note(path)
      if (event === 'unlinkDir' && this.#folders.has(path)) this.#awaitReturn(path)
    })
    this.#watcher.on('error', error => {
      const { code, message } = error as NodeJS.ErrnoException
      const full = code === 'ENOSPC' || code === 'EMFILE'
      options.onProblem(
        full
          ? 'The system watches no more files. Raise fs.inotify.max_user_watches, or set CHOKIDAR_USEPOLLING=1.'
          : `Some changes may not be seen: ${message}.`,
      )
    })
  }

  #note(path: string): void {
    this.#first ||= Date.now()
    this.#last = Date.now()
    this.#changed.add(path)
    this.#options.onChange?.()
    this.#wake()
  }

  /** A drive that is taken away takes what watches it along: it is watched anew when it is back. */
  #awaitReturn(folder: string): void {
    if (this.#awaited.has(folder)) return
    this.#options.onProblem(`${folder} is gone; it is built again when it is back.`)
    const timer = setInterval(() => {
      if (!existsSync(folder)) return
      clearInterval(timer)
      this.#awaited.delete(folder)
      this.#watcher.unwatch(folder)
      this.#watcher.add(folder)
      this.#note(folder)
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
    this.#watcher.add([...more])
    await new Promise<void>(ready => {
      this.#watcher.once('ready', ready)
      // It says so once in its life only: later there is nothing to wait for but the walk through the folder.
      setTimeout(ready, 1000)
    })
  }

  /** Waits for a burst to end; gives the paths in it, none where `signal` is aborted before. */
  async next(signal: AbortSignal): Promise<string[]> {
    while (!signal.aborted) {
      const now = Date.now()
      const over = this.#changed.size > 0 && (now - this.#last >= quietMs || now - this.#first >= longestMs)
      if (over) {
        const changed = [...this.#changed].sort()
        this.#changed = new Set()
        this.#first = 0
        return changed
      }
      await this.#pause(this.#changed.size > 0 ? quietMs - (now - this.#last) : null, signal)
    }
    return []
  }

  /** Until something changes, the signal is aborted or some time has gone by. */
  #pause(ms: number | null, signal: AbortSignal): Promise<void> {
    return new Promise(resume => {
      const wake = () => {
        clearTimeout(timer)
        signal.removeEventListener('abort', wake)
        resume()
      }
      const timer = ms === null ? undefined : setTimeout(wake, Math.max(1, ms))
      this.#wake = wake
      signal.addEventListener('abort', wake, { once: true })
    })
  }

  async close(): Promise<void> {
    for (const timer of this.#awaited.values()) clearInterval(timer)
    await this.#watcher.close()
  }
}
