import { execFile } from 'node:child_process'
import { access, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** Where a program is on the PATH; null where it is not. */
export async function findProgram(name: string): Promise<string | null> {
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    const path = join(folder, name)
    if (
      folder !== '' &&
      (await access(path).then(
        () => true,
        () => false,
      ))
    )
      return path
  }
  return null
}

/** The PDF that LibreOffice makes of a DOCX: what an editor without Word sees. A profile of its own, so that two can run. */
export async function convertWithLibreOffice(docx: Uint8Array): Promise<Uint8Array> {
  const soffice = await findProgram('soffice')
  if (!soffice) throw new Error('LibreOffice is not installed')
  const folder = await mkdtemp(join(tmpdir(), 'briefbook-office-'))
  try {
    await writeFile(join(folder, 'book.docx'), docx)
    await run(
      soffice,
      [
        `-env:UserInstallation=file://${folder}/profile`,
        '--headless',
        '--convert-to',
        'pdf',
        '--outdir',
        folder,
        join(folder, 'book.docx'),
      ],
      { timeout: 180_000 },
    )
    return new Uint8Array(await readFile(join(folder, 'book.pdf')))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
