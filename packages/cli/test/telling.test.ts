import { describe, expect, it, vi } from 'vitest'
import type { Effects } from '../src/index.js'
import { Readers, run } from '../src/index.js'
import { Progress } from '../src/output/progress.js'
import { briefbook, inFolder, smallBook, write } from './folders.js'

/** What a run prints to a terminal. */
async function onTerminal(args: string[], colour = false): Promise<{ exit: number; stdout: string; stderr: string }> {
  const printed = { stdout: '', stderr: '' }
  const effects: Effects = {
    stdout: text => {
      printed.stdout += text
    },
    stderr: text => {
      printed.stderr += text
    },
    isTerminal: true,
    colour,
    columns: 60,
    env: process.env,
    readers: new Readers(),
    signal: new AbortController().signal,
  }
  return { exit: await run(args, effects), ...printed }
}

const records = (text: string) =>
  text
    .trimEnd()
    .split('\n')
    .map(line => JSON.parse(line))

describe('what is told', () => {
  it('shows the lines around a place', () =>
    inFolder(async folder => {
      await write(folder, { ...smallBook, 'book.yaml': 'title: Dams\npapr: A4\n' })
      const { stderr } = await briefbook(['build', folder])
      expect(stderr).toContain('    1 │ title: Dams\n    2 │ papr: A4\n      │ ^^^^\n')
    }))
  it('is one line that changes on a terminal, no wider than it, and nothing of it stays', () =>
    inFolder(async folder => {
      await write(folder, { ...smallBook, [`sources/${'long-'.repeat(20)}name.txt`]: 'Northland supports the dam.\n' })
      const { stderr } = await onTerminal(['build', folder, '--format', 'json'])
      const progress = stderr.split('\r\u001b[K').filter(line => !line.includes('\n'))
      expect(progress.some(line => line.startsWith('Reading 0 of 3 sources/'))).toBe(true)
      for (const line of progress) expect(line.length).toBeLessThanOrEqual(60)
    }))
  it('says how long a stage will go on that was gone through before, and else how long it takes', () => {
    vi.useFakeTimers({ toFake: ['performance', 'setInterval', 'clearInterval'] })
    try {
      let printed = ''
      const stderr = (text: string) => {
        printed += text
      }
      const progress = new Progress({ isTerminal: true, stderr } as Effects, { json: false })
      const after = (seconds: number) => {
        progress.stage('Printing')
        vi.advanceTimersByTime(seconds * 1000)
        return printed.split('\r\u001b[K').at(-1)
      }
      expect(after(10)).toBe('Printing, 10 s')
      progress.done()
      expect(after(4)).toBe('Printing, about 6 s left')
      expect(after(8)).toBe('Printing, 12 s')
    } finally {
      vi.useRealTimers()
    }
  })
  it('is coloured on request only', () =>
    inFolder(async folder => {
      await write(folder, { 'book.yaml': 'titel: Dams\n' })
      const red = '\u001b[31m'
      expect((await onTerminal(['check', folder], true)).stdout).toContain(red)
      expect((await onTerminal(['check', folder], false)).stdout).not.toContain(red)
    }))
  it('is a record a line with --json: stages and messages on one stream, what was made on the other', () =>
    inFolder(async folder => {
      await write(folder, { ...smallBook, 'chapters/a.md': 'No heading.\n' })
      const { exit, stdout, stderr } = await briefbook(['build', folder, '--format', 'docx,json', '--json'])
      expect(exit).toBe(0)
      expect(records(stdout)).toEqual([
        { version: 1, type: 'output', path: expect.stringMatching(/book\.docx$/) },
        { version: 1, type: 'output', path: expect.stringMatching(/analysis\.json$/) },
      ])
      const told = records(stderr)
      expect(told.every(r => r.version === 1 && ['stage', 'diagnostic'].includes(r.type))).toBe(true)
      expect(told.filter(r => r.type === 'stage').map(r => r.stage)).toEqual(expect.arrayContaining(['Reading']))
      expect(told.some(r => r.rule === 'chapter-has-a-title')).toBe(true)
    }))
  it('has how long each stage took with --verbose', () =>
    inFolder(async folder => {
      await write(folder, smallBook)
      const { stderr } = await briefbook(['check', folder, '--verbose'])
      expect(stderr).toMatch(/^ {2}Reading: \d+ ms$/m)
    }))
  it('is a message where Briefbook itself fails, with the stack for --verbose alone', () =>
    inFolder(async folder => {
      await write(folder, smallBook)
      const failing = async (args: string[]) => {
        let stderr = ''
        const exit = await run(args, {
          stdout: () => {
            throw new TypeError('the pipe is of glass')
          },
          stderr: text => {
            stderr += text
          },
          isTerminal: false,
          colour: false,
          env: process.env,
          readers: new Readers(),
          signal: new AbortController().signal,
        })
        return { exit, stderr }
      }
      const { exit, stderr } = await failing(['check', folder])
      expect(exit).toBe(1)
      expect(stderr).toContain('error  program-holds\n  Briefbook failed: the pipe is of glass.\n')
      expect(stderr).not.toMatch(/^ +at /m)
      expect((await failing(['check', folder, '--verbose'])).stderr).toMatch(/^ +at /m)
    }))
})
