import type { ChildProcess } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { descendants, isAlive, openPdf } from '@briefbook/testkit'
import { describe, expect, it } from 'vitest'
import { briefbook, copySample, inFolder, smallBook, snapshot, start, until, write } from './folders.js'

/** Waits until a build prints; gives the processes of its browser. */
async function untilPrinting(child: ChildProcess, stderr: () => string): Promise<number[]> {
  await until(() => stderr().includes('Printing'), stderr)
  let below: number[] = []
  await until(
    () => {
      below = descendants(child.pid as number)
      return below.length > 2
    },
    () => 'a browser',
  )
  return below
}

const onLinux = it.skipIf(process.platform !== 'linux')

describe('a book of nothing but book.yaml, codebook.yaml and sources', () => {
  it('is complete', () =>
    inFolder(async folder => {
      await write(folder, smallBook)
      const { exit, stdout } = await briefbook(['build', folder])
      expect(exit).toBe(0)
      expect(stdout).toMatch(/book\.pdf {2}\d+ pages\n/)
      const pdf = await openPdf(new Uint8Array(await readFile(join(folder, 'output/book.pdf'))))
      const text = pdf.pages.join('\n')
      for (const title of [
        'How to read this book',
        'At a glance',
        'Northland',
        'The dam',
        'Timeline',
        'Figures',
        'List of sources',
        'Method',
      ]) {
        expect(text).toContain(title)
      }
      expect(pdf.info.Title).toBe('Dams on the river')
    }))
})

describe('an interrupted build', () => {
  onLinux.each(['SIGINT', 'SIGTERM', 'SIGKILL'] as const)('by %s leaves the last good book and no browser', signal =>
    inFolder(async folder => {
      const book = await copySample(folder)
      const out = join(folder, 'out')
      await write(out, { 'book.pdf': 'the last good book' })
      const before = await snapshot(out)
      const { child, ended, stderr } = start(['build', book, '--out', out])
      const below = await untilPrinting(child, stderr)
      child.kill(signal)
      const { exit } = await ended
      if (signal !== 'SIGKILL') expect(exit).toBe(130)
      await until(
        () => below.every(pid => !isAlive(pid)),
        () => `still alive: ${below.filter(isAlive).join(', ')}`,
        15_000,
      )
      expect(await snapshot(out)).toEqual(before)
    }),
  )
})

describe('an interrupted reading', () => {
  onLinux.each(['SIGINT', 'SIGKILL'] as const)('by %s ends at once and leaves no process that reads', signal =>
    inFolder(async folder => {
      const long = 'The council met for the *third* time and took no decision on the quay.\n\n'.repeat(100_000)
      await write(folder, { ...smallBook, 'sources/long.md': long })
      const { child, ended, stderr } = start(['check', folder])
      await until(() => stderr().includes('Reading'), stderr)
      let below: number[] = []
      await until(
        () => {
          below = descendants(child.pid as number)
          return below.length > 0
        },
        () => 'a process that reads',
      )
      child.kill(signal)
      const { exit } = await ended
      if (signal === 'SIGINT') expect(exit).toBe(130)
      await until(
        () => below.every(pid => !isAlive(pid)),
        () => `still alive: ${below.filter(isAlive).join(', ')}`,
        10_000,
      )
    }),
  )
})

describe('an output folder that cannot be written to', () => {
  it('is told, and nothing is left half', () =>
    inFolder(async folder => {
      await write(folder, { ...smallBook, blocked: 'a file where the folder should be' })
      const { exit, stderr } = await briefbook(['build', folder, '--out', join(folder, 'blocked'), '--format', 'docx'])
      expect(exit).toBe(3)
      expect(stderr).toContain('output-can-be-written')
    }))
})

describe('a build after another', () => {
  it('takes away what it does not make, and nothing else', () =>
    inFolder(async folder => {
      await write(folder, smallBook)
      await briefbook(['build', folder, '--format', 'docx,json'])
      await write(folder, { 'output/notes.txt': 'mine' })
      await briefbook(['build', folder, '--format', 'json'])
      const left = Object.keys(await snapshot(join(folder, 'output'))).sort()
      expect(left).toEqual(['/analysis.json', '/manifest.json', '/notes.txt'])
    }))
})
