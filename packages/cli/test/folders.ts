import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const repository = fileURLToPath(new URL('../../../', import.meta.url))
const command = join(repository, 'packages/cli/bin/briefbook.js')

/** A folder of its own for a test, gone when the test has ended. */
export async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'briefbook-test-'))
  try {
    return await work(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Writes files by their path from a folder. */
export async function write(folder: string, files: { [path: string]: string | Uint8Array }): Promise<void> {
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), content)
  }
}

export interface Ended {
  exit: number | null
  stdout: string
  stderr: string
}

/** Runs the command as people do: a process of its own, from what was built. */
export function briefbook(args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Ended> {
  return new Promise(resolve => {
    execFile(
      process.execPath,
      [command, ...args],
      { env: { ...process.env, NO_COLOR: '1', ...env }, maxBuffer: 1 << 28 },
      (error, stdout, stderr) =>
        resolve({ exit: error ? ((error.code as unknown as number) ?? null) : 0, stdout, stderr }),
    )
  })
}

/** Starts the command and leaves it running. `through` is a command that is given it to run: `['unshare', '-r']`. */
export function start(
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
  through: readonly string[] = [],
): { child: ChildProcess; ended: Promise<Ended>; stderr(): string } {
  const [program, ...rest] = [...through, process.execPath, command, ...args] as [string, ...string[]]
  const child = spawn(program, rest, { env: { ...process.env, NO_COLOR: '1', ...env } })
  let stdout = ''
  let stderr = ''
  child.stdout?.on('data', chunk => {
    stdout += chunk
  })
  child.stderr?.on('data', chunk => {
    stderr += chunk
  })
  const ended = new Promise<Ended>(resolve => child.on('close', exit => resolve({ exit, stdout, stderr })))
  return { child, ended, stderr: () => stderr }
}

/** Waits until something holds; fails with what was seen last. */
export async function until(
  holds: () => boolean | Promise<boolean>,
  what: () => string,
  withinMs = 60_000,
): Promise<void> {
  const end = Date.now() + withinMs
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`never came about: ${what()}`)
    await new Promise(wait => setTimeout(wait, 50))
  }
}

/** Every file below a folder with its content, to see that nothing was touched. */
export async function snapshot(folder: string): Promise<{ [path: string]: string }> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter(e => e.isFile()).map(e => join(e.parentPath, e.name))
  return Object.fromEntries(
    await Promise.all(files.sort().map(async f => [f.slice(folder.length), (await readFile(f)).toString('base64')])),
  )
}

/** A copy of the sample book in a folder, without what was installed there. */
export async function copySample(folder: string): Promise<string> {
  const book = join(folder, 'afghanistan-2021')
  await cp(join(repository, 'content/afghanistan-2021'), book, {
    recursive: true,
    filter: path => !/node_modules|\.turbo/.test(path),
  })
  return book
}

/** The least of a book, of two sources. */
export const smallBook: { [path: string]: string } = {
  'book.yaml': 'title: Dams on the river\ndate: 2026-03-01\n',
  'codebook.yaml': `actors:
  north:
    name: Northland
    aliases: [the Northern government]
  south:
    name: Southland
issues:
  dam:
    name: The dam
    towards: building the dam
    terms: [dam, dams]
  fishing:
    name: Fishing
    towards: fishing in the delta
    terms: [fish*]
`,
  'sources/observer.md': `---
id: obs
title: The river and the dam
authors: [Ada Brook]
publisher: River Observer
date: 2025-11-03
language: en
---

# The river and the dam

Northland supports the dam. Southland fears that the dam will dry out its fields.

In 2019 Northland spent 40 million dollars on the dam.
`,
  'sources/review.txt': `Water politics

By Ben Ford

Southland opposes the dam. “We will never accept this dam,” said Cora Weir, the minister of Southland.

Northland wants to fish in the delta.
`,
}
