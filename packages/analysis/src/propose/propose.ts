import type { Source } from '@briefbook/ast'
import { type ProposedActor, proposeActors } from './actors.js'
import { commonWords, emptyTally, type Tally } from './count.js'
import { type ProposedIssue, proposeIssues } from './issues.js'

const reserved = /^(?:true|false|null|yes|no|on|off|y|n|~)$/i

/** A YAML scalar for a text: plain where that is safe, else in double quotes. */
function scalar(text: string): string {
  const plain =
    /^[\p{L}][\p{L}\p{N} .'’-]*\*?(?: [\p{L}\p{N}.'’-]+\*?)*$/u.test(text) && !reserved.test(text) && !/[ ]$/.test(text)
  return plain ? text : JSON.stringify(text)
}

const list = (words: readonly string[]) => `[${words.map(scalar).join(', ')}]`

const times = (n: number, word: string) => `${n} ${word}${n === 1 ? '' : 's'}`

/** `# 61 times in 5 sources: Russia 40, Moscow 15` */
function comment(found: Tally): string {
  const words = commonWords(found, 5).map(([word, n]) => `${word.replace(/\s+/g, ' ')} ${n}`)
  return `# ${times(found.count, 'time')} in ${times(found.sources.size, 'source')}${words.length > 0 ? `: ${words.join(', ')}` : ''}`
}

function actorLines({ id, name, country, aliases, tally }: ProposedActor): string[] {
  return [
    `  ${id}: ${comment(tally)}`,
    `    name: ${scalar(name)}`,
    ...(country === null ? [] : [`    country: ${JSON.stringify(country)}`]),
    ...(aliases.length > 0 ? [`    aliases: ${list(aliases)}`] : []),
  ]
}

function issueLines({ id, name, towards, terms, against, tally }: ProposedIssue): string[] {
  return [
    `  ${id}: ${comment(tally)}`,
    `    name: ${scalar(name)}`,
    `    towards: ${JSON.stringify(towards)}`,
    `    terms: ${list(terms)}`,
    ...(against.length > 0 ? [`    against: ${list(against)}`] : []),
  ]
}

const head = `# A proposal, made from the texts by counting. Read it, strike out what the book is not about, and put your own words in.
#
# actors   the rows of the matrices. \`country\` (ISO 3166-1) adds the names, the word for the people and the capital;
#          \`aliases\` add names, \`people\` persons who speak for the actor.
# issues   the columns. A stance is for or against what \`towards\` words, so word it as one can be for or against it.
#          \`terms\` bring a sentence under the issue: \`*\` stands for any ending; a list in the list means that all of
#          its phrases stand in one sentence. \`against\` are terms whose support is opposition to \`towards\`.
# discard  phrases in which a name is not the actor's.`

const nobody: ProposedActor = {
  id: 'first-actor',
  name: 'First actor',
  country: null,
  aliases: [],
  tally: emptyTally(),
}
const nothing: ProposedIssue = {
  id: 'first-issue',
  name: 'First issue',
  towards: 'what one can be for or against',
  terms: ['first issue'],
  against: [],
  tally: emptyTally(),
}

/**
 * A codebook to begin with, as the text of a codebook.yaml: the states, organisations and groups that the sources name
 * most, and the topics of policy that they speak of, each with its counts and wordings as a comment. Where the sources
 * name nobody, one actor and one issue stand there to be replaced.
 */
export function proposeCodebook(sources: readonly Source[]): string {
  const actors = proposeActors(sources)
  const issues = proposeIssues(sources)
  return [
    head,
    'actors:',
    ...(actors.length > 0 ? actors : [nobody]).flatMap(actorLines),
    'issues:',
    ...(issues.length > 0 ? issues : [nothing]).flatMap(issueLines),
    '',
  ].join('\n')
}
