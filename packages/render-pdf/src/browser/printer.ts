import { type Browser, chromium } from 'playwright-core'
import { BrowserError } from '../errors.js'
import { findBrowsers } from './find.js'

/** A browser that is ready to print. */
export interface Printer {
  /** `Chromium 156.0.8078.79`. */
  readonly name: string
  readonly version: string
  /**
   * Prints one HTML document: nothing is loaded but what stands in it, no script runs.
   *
   * @throws BrowserError where the browser dies, hangs or refuses; the reason of `signal` where that is aborted.
   */
  print(html: string, signal?: AbortSignal): Promise<Uint8Array>
  close(): Promise<void>
}

export interface PrinterOptions {
  executable: string
  /** After how long a print that does not end is given up, in milliseconds. Default: ten minutes. */
  timeoutMs?: number
}

const flags = [
  // The same glyph positions on every machine.
  '--font-render-hinting=none',
  '--force-color-profile=srgb',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-quic',
]

const firstLine = (error: unknown) => (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? ''

async function launch(executable: string): Promise<Browser> {
  const start = (sandbox: boolean) =>
    chromium.launch({
      executablePath: executable,
      headless: true,
      chromiumSandbox: sandbox,
      args: flags,
      // The command decides what a signal does; Playwright would end the process on its own.
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
      timeout: 60_000,
    })
  // Chromium refuses its sandbox to root, and many containers refuse it to everybody.
  if (process.getuid?.() === 0) return start(false)
  try {
    return await start(true)
  } catch (error) {
    if (/sandbox/i.test(String(error))) return start(false)
    throw error
  }
}

/** Starts the browser at a path. @throws BrowserError where it cannot be started. */
export async function openPrinterAt({ executable, timeoutMs = 600_000 }: PrinterOptions): Promise<Printer> {
  let browser: Browser
  try {
    browser = await launch(executable)
  } catch (error) {
    throw new BrowserError('missing', `The browser at ${executable} cannot be started: ${firstLine(error)}`, error)
  }
  return {
    name: 'Chromium',
    version: browser.version(),
    print: (html, signal) => print(browser, html, timeoutMs, signal),
    close: () => browser.close(),
  }
}

/**
 * Starts the first browser that can be started: a system's package may be there and lead nowhere.
 *
 * @throws BrowserError where there is none.
 */
export async function openPrinter(options: Omit<PrinterOptions, 'executable'> = {}): Promise<Printer> {
  const failures: string[] = []
  for (const { executable } of await findBrowsers()) {
    try {
      return await openPrinterAt({ ...options, executable })
    } catch (error) {
      failures.push((error as Error).message)
    }
  }
  throw new BrowserError(
    'missing',
    failures.length > 0 ? failures.join('\n') : 'No Chrome, Chromium or Edge was found on this machine.',
  )
}

async function print(browser: Browser, html: string, timeoutMs: number, signal?: AbortSignal): Promise<Uint8Array> {
  signal?.throwIfAborted()
  if (!browser.isConnected()) throw new BrowserError('failed', 'The browser has ended before the book was printed.')
  // A context of its own for each print: a page that is used again numbers its table nodes on.
  const context = await browser.newContext({
    javaScriptEnabled: false,
    offline: true,
    locale: 'en-GB',
    timezoneId: 'UTC',
  })
  const watch = new AbortController()
  try {
    await context.route('**', route => route.abort())
    const page = await context.newPage()
    const work = async () => {
      await page.setContent(html, { waitUntil: 'load', timeout: timeoutMs })
      // Fonts travel as data, but are decoded behind the load event's back.
      await page.evaluate('document.fonts.ready.then(() => null)')
      return page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true, outline: true })
    }
    const interrupted = new Promise<never>((_, reject) => {
      const timer = setTimeout(
        () =>
          reject(
            new BrowserError('failed', `The browser did not finish within ${Math.round(timeoutMs / 1000)} seconds.`),
          ),
        timeoutMs,
      )
      watch.signal.addEventListener('abort', () => clearTimeout(timer))
      signal?.addEventListener('abort', () => reject(signal.reason), { once: true, signal: watch.signal })
      page.once('crash', () => reject(new BrowserError('failed', 'The page crashed while it was printed.')))
      browser.once('disconnected', () => reject(new BrowserError('failed', 'The browser died while it printed.')))
    })
    return await Promise.race([work(), interrupted])
  } catch (error) {
    if (signal?.aborted || error instanceof BrowserError) throw error
    throw new BrowserError('failed', `The browser did not print: ${firstLine(error)}`, error)
  } finally {
    watch.abort()
    await context.close().catch(() => undefined)
  }
}
