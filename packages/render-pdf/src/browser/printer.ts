import { type Browser, chromium, type Page } from 'playwright-core'
import { BrowserError } from '../errors.js'
import { type BlankPage, BlankPages, fill, loadFonts, openContext, type Use } from './blank-pages.js'
import { findBrowsers } from './find.js'

/** A browser that is ready to print. */
export interface Printer {
  /** `Chromium 156.0.8078.79`. */
  readonly name: string
  readonly version: string
  /** Whether it is still there. */
  readonly alive: boolean
  /**
   * Makes pages with these fonts ready, and does not wait for them.
   *
   * @param uses  What for. Default: a survey and a print.
   */
  prepare(fontFaces: string, uses?: readonly Use[]): Promise<void>
  /**
   * Prints one HTML document: nothing is loaded but what stands in it, no script runs.
   *
   * @throws BrowserError where the browser dies, hangs or refuses; the reason of `signal` where that is aborted.
   */
  print(html: string, options?: PrintOptions): Promise<Uint8Array>
  /**
   * Lays the same pages out and leaves them empty but for their named destinations: all that is to be known of where
   * everything stands, for less than half of the time.
   *
   * @throws as `print`.
   */
  survey(html: string, options?: PrintOptions): Promise<Uint8Array>
  /**
   * Draws boxes of an HTML document in pixels, half again as fine as those of CSS: a PNG each, in their order.
   *
   * @throws as `print`.
   */
  shoot(html: string, boxes: readonly Box[], signal?: AbortSignal): Promise<Uint8Array[]>
  close(): Promise<void>
}

export interface PrintOptions {
  /** `@font-face` rules with the font files inside, before the document's own style sheets. Default: none. */
  fontFaces?: string
  signal?: AbortSignal | undefined
}

/** A box of a document, in CSS pixels from its upper left corner. */
export interface Box {
  x: number
  y: number
  width: number
  height: number
}

