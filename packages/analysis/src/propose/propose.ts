import type { Source } from '@briefbook/ast'
import { placeholders } from '../codebook/placeholders.js'
import { writeCodebook } from '../codebook/write.js'
import { proposeActors } from './actors.js'
import { commonWords, type Tally } from './count.js'
import { proposeIssues } from './issues.js'

const times = (n: number, word: string) => `${n} ${word}${n === 1 ? '' : 's'}`

/** `# 61 times in 5 sources: Russia 40, Moscow 15` */
function comment(found: Tally): string {
  const words = commonWords(found, 5).map(([word, n]) => `${word.replace(/\s+/g, ' ')} ${n}`)
  return `${times(found.count, 'time')} in ${times(found.sources.size, 'source')}${words.length > 0 ? `: ${words.join(', ')}` : ''}`
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
  const actors = proposeActors(sources)
  const issues = proposeIssues(sources)
  const remarks = (found: readonly { id: string; tally: Tally }[]) =>
    new Map(found.map(({ id, tally }) => [id, [comment(tally)]] as const))
  return writeCodebook(
    {
      actors:
        actors.length > 0 ? actors.map(({ tally: _, ...actor }) => ({ ...actor, people: [] })) : placeholders.actors,
      issues:
        issues.length > 0
          ? issues.map(({ tally: _, terms, against, ...issue }) => ({
              ...issue,
              terms: terms.map(term => [term]),
              against: against.map(term => [term]),
            }))
          : placeholders.issues,
      discard: [],
    },
    { head, actors: remarks(actors), issues: remarks(issues) },
  )
}
