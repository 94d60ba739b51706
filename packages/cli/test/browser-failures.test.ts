import { execFileSync } from 'node:child_process'
import { chmod, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { findBrowsers } from '@briefbook/render-pdf'
import { browsersBelow, descendants, isAlive } from '@briefbook/testkit'
import { describe, expect, it } from 'vitest'
import { copySample, inFolder, smallBook, snapshot, start, until, write } from './folders.js'
import { mounted } from './mounted.js'

const onLinux = it.skipIf(process.platform !== 'linux')

/** A program that answers what a browser is asked through its pipe, and calls itself an old one. */
const oldBrowser = `#!${process.execPath}
const { createReadStream, createWriteStream } = require('node:fs')
const answers = createWriteStream('', { fd: 4 })
let open = ''
createReadStream('', { fd: 3 }).on('data', chunk => {
  open += chunk
  const messages = open.split('\\0')
  open = messages.pop()
  for (const message of messages) {
    const { id, method } = JSON.parse(message)
    const product = 'HeadlessChrome/109.0.5414.119'
    const result = method === 'Browser.getVersion' ? { product, revision: '', userAgent: '', jsVersion: '', protocolVersion: '1.3' } : {}
    answers.write(JSON.stringify({ id, result }) + '\\0')
    if (method === 'Browser.close') process.exit(0)
  }
})
`

const broken = {
  'crashes at its start': ['#!/bin/sh\nkill -SEGV $$\n', /cannot be started: it ended at once/],
  'is no program': ['no program\n', /cannot be started/],
  'is too old': [oldBrowser, /is too old: it is version 109\.0\.5414\.119, and Briefbook needs \d+ or later/],
} as const

interface Build {
  folder: string
  /** Where the browser and what drives it keep what they need for a while. */
  temporary: string
  run(args: string[], env?: NodeJS.ProcessEnv): ReturnType<typeof start>
}

/** Builds with a folder for temporary files of its own, whose path leaves room for a socket's, and nothing left in it. */
async function building(work: (build: Build) => Promise<void>): Promise<void> {
  const temporary = await mkdtemp('/tmp/bb-')
  try {
    await inFolder(async folder => {
      await write(folder, { ...smallBook, 'out/book.pdf': 'the last good book' })
      const run: Build['run'] = (args, env = {}) =>
        start(['build', ...args, '--out', join(folder, 'out')], { TMPDIR: temporary, ...env })
      await work({ folder, temporary, run })
      expect(await readdir(temporary)).toEqual([])
      const out = await snapshot(join(folder, 'out'))
      expect(Object.keys(out)).toEqual(['/book.pdf'])
      expect(await readFile(join(folder, 'out/book.pdf'), 'utf8')).toBe('the last good book')
    })
  } finally {
    await rm(temporary, { recursive: true, force: true })
  }
}

const gone = (pids: readonly number[]) =>
  until(
    () => !pids.some(isAlive),
    () => `still alive: ${pids.filter(isAlive).join(', ')}`,
    15_000,
  )

/** Waits until a build has started what it prints with; gives all processes below it. */
async function untilBelow({ child, stderr }: ReturnType<typeof start>, stage: string): Promise<number[]> {
  await until(() => stderr().includes(stage), stderr)
  const pid = child.pid as number
  await until(() => browsersBelow(pid).length > 0, stderr)
  return descendants(pid)
}

describe('a browser that', () => {
  onLinux.each(Object.entries(broken))(
    '%s is told in plain words: exit 3, the last good book stays',
    (_, [program, said]) =>
      building(async ({ folder, run }) => {
        await write(folder, { browser: program })
        await chmod(join(folder, 'browser'), 0o755)
        const { exit, stderr } = await run([folder], { BRIEFBOOK_BROWSER: join(folder, 'browser') }).ended
        expect(exit, stderr).toBe(3)
        expect(stderr).toMatch(said)
        expect(stderr).toContain('briefbook doctor')
        expect(stderr).not.toMatch(/browserType|Target page|\n {4}at /)
      }),
  )
  onLinux('never answers does not keep an interrupted build', () =>
    building(async ({ folder, run }) => {
      await write(folder, { browser: '#!/bin/sh\n# $@ --headless\nexec sleep 600\n' })
      await chmod(join(folder, 'browser'), 0o755)
      const build = run([folder], { BRIEFBOOK_BROWSER: join(folder, 'browser') })
      await until(() => build.stderr().includes('Starting the browser'), build.stderr)
      let below: number[] = []
      const isHung = (pid: number) =>
        execFileSync('cat', [`/proc/${pid}/cmdline`])
          .toString()
          .startsWith('sleep')
      await until(() => {
        below = descendants(build.child.pid as number)
        return below.some(isHung)
      }, build.stderr)
      build.child.kill('SIGINT')
      expect((await build.ended).exit).toBe(130)
      await gone(below)
    }),
  )
  onLinux('hangs while it prints does not keep an interrupted build', () =>
    building(async ({ folder, run }) => {
      const build = run([await copySample(folder)])
      const below = await untilBelow(build, 'Printing')
      for (const pid of browsersBelow(build.child.pid as number)) process.kill(pid, 'SIGSTOP')
      build.child.kill('SIGINT')
      expect((await build.ended).exit).toBe(130)
      await gone(below)
      await rm(join(folder, 'afghanistan-2021'), { recursive: true })
    }),
  )
  onLinux('is killed while it prints is told: exit 3, the last good book stays', () =>
    building(async ({ folder, run }) => {
      // One browser and no other: else the next that is found would take over.
      const [found] = await findBrowsers()
      const build = run([await copySample(folder)], { BRIEFBOOK_CHROMIUM: found?.executable ?? '' })
      const below = await untilBelow(build, 'Printing')
      for (const pid of browsersBelow(build.child.pid as number)) process.kill(pid, 'SIGKILL')
      const { exit, stderr } = await build.ended
      expect(exit, stderr).toBe(3)
      expect(stderr).toMatch(/browser-(prints|is-there)/)
      await gone(below)
      await rm(join(folder, 'afghanistan-2021'), { recursive: true })
    }),
  )
})

describe('a disk that fills up while the PDF is written', () => {
  onLinux('is told: exit 3, the last good book stays, no half file', ({ skip }) =>
    building(async ({ folder, run }) => {
      const unmount = mounted(join(folder, 'out'), 'size=96k')
      if (!unmount) return skip()
      try {
        await write(join(folder, 'out'), { 'book.pdf': 'the last good book' })
        const { exit, stderr } = await run([folder]).ended
        expect(exit, stderr).toBe(3)
        expect(stderr).toMatch(/There is no space left for .*book\.(pdf|docx)/)
        expect(await readdir(join(folder, 'out'))).toEqual(['book.pdf'])
        expect(await readFile(join(folder, 'out/book.pdf'), 'utf8')).toBe('the last good book')
      } finally {
        unmount()
      }
    }),
  )
})
