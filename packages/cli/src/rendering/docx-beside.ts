import { setImmediate } from 'node:timers/promises'
import type { PageMap } from '@briefbook/ast'
import type { DocxJob, DocxWriter } from './docx-writer.js'

function samePages(a: PageMap, b: PageMap): boolean {
  const ids = Object.keys(a)
  return ids.length === Object.keys(b).length && ids.every(id => a[id] === b[id])
}

/**
 * Writes the DOCX beside the print, with the numbers that are being printed. Mostly they prove right; where they do not, it
 * is written again.
 */
export class DocxBeside {
  readonly #writer: DocxWriter
  readonly #job: Promise<DocxJob>
  readonly #signal: AbortSignal | undefined
  #draft: { pages: PageMap; bytes: Promise<Uint8Array> } | null = null

  /** @param job  Without its pages. */
  constructor(writer: DocxWriter, job: Promise<DocxJob>, signal: AbortSignal | undefined) {
    this.#writer = writer
    this.#job = job
    this.#signal = signal
  }

  async #write(pages: PageMap): Promise<Uint8Array> {
    const job = await this.#job
    return this.#writer.write({ ...job, options: { ...job.options, pages } }, this.#signal)
  }

  /** Begins to write with these numbers, as soon as the browser has been handed its work. */
  begin(pages: PageMap): void {
    const bytes = setImmediate().then(() => this.#write(pages))
    // Who waits for it hears of what goes wrong; where the print goes wrong nobody does.
    bytes.catch(() => undefined)
    this.#draft = { pages, bytes }
  }

  /** The file with these numbers. */
  finish(pages: PageMap): Promise<Uint8Array> {
    return this.#draft && samePages(this.#draft.pages, pages) ? this.#draft.bytes : this.#write(pages)
  }
}
