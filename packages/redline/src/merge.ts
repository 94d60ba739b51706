import { type CellKey, hashOfWords, type Ledger, plainWords, type Statement } from '@briefbook/ast'
import { createLocator, type Diagnostic, diagnostic } from '@briefbook/diagnostics'
import { readDocument } from './document/read.js'
import { collectEdits } from './edits/collect.js'
import type { DocumentPlace, Edit, FindingEdit, Refusal } from './edits/edit.js'
import { type Clash, joinChapters, type Preference } from './join/chapters.js'
import { hasFinding, joinFindings } from './join/codings.js'
import { joinComments, type PlacedComment } from './join/comments.js'
import { Conflicts, conflictId } from './join/conflicts.js'
import { clashMessage, formattingMessage, refusalMessage } from './messages.js'
import { type Origin, originOf } from './origin.js'
import { contentHashOf, ledgerOf } from './package/ledger.js'
import { openPackage, PackageError } from './package/zip.js'
import { likeness } from './recognise/likeness.js'

/** A text file of a book, by its path from the book's folder. */
export interface TextFile {
  path: string
  text: string
}

/** What is merged into what. */
export interface MergeInput {
  /** The edited document, and how messages name it. */
  docx: Uint8Array
  name: string
  title: string
  /** The chapters as they are now. */
  chapters: readonly TextFile[]
  /** `text` is null where there is no such file yet. */
  codings: { path: string; text: string | null }
  /** book.yaml and codebook.yaml: messages name the place that generated words come from. */
  settings: readonly TextFile[]
  /** What the cells of the matrices are made of: told where an editor changed one. */
  statements: readonly Pick<Statement, 'id' | 'actor' | 'issue' | 'source'>[]
  /** Whether what an editor wrote into a cell of a matrix is taken as the cell's finding. */
  findings: boolean
  /** Where comments are kept and conflicts are told; `text` is null where there is no such file yet. */
  comments: { path: string; text: string | null }
  conflicts: { path: string; text: string | null }
  /** What the book would be sent with now: it tells what generated words come from. Null where the book has errors. */
  now: Ledger | null
  /** What the last build was sent with; null where there is none. */
  last: Ledger | null
  /** Whether nothing is going to be written: places are those of the files as they are. */
  dryRun: boolean
  /** Who wins where both changed the same words; null for nobody. */
  prefer: Preference | null
}

/** Something that was taken over, with its place in the document and in the content. */
export interface Applied {
  kind: Edit['kind'] | 'finding' | 'comment'
  file: string
  line: number
  place: DocumentPlace
  authors: string[]
}

export interface MergeResult {
  /** The files that change, to be written all or none. */
  files: TextFile[]
  applied: Applied[]
  /** How many edits the content has already. */
  known: number
  refused: number
  conflicts: number
  /** What editors wrote into cells, as entries for the findings of codings.yaml. */
  proposals: (CellKey & { finding: string })[]
  /** What could not be done, each with its place, and why. */
  diagnostics: Diagnostic[]
}

const nothing = (diagnostics: Diagnostic[]): MergeResult => ({
  files: [],
  applied: [],
  known: 0,
  refused: 0,
  conflicts: 0,
  proposals: [],
  diagnostics,
})

/** Chapters that have less than this in common are of two books. */
const sameBook = 0.2

/** Whether a ledger is of this book: its title, or chapters that are the same ones. */
function isOfBook(ledger: Ledger, { title, chapters }: MergeInput): boolean {
  if (plainWords(ledger.book) === plainWords(title)) return true
  const now = new Map(chapters.map(({ path, text }) => [path, text]))
  return ledger.files.some(({ path, text }) => likeness(text, now.get(path) ?? '') >= sameBook)
}

/** What the document was sent with: what it carries, else what is nearest to it. */
function baseOf(part: Parameters<typeof ledgerOf>[0], input: MergeInput): { ledger: Ledger | null; carried: boolean } {
  const carried = ledgerOf(part)
  if (carried) return { ledger: carried, carried: true }
  const hash = contentHashOf(part)
  const kept = [input.last, input.now].find(ledger => ledger !== null && ledger.contentHash === hash)
  return { ledger: kept ?? input.last ?? input.now, carried: false }
}

/**
 * Brings what editors did to a DOCX home: three ways, what was sent, what came back and what the content is now. Nothing
 * is written here: the result says which files change, and how.
 */
