import type { Codebook, Term } from '@briefbook/ast'
import { type Diagnostic, diagnostic, type LocatedYaml, type Result, readYaml } from '@briefbook/diagnostics'
import { isCountry } from './gazetteer.js'
import { namesOf } from './names.js'
import { type CodebookFile, codebookSchema } from './schema.js'

const toTerm = (term: string | string[]): Term => (typeof term === 'string' ? [term] : term)

function toCodebook({ actors, issues, discard }: CodebookFile): Codebook {
  return {
    actors: Object.entries(actors).map(([id, { name, country, aliases, people }]) => ({
      id,
      name,
      country: country ?? null,
      aliases: aliases ?? [],
      people: (people ?? []).map(person =>
        typeof person === 'string' ? { name: person, role: null } : { name: person.name, role: person.role ?? null },
      ),
    })),
    issues: Object.entries(issues).map(([id, { name, towards, terms, against }]) => ({
      id,
      name,
      towards,
      terms: terms.map(toTerm),
      against: (against ?? []).map(toTerm),
    })),
    discard: discard ?? [],
  }
}

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

function checkNames(codebook: Codebook, { file, placeOf }: LocatedYaml<unknown>): Diagnostic[] {
  const owners = new Map<string, string>()
  const diagnostics: Diagnostic[] = []
  for (const actor of codebook.actors) {
    for (const { name } of namesOf(actor)) {
      const owner = owners.get(name)
      if (owner === undefined) owners.set(name, actor.id)
      else if (owner !== actor.id) {
        const alias = actor.aliases.indexOf(name)
        diagnostics.push(
          diagnostic('codebook-name-is-unambiguous', `\`${name}\` stands for \`${owner}\` and for \`${actor.id}\`.`, {
            file,
            place: placeOf(['actors', actor.id, ...(alias < 0 ? [] : ['aliases', alias])]),
          }),
        )
      }
    }
  }
  return diagnostics
}

/**
 * Reads codebook.yaml.
 *
 * @param text  The file's text.
 * @param file  How messages name it.
 * @returns The codebook, or null where the file has errors. A name that two actors share is a warning; the first has it.
 */
export function readCodebook(text: string, file: string): Result<Codebook | null> {
  const { value: yaml, diagnostics } = readYaml(text, file, codebookSchema)
  if (yaml === null) return { value: null, diagnostics }
  const codebook = toCodebook(yaml.value)
  const wrong = checkCountries(codebook, yaml)
  return { value: wrong.length > 0 ? null : codebook, diagnostics: [...wrong, ...checkNames(codebook, yaml)] }
}
