import type { Actor, Codebook, Term } from '@briefbook/ast'
import { type Diagnostic, diagnostic, type LocatedYaml } from '@briefbook/diagnostics'
import { fold } from '../../text/fold.js'
import { readPieces } from '../../text/pieces.js'
import { fileTerms, listTerms } from '../compile.js'
import { type ActorName, namesOf } from '../names.js'
import { overlap } from '../offices.js'

type LocatedCodebook = LocatedYaml<Codebook>

const whose = (name: ActorName, actor: string) =>
  name.person === null || name.person === name.name ? `for \`${actor}\`` : `for ${name.person} of \`${actor}\``

/** Names, surnames among them, that stand for two actors. */
function sharedNames({ file, value, placeOf }: LocatedCodebook): Diagnostic[] {
  const owners = new Map<string, { actor: string; name: ActorName }>()
  return value.actors.flatMap(({ id, ...rest }) =>
    namesOf({ id, ...rest }).flatMap(name => {
      const owner = owners.get(name.name)
      if (owner === undefined) owners.set(name.name, { actor: id, name })
      if (owner === undefined || owner.actor === id) return []
      const message = `\`${name.name}\` stands ${whose(owner.name, owner.actor)} and ${whose(name, id)}.`
      return [
        diagnostic('codebook-name-is-unambiguous', message, { file, place: placeOf(['actors', id, ...name.from]) }),
      ]
    }),
  )
}

/** Two terms of one key find the same sentences. */
export const keyOf = (phrases: Term): string => phrases.map(fold).sort().join('\n')

const sameRole = (a: string, b: string) => a.toLowerCase() === b.toLowerCase()

/** Two people of one actor who hold one office at the same time: a text that names the office cannot mean both. */
function sharedOffices({ file, value, placeOf }: LocatedCodebook): Diagnostic[] {
  return value.actors.flatMap(({ id, people }) =>
    people.flatMap(({ name, offices }, i) =>
      people.slice(0, i).flatMap(other =>
        offices
          .filter(office => other.offices.some(one => sameRole(one.role, office.role) && overlap(one, office)))
          .map(({ role }) =>
            diagnostic(
              'codebook-office-has-one-holder',
              `${other.name} and ${name} are both \`${role}\` of \`${id}\`.`,
              {
                file,
                place: placeOf(['actors', id, 'people', i]),
              },
            ),
          ),
      ),
    ),
  )
}

/** Names of actors that are terms of an issue at the same time. */
function namesAsTerms({ file, value, placeOf }: LocatedCodebook): Diagnostic[] {
  const terms = listTerms(value)
  const index = fileTerms(terms)
  const found = (actor: Actor) =>
    namesOf(actor).flatMap(({ name, from }) =>
      index
        .find(readPieces(name))
        .filter(
          ({ value: { term }, start, end }) => start === 0 && end === name.length && terms[term]?.phrases.length === 1,
        )
        .map(({ value: { term } }) => ({ name, from, term: terms[term] as (typeof terms)[number] })),
    )
  return value.actors.flatMap(actor => {
    const told = new Set<string>()
    return found(actor).flatMap(({ name, from, term }) => {
      const phrase = term.phrases[0] as string
      const key = `${term.issue} ${phrase}`
      if (told.has(key)) return []
      told.add(key)
      // A proper name among the terms takes the place of the actor's.
      const effect =
        /^\p{Lu}/u.test(phrase) && /\s/.test(phrase)
          ? 'The actor is not found by it.'
          : 'Every sentence that so names the actor comes under the issue.'
      return [
        diagnostic(
          'codebook-name-is-no-term',
          `\`${name}\` is a name of \`${actor.id}\` and, as \`${phrase}\`, a term of \`${term.issue}\`. ${effect}`,
          {
            file,
            place: placeOf(
              from[0] === 'country' ? ['issues', term.issue, ...term.from] : ['actors', actor.id, ...from],
            ),
          },
        ),
      ]
    })
  })
}

/** Terms that stand for and against one issue. */
function bothDirections({ file, value, placeOf }: LocatedCodebook): Diagnostic[] {
  return value.issues.flatMap(({ id, terms, against }) => {
    const own = new Set(terms.map(keyOf))
    const both = against.filter(term => own.has(keyOf(term)))
    const [first] = both
    if (first === undefined) return []
    const words = both.map(term => `\`${term.join(' + ')}\``).join(', ')
    const message = `Of the terms of \`${id}\`, ${words} ${both.length === 1 ? 'stands' : 'stand'} in \`against\` too, which wins.`
    const place = placeOf(['issues', id, 'against', against.indexOf(first)])
    return [diagnostic('codebook-term-has-one-direction', message, { file, place })]
  })
}

/** What is ambiguous in a codebook whatever the sources say. */
export const findOverlaps = (codebook: LocatedCodebook): Diagnostic[] =>
  [sharedNames, sharedOffices, namesAsTerms, bothDirections].flatMap(find => find(codebook))
