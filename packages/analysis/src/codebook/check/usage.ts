import type { Codebook, Term } from '@briefbook/ast'
import { type Diagnostic, diagnostic, type LocatedYaml, type RuleId, type YamlPath } from '@briefbook/diagnostics'
import { fold } from '../../text/fold.js'
import { readPieces } from '../../text/pieces.js'
import { fileNames } from '../compile.js'
import { type SourceUsage, sumUsage, type Usage } from './count.js'
import { keyOf } from './overlaps.js'

/** Of fewer sentences a share says nothing. */
const leastSentences = 20
/** A term in more of the sentences than this tells nothing apart. */
const mostShare = 0.5
/** How many words a message lists. */
const mostListed = 8

const times = (n: number, word: string) => `${n} ${word}${n === 1 ? '' : 's'}`
const print = (term: Term) => `\`${term.join(' + ')}\``

function list(words: readonly string[]): string {
  const more = words.length - mostListed
  return words.slice(0, mostListed).join(', ') + (more > 0 ? ` and ${more} more` : '')
}

interface Checked {
  codebook: Codebook
  usage: Usage
  tell(rule: RuleId, message: string, path: YamlPath): Diagnostic
}

const unusedActors = ({ codebook, usage, tell }: Checked) =>
  codebook.actors
    .filter(({ id }) => !usage.actors.has(id))
    .map(({ id, name }) => tell('codebook-actor-is-named', `No source names ${name}.`, ['actors', id]))

const unusedIssues = ({ codebook, usage, tell }: Checked) =>
  codebook.issues
    .filter(({ id }) => !usage.issues.has(id))
    .map(({ id, name }) =>
      tell('codebook-issue-is-addressed', `No term of ${name} stands in a source.`, ['issues', id]),
    )

/** Terms that no source has, of all issues in one message: most are there for the texts to come. */
function unusedTerms({ codebook, usage, tell }: Checked): Diagnostic[] {
  const unused = usage.terms.filter(({ term, sentences }) => sentences === 0 && usage.issues.has(term.issue))
  const byIssue = codebook.issues.flatMap(({ id }) => {
    const own = unused.filter(({ term }) => term.issue === id).map(({ term }) => print(term.phrases))
    return own.length > 0 ? [`${id}: ${list(own)}`] : []
  })
  const [first] = unused
  if (!first) return []
  const { issue, from } = first.term
  const message = `${unused.length} of ${times(usage.terms.length, 'term')} ${unused.length === 1 ? 'stands' : 'stand'} in no source. ${byIssue.join('; ')}.`
  return [tell('codebook-term-is-used', message, ['issues', issue, ...from])]
}

const generalTerms = ({ usage, tell }: Checked) =>
  usage.sentences < leastSentences
    ? []
    : usage.terms
        .filter(({ sentences }) => sentences > usage.sentences * mostShare)
        .map(({ term, sentences }) =>
          tell(
            'codebook-term-is-specific',
            `${print(term.phrases)} stands in ${sentences} of ${usage.sentences} sentences.`,
            ['issues', term.issue, ...term.from],
          ),
        )

/** A term of two issues, where the sources have it. */
function sharedTerms({ usage, tell }: Checked): Diagnostic[] {
  const first = new Map<string, string>()
  return usage.terms.flatMap(({ term, sentences }) => {
    const key = keyOf(term.phrases)
    const owner = first.get(key)
    if (owner === undefined) first.set(key, term.issue)
    if (owner === undefined || owner === term.issue || sentences === 0) return []
    const message = `${print(term.phrases)} is a term of \`${owner}\` and of \`${term.issue}\`; ${times(sentences, 'sentence')} ${sentences === 1 ? 'comes' : 'come'} under both.`
    return [tell('codebook-term-has-one-issue', message, ['issues', term.issue, ...term.from])]
  })
}

/** Terms against an issue that turn none of its terms (as `unfreez*` turns `freez*`) and yet bring sentences under it. */
function standaloneAgainst({ codebook, usage, tell }: Checked): Diagnostic[] {
  const plain = (phrase: string) => fold(phrase).toLowerCase().replaceAll('*', '')
  return codebook.issues.flatMap(({ id, terms }) => {
    const stems = terms.flat().map(plain)
    const turns = (phrase: string) => stems.some(stem => plain(phrase).includes(stem))
    const alone = usage.terms.filter(
      ({ term, sentences }) => term.issue === id && term.direction === -1 && sentences > 0 && !term.phrases.some(turns),
    )
    const [one] = alone
    if (!one) return []
    const words = list(alone.map(({ term, sentences }) => `${print(term.phrases)} (${times(sentences, 'sentence')})`))
    const message = `No term of \`${id}\` stands in ${words}: under the issue by itself, and always against it.`
    return [tell('codebook-against-turns-a-term', message, ['issues', id, ...one.term.from])]
  })
}

/** One message for two actors, however many of their names stand in one another. */
function swallowedNames({ usage, tell }: Checked): Diagnostic[] {
  const pairs = new Map<string, Usage['swallowed']>()
  for (const one of usage.swallowed) {
    const key = `${one.actor} ${one.other}`
    pairs.set(key, [...(pairs.get(key) ?? []), one])
  }
  return [...pairs.values()].map(all => {
    const { actor, other } = all[0] as Usage['swallowed'][number]
    const words = list(all.map(({ name, inside, count }) => `\`${name}\` in \`${inside}\` (${times(count, 'time')})`))
    return tell(
      'codebook-name-stands-alone',
      `${words}: counted for \`${other}\`, which has the longer name, and not for \`${actor}\`.`,
      ['actors', other],
    )
  })
}

function discards({ codebook, usage, tell }: Checked): Diagnostic[] {
  const names = fileNames({ ...codebook, discard: [] })
  return codebook.discard.flatMap((phrase, i) => {
    const path = ['discard', i]
    if (!names.find(readPieces(phrase)).some(({ value }) => value !== null))
      return [tell('codebook-discard-is-used', `\`${phrase}\` holds no name of an actor.`, path)]
    return usage.discards[i] === 0 ? [tell('codebook-discard-is-used', `\`${phrase}\` stands in no source.`, path)] : []
  })
}

/**
 * What the sources show of a codebook: names and terms that they do not have, that are too general, or that take from
 * one another. What is ambiguous in itself is told when the codebook is read.
 *
 * @param parts  What `analyseSource` gave for each source with this codebook, in the order of the sources.
 */
export function checkCodebook(
  { file, value, placeOf }: LocatedYaml<Codebook>,
  parts: readonly { usage: SourceUsage }[],
): Diagnostic[] {
  const checked: Checked = {
    codebook: value,
    usage: sumUsage(
      value,
      parts.map(part => part.usage),
    ),
    tell: (rule, message, path) => diagnostic(rule, message, { file, place: placeOf(path) }),
  }
  return [
    unusedActors,
    unusedIssues,
    unusedTerms,
    generalTerms,
    sharedTerms,
    standaloneAgainst,
    swallowedNames,
    discards,
  ].flatMap(check => check(checked))
}
