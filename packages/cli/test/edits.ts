import { cp, readdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { repository, smallBook, write } from './folders.js'

/** Numbers that look random and are the same for one seed (mulberry32, Tommy Ettinger): `next(n)` is below n. */
export function randomOf(seed: number): (below: number) => number {
  let state = seed
  return below => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4294967296) * below)
  }
}

/** A small book with a template, codings and chapters of its own, for edits of every kind. */
export async function writeEditableBook(folder: string): Promise<void> {
  await cp(join(repository, 'templates/briefing'), join(folder, 'look'), {
    recursive: true,
    filter: path => !/node_modules|\.turbo/.test(path),
  })
  // The fonts are where the template's packages are.
  await symlink(join(repository, 'templates/briefing/node_modules'), join(folder, 'look/node_modules'), 'junction')
  await write(folder, {
    ...smallBook,
    'book.yaml': 'title: Dams on the river\ntemplate: ./look\n',
    'chapters/10-dams.md': '# Dams\n\nThe dam is what they part on [@obs ¶2].\n',
    'codings.yaml': 'codings: []\n',
  })
}

const actors = ['Northland', 'Southland', 'The Northern government', 'The river council']
const verbs = ['supports', 'opposes', 'fears', 'welcomes', 'rejects', 'speaks of']
const things = ['the dam', 'the dams', 'fishing in the delta', 'the ferry', 'the fishers']

type Next = (below: number) => number
const pick = <T>(next: Next, from: readonly T[]): T => from[next(from.length)] as T

const sentence = (next: Next) =>
  `${pick(next, actors)} ${pick(next, verbs)} ${pick(next, things)}${pick(next, ['', ' since 2019', ', which cost 12 million dollars'])}.`
const paragraphs = (next: Next) => Array.from({ length: 1 + next(3) }, () => sentence(next)).join('\n\n')

const filesOf = async (folder: string, part: string, ending: RegExp) =>
  (await readdir(join(folder, part)).catch(() => [])).filter(name => ending.test(name)).sort()

async function change(folder: string, file: string, edit: (text: string) => string): Promise<void> {
  await writeFile(join(folder, file), edit(await readFile(join(folder, file), 'utf8')))
}

