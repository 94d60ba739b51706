import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

// The schemas are not in this repository: they are looked for beside it.
const validator = fileURLToPath(new URL('../../../../shared/schemas/validate-docx', import.meta.url))

/**
 * The parts of DOCX files that are not what the schemas of ISO/IEC 29500 ask for, a line each; null where the schemas
 * are not there.
 */
export async function schemaFaults(files: readonly Uint8Array[]): Promise<string[] | null> {
  if (!existsSync(validator)) return null
  if (files.length === 0) return []
  const folder = await mkdtemp(join(tmpdir(), 'briefbook-schemas-'))
  try {
    const paths = files.map((_, i) => join(folder, `${i + 1}.docx`))
    await Promise.all(files.map((file, i) => writeFile(paths[i] as string, file)))
    const told = await new Promise<string>((resolve, reject) =>
      execFile(validator, paths, { maxBuffer: 2 ** 28 }, (error, stdout, stderr) =>
        error && error.code !== 1 ? reject(new Error(stderr)) : resolve(stdout),
      ),
    )
    const lines = told.trim().split('\n')
    if (!lines.at(-1)?.startsWith(`${files.length} files, `)) throw new Error(told)
    return lines.slice(0, -1)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
