import { availableParallelism } from 'node:os'
import { usualMemoryMb } from './limits.js'
import { ReadingProcess } from './process.js'

/** More do not help: what they read is put together in one. */
const mostProcesses = Math.min(4, availableParallelism())

/** A process takes as long to start as several sources take to be read; another comes only where there is more to do. */
const patienceMs = 1000

export interface ReadersOptions {
  /** Whether the processes wait for more when everything is read, as `watch` needs them; else they are ended. */
  keep?: boolean
  /** What the processes run; tests have their own. */
  entry?: string
}

/** The processes that read sources: as many as are worth it. */
export class Readers {
  readonly #options: ReadersOptions
  readonly #processes: ReadingProcess[] = []

  constructor(options: ReadersOptions = {}) {
    this.#options = options
  }

  #process(index: number): ReadingProcess {
    const process = this.#processes[index] ?? new ReadingProcess(this.#options.entry)
    this.#processes[index] = process
    return process
  }

  /** Starts the first process, before anybody knows what there is to read. */
  start(): void {
    this.#process(0).start(usualMemoryMb)
  }

  /** Does some work for each item, begun in their order, one at a time in each process. */
  async each<T>(
    items: readonly T[],
    work: (process: ReadingProcess, item: T, index: number) => Promise<void>,
  ): Promise<void> {
    let next = 0
    const failures: unknown[] = []
    const lanes: Promise<void>[] = []
    const lane = async (process: ReadingProcess) => {
      while (next < items.length && failures.length === 0) {
        const index = next++
        await work(process, items[index] as T, index)
      }
    }
    const open = () => {
      if (lanes.length >= mostProcesses || next >= items.length || failures.length > 0) return
      lanes.push(lane(this.#process(lanes.length)).catch(error => void failures.push(error)))
    }
    const ready = Math.max(1, this.#processes.length)
    for (let n = 0; n < ready; n++) open()
    const growth = setInterval(open, patienceMs)
    for (let i = 0; i < lanes.length; i++) await lanes[i]
    clearInterval(growth)
    if (!this.#options.keep) this.close()
    if (failures.length > 0) throw failures[0]
  }

  /** Ends all of them. */
  close(): void {
    for (const process of this.#processes) process.close()
  }
}
