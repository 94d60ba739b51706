import type { Actor, Codebook, Issue } from '@briefbook/ast'
import { type Diagnostic, diagnostic, didYouMean, type Result, readYaml } from '@briefbook/diagnostics'
import { z } from 'zod'
import { countryOf } from '../gazetteer.js'
import { createUniqueIds, toId } from '../ids.js'
import { placeholders } from '../placeholders.js'
import { toActor, toIssue } from '../read.js'
import { actorSchema, idSchema, issueSchema, phraseSchema } from '../schema.js'
import { writeCodebook } from '../write.js'
import { findNamed, type GroupNames, type Kind, type PlacedCode, placeCodes } from './groups.js'
import { type Qdc, type QdcCode, readQdc } from './read.js'
import { attributeName } from './write.js'

const ownActor = actorSchema.omit({ name: true }).extend({ id: idSchema, name: z.string().optional() })
const ownIssue = issueSchema.omit({ name: true }).extend({ id: idSchema, name: z.string().optional() })
const ownGroup = z.strictObject({ discard: z.array(z.string().trim().min(1)) })

/** A name that was changed in the other program wins over the one that the description keeps in full. */
const nameOf = (code: QdcCode, { id, name }: { id: string; name?: string | undefined }) =>
  name !== undefined && attributeName(name, id) === code.name ? name : code.name

/** All codes inside a code. */
function* inside({ children }: QdcCode): Generator<QdcCode> {
  for (const child of children) {
    yield child
    yield* inside(child)
  }
}

/** Longest text of a description that is taken for the wording of an issue. */
const longestWording = 120
/** How much of a description stands in the codebook as a comment. */
const longestComment = 400

/** The terms that a code's name gives: its parts, in small letters unless they are names. */
function termsOf(name: string): string[] {
  const parts = name
    .split(/\s+(?:and|or|&|vs\.?|und|et)\s+|[,;/|()[\]&+]/i)
    .map(part => part.replaceAll('*', '').trim())
  return parts
    .map(part => (/^\p{Lu}[\p{Ll}\p{M}]*(?:[\s-]\P{Lu}*)?$/u.test(part) ? part.toLowerCase() : part))
    .filter(part => phraseSchema.safeParse(part).success)
}

class Importer {
  readonly diagnostics: Diagnostic[] = []
  readonly actors: Actor[] = []
  readonly issues: Issue[] = []
  readonly discard: string[] = []
  readonly remarks = { actors: new Map<string, string[]>(), issues: new Map<string, string[]>() }
  /** Whether all of it is what `exportCodebook` wrote. */
  isOwn = true
  readonly #ids = { actors: createUniqueIds(), issues: createUniqueIds() }
  readonly #file: string

  constructor(file: string) {
    this.#file = file
  }

