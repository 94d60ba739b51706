import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, stat, truncate, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { MemoryCache, noCache } from '../src/cache/cache.js'
import { DiskCache } from '../src/cache/disk.js'
import { cacheKey } from '../src/cache/key.js'
import { openCache } from '../src/cache/open.js'
import { briefbook, inFolder, smallBook, write } from './folders.js'

const hour = 3_600_000
const open = (folder: string, mostBytes = 1e9, now = Date.now) => new DiskCache({ folder, mostBytes, now })

/** Every file of a folder. */
const filesIn = async (folder: string) =>
  (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter(e => e.isFile() && e.name !== 'looked-through')
    .map(e => join(e.parentPath, e.name))

async function kept(cache: DiskCache, entries: { [name: string]: unknown }): Promise<void> {
  for (const [name, value] of Object.entries(entries)) cache.set(cacheKey(name), value)
  await cache.settle()
}

describe('the cache on disk', () => {
  it('gives what was kept, to whoever opens it, and nothing else', () =>
    inFolder(async folder => {
      await kept(open(folder), { one: { text: 'ä ✓' }, two: [1, null] })
      expect(await open(folder).get(cacheKey('one'))).toEqual({ text: 'ä ✓' })
      expect(await open(folder).get(cacheKey('two'))).toEqual([1, null])
      expect(await open(folder).get(cacheKey('three'))).toBeNull()
    }))
  it('is for its user alone', () =>
    inFolder(async folder => {
      await kept(open(folder), { one: 1 })
      const [file = ''] = await filesIn(folder)
      if (process.platform !== 'win32') expect((await stat(file)).mode & 0o077).toBe(0)
    }))
  it.each([
    ['cut short', (file: string) => truncate(file, 90)],
    ['emptied', (file: string) => truncate(file, 0)],
    ['changed', async (file: string) => writeFile(file, (await readFile(file, 'utf8')).replace('whole', 'wrong'))],
    ['of another make', (file: string) => writeFile(file, '{"value":1}')],
  ])('throws away what is %s', (_, damage) =>
    inFolder(async folder => {
      await kept(open(folder), { one: { text: `whole${'x'.repeat(100)}` } })
      const [file = ''] = await filesIn(folder)
      await damage(file)
      expect(await open(folder).get(cacheKey('one'))).toBeNull()
      expect(await filesIn(folder)).toEqual([])
    }),
  )
  it('takes away what was not used for longest, where there is too much', () =>
    inFolder(async folder => {
      const names = Array.from({ length: 10 }, (_, i) => `n${i}`)
      let now = Date.now()
      await kept(
        open(folder, 1e9, () => now),
        Object.fromEntries(names.map(n => [n, 'x'.repeat(1000)])),
      )
      for (const [i, name] of names.entries()) {
        const path = join(folder, cacheKey(name).slice(0, 2), cacheKey(name))
        await utimes(path, now / 1000 + i, now / 1000 + i)
      }
      now += 2 * hour
      const later = open(folder, 5000, () => now)
      // Reading the oldest makes it the newest.
      await later.get(cacheKey('n0'))
      await kept(later, { more: 1 })
      const left = await Promise.all(names.map(async n => (await later.get(cacheKey(n))) !== null))
      expect(left).toEqual([true, false, false, false, false, false, false, false, true, true])
    }))
  it('takes away what a program that was ended had begun, not what another is writing', () =>
    inFolder(async folder => {
      await write(folder, { 'ab/old.tmp': 'x', 'ab/new.tmp': 'x' })
      await utimes(join(folder, 'ab/old.tmp'), 1, 1)
      await kept(open(folder), { one: 1 })
      expect((await filesIn(folder)).filter(f => f.endsWith('.tmp'))).toEqual([join(folder, 'ab/new.tmp')])
    }))
  it('does without where it cannot be written to', () =>
    inFolder(async folder => {
      await write(folder, { blocked: 'a file' })
      const cache = open(join(folder, 'blocked'))
      await kept(cache, { one: 1 })
      expect(await cache.get(cacheKey('one'))).toBeNull()
    }))
  it('is shared by several at once', () =>
    inFolder(async folder => {
      const value = { text: 'x'.repeat(200_000) }
      await Promise.all(Array.from({ length: 8 }, () => kept(open(folder), { one: value })))
      expect(await open(folder).get(cacheKey('one'))).toEqual(value)
      expect(await filesIn(folder)).toHaveLength(1)
    }))
})

describe('the cache in memory', () => {
  it('keeps what was asked for or made since it settled last, and no more', async () => {
    const cache = new MemoryCache(noCache)
    cache.set('a', 1)
    cache.set('b', 2)
    await cache.settle()
    expect(await cache.get('a')).toBe(1)
    await cache.settle()
    expect([await cache.get('a'), await cache.get('b')]).toEqual([1, null])
  })
})

describe('the place of the cache', () => {
  const using = async (env: NodeJS.ProcessEnv, cache = true) => {
    const opened = openCache({ cache }, env)
    opened.set(cacheKey('one'), 1)
    await opened.settle()
  }
  it('is the system’s folder for such things, or the one that is named; `off` and --no-cache are none', () =>
    inFolder(async folder => {
      await using({ XDG_CACHE_HOME: folder })
      expect(await filesIn(join(folder, 'briefbook/stages'))).toHaveLength(1)
      await using({ BRIEFBOOK_CACHE: join(folder, 'named') })
      expect(await filesIn(join(folder, 'named'))).toHaveLength(1)
      await mkdir(join(folder, 'none'))
      await using({ BRIEFBOOK_CACHE: join(folder, 'none') }, false)
      expect(await readdir(join(folder, 'none'))).toEqual([])
      expect(openCache({ cache: true }, { BRIEFBOOK_CACHE: 'off' })).toBe(noCache)
    }))
})

describe('a book that is checked again', () => {
  it('is read and analysed from the cache, with the same messages; --no-cache does without', () =>
    inFolder(async folder => {
      const cache = join(folder, 'cache')
      await write(folder, { ...smallBook, 'sources/notes.txt': 'Northland wants the dam since last month.\n' })
      const check = (...more: string[]) => briefbook(['check', folder, ...more], { BRIEFBOOK_CACHE: cache })
      const cold = await check()
      expect(cold.stdout).toContain('relative-dates-have-a-base')
      const entries = await filesIn(cache)
      // A source and its analysis, three times, and the one picture.
      expect(entries).toHaveLength(7)
      expect((await check()).stdout).toBe(cold.stdout)
      expect((await filesIn(cache)).sort()).toEqual(entries.sort())
      // What was kept is what is told: another word in it shows.
      for (const file of entries) {
        const body = (await readFile(file, 'utf8'))
          .split('\n')
          .slice(1)
          .join('\n')
          .replaceAll('has no date', 'is dateless')
        const sum = createHash('sha256').update(body).digest('hex')
        await writeFile(file, `briefbook cache 1 ${sum}\n${body}`)
      }
      expect((await check()).stdout).toContain('is dateless')
      expect((await check('--no-cache')).stdout).toBe(cold.stdout)
    }))
})