/** The kinds of edits; each says what it did, or null where there was nothing to do it to. */
const kinds: { [name: string]: (folder: string, next: Next, n: number) => Promise<string | null> } = {
  async sourceGrows(folder, next) {
    const name = pick(next, await filesOf(folder, 'sources', /\.(md|txt)$/))
    await change(folder, `sources/${name}`, text => `${text}\n${paragraphs(next)}\n`)
    return `sources/${name}`
  },
  async sourceChanges(folder, next) {
    const name = pick(next, await filesOf(folder, 'sources', /\.(md|txt)$/))
    const [from, to] = [pick(next, verbs), pick(next, verbs)]
    await change(folder, `sources/${name}`, text => text.replaceAll(from, to))
    return `sources/${name}: ${from} → ${to}`
  },
  async sourceComes(folder, next, n) {
    await write(folder, { [`sources/s${n}.txt`]: `A note\n\nBy Cora Weir\n\n${paragraphs(next)}\n` })
    return `sources/s${n}.txt is new`
  },
  async sourceGoes(folder, next) {
    const names = await filesOf(folder, 'sources', /^s\d+\.txt$/)
    if (names.length === 0) return null
    const name = pick(next, names)
    await rm(join(folder, 'sources', name))
    return `sources/${name} is gone`
  },
  async sourceIsRenamed(folder, next, n) {
    const names = await filesOf(folder, 'sources', /^s\d+\.txt$/)
    if (names.length === 0) return null
    const name = pick(next, names)
    await rename(join(folder, 'sources', name), join(folder, 'sources', `s${n}.txt`))
    return `sources/${name} is s${n}.txt`
  },
  async sidecarChanges(folder, next) {
    const name = pick(next, await filesOf(folder, 'sources', /\.txt$/))
    await write(folder, { [`sources/${name}.yaml`]: `date: 20${10 + next(15)}-0${1 + next(9)}-1${next(9)}\n` })
    return `sources/${name}.yaml`
  },
  async codebookChanges(folder, next) {
    await change(folder, 'codebook.yaml', text =>
      pick(next, [
        () => text.replace(/terms: \[dam, dams.*\]/, `terms: [dam, dams${pick(next, ['', ', ferry', ', cost'])}]`),
        () =>
          text.replace(
            /aliases: \[.*\]/,
            `aliases: [the Northern government${pick(next, ['', ', the river council'])}]`,
          ),
        () => text.replace(/name: The dams?\b/, `name: ${pick(next, ['The dam', 'The dams'])}`),
      ])(),
    )
    return 'codebook.yaml'
  },
  async chapterChanges(folder, next, n) {
    const name = pick(next, ['10-dams.md', '20-more.md'])
    const text = `# Dams ${n}\n\n${paragraphs(next)} [@obs ¶2].\n\n::matrix{#${pick(next, ['actor-issue', 'source-issue'])}}\n`
    await write(folder, { [`chapters/${name}`]: text })
    return `chapters/${name}`
  },
  async chapterGoes(folder) {
    await rm(join(folder, 'chapters/20-more.md'), { force: true })
    return 'chapters/20-more.md is gone'
  },
  async codingsChange(folder, next) {
    const findings = [
      'codings: []\n',
      'findings:\n  - actor: north\n    issue: dam\n    by: AB\n    finding: It wants the dam.\n',
      'findings:\n  - actor: south\n    issue: dam\n    by: AB\n    finding: It fears for its fields.\n',
    ]
    await write(folder, { 'codings.yaml': pick(next, findings) })
    return 'codings.yaml'
  },
  async templateChanges(folder, next) {
    const size = `${9 + next(3)}pt`
    await change(folder, 'look/tokens.yaml', text => text.replace(/^ {2}text: [\d.]+pt$/m, `  text: ${size}`))
    return `look/tokens.yaml: ${size}`
  },
  async styleChanges(folder, next) {
    await change(folder, 'look/print.css', text => `${text}\n.x${next(1000)} { color: inherit; }\n`)
    return 'look/print.css'
  },
  async configChanges(folder, next, n) {
    await write(folder, { 'book.yaml': `title: Dams ${n}\ntemplate: ./look\npaper: ${pick(next, ['A4', 'A5'])}\n` })
    return 'book.yaml'
  },
  async fileBreaks(folder, next) {
    const [name, text] = pick(next, [
      ['book.yaml', 'titel: Dams\n'],
      ['codebook.yaml', 'actors: [\n'],
      ['chapters/20-more.md', '# More\n\nNot there [@nobody ¶7].\n'],
    ] as const)
    await write(folder, { [name]: text })
    return `${name} is broken`
  },
}

/** What breaks is mended by the next edit but one, so that most builds come to an end. */
async function mend(folder: string): Promise<void> {
  const isBroken = async (name: string, by: string) => (await readFile(join(folder, name), 'utf8')).startsWith(by)
  if (await isBroken('book.yaml', 'titel')) await write(folder, { 'book.yaml': 'title: Dams\ntemplate: ./look\n' })
  if (await isBroken('codebook.yaml', 'actors: ['))
    await write(folder, { 'codebook.yaml': smallBook['codebook.yaml'] as string })
}

/** Edits the book in one way or another; gives what was done. */
export async function edit(folder: string, next: Next, n: number): Promise<string> {
  if (next(2) === 0) await mend(folder)
  for (;;) {
    const done = await pick(next, Object.values(kinds))(folder, next, n)
    if (done !== null) return done
  }
}

/** Leaves the book in a state that builds. */
export async function mendAll(folder: string): Promise<void> {
  await mend(folder)
  await rm(join(folder, 'chapters/20-more.md'), { force: true })
}
