import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/** The packages whose code decides what a stage makes of its input. */
const stagePackages = ['ast', 'diagnostics', 'parser', 'analysis', 'book', 'charts']

/** Where a package manager notes which versions it has installed, from the folder that holds node_modules. */
const installedVersions = ['node_modules/.pnpm/lock.yaml', 'node_modules/.package-lock.json']

async function installedBelow(folder: string): Promise<Uint8Array> {
  for (const file of installedVersions) {
    const bytes = await readFile(join(folder, file)).catch(() => null)
    if (bytes) return bytes
  }
  return dirname(folder) === folder ? new Uint8Array() : installedBelow(dirname(folder))
}

async function hashCode(): Promise<string> {
  const { resolve } = createRequire(import.meta.url)
  const hash = createHash('sha256').update(JSON.stringify(process.versions))
  for (const name of stagePackages) {
    const folder = dirname(resolve(`@briefbook/${name}`))
    const entries = await readdir(folder, { recursive: true, withFileTypes: true })
    const files = entries.filter(e => e.isFile() && e.name.endsWith('.js')).map(e => join(e.parentPath, e.name))
    const codes = await Promise.all(files.sort().map(file => readFile(file)))
    files.forEach((file, i) => {
      hash.update(`\n${name} ${file.slice(folder.length)} ${codes[i]?.length}\n`).update(codes[i] ?? '')
    })
  }
  return hash.update(await installedBelow(dirname(resolve('@briefbook/ast')))).digest('hex')
}

let code: Promise<string> | undefined

/**
 * A hash over the code of the stages, the libraries they use and Node: what another Briefbook has kept is never taken for
 * what this one would make.
 */
export function codeHash(): Promise<string> {
  code ??= hashCode()
  return code
}

/** The key of what a stage makes of its input: a hash over all of it, each piece told from the next. */
export function cacheKey(stage: string, ...pieces: readonly unknown[]): string {
  return createHash('sha256')
    .update(JSON.stringify([stage, ...pieces]))
    .digest('hex')
}