export interface PrinterOptions {
  /** A path, or the address of a browser that runs elsewhere. */
  executable: string
  /** After how long a print that does not end is given up, in milliseconds. Default: ten minutes. */
  timeoutMs?: number
  /** The oldest version that will do. Default: 131. */
  least?: number
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

/** Where a browser that runs elsewhere listens: a Playwright server, or Chromium's own protocol (CDP). */
const isAddress = (text: string) => /^(wss?|https?):\/\//i.test(text)
const speaksCdp = (address: string) => /^https?:/i.test(address) || address.includes('/devtools/')

function connect(address: string): Promise<Browser> {
  const options = { timeout: 60_000 }
  return speaksCdp(address) ? chromium.connectOverCDP(address, options) : chromium.connect(address, options)
}

/** The first Chromium whose pages have margin boxes: before, they have neither numbers nor heads. */
const leastVersion = 131

/** Starts the browser at a path, or connects to one at an address. @throws BrowserError where that cannot be done, or it is too old. */
export async function openPrinterAt(options: PrinterOptions): Promise<Printer> {
  const { executable, timeoutMs = 600_000, least = leastVersion } = options
  let browser: Browser
  try {
    browser = await (isAddress(executable) ? connect(executable) : launch(executable))
  } catch (error) {
    const what = isAddress(executable) ? 'reached' : 'started'
    throw new BrowserError('missing', `The browser at ${executable} cannot be ${what}: ${firstLine(error)}`, error)
  }
  if (Number.parseInt(browser.version(), 10) < least) {
    await browser.close().catch(() => undefined)
    throw new BrowserError(
      'missing',
      `The browser at ${executable} is too old: it is version ${browser.version()}, and Briefbook needs ${least} or later.`,
    )
  }
  const pages = new BlankPages(browser, timeoutMs)
  return {
    name: 'Chromium',
    version: browser.version(),
    get alive() {
      return browser.isConnected()
    },
    prepare: async (fontFaces, uses = ['survey', 'print']) => pages.prepare(fontFaces, uses),
    print: (html, { fontFaces = '', signal } = {}) =>
      whileAlive(browser, { timeoutMs, signal }, pages.take('print', fontFaces), print(html, tagged)),
    survey: (html, { fontFaces = '', signal } = {}) =>
      whileAlive(browser, { timeoutMs, signal }, pages.take('survey', fontFaces), print(withStyle(html, unseen), {})),
    shoot: (html, boxes, signal) =>
      whileAlive(browser, { timeoutMs, signal }, openPage(browser), shoot(html, boxes, timeoutMs)),
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

/** Rejects as soon as a print need not be waited for any longer: interrupted, out of time, or without its browser. */
function untilStopped(
  browser: Browser,
  timeoutMs: number,
  signal: AbortSignal | undefined,
  done: AbortSignal,
): Promise<never> {
  return new Promise((_, reject) => {
    const fail = (message: string) => reject(new BrowserError('failed', message))
    const timer = setTimeout(
      () => fail(`The browser did not finish within ${Math.round(timeoutMs / 1000)} seconds.`),
      timeoutMs,
    )
    const died = () => fail('The browser died while it printed.')
    browser.once('disconnected', died)
    signal?.addEventListener('abort', () => reject(signal.reason), { once: true, signal: done })
    done.addEventListener('abort', () => {
      clearTimeout(timer)
      browser.off('disconnected', died)
    })
  })
}

/** Takes the same room, and leaves nothing to draw, embed or tag. */
const unseen = 'body, body * { visibility: hidden !important }'

/** A document with one more style sheet, before its own. What is in the way of a doctype would change the layout. */
function withStyle(html: string, css: string): string {
  return html.replace(/^\s*(<!doctype[^>]*>)?/i, start => `${start}<style>${css}</style>`)
}

interface WorkSettings {
  timeoutMs: number
  signal: AbortSignal | undefined
}

/** A page in a context of its own. */
type OwnPage = Pick<BlankPage, 'page' | 'context'>

async function openPage(browser: Browser): Promise<OwnPage> {
  const context = await openContext(browser)
  return { context, page: await context.newPage() }
}

const closed = async ({ context }: OwnPage) => {
  await context.close().catch(() => undefined)
}

/** Works with a page for as long as the work is wanted and the browser lives, then closes it. */
async function whileAlive<P extends OwnPage, T>(
  browser: Browser,
  { timeoutMs, signal }: WorkSettings,
  opening: Promise<P>,
  use: (page: P) => Promise<T>,
): Promise<T> {
  const done = new AbortController()
  let own: P | undefined
  const work = async () => {
    const page = await opening
    own = page
    const crashed = new Promise<never>((_, reject) => {
      page.page.once('crash', () => reject(new BrowserError('failed', 'The page crashed while it was printed.')))
    })
    return Promise.race([use(page), crashed])
  }
  try {
    signal?.throwIfAborted()
    if (!browser.isConnected()) throw new BrowserError('failed', 'The browser has ended before the book was printed.')
    const working = work()
    // Lost to an interruption, it fails when its page is closed: nobody waits for that.
    working.catch(() => undefined)
    return await Promise.race([working, untilStopped(browser, timeoutMs, signal, done.signal)])
  } catch (error) {
    if (signal?.aborted || error instanceof BrowserError) throw error
    throw new BrowserError('failed', `The browser did not print: ${firstLine(error)}`, error)
  } finally {
    done.abort()
    // One that is not there yet is not waited for.
    if (own) await closed(own)
    else opening.then(closed).catch(() => undefined)
  }
}

const tagged = { tagged: true, outline: true }

/** Fills a page and prints it. */
const print = (html: string, pdf: { tagged?: boolean; outline?: boolean }) => async (blank: BlankPage) => {
  await fill(blank, html)
  return blank.page.pdf({ preferCSSPageSize: true, printBackground: true, ...pdf })
}

/** More never makes a difference. */
const mostShots = 10

/** A picture that came out alike twice: on a busy machine the browser at times gives one that it has not painted to the end. */
async function settledShot(page: Page, clip: Box): Promise<Uint8Array> {
  let last = await page.screenshot({ clip, scale: 'device' })
  for (let n = 1; n < mostShots; n++) {
    const next = await page.screenshot({ clip, scale: 'device' })
    if (next.equals(last)) break
    last = next
  }
  return last
}

const shoot =
  (html: string, boxes: readonly Box[], timeout: number) =>
  async ({ page }: OwnPage) => {
    await page.setContent(html, { waitUntil: 'load', timeout })
    await loadFonts(page)
    await page.setViewportSize({
      width: Math.max(...boxes.map(({ x, width }) => x + width)),
      height: Math.max(...boxes.map(({ y, height }) => y + height)),
    })
    const pictures: Uint8Array[] = []
    for (const clip of boxes) pictures.push(await settledShot(page, clip))
    return pictures
  }
