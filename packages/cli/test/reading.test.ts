import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { defaultLimits } from '@briefbook/book'
import { defaultLimits as parserLimits } from '@briefbook/parser'
import { descendants, isAlive } from '@briefbook/testkit'
import { describe, expect, it } from 'vitest'
import { Folder } from '../src/content/folder.js'
import { readSources } from '../src/content/sources.js'
import { budgetOf, usualMemoryMb } from '../src/reading/limits.js'
import { Readers } from '../src/reading/readers.js'
import { inFolder, until, write } from './folders.js'

const misbehave = fileURLToPath(new URL('./children/misbehave.mjs', import.meta.url))
const asks = fileURLToPath(new URL('./children/ask-and-wait.mjs', import.meta.url))

const onLinux = it.skipIf(process.platform !== 'linux')

/** Fails where a process is left that was not there before. */
async function leavesNone<T>(work: () => Promise<T>): Promise<T> {
  const before = new Set(descendants(process.pid))
  const left = () => descendants(process.pid).filter(pid => !before.has(pid))
  const result = await work()
  await until(
    () => left().length === 0,
    () => `still there: ${left().join(', ')}`,
    10_000,
  )
  return result
}

/** Reads texts by readers that do what the texts say; gives the files that could be read, and what was told of others. */
function readAll(texts: { [name: string]: string }, limits: Partial<typeof defaultLimits> = {}, signal?: AbortSignal) {
  return inFolder(async folder => {
    await write(folder, Object.fromEntries(Object.entries(texts).map(([name, text]) => [`sources/${name}.txt`, text])))
    const { sources, diagnostics } = await leavesNone(() =>
      readSources(new Folder(folder), 'sources/', {
        limits: { ...defaultLimits, memoryMb: 64, ...limits },
        readers: new Readers({ entry: misbehave }),
        ...(signal ? { signal } : {}),
      }),
    )
    return {
      read: sources.map(source => source.id),
      told: diagnostics.map(({ file, rule, message }) => `${file} ${rule}: ${message}`),
    }
  })
}

describe('a source that makes its reader misbehave is told, and the others are read', () => {
  it.each([
    ['loop', 1, /source-is-read-in-time: .* 1 second\b/],
    ['wait for ever', 1, /source-is-read-in-time/],
    ['a hopeless pattern', 1, /source-is-read-in-time/],
    ['many small objects', 30, /source-fits-memory: .* 64 MB/],
    ['one large array', 30, /source-fits-memory/],
    ['a growing map', 30, /source-fits-memory/],
    ['buffers', 30, /source-fits-memory/],
    ['no end of calls', 30, /source-fits-memory: .*nested too deep/],
    ['end the process', 30, /source-reader-holds: .*exit code 3/],
    ['throw something', 30, /source-reader-holds: .*this is no text/],
    ['throw later', 30, /source-reader-holds: .*exit code 1/],
  ])('%s', async (misdeed, seconds, says) => {
    const { read, told } = await readAll({ a: 'good', b: misdeed, c: 'good', d: 'good' }, { seconds })
    expect(read).toEqual(['sources/a.txt', 'sources/c.txt', 'sources/d.txt'])
    expect(told).toEqual([expect.stringMatching(/^sources\/b\.txt /)])
    expect(told[0]).toMatch(says)
  })

  it('and is not blamed for what another left behind', async () => {
    const { read, told } = await readAll({ a: 'throw when it is done', b: 'take three seconds', c: '' })
    expect(told).toEqual([])
    expect(read).toHaveLength(3)
  })

  it('also where there are many, in the order of the files', async () => {
    const texts = Object.fromEntries(
      Array.from({ length: 12 }, (_, i) => [
        `${10 + i}`,
        i % 3 === 1 ? 'throw something' : i % 3 ? 'end the process' : '',
      ]),
    )
    const { read, told } = await readAll(texts)
    expect(read).toEqual([10, 13, 16, 19].map(n => `sources/${n}.txt`))
    expect(told.map(line => line.slice(0, 14))).toEqual([11, 12, 14, 15, 17, 18, 20, 21].map(n => `sources/${n}.txt`))
  })
})

describe('readers', () => {
  it('grow where one is not enough, and keep the order', async () => {
    const texts = Object.fromEntries(Array.from({ length: 6 }, (_, i) => [`${i}`, i === 0 ? 'take three seconds' : '']))
    const { read, told } = await readAll(texts)
    expect(told).toEqual([])
    expect(read).toEqual(Object.keys(texts).map(n => `sources/${n}.txt`))
  })

  it('stop at once when interrupted', async () => {
    const interrupt = new AbortController()
    setTimeout(() => interrupt.abort(new Error('enough')), 1000)
    await expect(readAll({ a: 'loop', b: '' }, {}, interrupt.signal)).rejects.toThrow('enough')
  })

  onLinux('that are kept read again without starting anew', async () => {
    await leavesNone(() =>
      inFolder(async folder => {
        await write(folder, { 'sources/a.txt': '' })
        const readers = new Readers({ entry: misbehave, keep: true })
        const read = () => readSources(new Folder(folder), 'sources/', { readers })
        const before = descendants(process.pid)
        const here = () => descendants(process.pid).filter(pid => !before.includes(pid))
        await read()
        const first = here()
        expect(first).toHaveLength(1)
        await read()
        expect(here()).toEqual(first)
        readers.close()
      }),
    )
  })

  onLinux('end with the program that asked, though they are busy', async () => {
    const parent = spawn(process.execPath, [asks, misbehave], { stdio: ['ignore', 'pipe', 'inherit'] })
    const reader = await new Promise<number>(resolve => parent.stdout.once('data', data => resolve(Number(data))))
    expect(isAlive(reader)).toBe(true)
    parent.kill('SIGKILL')
    await until(
      () => !isAlive(reader),
      () => `${reader} is still there`,
      10_000,
    )
  })
})

describe('limits', () => {
  it('of a book that sets none are those of the parser', () => {
    expect(budgetOf(defaultLimits).parser).toEqual(parserLimits)
    expect(defaultLimits.memoryMb).toBe(usualMemoryMb)
  })
})