export function mergeDocument(input: MergeInput): MergeResult {
  const { name } = input
  try {
    const part = openPackage(input.docx)
    const { ledger, carried } = baseOf(part, input)
    const document = readDocument(part, carried ? ledger?.redline : undefined)
    if (ledger === null) {
      const message = 'The document does not say what it was made of, and the book cannot be built to compare it.'
      const hint = '`briefbook check` tells what keeps the book from being built.'
      return nothing([diagnostic('edited-docx-is-this-books', message, { file: name, hint })])
    }
    if (!isOfBook(ledger, input)) {
      return nothing([
        diagnostic('edited-docx-is-this-books', `The document is of another book: “${ledger.book}”.`, {
          file: name,
          expected: input.title,
          actual: ledger.book,
        }),
      ])
    }
    const collected = collectEdits(ledger, input.now, document)
    const diagnostics: Diagnostic[] = []
    if (collected.byWords || !carried) {
      const shared = ledger.blocks.filter(block => block.kind === 'written').length
      const found = document.paragraphs.filter((_, i) => collected.blockAt(i) !== null).length
      if (!carried && shared > 0 && found * 4 < shared) {
        const message = 'The document shares next to nothing with the book.'
        return nothing([diagnostic('edited-docx-is-this-books', message, { file: name })])
      }
      const message = carried
        ? 'The program that saved the document took its bookmarks and controls out: paragraphs are told by their words.'
        : 'The program that saved the document took out what it was made of: it is compared with the last build, paragraph by paragraph, by the words.'
      diagnostics.push(diagnostic('edited-docx-knows-its-blocks', message, { file: name }))
    } else if (input.now !== null && ledger.contentHash !== input.now.contentHash) {
      diagnostics.push(
        diagnostic('edited-docx-is-latest', 'The content has changed since the document was made.', { file: name }),
      )
    }
    return join(ledger, collected, document, input, diagnostics)
  } catch (error) {
    if (!(error instanceof PackageError)) throw error
    return nothing([diagnostic('edited-docx-is-whole', error.message, { file: name })])
  }
}

function join(
  ledger: Ledger,
  collected: ReturnType<typeof collectEdits>,
  document: ReturnType<typeof readDocument>,
  input: MergeInput,
  diagnostics: Diagnostic[],
): MergeResult {
  const sent = new Map(ledger.files.map(({ path, text }) => [path, text]))
  const now = new Map(input.chapters.map(({ path, text }) => [path, text]))
  const conflicts = new Conflicts(input.conflicts.text, input.conflicts.path)

  const decide = (base: string, ours: string, theirs: string): Preference | null => {
    const id = conflictId(base, theirs)
    const decided = conflicts.decision(id, ours)
    if (decided !== null) return decided === 'theirs' ? 'theirs' : 'ours'
    if (input.prefer !== null) conflicts.decide(id, input.prefer)
    return input.prefer
  }
  const joined = joinChapters(sent, now, collected.edits, ({ base, ours, theirs }) => decide(base, ours, theirs))
  const { path: codingsPath, text: codings } = input.codings
  const isKnown = ({ cell, finding }: Refusal) => cell && finding && hasFinding(codings ?? '', cell, finding)
  const offered = collected.refusals.filter(refusal => refusal.finding)
  const taken = input.findings ? offered : offered.filter(isKnown)
  const refusals = collected.refusals.filter(refusal => !taken.includes(refusal))
  const written = taken.flatMap(({ cell, finding: words = '', place, authors }): FindingEdit[] =>
    cell ? [{ cell, base: '', words, place, authors }] : [],
  )
  const findings = joinFindings(
    codings ?? '',
    merged([...collected.findings, ...written], diagnostics, input.name),
    ({ edit, ours }) => decide(edit.base, ours, edit.words),
  )
  // What the document was sent with comes back as it went, unless somebody answered.
  const own = new Set(ledger.comments ?? [])
  const remarks = document.comments.filter(
    ({ author, text, replies }) => replies.length > 0 || !own.has(hashOfWords(`${author} ${text}`)),
  )
  const placed = remarks.map((comment): PlacedComment => {
    const block = comment.paragraph === null ? null : collected.blockAt(comment.paragraph)
    const passage = comment.paragraph === null ? null : collected.placeOf(comment.paragraph).words
    return { ...comment, file: block?.file ?? null, passage: passage === '' ? null : passage }
  })
  const comments = joinComments(input.comments.text, input.comments.path, placed)
  diagnostics.push(...comments.diagnostics)

  const textOf = (path: string) => (input.dryRun ? undefined : joined.files.get(path)) ?? now.get(path) ?? ''
  const locators = new Map<string, ReturnType<typeof createLocator>>()
  const locate = (path: string, offset: number, text = textOf(path)) => {
    const locator = locators.get(path) ?? createLocator(text)
    locators.set(path, locator)
    return locator.placeOf(Math.min(offset, text.length))
  }
  const placeOf = (file: string, at: number) =>
    locate(file, joined.placeIn(file, at, input.dryRun ? 'before' : 'after'))
  const lineOf = (edit: Edit): { file: string; line: number } => {
    const part = edit.parts.find(({ text }) => text !== '') ?? edit.parts[0]
    if (!part) return { file: '', line: 1 }
    // What is new begins behind the lines that set it apart.
    const lead = /^\s*/.exec(part.text)?.[0].split('\n').length ?? 1
    const { line } = placeOf(part.file, part.region[0]).start
    return { file: part.file, line: input.dryRun ? line : line + lead - 1 }
  }
  const findingPlace = (cell: CellKey) => locate(codingsPath, findings.placeOf(cell), findings.text ?? codings ?? '')

  for (const edit of [...joined.applied, ...joined.known])
    if (!edit.formatting) diagnostics.push(formattingMessage(edit, placeOf))
  const originOfEdit = ({ kind, cell, from, original }: Refusal): Origin | null => {
    // What Briefbook makes is told by the book as it is now.
    const at = from && kind === 'generated' ? joined.placeSent(from.file, from.span[0]) : from?.span[0]
    if (from && at !== undefined) return { file: from.file, place: placeOf(from.file, at) }
    return kind === 'generated' && cell === undefined && original ? originOf(original, input.settings) : null
  }
  for (const refusal of refusals) {
    diagnostics.push(
      refusalMessage(
        refusal,
        input.name,
        { path: codingsPath, statements: statementsOf(refusal.cell, input) },
        originOfEdit(refusal),
      ),
    )
  }
  const tell = (clash: { base: string; ours: string; theirs: string }, file: string, line: number, authors: string[]) =>
    conflicts.tell({
      id: conflictId(clash.base, clash.theirs),
      file,
      line,
      from: input.name,
      authors,
      ...clash,
      decided: null,
    })
  for (const clash of joined.clashes) {
    const { file, line } = lineOf(clash.edit)
    tell({ base: clash.base, ours: clash.ours, theirs: clash.theirs }, file, line, clash.edit.authors)
    diagnostics.push(clashOf(clash, file, placeOf))
  }
  for (const { edit, ours } of findings.clashes) {
    const place = findingPlace(edit.cell)
    tell({ base: edit.base, ours, theirs: edit.words }, codingsPath, place.start.line, edit.authors)
    diagnostics.push(
      clashMessage(
        { base: edit.base, ours, theirs: edit.words, place: edit.place, authors: edit.authors },
        codingsPath,
        place,
      ),
    )
  }

  const applied: Applied[] = [
    ...joined.applied.map(edit => ({ kind: edit.kind, ...lineOf(edit), place: edit.place, authors: edit.authors })),
    ...findings.applied.map(
      (edit: FindingEdit): Applied => ({
        kind: 'finding',
        file: codingsPath,
        line: findingPlace(edit.cell).start.line,
        place: edit.place,
        authors: edit.authors,
      }),
    ),
    ...comments.added.map(
      ({ author, paragraph }): Applied => ({
        kind: 'comment',
        file: input.comments.path,
        line: 1,
        place: collected.placeOf(paragraph),
        authors: [author],
      }),
    ),
  ]
  const files: TextFile[] = [...joined.files].map(([path, text]) => ({ path, text }))
  if (findings.text !== null) files.push({ path: codingsPath, text: findings.text })
  if (comments.text !== null) files.push({ path: input.comments.path, text: comments.text })
  const told = conflicts.text()
  if (told !== null) files.push({ path: input.conflicts.path, text: told })
  return {
    files,
    applied,
    known: joined.known.length + findings.known.length,
    refused: refusals.length,
    proposals: refusals.flatMap(({ cell, finding }) => (cell && finding ? [{ ...cell, finding }] : [])),
    conflicts: joined.clashes.length + findings.clashes.length,
    diagnostics,
  }
}

