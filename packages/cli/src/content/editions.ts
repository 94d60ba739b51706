import type { Edition } from '@briefbook/ast'
import { readEdition } from '@briefbook/book'
import { type Diagnostic, diagnostic, didYouMean } from '@briefbook/diagnostics'
import type { BookContent } from './book.js'
import { Folder, type InputFile } from './folder.js'

/** Where the editions of a book are kept, in its folder. */
export const editionsFolder = 'editions'

/** An edition and its file, from the book's folder. */
export interface ReleasedEdition {
  file: string
  edition: Edition
}

const noEdition = '`briefbook release` freezes what the book says now; what changes from then on can be shown.'

/** The editions of a book, oldest first: their files begin with a number. */
export async function readEditions(
  folder: Folder,
): Promise<{ editions: ReleasedEdition[]; diagnostics: Diagnostic[] }> {
  const editions: ReleasedEdition[] = []
  const diagnostics: Diagnostic[] = []
  for (const file of (await folder.list(editionsFolder)) ?? []) {
    if (!file.endsWith('.json')) continue
    const { value, diagnostics: found } = readEdition((await folder.readText(file)) ?? '', file)
    diagnostics.push(...found)
    if (value) editions.push({ file, edition: value })
  }
  return { editions, diagnostics }
}

/** The edition of a name, or the message that there is none. */
export function editionNamed(
  name: string,
  editions: readonly ReleasedEdition[],
  details: Parameters<typeof diagnostic>[2] = {},
): { found: ReleasedEdition | null; diagnostics: Diagnostic[] } {
  const found = editions.findLast(({ edition, file }) => edition.name === name || file === name) ?? null
  if (found) return { found, diagnostics: [] }
  const names = editions.map(({ edition }) => edition.name)
  const message = `There is no edition ${JSON.stringify(name)}.${didYouMean(name, names)}`
  const expected = names.length > 0 ? { expected: names.join(', ') } : {}
  return { found: null, diagnostics: [diagnostic('edition-is-known', message, { ...expected, ...details })] }
}

/**
 * The edition that a book is compared with: the one that is asked for or that book.yaml names; else the last one released that
 * is not this very book, so that what was released can be made again as it was.
 *
 * @param contentHash  Of the book's inputs.
 * @param asked  Its name; true for whichever there is, false where there need not be one.
 * @returns `inputs` is the edition's file, for the manifest.
 */
export async function editionBefore(
  { folder: { path }, config }: BookContent,
  contentHash: string,
  asked: string | boolean,
): Promise<{ edition: Edition | null; inputs: InputFile[]; diagnostics: Diagnostic[] }> {
  const inConfig = config.value.since
  const since = typeof asked === 'string' ? asked : asked && inConfig === 'none' ? null : inConfig
  if (since === 'none') return { edition: null, inputs: [], diagnostics: [] }
  // A folder of its own: editions that the book is not compared with are none of its inputs.
  const folder = new Folder(path)
  const { editions, diagnostics } = await readEditions(folder)
  const place = typeof asked === 'string' ? {} : { file: config.file, place: config.placeOf(['since']) }
  const named = since === null ? null : editionNamed(since, editions, place)
  diagnostics.push(...(named?.diagnostics ?? []))
  const found = named ? named.found : editions.findLast(({ edition }) => edition.contentHash !== contentHash)
  if (asked !== false && !found && diagnostics.length === 0) {
    const message = 'There is no earlier edition whose words tracked changes could show.'
    diagnostics.push(diagnostic('edition-is-known', message, { hint: noEdition }))
  }
  return {
    edition: found?.edition ?? null,
    inputs: folder.inputs.filter(input => input.path === found?.file),
    diagnostics,
  }
}
