/** Keeps what stages made, by keys that say everything it was made of. It may forget at any time. */
export interface Cache {
  /** What was kept under a key; null where nothing is. It is shared: nobody may change it. */
  get<T>(key: string): Promise<T | null>
  /** Keeps plain data. Never throws: a cache that cannot be written to is none. */
  set(key: string, value: unknown): void
  /** Ends what is still being written, and takes away the oldest where there is too much. */
  settle(): Promise<void>
}

/** What is kept under a key; where nothing is, it is made and kept. */
export async function keptOr<T>(cache: Cache, key: string, make: () => T | Promise<T>): Promise<T> {
  const kept = await cache.get<T>(key)
  if (kept !== null) return kept
  const made = await make()
  cache.set(key, made)
  return made
}

/** Keeps nothing. */
export const noCache: Cache = {
  get: async () => null,
  set: () => undefined,
  settle: async () => undefined,
}

/**
 * Keeps in memory what was asked for or made since the last time it settled, in front of another cache: a build after a
 * small change asks for nearly all that the one before had.
 */
export class MemoryCache implements Cache {
  readonly #behind: Cache
  #last = new Map<string, unknown>()
  #now = new Map<string, unknown>()

  constructor(behind: Cache) {
    this.#behind = behind
  }

  async get<T>(key: string): Promise<T | null> {
    const value = (this.#now.get(key) ?? this.#last.get(key) ?? (await this.#behind.get<T>(key))) as T | null
    if (value !== null) this.#now.set(key, value)
    return value
  }

  set(key: string, value: unknown): void {
    this.#now.set(key, value)
    this.#behind.set(key, value)
  }

  async settle(): Promise<void> {
    this.#last = this.#now
    this.#now = new Map()
    await this.#behind.settle()
  }
}
