import { spawn } from 'node:child_process'
import { mkdtemp, open, readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { descendants, isAlive } from '@briefbook/testkit'
import { describe, expect, it } from 'vitest'
import { randomOf } from './edits.js'
import { briefbook, inFolder, repository, smallBook, snapshot, start, until, write } from './folders.js'
import { mounted } from './mounted.js'

const onLinux = it.skipIf(process.platform !== 'linux')

/** So many builds are killed; `BRIEFBOOK_KILLS=100` for a long run. */
const kills = Number(process.env.BRIEFBOOK_KILLS ?? 4)

const other = { 'book.yaml': 'title: Another book\ndate: 2026-03-01\n' }
const temporaries = async (folder: string) => (await readdir(folder)).filter(name => name.endsWith('.tmp'))

describe('two builds of one book at once', () => {
  it('both end well, and leave what one makes', () =>
    inFolder(async folder => {
      await write(folder, smallBook)
      const build = (out: string) =>
        briefbook(['build', folder, '--out', join(folder, out), '--format', 'docx,html,json'], {
          BRIEFBOOK_CACHE: join(folder, 'cache'),
        })
      const ended = await Promise.all([build('shared'), build('shared'), build('own')])
      expect(ended.map(({ exit }) => exit)).toEqual([0, 0, 0])
      expect(await snapshot(join(folder, 'shared'))).toEqual(await snapshot(join(folder, 'own')))
    }))
})

describe('a build that is killed', () => {
  onLinux(
    'leaves old files or new ones, no part of one, and nothing in the way of the next',
    { timeout: 60_000 + kills * 30_000 },
    () =>
      inFolder(async folder => {
        const out = join(folder, 'out')
        const args = ['build', folder, '--out', out]
        // What is kept for a while, and may be left by what is killed. Its path leaves room for a browser's socket.
        const env = { TMPDIR: await mkdtemp('/tmp/bb-') }
        const states: { [path: string]: string }[] = []
        let longestMs = 0
        for (const files of [other, { 'book.yaml': smallBook['book.yaml'] as string }]) {
          await write(folder, { ...smallBook, ...files })
          const began = Date.now()
          expect((await briefbook(args, env)).exit).toBe(0)
          longestMs = Math.max(longestMs, Date.now() - began)
          states.push(await snapshot(out))
        }
        const next = randomOf(11)
        for (let n = 0; n < kills; n++) {
          await write(folder, n % 2 === 0 ? other : { 'book.yaml': smallBook['book.yaml'] as string })
          const { child, ended } = start(args, env)
          await setTimeout(next(longestMs))
          const below = descendants(child.pid as number)
          child.kill('SIGKILL')
          await ended
          for (const [path, bytes] of Object.entries(await snapshot(out))) {
            if (!path.endsWith('.tmp'))
              expect(
                states.map(state => state[path]),
                `kill ${n}: ${path}`,
              ).toContain(bytes)
          }
          await until(
            () => below.every(pid => !isAlive(pid)),
            () => 'a process that was left',
            15_000,
          )
        }
        await write(folder, other)
        await write(out, { '.book.pdf.999999999.tmp': 'a part' })
        expect((await briefbook(args, env)).exit).toBe(0)
        expect(await snapshot(out)).toEqual(states[0])
        expect(await temporaries(out)).toEqual([])
        expect(await readdir(env.TMPDIR)).toEqual([])
        await rm(env.TMPDIR, { recursive: true })
      }),
  )
})

describe('an output that cannot be written', () => {
  const formats = ['--format', 'docx,json']
  onLinux('for the disk is full: says so, keeps the last good book, exit 3', ({ skip }) =>
    inFolder(async folder => {
      await write(folder, { ...smallBook, 'out/x': '' })
      const out = join(folder, 'out')
      const unmount = mounted(out, 'size=64k')
      if (!unmount) return skip()
      try {
        await write(out, { 'book.docx': 'the last good book' })
        const { exit, stderr } = await briefbook(['build', folder, '--out', out, ...formats])
        expect(exit).toBe(3)
        expect(stderr).toContain('There is no space left')
        expect(await readdir(out)).toEqual(['book.docx'])
        expect(await readFile(join(out, 'book.docx'), 'utf8')).toBe('the last good book')
      } finally {
        unmount()
      }
    }),
  )
  onLinux('for the browser has no space to work in: says where to make room, exit 3', ({ skip }) =>
    inFolder(async folder => {
      await write(folder, { ...smallBook, 'temp/x': '' })
      const temp = join(folder, 'temp')
      const unmount = mounted(temp, 'size=64k')
      if (!unmount) return skip()
      try {
        const { exit, stderr } = await briefbook(['build', folder, '--format', 'pdf'], { TMPDIR: temp })
        expect(exit).toBe(3)
        expect(stderr).toMatch(/browser-prints[\s\S]*next to no space left in .*temp.* another folder by TMPDIR/)
      } finally {
        unmount()
      }
    }),
  )
  onLinux('for files may not grow so large: says so and leaves nothing', () =>
    inFolder(async folder => {
      await write(folder, { ...smallBook, 'out/book.docx': 'the last good book' })
      const command = `ulimit -f 16; exec "${process.execPath}" "${join(repository, 'packages/cli/bin/briefbook.js')}" build "${folder}" --out "${folder}/out" --format docx,json`
      const child = spawn('sh', ['-c', command], { stdio: ['ignore', 'ignore', 'pipe'] })
      let stderr = ''
      child.stderr.on('data', chunk => {
        stderr += chunk
      })
      const exit = await new Promise(done => child.once('exit', done))
      expect(exit, stderr).toBe(3)
      expect(stderr).toContain('There is no space left')
      expect(await readdir(join(folder, 'out'))).toEqual(['book.docx'])
    }),
  )
  onLinux('for it is read-only: says so', ({ skip }) =>
    inFolder(async folder => {
      await write(folder, { ...smallBook, 'out/x': '' })
      const unmount = mounted(join(folder, 'out'), 'ro')
      if (!unmount) return skip()
      try {
        const { exit, stderr } = await briefbook(['build', folder, '--out', join(folder, 'out'), ...formats])
        expect(exit).toBe(3)
        expect(stderr).toContain('read-only')
      } finally {
        unmount()
      }
    }),
  )
  it('for something is in the way: says where', () =>
    inFolder(async folder => {
      await write(folder, { ...smallBook, 'out/book.docx/mine.txt': 'mine' })
      const out = join(folder, 'out')
      const { exit, stderr } = await briefbook(['build', folder, '--out', out, ...formats])
      expect(exit).toBe(3)
      expect(stderr).toMatch(/book\.docx cannot be written: a folder or a file of that name is in the way/)
      expect(await temporaries(out)).toEqual([])
      expect(await readFile(join(out, 'book.docx/mine.txt'), 'utf8')).toBe('mine')
    }))
})

describe('an output that is open elsewhere', () => {
  onLinux('is whole for who has it open, and new for who opens it', () =>
    inFolder(async folder => {
      await write(folder, { ...smallBook, 'out/analysis.json': 'the old file, read slowly' })
      const held = await open(join(folder, 'out/analysis.json'))
      const { exit } = await briefbook(['build', folder, '--out', join(folder, 'out'), '--format', 'json'])
      expect(exit).toBe(0)
      expect(await held.readFile('utf8')).toBe('the old file, read slowly')
      await held.close()
      expect(JSON.parse(await readFile(join(folder, 'out/analysis.json'), 'utf8')).version).toBe(1)
    }),
  )
})
