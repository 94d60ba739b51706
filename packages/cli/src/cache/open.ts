import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { type Cache, noCache } from './cache.js'
import { DiskCache } from './disk.js'

const bytesInMb = 1024 * 1024

/** What the cache may take up unless BRIEFBOOK_CACHE_MB says otherwise. */
const usualMb = 512

/** What a command is told of the cache. */
export interface Caching {
  /** False for `--no-cache`. */
  cache: boolean
}

/**
 * The cache of the user, for all books: in the folder that BRIEFBOOK_CACHE names, else where the system keeps such things.
 * None where BRIEFBOOK_CACHE is `off`, or the command says so.
 */
export function openCache({ cache }: Caching, env: NodeJS.ProcessEnv): Cache {
  const named = env.BRIEFBOOK_CACHE
  if (!cache || named === 'off') return noCache
  const folder = named ? resolve(named) : join(env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'briefbook', 'stages')
  const mb = Number(env.BRIEFBOOK_CACHE_MB)
  return new DiskCache({ folder, mostBytes: (mb > 0 ? mb : usualMb) * bytesInMb })
}
