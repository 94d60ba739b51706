import { execFile, spawn } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { findProgram } from './office.js'

/** What an editor does: at a bookmark, characters counted from its beginning. */
export type OfficeEdit =
  | { kind: 'insert'; place: string; from: number; text: string }
  | { kind: 'delete'; place: string; from: number; to: number }
  | { kind: 'replace'; place: string; from: number; to: number; text: string }
  | { kind: 'emphasise'; place: string; from: number; to: number }
  | { kind: 'comment'; place: string; from: number; to: number; text: string; author: string }
  | { kind: 'split'; place: string; from: number }
  | { kind: 'join'; place: string }
  | { kind: 'paragraph'; place: string; text: string }
  /** A row below the one that the place stands in, a column behind it, or either taken out. */
  | { kind: 'row' | 'column'; place: string; texts: readonly string[] }
  | { kind: 'take-row' | 'take-column'; place: string }
  /** In a footnote, by its number from 0. */
  | { kind: 'note'; note: number; from: number; to: number; text: string }

export interface OfficeSession {
  docx: Uint8Array
  /** Whether changes are recorded. */
  record: boolean
  edits: readonly OfficeEdit[]
  /** What is done with every tracked change before the document is saved. Default: nothing. */
  settle?: 'Accept' | 'Reject'
}

export interface OfficeResult {
  docx: Uint8Array
  /** What the paragraphs outside of tables say once every change is accepted, by LibreOffice's own word. */
  paragraphs: string[]
  /** What its footnotes say then. */
  notes: string[]
}

const run = promisify(execFile)
const script = join(dirname(fileURLToPath(import.meta.url)), '../uno/edit.py')

/** A Python that can speak to LibreOffice: Debian's package is python3-uno. Null where there is none. */
export async function findOfficePython(): Promise<string | null> {
  const own = await findProgram('python3')
  for (const python of [own, '/usr/bin/python3']) {
    if (python === null) continue
    const speaks = await run(python, ['-c', 'import uno']).then(
      () => true,
      () => false,
    )
    if (speaks) return python
  }
  return null
}

/** Runs sessions one after another in one LibreOffice with a profile of its own. */
export async function editWithLibreOffice(sessions: readonly OfficeSession[]): Promise<OfficeResult[]> {
  const [soffice, python] = [await findProgram('soffice'), await findOfficePython()]
  if (!soffice || !python) throw new Error('LibreOffice, or a Python that speaks to it, is not installed')
  const folder = await mkdtemp(join(tmpdir(), 'briefbook-editor-'))
  const pipe = folder.split('-').at(-1) ?? 'editor'
  const office = spawn(
    soffice,
    [`-env:UserInstallation=file://${folder}/profile`, '--headless', '--norestore', `--accept=pipe,name=${pipe};urp;`],
    { stdio: 'ignore' },
  )
  try {
    const jobs = await Promise.all(
      sessions.map(async ({ docx, ...session }, i) => {
        await writeFile(join(folder, `${i}.docx`), docx)
        return { from: join(folder, `${i}.docx`), to: join(folder, `${i}.edited.docx`), ...session }
      }),
    )
    const told = run(python, [script], { maxBuffer: 1 << 28, timeout: 60_000 + 20_000 * sessions.length })
    told.child.stdin?.end(JSON.stringify({ pipe, sessions: jobs }))
    const { stdout } = await told
    const lines = stdout
      .trim()
      .split('\n')
      .map(line => JSON.parse(line) as { paragraphs?: string[]; notes?: string[]; error?: string })
    return await Promise.all(
      lines.map(async ({ paragraphs, notes, error }, i) => {
        if (error !== undefined || !paragraphs || !notes) throw new Error(`session ${i}: ${error}`)
        return { docx: new Uint8Array(await readFile(join(folder, `${i}.edited.docx`))), paragraphs, notes }
      }),
    )
  } finally {
    // Starting it leaves a process that starts another, which ends with its pipe.
    office.kill()
    await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
  }
}
