import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import type { Book, Tokens } from '@briefbook/ast'
import type { DocxOptions } from '@briefbook/render-docx'

/** What the thread is handed, and what it answers: the file, or why there is none. */
export interface DocxJob {
  book: Book
  tokens: Tokens
  options: DocxOptions
}
export type DocxAnswer = { bytes: Uint8Array } | { message: string; stack: string }

/** Compiled also where this file runs as TypeScript, in tests. */
const compiled = import.meta.url.endsWith('.ts') ? '../../dist/rendering/docx-worker.js' : './docx-worker.js'
const entry = fileURLToPath(new URL(compiled, import.meta.url))

/** Writes DOCX files in a thread of its own, so that one is done by the time that the browser has printed. */
export class DocxWriter {
  #worker: Worker | null = null
  #isBusy = false

  #ready(): Worker {
    // What is not finished yet is of no use any more.
    if (this.#isBusy) this.close()
    this.#worker ??= this.#start()
    return this.#worker
  }

  #start(): Worker {
    const worker = new Worker(entry)
    const forget = () => {
      if (this.#worker === worker) this.#worker = null
    }
    // It may end while nobody waits for it; the next who does gets another.
    worker.on('exit', forget)
    worker.on('error', forget)
    return worker
  }

  /**
   * Writes one file; whatever was being written before is given up.
   *
   * @throws what the renderer throws; the reason of `signal` where that is aborted.
   */
  async write(job: DocxJob, signal?: AbortSignal): Promise<Uint8Array> {
    signal?.throwIfAborted()
    const worker = this.#ready()
    const listeners = new AbortController()
    signal?.addEventListener('abort', () => void worker.terminate(), { signal: listeners.signal })
    this.#isBusy = true
    worker.ref()
    try {
      return await new Promise<Uint8Array>((resolve, reject) => {
        const ended = () => reject(signal?.aborted ? signal.reason : new Error('The DOCX was given up.'))
        const on = <T extends unknown[]>(event: string, listener: (...values: T) => void) => {
          worker.on(event, listener as (...values: unknown[]) => void)
          listeners.signal.addEventListener('abort', () =>
            worker.off(event, listener as (...values: unknown[]) => void),
          )
        }
        on('message', (answer: DocxAnswer) => {
          if ('bytes' in answer) resolve(answer.bytes)
          else reject(Object.assign(new Error(answer.message), { stack: answer.stack }))
        })
        on('error', reject)
        on('exit', ended)
        worker.postMessage(job)
      })
    } finally {
      listeners.abort()
      worker.unref()
      if (this.#worker === worker) this.#isBusy = false
      if (signal?.aborted) this.close()
    }
  }

  /** Gives up what is being written, and ends the thread. */
  close(): void {
    void this.#worker?.terminate()
    this.#worker = null
    this.#isBusy = false
  }
}