/** The statements that a cell is made of. */
const statementsOf = (cell: CellKey | undefined, { statements }: MergeInput): string[] =>
  statements
    .filter(
      ({ actor, issue, source }) =>
        cell !== undefined &&
        (cell.actor ?? actor) === actor &&
        (cell.issue ?? issue) === issue &&
        (cell.source ?? source) === source,
    )
    .map(({ id }) => id)

function clashOf(
  clash: Clash,
  file: string,
  placeOf: (file: string, at: number) => ReturnType<ReturnType<typeof createLocator>['placeOf']>,
): Diagnostic {
  const { edit, base, ours, theirs } = clash
  const at = edit.parts[0]?.region[0] ?? 0
  return clashMessage(
    { base, ours, theirs, place: edit.place, authors: edit.authors },
    file,
    placeOf(edit.parts[0]?.file ?? file, at),
  )
}

/** A finding stands in several places of a book: edited alike in all it is one edit, edited differently it contradicts itself. */
function merged(edits: readonly FindingEdit[], diagnostics: Diagnostic[], name: string): FindingEdit[] {
  const byCell = new Map<string, FindingEdit[]>()
  for (const edit of edits) {
    const key = JSON.stringify(edit.cell)
    byCell.set(key, [...(byCell.get(key) ?? []), edit])
  }
  return [...byCell.values()].flatMap(all => {
    const [first, ...others] = all
    if (!first) return []
    const other = others.find(({ words }) => words !== first.words)
    if (!other) return [first]
    diagnostics.push(
      diagnostic('edits-agree', 'The document has one finding in two wordings; neither is taken over.', {
        file: name,
        expected: first.words,
        actual: other.words,
        hint: 'Write the right one into codings.yaml.',
      }),
    )
    return []
  })
}
