import { join } from 'node:path'
import { renderDocx } from '@briefbook/render-docx'
import { createMemo, type HtmlMemo, renderHtml } from '@briefbook/render-html'
import { describe, expect, it } from 'vitest'
import { type Cache, MemoryCache } from '../src/cache/cache.js'
import { DiskCache } from '../src/cache/disk.js'
import { runStages, type Stages } from '../src/pipeline.js'
import { Readers } from '../src/reading/readers.js'
import { edit, randomOf, writeEditableBook } from './edits.js'
import { inFolder, write } from './folders.js'

/** So many edits, from so many beginnings; `BRIEFBOOK_EDITS=1000` for a long run. */
const edits = Number(process.env.BRIEFBOOK_EDITS ?? 25)
const seeds = [1, 2, 3, 4]

function freeze(value: unknown): void {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return
  Object.freeze(value)
  for (const part of Object.values(value)) freeze(part)
}

/** Hands out what nobody can change: who tries fails. */
class FrozenCache extends MemoryCache {
  override async get<T>(key: string): Promise<T | null> {
    const value = await super.get<T>(key)
    freeze(value)
    return value
  }
}

const asJson = ({ sources, analysis, book, inputs, diagnostics }: Stages) =>
  JSON.stringify({ sources, analysis, book, inputs, diagnostics })

const html = ({ book, template }: Stages, memo?: HtmlMemo) =>
  book && template
    ? renderHtml(book, template.compiled, {
        tokens: template.tokens,
        fontFaces: template.fonts.css,
        pages: Object.fromEntries(book.contents.map(({ id }, i) => [id, i + 1])),
        look: JSON.stringify(template.inputs),
        ...(memo ? { memo } : {}),
      })
    : null

describe('a warm build', () => {
  it.each(seeds)(
    'gives what a cold one does, whatever is edited (seed %i)',
    { timeout: 60_000 + edits * 5_000 },
    seed =>
      inFolder(async folder => {
        const book = join(folder, 'book')
        await writeEditableBook(book)
        const next = randomOf(seed)
        const readers = new Readers({ keep: true })
        const disk = () => new DiskCache({ folder: join(folder, 'cache'), mostBytes: 1e9 })
        const memory = new FrozenCache(disk())
        const memo = createMemo(`seed ${seed}`)
        const run = (cache?: Cache) =>
          runStages(book, 'book', { env: {}, readers, ...(cache ? { cache } : {}) }).finally(() => cache?.settle())
        try {
          let complete = 0
          for (let n = 1; n <= edits; n++) {
            const done = await edit(book, next, n)
            // Now as watch does it, now as a new process does.
            const warm = await run(next(2) === 0 ? memory : disk())
            const cold = await run()
            expect(asJson(warm), `after edit ${n}: ${done}`).toBe(asJson(cold))
            if (!cold.book) continue
            complete++
            if (n % 3 === 0) expect(html(warm, memo), `the HTML after edit ${n}: ${done}`).toBe(html(cold))
            if (complete % 10 !== 1 || !warm.book || !warm.template || !cold.template) continue
            const docx = await Promise.all([
              renderDocx(warm.book, warm.template.tokens),
              renderDocx(cold.book, cold.template.tokens),
            ])
            expect(Buffer.compare(docx[0], docx[1]), `the DOCX after edit ${n}: ${done}`).toBe(0)
          }
          expect(complete).toBeGreaterThan(edits / 3)
        } finally {
          readers.close()
        }
      }),
  )
  it('reads and analyses what changed, and nothing else', () =>
    inFolder(async folder => {
      const book = join(folder, 'book')
      await writeEditableBook(book)
      const cache = new DiskCache({ folder: join(folder, 'cache'), mostBytes: 1e9 })
      const made = async (files: { [path: string]: string }) => {
        await write(book, files)
        const stages = await runStages(book, 'book', { env: {}, cache })
        await cache.settle()
        return stages.made
      }
      const codebook =
        'actors:\n  north:\n    name: Northland\nissues:\n  dam:\n    name: Dam\n    towards: it\n    terms: [dam]\n'
      expect(await made({})).toEqual({ read: 2, analysed: 2 })
      expect(await made({})).toEqual({ read: 0, analysed: 0 })
      expect(await made({ 'sources/review.txt': 'Southland opposes the dam.\n' })).toEqual({ read: 1, analysed: 1 })
      expect(await made({ 'sources/review.txt.yaml': 'date: 2020-01-01\n' })).toEqual({ read: 1, analysed: 1 })
      expect(await made({ 'sources/third.txt': 'Southland fears the dam.\n' })).toEqual({ read: 1, analysed: 1 })
      expect(await made({ 'codebook.yaml': codebook })).toEqual({ read: 0, analysed: 3 })
      expect(await made({ 'chapters/10-dams.md': '# Other\n' })).toEqual({ read: 0, analysed: 0 })
      expect(await made({ 'book.yaml': 'title: A\ntemplate: ./look\nlimits: { fileMb: 7 }\n' })).toEqual({
        read: 3,
        analysed: 3,
      })
    }))
})
