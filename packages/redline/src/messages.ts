import type { CellKey } from '@briefbook/ast'
import { type Diagnostic, diagnostic, type Place } from '@briefbook/diagnostics'
import type { DocumentPlace, Edit, Refusal } from './edits/edit.js'
import type { Origin } from './origin.js'

/** codings.yaml, and the statements that are spoken of. */
interface CodingsFile {
  path: string
  statements: readonly string[]
}

/** More statements than these are not named. */
const mostNamed = 4

/** `Under “Where the lines ran”, at “The clearest line …”`: as a person finds it in the document. */
export function printDocumentPlace({ heading, words }: DocumentPlace): string {
  const under = heading === '' ? '' : `under “${heading}”`
  const at = words === '' || words === heading ? '' : `at “${words}”`
  return [under, at].filter(part => part !== '').join(', ')
}

const sentence = (text: string) => (text === '' ? '' : text.charAt(0).toUpperCase() + text.slice(1))
const by = (authors: readonly string[]) => (authors.length === 0 ? '' : ` by ${[...new Set(authors)].join(' and ')}`)

const entry = (fields: readonly (readonly string[])[]) =>
  fields.map(([key, value], i) => `  ${i === 0 ? '- ' : '  '}${key}: ${value}`).join('\n')

/** What to paste into codings.yaml, for a finding and for one of the statements that the cell is made of. */
function cellHint(cell: CellKey, words: string, by: string, { path, statements }: CodingsFile): string {
  const name = JSON.stringify(by === '' ? 'your name' : by)
  const finding = entry([...Object.entries(cell), ['finding', JSON.stringify(words)], ['by', name]])
  const [first, ...more] = statements
  const others =
    more.length === 0 ? '' : ` # or ${more.slice(0, mostNamed).join(', ')}${more.length > mostNamed ? ', …' : ''}`
  const coding =
    first === undefined
      ? ''
      : `\nTo correct what was extracted, add the statement that is wrong:\ncodings:\n${entry([
          ['statement', `${first}${others}`],
          ['action', 'reject # or change, with the stance, actor, issue or speaker that is right'],
          ['by', name],
        ])}`
  return `To say it in the book’s own words, merge with --findings, or add to ${path}:\nfindings:\n${finding}${coding}`
}

/** Why something was not done, and what to do instead. */
export function refusalMessage(
  refusal: Refusal,
  docx: string,
  codings: CodingsFile,
  origin: Origin | null,
): Diagnostic {
  const { kind, original, edited, authors, anchor, cell, chapter, count } = refusal
  const where = sentence(printDocumentPlace(refusal.place))
  const details = {
    file: origin?.file ?? docx,
    place: origin?.place ?? null,
    ...(original === null ? {} : { expected: original }),
    ...(edited === '' ? {} : { actual: edited }),
  }
  const text = (message: string) => (where === '' ? message : `${where}: ${message}`)
  switch (kind) {
    case 'quotation':
      return diagnostic(
        'edit-leaves-quotations',
        text(`the words of ${anchor} were changed${by(authors)}; the book keeps those of the source.`),
        details,
      )
    case 'quotations gone':
      return diagnostic(
        'edit-leaves-quotations',
        `${count} quotation${count === 1 ? ' was' : 's were'} taken out, ${count === 1 ? '' : 'the first of '}${anchor}; the book keeps ${count === 1 ? 'it' : 'them'}.`,
        { ...details, hint: `To take evidence out, reject its statement in ${codings.path}.` },
      )
    case 'citation':
      return diagnostic('edit-leaves-generated-text', text(`a footnote was changed${by(authors)}.`), {
        ...details,
        hint: 'Change the citation or the footnote at the place named.',
      })
    case 'generated':
      if (cell !== undefined) {
        return diagnostic(
          'edit-leaves-generated-text',
          text(`a cell of a matrix was changed${by(authors)}; it is made from the statements.`),
          {
            ...details,
            hint: cellHint(cell, refusal.finding || edited, authors.join(' and '), codings),
          },
        )
      }
      return diagnostic(
        'edit-leaves-generated-text',
        text(`words were changed${by(authors)} that Briefbook ${origin === null ? 'makes' : 'takes from here'}.`),
        {
          ...details,
          ...(origin === null
            ? {
                hint: `They are made${chapter ? ` for “${chapter}”` : ''} from the sources, codebook.yaml, ${codings.path} and book.yaml: change them there.`,
              }
            : {}),
        },
      )
    case 'finding gone':
      return diagnostic('edit-leaves-generated-text', `A finding was taken out wherever it stood.`, {
        ...details,
        file: codings.path,
        hint: `Take it out of ${codings.path} if that was meant.`,
      })
    case 'unplaceable':
      return diagnostic('edit-can-be-written', text(`new text${by(authors)} stands where no chapter is.`), {
        ...details,
        hint: 'Put it into the chapter that it belongs to.',
      })
    case 'unwritable':
      return diagnostic(
        'edit-can-be-written',
        text(`an edit${by(authors)} cannot be written as Markdown; nothing was changed.`),
        details,
      )
    case 'formatting':
      return diagnostic(
        'edit-can-be-written',
        text(`words were marked${by(authors)} in a way that Markdown cannot say there; nothing was changed.`),
        {
          file: origin?.file ?? docx,
          place: origin?.place ?? null,
          hint: 'Mark whole words in the chapter, if it matters.',
        },
      )
    default:
      return kind satisfies never
  }
}

/** An edit that was taken over without some of its marks. */
export function formattingMessage({ parts, place }: Edit, placeOf: (file: string, at: number) => Place): Diagnostic {
  const part = parts[0]
  const where = sentence(printDocumentPlace(place))
  return diagnostic(
    'edit-can-be-written',
    `${where}: the words were taken over; their formatting cannot be written as Markdown there.`,
    {
      file: part?.file ?? null,
      place: part ? placeOf(part.file, part.region[0]) : null,
      hint: 'Mark the words in the chapter, if it matters.',
    },
  )
}

/** Both sides of a conflict, and what they began with. */
export function clashMessage(
  clash: { base: string; ours: string; theirs: string; place: DocumentPlace; authors: string[] },
  file: string,
  place: Place,
): Diagnostic {
  const { base, ours, theirs, authors } = clash
  const where = sentence(printDocumentPlace(clash.place))
  return diagnostic(
    'edits-agree',
    `${where}${where === '' ? 'An' : ': an'} edit${by(authors)} and the content changed the same words; nothing was done.\nsent     ${base.trim()}\nnow      ${ours.trim() || '(nothing)'}\nedited   ${theirs.trim() || '(taken out)'}`,
    { file, place },
  )
}
