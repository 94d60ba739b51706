import { execFileSync } from 'node:child_process'
import { readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { browsersBelow, descendants, isAlive, residentMB } from '@briefbook/testkit'
import { describe, expect, it } from 'vitest'
import { edit, mendAll, randomOf, writeEditableBook } from './edits.js'
import { briefbook, copySample, inFolder, smallBook, snapshot, start, until, write } from './folders.js'

const onLinux = it.skipIf(process.platform !== 'linux')

/** So many edits in a row; `BRIEFBOOK_EDITS=1000` for a long run. */
const edits = Number(process.env.BRIEFBOOK_EDITS ?? 6)

/** A third of what Node would take: what is kept although nobody needs it ends the process before many edits are over. */
const littleHeap = { NODE_OPTIONS: '--max-old-space-size=384' }

interface Watching {
  folder: string
  pid: number
  stderr(): string
  /** How many builds have come to an end, in whatever way. */
  builds(): number
  /** Waits for the next build behind some work, and gives what was told meanwhile. */
  after(work: () => Promise<unknown>, builds?: number): Promise<string>
  stop(): Promise<number | null>
}

/** Watches a book while something is done, with a cache of its own. */
async function watching(
  folder: string,
  args: string[],
  work: (watching: Watching) => Promise<void>,
  env: NodeJS.ProcessEnv = {},
  through: string[] = [],
): Promise<void> {
  const own = { BRIEFBOOK_CACHE: `${folder}-cache`, ...env }
  const { child, ended, stderr } = start(['watch', folder, ...args], own, through)
  const builds = () => stderr().match(/Waiting for changes/g)?.length ?? 0
  const stop = async () => {
    child.kill('SIGINT')
    return (await ended).exit
  }
  try {
    await until(() => builds() === 1, stderr)
    await work({
      folder,
      pid: child.pid as number,
      stderr,
      builds,
      async after(step, more = 1) {
        const before = stderr().length
        const count = builds()
        await step()
        await until(() => builds() >= count + more, stderr)
        return stderr().slice(before)
      },
      stop,
    })
  } finally {
    await stop()
  }
}

const small = (
  work: (watching: Watching) => Promise<void>,
  format = 'json',
  env: NodeJS.ProcessEnv = {},
  through: string[] = [],
) =>
  inFolder(async parent => {
    const folder = join(parent, 'book')
    await writeEditableBook(folder)
    await watching(folder, ['--format', format], work, env, through)
  })

/** A command that runs another where the system watches ten files and no more; null, and told, where that may not be made. */
function withFewWatches(): string[] | null {
  // A namespace of its own: the limit is that of nobody else.
  const few = ['unshare', '-Ur', 'sh', '-c', 'echo 10 > /proc/sys/user/max_inotify_watches && exec "$@"', 'sh']
  try {
    execFileSync(few[0] as string, [...few.slice(1), 'true'], { stdio: 'ignore' })
    return few
  } catch {
    console.log('skipped: no namespace with limits of its own can be made here')
    return null
  }
}

describe('watch', () => {
  it('ends where there is no such folder, and says so', () =>
    inFolder(async parent => {
      const { exit, stderr } = await briefbook(['watch', join(parent, 'bok')])
      expect(exit).toBe(1)
      expect(stderr).toMatch(/There is no book\.yaml in .*bok/)
      expect(stderr).not.toContain('Waiting')
    }))
  onLinux('says what has changed and what was made anew', () =>
    small(async ({ folder, after, stderr }) => {
      expect(stderr()).toMatch(/Built in [\d.]+ s: 2 sources read, 2 analysed\./)
      const source = join(folder, 'sources/review.txt')
      const said = await after(() => writeFile(source, 'Southland opposes the dam.\n'))
      expect(said).toContain('Changed: sources/review.txt\n')
      expect(said).toMatch(/Built in [\d.]+ s: 1 source read, 1 analysed\./)
      expect(await after(() => writeFile(source, 'Southland opposes the dam.\n'))).toContain(
        'The book is up to date: nothing that it is made of has changed.',
      )
    }),
  )
  onLinux('builds when codebook, codings, chapters or template change', () =>
    small(async ({ folder, after }) => {
      const files = {
        'codebook.yaml': smallBook['codebook.yaml']?.replace('The dam', 'The new dam') ?? '',
        'codings.yaml': 'findings:\n  - actor: north\n    issue: dam\n    by: AB\n    finding: It wants it.\n',
        'chapters/new.md': '# New\n',
        'look/print.css': 'body { color: black; }\n',
      }
      for (const [file, text] of Object.entries(files)) {
        const said = await after(() => write(folder, { [file]: text }))
        expect(said).toContain(`Changed: ${file}\n`)
        expect(said).toContain('Built in')
      }
    }),
  )
  onLinux('builds when a template outside of the book’s folder changes, from the day that it names it', () =>
    inFolder(async parent => {
      const folder = join(parent, 'book')
      await writeEditableBook(folder)
      await rename(join(folder, 'look'), join(parent, 'look'))
      await write(folder, { 'book.yaml': 'title: Dams\n' })
      await watching(folder, ['--format', 'html'], async ({ after }) => {
        await after(() => write(folder, { 'book.yaml': 'title: Dams\ntemplate: ../look\n' }))
        const said = await after(() => writeFile(join(parent, 'look/print.css'), 'p { color: teal; }\n'))
        expect(said).toContain('print.css')
        expect(await readFile(join(folder, 'output/book.html'), 'utf8')).toContain('teal')
        const broken = await after(() => writeFile(join(parent, 'look/template.yaml'), 'name: ['))
        expect(broken).toContain('Not built')
      })
    }),
  )
  onLinux('takes what comes together for one change', () =>
    small(async ({ folder, after, builds }) => {
      const many = Object.fromEntries(
        Array.from({ length: 40 }, (_, n) => [`sources/n${n}.txt`, `Northland fears the dam, for the ${n}th time.\n`]),
      )
      const said = await after(() => write(folder, many))
      expect(said).toMatch(/Changed: .* and 35 more\n/)
      expect(builds()).toBe(2)
      // An editor's save: written beside, the old one away, renamed.
      const renamed = await after(async () => {
        await writeFile(join(folder, 'codings.yaml~'), 'codings: []\n# saved\n')
        await rm(join(folder, 'codings.yaml'))
        await rename(join(folder, 'codings.yaml~'), join(folder, 'codings.yaml'))
      })
      expect(renamed).toMatch(/Changed: codings\.yaml\n/)
      expect(builds()).toBe(3)
    }),
  )
  onLinux('goes on when the folder was taken away and is back', () =>
    small(async ({ folder, after, stderr }) => {
      await after(() => rename(folder, `${folder}-away`))
      expect(stderr()).toContain(`${folder} is gone`)
      const back = await after(() => rename(`${folder}-away`, folder))
      expect(back).toMatch(/The book is up to date|Built in/)
      const said = await after(() => write(folder, { 'chapters/new.md': '# New\n' }))
      expect(said).toMatch(/Changed: chapters\/new\.md\n/)
    }),
  )
  onLinux('says once what it notes, also where a file was broken meanwhile and where its lines have moved', () =>
    small(async ({ folder, after, stderr }) => {
      expect(stderr()).toMatch(/note {2}source-metadata-is-known/)
      const codebook = `${smallBook['codebook.yaml']}  bridge:\n    name: The bridge\n    towards: a bridge\n    terms: [bridge]\n`
      expect(await after(() => write(folder, { 'codebook.yaml': codebook }))).toMatch(/note {2}codebook-issue-is-addr/)
      const quiet = async (file: string, text: string) => {
        const said = await after(() => write(folder, { [file]: text }))
        expect(said).not.toContain('  note  ')
        return said
      }
      expect(await quiet('chapters/new.md', '# New\n')).toMatch(/\d+ notes? as before\n/)
      await quiet('book.yaml', 'titel: Dams\n')
      await quiet('book.yaml', 'title: Dams again\ntemplate: ./look\n')
      await quiet('codebook.yaml', `# What is compared.\n${codebook}`)
      await after(() => write(folder, { 'codebook.yaml': smallBook['codebook.yaml'] ?? '' }))
      // What was mended and is back is worth a word.
      expect(await after(() => write(folder, { 'codebook.yaml': codebook }))).toMatch(/note {2}codebook-issue-is-addr/)
    }),
  )
  onLinux('says where the book is, and that it has ended', () =>
    small(async ({ folder, after, stderr, stop }) => {
      expect(stderr()).toContain(` It is in ${join(folder, 'output')}. Waiting for changes.\n`)
      expect(await after(() => write(folder, { 'chapters/new.md': '# New\n' }))).not.toContain('It is in')
      expect(await stop()).toBe(130)
      expect(stderr()).toMatch(/Stopped\.\n$/)
    }),
  )
  onLinux('names no file that was there for a moment alone, and builds nothing for it', () =>
    small(async ({ folder, after, builds }) => {
      const wait = (ms: number) => new Promise(done => setTimeout(done, ms))
      const beside = join(folder, 'chapters/sedX1Y2')
      const said = await after(async () => {
        await writeFile(beside, '# New\n')
        await wait(60)
        await rename(beside, join(folder, 'chapters/new.md'))
      })
      expect(said).toMatch(/Changed: chapters\/new\.md\n/)
      const before = builds()
      await writeFile(beside, 'x')
      await wait(60)
      await rm(beside)
      await wait(500)
      await after(() => write(folder, { 'chapters/new.md': '# Newer\n' }))
      expect(builds()).toBe(before + 1)
    }),
  )
  onLinux('writes by itself, without a change, what could not be written', () =>
    small(async ({ folder, after, stderr }) => {
      const output = join(folder, 'output')
      await rename(output, `${folder}-output`)
      await writeFile(output, 'in the way')
      const said = await after(() => write(folder, { 'chapters/new.md': '# New\n' }))
      expect(said).toMatch(/in the way[\s\S]*Not built\. Waiting for changes, and trying again\.\n/)
      const before = stderr().length
      await after(() => rm(output))
      expect(stderr().slice(before)).toMatch(/^(\d+ notes as before\n)?Built in /)
    }),
  )
  onLinux('looks at files one by one where the system watches no more', async () => {
    const few = withFewWatches()
    if (!few) return
    await small(
      async ({ folder, after, stderr }) => {
        expect(stderr()).toContain('The system watches no more files')
        expect(await after(() => write(folder, { 'chapters/10-dams.md': '# New\n' }))).toMatch(
          /Changed: .*10-dams\.md\n/,
        )
      },
      'json',
      {},
      few,
    )
  })
  onLinux('tells what is broken or half saved, keeps the last good book, and goes on', () =>
    small(async ({ folder, after }) => {
      const good = await snapshot(join(folder, 'output'))
      expect(await after(() => writeFile(join(folder, 'book.yaml'), 'titel: Dams\n'))).toMatch(
        /Did you mean `title`[\s\S]*Not built/,
      )
      expect(await after(() => writeFile(join(folder, 'book.yaml'), ''))).toContain('Not built')
      expect(await after(() => rm(join(folder, 'book.yaml')))).toContain('There is no book.yaml')
      expect(await snapshot(join(folder, 'output'))).toEqual(good)
      const mended = await after(() => writeFile(join(folder, 'book.yaml'), 'title: Mended\ntemplate: ./look\n'))
      expect(mended).toContain('Built in')
    }),
  )
  onLinux('gives up a build of what has changed since', () =>
    inFolder(async parent => {
      const folder = await copySample(parent)
      const { child, ended, stderr } = start(['watch', folder, '--out', join(parent, 'out')])
      await until(() => stderr().includes('Printing'), stderr)
      const config = await readFile(join(folder, 'book.yaml'), 'utf8')
      await writeFile(join(folder, 'book.yaml'), config.replace(/^title: .*$/m, 'title: Another title'))
      await until(() => stderr().includes('Waiting for changes'), stderr)
      expect(stderr().match(/Built/g)).toHaveLength(1)
      expect(stderr()).toContain('Changed: book.yaml')
      expect(JSON.parse(await readFile(join(parent, 'out/manifest.json'), 'utf8')).book).toBe('Another title')
      const below = descendants(child.pid as number)
      child.kill('SIGINT')
      expect((await ended).exit).toBe(130)
      expect(below.filter(isAlive)).toEqual([])
    }),
  )
  onLinux('starts the browser again where it has died', () =>
    small(async ({ folder, pid, after }) => {
      const browsers = () => descendants(pid)
      for (const one of browsers()) {
        try {
          process.kill(one, 'SIGKILL')
        } catch {
          // It went with another.
        }
      }
      const said = await after(() => write(folder, { 'chapters/new.md': '# New\n' }))
      expect(said).toMatch(/Built in .* printed/)
    }, 'pdf'),
  )
  onLinux(
    'after many edits has what a cold build makes, one browser, and no more memory',
    { timeout: 60_000 + edits * 20_000 },
    () =>
      small(
        async ({ folder, pid, after, builds }) => {
          const next = randomOf(7)
          const browsers: number[] = []
          const megabytes: { own: number; below: number }[] = []
          for (let n = 1; n <= edits; n++) {
            await after(() => edit(folder, next, n), 0)
            const wanted = builds() + 1
            // Some edits change nothing that is seen: the next one may come while a build runs, or after it.
            if (next(3) > 0)
              await until(
                () => builds() >= wanted,
                () => 'no build',
                5000,
              ).catch(() => undefined)
            browsers.push(browsersBelow(pid).length)
            const below = descendants(pid).map(residentMB)
            megabytes.push({ own: residentMB(pid), below: below.reduce((sum, mb) => sum + mb, 0) })
            if (n % 100 === 0) {
              const { own, below: others } = megabytes.at(-1) as (typeof megabytes)[number]
              console.log(`${n} edits, ${builds()} builds: ${own.toFixed(0)} MB, and ${others.toFixed(0)} MB below`)
            }
          }
          await after(async () => {
            await mendAll(folder)
            await write(folder, { 'chapters/last.md': '# The last\n' })
          })
          expect(Math.max(...browsers)).toBe(1)
          if (edits >= 200) {
            const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
            for (const of of ['own', 'below'] as const) {
              const values = megabytes.map(entry => entry[of])
              // The first are those of a program that is still warming up.
              const [second, last] = [values.slice(edits / 4, edits / 2), values.slice((edits * 3) / 4)]
              // The book grows as well.
              expect(mean(last), of).toBeLessThan(mean(second) * 1.3)
            }
          }
          const cold = join(folder, '..', 'cold')
          const { exit, stderr } = await briefbook(['build', folder, '--out', cold, '--format', 'pdf,docx,html,json'])
          expect(exit, stderr).toBe(0)
          expect(await snapshot(join(folder, 'output'))).toEqual(await snapshot(cold))
        },
        'pdf,docx,html,json',
        littleHeap,
      ),
  )
})
