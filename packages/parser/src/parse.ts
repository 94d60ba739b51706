import { createHash } from 'node:crypto'
import type { Source } from '@briefbook/ast'
import { diagnostic, type Result, readYaml } from '@briefbook/diagnostics'
import { checkCharacters } from './characters.js'
import { type Claim, type Draft, isBody } from './draft.js'
import { finishBlocks } from './finish.js'
import { idFromPath } from './identity.js'
import { defaultLimits, type Limits } from './limits.js'
import { claimsOf } from './metadata/claims.js'
import { lateClaims } from './metadata/evidence.js'
import { readHead } from './metadata/head.js'
import { contradictsLanguage, detectLanguage } from './metadata/language.js'
import { checkMetadata, resolveMetadata } from './metadata/resolve.js'
import { sourceMetadataSchema } from './metadata/schema.js'
import { readFile } from './read.js'
import { beginningOf } from './tongue/language.js'
import { levelHeadings, liftHeadings, markFurniture, mend, placeFootnotes } from './transforms/index.js'
import { checkWords } from './words.js'

/** One file of the sources folder. */
export interface SourceFile {
  /** From the book's folder, with forward slashes. */
  path: string
  bytes: Uint8Array
  /** The file with `.yaml` behind its name that stands beside it; what it says wins. */
  sidecar?: { path: string; text: string }
}

/** What of a draft is the document: what stands at its head is read, and what belongs to the page is marked. */
function separate(read: Draft, given: readonly Claim[]): { draft: Draft; claims: Claim[] } {
  const mended = mend(read)
  const strong = [...given, ...read.claims.filter(claim => !claim.weak)]
  const weak = read.claims.filter(claim => claim.weak)
  const titlesOf = (list: readonly Claim[]) =>
    list.flatMap(({ field, value }) => (field === 'title' ? [value as string] : []))
  const head = readHead(mended, titlesOf(strong), titlesOf(weak))
  const claims = [...strong, ...head.claims, ...weak]
  const { meta } = resolveMetadata(claims, '')
  const marked = markFurniture(head.draft, meta.authors)
  // A page that seems to be nothing but furniture is a document that looks unusual.
  const kept = [marked, head.draft, mended].find(draft => draft.nodes.some(isBody)) ?? read
  const draft = levelHeadings(placeFootnotes(liftHeadings(kept)))
  return { draft, claims: [...claims, ...lateClaims(draft)] }
}

/** A draft whose passages do not have the language that the page gives itself, and is not in. */
const withoutLanguage = (draft: Draft, language: string): Draft => ({
  ...draft,
  nodes: draft.nodes.map(node => (isBody(node) && node.language === language ? { ...node, language: null } : node)),
})

/**
 * Reads one source file, whatever its format, into the tree that the other stages work on.
 *
 * @returns The source, or null where the file cannot be read; then the diagnostics have at least one error. Metadata
 *          that cannot be read is an error too, but the source is there.
 */
export async function parseSource(file: SourceFile, limits: Partial<Limits> = {}): Promise<Result<Source | null>> {
  const { path, bytes, sidecar } = file
  const reading = await readFile(path, bytes, { ...defaultLimits, ...limits })
  const diagnostics = [...reading.diagnostics]
  if (!reading.draft) return { value: null, diagnostics }

  const beside = sidecar ? readYaml(sidecar.text, sidecar.path, sourceMetadataSchema) : null
  if (beside) diagnostics.push(...beside.diagnostics)
  const given = beside?.value ? claimsOf(beside.value.value, 'sidecar') : []

  const { draft, claims } = separate(reading.draft, given)
  const body = draft.nodes.filter(isBody)
  if (body.length === 0) {
    diagnostics.push(diagnostic('source-is-not-empty', 'The file has no text to read.', { file: path }))
    return { value: null, diagnostics }
  }
  const words = beginningOf(body)
  const told = claims.find(claim => claim.field === 'language')
  const doubted = told?.weak && contradictsLanguage(words, told.value as string)
  const detected = told && !doubted ? null : detectLanguage(words)
  const language: Claim[] = detected === null ? [] : [{ field: 'language', value: detected, from: 'words of the text' }]

  const { id, meta } = resolveMetadata([...language, ...claims], idFromPath(path))
  diagnostics.push(...checkCharacters(draft.text, path), ...checkWords(draft.text, path), ...checkMetadata(meta, path))
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const said = doubted ? withoutLanguage(draft, told.value as string) : draft
  const { direction, children, furniture } = finishBlocks(said, id, meta.language)
  return {
    value: {
      type: 'source',
      id,
      file: path,
      sha256,
      format: draft.format,
      meta,
      direction,
      text: draft.text,
      children,
      furniture,
    },
    diagnostics,
  }
}
