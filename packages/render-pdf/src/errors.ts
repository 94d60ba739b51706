/** What Playwright says of a browser, for people who know neither. */
const plain = (message: string) =>
  message
    .replace(/browserType\.\w+: /, '')
    .replace(/Timeout (\d+)ms exceeded\.?/, (_, ms: string) => `it did not answer within ${Number(ms) / 1000} seconds.`)
    .replace(/Target page, context or browser has been closed\.?/, 'it ended at once.')
    .replace(/(?:Failed to launch: Error: )?spawn \S+ (E[A-Z]+)/, 'the system does not run it ($1).')

/** No browser is to be had, or the one there is does not do its work. */
export class BrowserError extends Error {
  override readonly name = 'BrowserError'
  /** `missing`: none was found or it cannot be started; `failed`: it was started and did not print. */
  readonly kind: 'missing' | 'failed'

  constructor(kind: 'missing' | 'failed', message: string, cause?: unknown) {
    super(plain(message), { cause })
    this.kind = kind
  }
}
