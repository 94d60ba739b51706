import { BrowserError, openPrinter, type Printer, type PrintOptions } from '@briefbook/render-pdf'

/** A browser that is started when it is first needed, kept, and started again when it has died. */
export class WarmPrinter implements Printer {
  readonly #open: () => Promise<Printer>
  #printer: Printer | null = null
  #opening: Promise<Printer> | null = null

  constructor(open: () => Promise<Printer> = openPrinter) {
    this.#open = open
  }

  /** Of the browser that printed last; empty before. */
  get name(): string {
    return this.#printer?.name ?? ''
  }

  get version(): string {
    return this.#printer?.version ?? ''
  }

  get alive(): boolean {
    return this.#printer?.alive ?? false
  }

  /** However many ask at once, one browser is started. */
  #ready(): Promise<Printer> {
    if (this.#printer?.alive) return Promise.resolve(this.#printer)
    this.#opening ??= this.#restart().finally(() => {
      this.#opening = null
    })
    return this.#opening
  }

  async #restart(): Promise<Printer> {
    await this.#printer?.close().catch(() => undefined)
    this.#printer = await this.#open()
    return this.#printer
  }

  /** Starts a browser where there is none. @throws BrowserError where that cannot be done. */
  async prepare(...needs: Parameters<Printer['prepare']>): Promise<void> {
    await (await this.#ready()).prepare(...needs)
  }

  /** @throws BrowserError where none can be started, or one that was just started does not print. */
  print(html: string, options: PrintOptions = {}): Promise<Uint8Array> {
    return this.#use(printer => printer.print(html, options), options.signal)
  }

  /** @throws as `print`. */
  survey(html: string, options: PrintOptions = {}): Promise<Uint8Array> {
    return this.#use(printer => printer.survey(html, options), options.signal)
  }

  /** @throws as `print`. */
  shoot(html: string, boxes: Parameters<Printer['shoot']>[1], signal?: AbortSignal): Promise<Uint8Array[]> {
    return this.#use(printer => printer.shoot(html, boxes, signal), signal)
  }

  async #use<T>(work: (printer: Printer) => Promise<T>, signal: AbortSignal | undefined): Promise<T> {
    const printer = await this.#ready()
    try {
      return await work(printer)
    } catch (error) {
      // It died meanwhile, by itself or by somebody's hand: that is no fault of the book's.
      if (!(error instanceof BrowserError) || printer.alive || signal?.aborted) throw error
      return work(await this.#ready())
    }
  }

  async close(): Promise<void> {
    // One that is just being started is waited for: it would stay behind.
    await this.#opening?.catch(() => undefined)
    const printer = this.#printer
    this.#printer = null
    await printer?.close().catch(() => undefined)
  }
}
