/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import type { Browser, BrowserContext, Page } from 'playwright-core'

/** An empty page in a context of its own, with its fonts loaded. */
export interface BlankPage {
  page: Page
  context: BrowserContext
  fonts: string
}

/** What a page is taken for: one for each is kept ready. */
export type Use = 'print' | 'survey'

/** No layout for a screen that nobody looks at. */
const offScreen = '@media screen { body { display: none !important } }'

/** Pixels of a picture for each of CSS. */
const fineness = 1.5

/** Opens an empty context: no script runs in it, nothing is loaded, and it says the same of itself on every machine. */
export async function openContext(browser: Browser): Promise<BrowserContext> {
  const context = await browser.newContext({
    javaScriptEnabled: false,
    offline: true,
    locale: 'en-GB',
    timezoneId: 'UTC',
    deviceScaleFactor: fineness,
  })
  await context.route('**', route => route.abort())
  return context
}

/** Waits for fonts: they travel as data, but are decoded behind the load event's back, and only when something asks for them. */
export const loadFonts = (page: Page) =>
  page.evaluate('Promise.all([...document.fonts].map(font => font.load())).then(() => null)')

async function openBlank(browser: Browser, fonts: string, timeout: number): Promise<BlankPage> {
  const context = await openContext(browser)
  try {
    const page = await context.newPage()
    const sheets = [offScreen, fonts.replaceAll('</', '<\\/')].map(css => `<style>${css}</style>`)
    await page.setContent(`<!doctype html>${sheets.join('')}<body></body>`, { waitUntil: 'load', timeout })
    await loadFonts(page)
    return { page, context, fonts }
  } catch (error) {
    await context.close().catch(() => undefined)
    throw error
  }
}

/** Puts a document into a blank page and waits for its pictures. */
export async function fill({ page }: BlankPage, html: string): Promise<void> {
  await page.evaluate(text => {
    const next = new DOMParser().parseFromString(text, 'text/html')
    const { documentElement: root, head } = document
    for (const { name, value } of next.documentElement.attributes) root.setAttribute(name, value)
    head.append(...next.head.childNodes)
    document.body.replaceWith(next.body)
    // One that cannot be shown is shown as such.
    return Promise.allSettled([...document.images].map(image => image.decode())).then(() => null)
  }, html)
}

/**
 * Pages of a browser that are made ready before they are needed: a context of its own and the fonts take longer than
 * laying out a chapter. Each is used once: one that is used again numbers the nodes of its tables on.
 */
export class BlankPages {
  readonly #browser: Browser
  readonly #timeout: number
  readonly #ready = new Map<Use, { fonts: string; blank: Promise<BlankPage> }>()

  constructor(browser: Browser, timeout: number) {
    this.#browser = browser
    this.#timeout = timeout
  }

  /** Begins to make pages ready, where there are none with these fonts. */
  prepare(fonts: string, uses: readonly Use[]): void {
    for (const use of uses) {
      if (this.#ready.get(use)?.fonts === fonts) continue
      this.#drop(use)
      const blank = openBlank(this.#browser, fonts, this.#timeout)
      // Whoever takes it is told.
      blank.catch(() => undefined)
      this.#ready.set(use, { fonts, blank })
    }
  }

  /** A page with these fonts, for whoever asks alone. */
  async take(use: Use, fonts: string): Promise<BlankPage> {
    const ready = this.#ready.get(use)
    if (ready?.fonts === fonts) {
      this.#ready.delete(use)
      const blank = await ready.blank.catch(() => null)
      if (blank && !blank.page.isClosed()) return blank
    }
    return openBlank(this.#browser, fonts, this.#timeout)
  }

  #drop(use: Use): void {
    const ready = this.#ready.get(use)
    this.#ready.delete(use)
    ready?.blank.then(({ context }) => context.close()).catch(() => undefined)
  }
}
