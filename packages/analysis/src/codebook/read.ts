import type { Actor, Codebook, Issue, Person, Term } from '@briefbook/ast'
import {
  type Diagnostic,
  diagnostic,
  type LocatedYaml,
  type Result,
  readYaml,
  type YamlPath,
} from '@briefbook/diagnostics'
import { findOverlaps } from './check/overlaps.js'
import { isCountry } from './gazetteer.js'
import { compareDates } from './offices.js'
import { type CodebookFile, codebookSchema } from './schema.js'

const toTerm = (term: string | string[]): Term => (typeof term === 'string' ? [term] : term)

type PersonEntry = NonNullable<CodebookFile['actors'][string]['people']>[number]

const toDate = (date: string | number | undefined) => (date === undefined ? null : String(date))

function toPerson(entry: PersonEntry): Person {
  if (typeof entry === 'string') return { name: entry, offices: [] }
  const { name, role, from, until, offices = [] } = entry
  const own = role === undefined ? offices : [{ role, from, until }, ...offices]
  return { name, offices: own.map(one => ({ role: one.role, from: toDate(one.from), until: toDate(one.until) })) }
}

export function toActor(
  id: string,
  { name, country, aliases = [], people = [] }: CodebookFile['actors'][string],
): Actor {
  return { id, name, country: country ?? null, aliases, people: people.map(toPerson) }
}

export function toIssue(id: string, { name, towards, terms, against = [] }: CodebookFile['issues'][string]): Issue {
  return { id, name, towards, terms: terms.map(toTerm), against: against.map(toTerm) }
}

const toCodebook = ({ actors, issues, discard = [] }: CodebookFile): Codebook => ({
  actors: Object.entries(actors).map(([id, entry]) => toActor(id, entry)),
  issues: Object.entries(issues).map(([id, entry]) => toIssue(id, entry)),
  discard,
})

function checkCountries(codebook: Codebook, { file, placeOf }: LocatedYaml<unknown>): Diagnostic[] {
  return codebook.actors.flatMap(({ id, country }) =>
    country === null || isCountry(country)
      ? []
      : [
          diagnostic('value-is-valid', `No country has the code \`${country}\`.`, {
            file,
            place: placeOf(['actors', id, 'country']),
            hint: 'Take the code of ISO 3166-1, `DE` for Germany, or leave `country` out.',
          }),
        ],
  )
}

/** An office cannot end before it begins. */
function checkOffices(codebook: Codebook, { file, placeOf }: LocatedYaml<unknown>): Diagnostic[] {
  return codebook.actors.flatMap(({ id, people }) =>
    people.flatMap(({ name, offices }, i) =>
      offices
        .filter(({ from, until }) => from !== null && until !== null && compareDates(until, from) < 0)
        .map(({ role, from, until }) =>
          diagnostic('value-is-valid', `${name} is \`${role}\` until ${until}, before it begins in ${from}.`, {
            file,
            place: placeOf(['actors', id, 'people', i]),
          }),
        ),
    ),
  )
}

/**
 * Reads codebook.yaml, and keeps where it says what.
 *
 * @param text  The file's text.
 * @param file  How messages name it.
 * @returns The codebook, or null where the file has errors. A name that two actors share is a warning; the first has it.
 */
export function readLocatedCodebook(text: string, file: string): Result<LocatedYaml<Codebook> | null> {
  const { value: yaml, diagnostics } = readYaml(text, file, codebookSchema)
  if (yaml === null) return { value: null, diagnostics }
  const located = { file, value: toCodebook(yaml.value), placeOf: (path: YamlPath) => yaml.placeOf(path) }
  const wrong = [...checkCountries(located.value, yaml), ...checkOffices(located.value, yaml)]
  return { value: wrong.length > 0 ? null : located, diagnostics: [...wrong, ...findOverlaps(located)] }
}

/** Reads codebook.yaml: the codebook alone. */
export function readCodebook(text: string, file: string): Result<Codebook | null> {
  const { value, diagnostics } = readLocatedCodebook(text, file)
  return { value: value?.value ?? null, diagnostics }
}
