import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Source } from '@briefbook/ast'
import type { Result } from '@briefbook/diagnostics'
import type { SourceFile } from '@briefbook/parser'
import type { Budget } from './limits.js'
import type { Answer, Job } from './messages.js'

/** How the reading of a source ended. */
export type Outcome =
  | { kind: 'read'; result: Result<Source | null> }
  /** The time was up. */
  | { kind: 'slow' }
  /** The memory was used up. */
  | { kind: 'large' }
  /** The stack was used up. */
  | { kind: 'deep' }
  /** The reader failed: a programmer's mistake. */
  | { kind: 'failed'; why: string }

/** What is run: compiled also where this file runs as TypeScript, in tests, for Node 20 does not read that. */
const compiled = import.meta.url.endsWith('.ts') ? '../../dist/reading/child.js' : './child.js'
const readingEntry = fileURLToPath(new URL(compiled, import.meta.url))

/** The whole process may have this much more than its heap: code, buffers, what waits to be collected. */
const overhead = 1.5

/** A process that is not there by then will not come. */
const secondsToStart = 60

/** A process that has nothing to do does not keep the program alive. */
function rest(child: ChildProcess): void {
  child.unref()
  child.channel?.unref()
}

/** How a process that ended by itself, or was ended by the system, says why. */
function outcomeOf(code: number | null, signal: string | null): Outcome {
  // The engine aborts where its heap is full; the guard, and a system that is short of memory, kill.
  const full = signal === 'SIGABRT' || signal === 'SIGKILL' || code === 134
  return full ? { kind: 'large' } : { kind: 'failed', why: signal ?? `exit code ${code}` }
}

/**
 * A process that reads sources, one at a time, and can be ended at any moment. Not a thread: one that runs out of memory
 * by a single large piece takes the whole program with it.
 */
export class ReadingProcess {
  readonly #entry: string
  #child: ChildProcess | null = null
  /** Whether it has loaded what it reads with. */
  #ready = false
  /** Whether it has read something already. */
  #used = false
  #memoryMb = 0

  constructor(entry = readingEntry) {
    this.#entry = entry
  }

  /** Starts the process where there is none, or none with so much memory. */
  start(memoryMb: number): ChildProcess {
    if (this.#child && this.#memoryMb === memoryMb) return this.#child
    this.close()
    const mostBytes = Math.round(memoryMb * overhead * 1024 * 1024)
    const child = fork(this.#entry, [String(process.pid), String(mostBytes)], {
      serialization: 'advanced',
      execArgv: [`--max-old-space-size=${memoryMb}`],
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    })
    this.#child = child
    this.#memoryMb = memoryMb
    this.#ready = false
    this.#used = false
    child.once('message', () => {
      if (this.#child === child) this.#ready = true
    })
    // It may end while nobody asks it anything; the next one who does gets another.
    child.on('error', () => this.#forget(child))
    child.on('exit', () => this.#forget(child))
    rest(child)
    return child
  }

  /**
   * Reads a source. The time that the process takes to start is not counted, and what earlier sources left behind is not
   * blamed on this one: where it fails in a process that was used, it is read again in a new one.
   *
   * @throws the reason of `signal` where that is aborted; the process is ended then.
   */
  async read(file: SourceFile, budget: Budget, signal?: AbortSignal): Promise<Outcome> {
    const used = this.#child !== null && this.#used
    const outcome = await this.#attempt(file, budget, signal)
    if (!used || (outcome.kind !== 'large' && outcome.kind !== 'failed')) return outcome
    this.close()
    return this.#attempt(file, budget, signal)
  }

  async #attempt(file: SourceFile, { seconds, memoryMb, parser }: Budget, signal?: AbortSignal): Promise<Outcome> {
    signal?.throwIfAborted()
    const child = this.start(memoryMb)
    child.ref()
    child.channel?.ref()
    const listeners = new AbortController()
    const on = <T extends unknown[]>(event: string, listener: (...values: T) => void) => {
      child.on(event, listener as (...values: unknown[]) => void)
      listeners.signal.addEventListener('abort', () => child.off(event, listener as (...values: unknown[]) => void))
    }
    let timer: NodeJS.Timeout | undefined
    try {
      return await new Promise<Outcome>((resolve, reject) => {
        const begin = (limit: number) => {
          clearTimeout(timer)
          timer = setTimeout(() => {
            this.close()
            resolve({ kind: 'slow' })
          }, limit * 1000)
        }
        begin(this.#ready ? seconds : secondsToStart)
        on('message', (answer: Answer) => {
          if ('ready' in answer) begin(seconds)
          else if ('result' in answer) resolve({ kind: 'read', result: answer.result })
          else resolve(answer.tooDeep ? { kind: 'deep' } : { kind: 'failed', why: answer.thrown })
        })
        on('exit', (code: number | null, by: string | null) => resolve(outcomeOf(code, by)))
        on('error', (error: Error) => resolve({ kind: 'failed', why: error.message }))
        const stop = () => {
          this.close()
          reject(signal?.reason)
        }
        signal?.addEventListener('abort', stop, { signal: listeners.signal })
        const job: Job = { file, limits: parser }
        // Where it cannot be sent, the process has ended, which is told above.
        child.send(job, () => {})
      })
    } finally {
      this.#used = true
      clearTimeout(timer)
      listeners.abort()
      rest(child)
    }
  }

  #forget(child: ChildProcess): void {
    if (this.#child === child) this.#child = null
  }

  /** Ends the process, whatever it does. */
  close(): void {
    this.#child?.kill('SIGKILL')
    this.#child = null
  }
}
