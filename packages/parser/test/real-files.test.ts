import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseSource } from '../src/index.js'
import { checkSource } from './invariants.js'

// Texts that people wrote and pages that sites made, which are not ours to keep here: looked for beside the repository.
const shared = fileURLToPath(new URL('../../../../shared', import.meta.url))
const folders = [join(shared, 'sources'), join(shared, 'corpora/article-extraction/html')].filter(existsSync)

interface RealFile {
  name: string
  bytes: Uint8Array
}

const load = (folder: string): RealFile[] =>
  readdirSync(folder)
    .sort()
    .map(name => {
      const bytes = readFileSync(join(folder, name))
      return name.endsWith('.gz') ? { name: name.slice(0, -3), bytes: gunzipSync(bytes) } : { name, bytes }
    })
    .filter(({ name }) => /\.(?:md|txt|html?|docx|pdf)$/.test(name))

const files = folders.flatMap(load)

/** What happens to files on their way, and what somebody may do to them. */
type Damage = (bytes: Buffer, other: Buffer, at: number, length: number, byte: number) => Uint8Array

/** Beyond this a file is as long as real ones get, and a thousand copies of anything are enough. */
const longest = 2_000_000

const damages: { readonly [name: string]: Damage } = {
  'bytes changed': (bytes, _, at, length, byte) => {
    const copy = Buffer.from(bytes)
    for (let i = at; i < copy.length; i += 1 + length * 7) copy[i] = byte
    return copy
  },
  'cut off': (bytes, _, at) => bytes.subarray(0, at),
  'a part missing': (bytes, _, at, length) => Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + length)]),
  'the half of another behind': (bytes, other, at) =>
    Buffer.concat([bytes.subarray(0, at), other.subarray(other.length / 2)]),
  'another inside': (bytes, other, at) => Buffer.concat([bytes.subarray(0, at), other, bytes.subarray(at)]),
  'a part a thousand times': (bytes, _, at, length) => {
    const part = bytes.subarray(at, at + length)
    const times = Math.min(1000, Math.floor(longest / Math.max(1, part.length)))
    return Buffer.concat([bytes.subarray(0, at), ...new Array<Buffer>(times).fill(part), bytes.subarray(at)])
  },
}

const runs = Number(process.env.BRIEFBOOK_FUZZ) || 0

describe.skipIf(files.length === 0)('damaged real files', () => {
  test.each(Object.entries(damages))(
    'end in a source that keeps its promises, or in an error: %s',
    async (_, damage) => {
      const file = fc.nat({ max: Math.max(0, files.length - 1) })
      await fc.assert(
        fc.asyncProperty(
          file,
          file,
          fc.nat(),
          fc.integer({ min: 1, max: 3000 }),
          fc.integer({ min: 0, max: 255 }),
          async (one, two, where, length, byte) => {
            const { name, bytes } = files[one] as RealFile
            const other = (files[two] as RealFile).bytes
            const damaged = damage(Buffer.from(bytes), Buffer.from(other), where % bytes.length, length, byte)
            const { value, diagnostics } = await parseSource({ path: `a${extname(name)}`, bytes: damaged })
            if (value) checkSource(value)
            else expect(diagnostics.some(d => d.severity === 'error')).toBe(true)
          },
        ),
        runs > 0 ? { numRuns: runs } : { numRuns: 12, seed: 12 },
      )
    },
    runs > 0 ? 36_000_000 : 300_000,
  )
})
