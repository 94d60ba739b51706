import type { Codebook, Source } from '@briefbook/ast'
import { placeholders } from '../codebook/placeholders.js'
import { writeCodebook } from '../codebook/write.js'
import { proposeActors } from './actors.js'
import { commonWords, filePhrases, findPhrases, type Sighting, type Tally } from './count.js'
import { proposeIssues } from './issues.js'

const times = (n: number, word: string) => `${n} ${word}${n === 1 ? '' : 's'}`

/** How many places are named as examples. */
const mostExamples = 3

/** `notes/a.txt ¶4`: the paragraph as the book numbers it. */
const placeOf = ({ source, block }: Sighting) =>
  `${source.file.replace(/^sources\//, '')} ¶${block.anchor.slice(source.id.length + 1)}`

/** `61 times in 5 sources: Russia 40, Moscow 15`, and where in the first of them. */
function remarks(found: Tally): string[] {
  const words = commonWords(found, 5).map(([word, n]) => `${word.replace(/\s+/g, ' ')} ${n}`)
  const [first, ...others] = found.examples.slice(0, mostExamples).map(placeOf)
  return [
    `${times(found.count, 'time')} in ${times(found.sources.size, 'source')}: ${words.join(', ')}`,
    `for example ${[first, ...others].join(', ')}`,
  ]
}

const head = [
  'A proposal, made from the texts by counting. Read it, strike out what the book is not about, and put your own words in.',
  '',
  'actors   the rows of the matrices. `country` (ISO 3166-1) adds the names, the word for the people and the capital;',
  '         `aliases` add names, `people` persons who speak for the actor.',
  'issues   the columns. A stance is for or against what `towards` words, so word it as one can be for or against it.',
  '         `terms` bring a sentence under the issue: `*` stands for any ending; a list in the list means that all of',
  '         its phrases stand in one sentence. `against` are terms whose support is opposition to `towards`.',
  "discard  phrases in which a name is not the actor's.",
]

/**
 * A codebook to begin with, as the text of a codebook.yaml: the states, organisations and groups that the sources name
 * most, and the topics of policy that they speak of, each with its counts and wordings as a comment. Where the sources
 * name nobody, one actor and one issue stand there to be replaced.
 */
export function proposeCodebook(sources: readonly Source[]): string {
  const issues = proposeIssues(sources)
  const terms = filePhrases(
    issues.flatMap(({ issue }) => [...issue.terms, ...issue.against].flat().map(term => [term, term] as const)),
  )
  const isTerm = (name: string) => findPhrases(terms, name).some(({ start, end }) => start === 0 && end === name.length)
  const actors = proposeActors(sources, isTerm)
  const codebook: Codebook = {
    actors: actors.length > 0 ? actors.map(({ actor }) => actor) : placeholders.actors,
    issues: issues.length > 0 ? issues.map(({ issue }) => issue) : placeholders.issues,
    discard: [],
  }
  return writeCodebook(codebook, {
    head,
    actors: new Map(actors.map(({ actor, tally }) => [actor.id, remarks(tally)])),
    issues: new Map(issues.map(({ issue, tally }) => [issue.id, remarks(tally)])),
  })
}