  /** The lines of codebook.yaml that Briefbook wrote into a description; null where somebody else wrote it. */
  #own<T>(code: QdcCode, schema: z.ZodType<T>, begins: RegExp): T | null {
    if (!begins.test(code.description)) return null
    const { value, diagnostics } = readYaml(code.description, this.#file, schema)
    if (value === null) {
      const reason = diagnostics[0]?.message ?? ''
      const message = `The description of \`${code.name}\` was changed: ${reason}`
      this.diagnostics.push(diagnostic('qdc-description-is-read', message, { file: this.#file, place: code.place }))
    }
    return value?.value ?? null
  }

  #describe(kind: Kind, id: string, { code, path }: PlacedCode): void {
    const text = code.description.replace(/\s+/g, ' ').trim()
    const cut = text.length > longestComment ? `${text.slice(0, longestComment)} […]` : text
    this.remarks[kind].set(id, [...(path.length > 0 ? [path.join(' / ')] : []), ...(cut === '' ? [] : [cut])])
  }

  addDiscard(code: QdcCode): void {
    this.discard.push(...(this.#own(code, ownGroup, /^\s*discard:/)?.discard ?? []))
  }

  addActor(placed: PlacedCode): void {
    const { code } = placed
    const own = this.#own(code, ownActor, /^\s*id:/)
    if (own) {
      const { id, name: _, ...rest } = own
      this.actors.push(toActor(this.#ids.actors(id), { ...rest, name: nameOf(code, own) }))
      return
    }
    this.isOwn = false
    const id = this.#ids.actors(toId(code.name, 'actor'))
    const country = countryOf(code.name)
    const names = [...inside(code)].map(({ name }) => name).filter(name => name !== '')
    this.actors.push({ id, name: code.name, country, aliases: names, people: [] })
    this.#describe('actors', id, placed)
  }

  addIssue(placed: PlacedCode): void {
    const { code } = placed
    const own = this.#own(code, ownIssue, /^\s*id:/)
    if (own) {
      const { id, name: _, ...rest } = own
      this.issues.push(toIssue(this.#ids.issues(id), { ...rest, name: nameOf(code, own) }))
      return
    }
    this.isOwn = false
    const id = this.#ids.issues(toId(code.name, 'issue'))
    const wording = code.description.replace(/\s+/g, ' ').trim()
    const terms = [...new Set([code, ...inside(code)].flatMap(({ name }) => termsOf(name)))]
    this.issues.push({
      id,
      name: code.name,
      towards: wording !== '' && wording.length <= longestWording ? wording : code.name,
      terms: (terms.length > 0 ? terms : [id]).map(term => [term]),
      against: [],
    })
    this.#describe('issues', id, placed)
  }
}

/** Of the groups that the user named, those that are there; an error for each other. */
function findGroups(qdc: Qdc, names: GroupNames, file: string): Result<Map<Kind, QdcCode | ReadonlySet<string>>> {
  const found = new Map<Kind, QdcCode | ReadonlySet<string>>()
  const diagnostics: Diagnostic[] = []
  for (const kind of ['actors', 'issues'] as const) {
    const name = names[kind]
    if (name === undefined) continue
    const group = findNamed(qdc, name)
    if (group) found.set(kind, group)
    else {
      const there = [...qdc.codes, ...qdc.sets].map(one => one.name)
      const message = `There is no code and no set \`${name}\`.${didYouMean(name, there)}`
      diagnostics.push(diagnostic('qdc-group-is-there', message, { file, expected: there.slice(0, 20).join(', ') }))
    }
  }
  return { value: found, diagnostics }
}

const count = (n: number, word: string) => `${n} ${word}${n === 1 ? '' : 's'}`

/** What was taken for what, where nobody said it and the file is not ours. */
function tellPlaces({ actors, issues, isOwn }: Importer, names: GroupNames, file: string): Diagnostic[] {
  if (isOwn || (names.actors !== undefined && names.issues !== undefined)) return []
  const of = (list: readonly { name: string }[], word: string) =>
    `${count(list.length, word)}${
      list.length > 0
        ? ` (${list
            .slice(0, 6)
            .map(({ name }) => name)
            .join(', ')}${list.length > 6 ? ', …' : ''})`
        : ''
    }`
  const message = `Taken from the codes: ${of(actors, 'actor')} and ${of(issues, 'issue')}.`
  return [diagnostic('qdc-codes-are-told-apart', message, { file })]
}

const head = [
  'Imported from a REFI-QDA codebook. Look over what is an actor and what an issue, and word what `towards` says as one can',
  'be for or against it. Descriptions stand here as comments; terms were made of the names of the codes.',
  '',
]

/** A codebook that was imported: as data, and as the text of a codebook.yaml with what else the file said as comments. */
export interface ImportedCodebook {
  codebook: Codebook
  text: string
}

/**
 * Reads a REFI-QDA codebook (.qdc) of any program as a codebook.
 *
 * @param file   How messages name it.
 * @param names  The codes or sets that hold the actors and the issues; what is not named is told by names and shape.
 * @returns The codebook, or null with errors. One that `exportCodebook` wrote comes back as it was.
 */
export function importCodebook(
  bytes: Uint8Array,
  file: string,
  names: GroupNames = {},
): Result<ImportedCodebook | null> {
  const { value: qdc, diagnostics } = readQdc(bytes, file)
  if (qdc === null) return { value: null, diagnostics }
  const groups = findGroups(qdc, names, file)
  diagnostics.push(...groups.diagnostics)
  if (groups.diagnostics.length > 0) return { value: null, diagnostics }
  const importer = new Importer(file)
  for (const code of qdc.codes) importer.addDiscard(code)
  const placed = placeCodes(qdc, groups.value).filter(({ code }) => code.name !== '')
  for (const one of placed) {
    if (one.kind === 'actors') importer.addActor(one)
    else importer.addIssue(one)
  }
  const { actors, issues, discard, remarks } = importer
  diagnostics.push(...importer.diagnostics, ...tellPlaces(importer, names, file))
  const codebook: Codebook = {
    actors: actors.length > 0 ? actors : placeholders.actors,
    issues: issues.length > 0 ? issues : placeholders.issues,
    discard,
  }
  return {
    value: { codebook, text: writeCodebook(codebook, { ...remarks, head: importer.isOwn ? [] : head }) },
    diagnostics,
  }
}
