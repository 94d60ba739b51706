/** No browser is to be had, or the one there is does not do its work. */
export class BrowserError extends Error {
  override readonly name = 'BrowserError'
  /** `missing`: none was found or it cannot be started; `failed`: it was started and did not print. */
  readonly kind: 'missing' | 'failed'

  constructor(kind: 'missing' | 'failed', message: string, cause?: unknown) {
    super(message, { cause })
    this.kind = kind
  }
}
