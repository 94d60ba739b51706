import type { GroupLayout, Layouts } from '@briefbook/render-pdf'
import { type Cache, MemoryCache } from './cache.js'
import { cacheKey } from './key.js'

/** Layouts of page groups, kept from build to build where there is a cache, and for this build in any case. */
export function layoutsIn(cache: Cache, browser: { name: string; version: string }): Layouts {
  const kept = new MemoryCache(cache)
  const keyOf = (key: string) => cacheKey('layout', browser.name, browser.version, key)
  return {
    get: key => kept.get<GroupLayout>(keyOf(key)),
    set: (key, layout) => kept.set(keyOf(key), layout),
  }
}
