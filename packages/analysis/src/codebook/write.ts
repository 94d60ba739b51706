import type { Actor, Codebook, Issue, Office, Person, Term } from '@briefbook/ast'

const reserved = /^(?:true|false|null|yes|no|on|off|y|n|~)$/i
/** Characters that JSON leaves as they are, and that XML forbids or a reader of text takes for the end of a line. */
const unprintable = /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g

/** A YAML scalar for a text: plain where that is safe, else in double quotes. */
export function scalar(text: string): string {
  const plain =
    /^[\p{L}][\p{L}\p{N} .'’-]*\*?(?: [\p{L}\p{N}.'’-]+\*?)*$/u.test(text) && !reserved.test(text) && !/ $/.test(text)
  if (plain) return text
  const code = (char: string) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`
  return JSON.stringify(text).replace(unprintable, code)
}

/** A list longer than this is written with a line for each entry. */
const longestLine = 116

/** A list in brackets, or an entry a line where that is too long. */
function list(key: string, entries: readonly string[], indent: string): string[] {
  if (entries.length === 0) return []
  const line = `${indent}${key}: [${entries.join(', ')}]`
  return line.length <= longestLine ? [line] : [`${indent}${key}:`, ...entries.map(entry => `${indent}  - ${entry}`)]
}

const term = (phrases: Term) =>
  phrases.length === 1 ? scalar(phrases[0] as string) : `[${phrases.map(scalar).join(', ')}]`

const office = ({ role, from, until }: Office) =>
  [
    `role: ${scalar(role)}`,
    ...(from === null ? [] : [`from: ${from}`]),
    ...(until === null ? [] : [`until: ${until}`]),
  ].join(', ')

function person({ name, offices }: Person): string {
  const [first] = offices
  if (first === undefined) return scalar(name)
  if (offices.length === 1) return `{ name: ${scalar(name)}, ${office(first)} }`
  return `{ name: ${scalar(name)}, offices: [${offices.map(one => `{ ${office(one)} }`).join(', ')}] }`
}

/** What the codebook says of an actor besides its id and its name, in lines of YAML. */
export const actorLines = ({ country, aliases, people }: Omit<Actor, 'id' | 'name'>, indent = ''): string[] => [
  ...(country === null ? [] : [`${indent}country: ${JSON.stringify(country)}`]),
  ...list('aliases', aliases.map(scalar), indent),
  ...list('people', people.map(person), indent),
]

/** What the codebook says of an issue besides its id and its name, in lines of YAML. */
export const issueLines = ({ towards, terms, against }: Omit<Issue, 'id' | 'name'>, indent = ''): string[] => [
  `${indent}towards: ${scalar(towards)}`,
  ...list('terms', terms.map(term), indent),
  ...list('against', against.map(term), indent),
]

/** The phrases to discard, in lines of YAML. */
export const discardLines = (discard: readonly string[]): string[] => list('discard', discard.map(scalar), '')

/** What stands beside the entries of a codebook as comments. */
export interface Remarks {
  /** Lines at the head of the file. */
  head?: readonly string[]
  /** By the id of an actor or issue: the first stands behind the id, each other in a line below. */
  actors?: ReadonlyMap<string, readonly string[]>
  issues?: ReadonlyMap<string, readonly string[]>
}

const comment = (text: string) => `# ${text.replace(/\s+/g, ' ').replace(unprintable, '').trim()}`

const opening = (id: string, [first, ...others]: readonly string[] = []) => [
  `  ${scalar(id)}:${first === undefined ? '' : ` ${comment(first)}`}`,
  ...others.map(text => `    ${comment(text)}`),
]

/** The text of a codebook.yaml. What is read from it is the codebook again. */
export function writeCodebook({ actors, issues, discard }: Codebook, remarks: Remarks = {}): string {
  return [
    ...(remarks.head ?? []).map(line => (line === '' ? '#' : `# ${line}`)),
    'actors:',
    ...actors.flatMap(({ id, name, ...rest }) => [
      ...opening(id, remarks.actors?.get(id)),
      `    name: ${scalar(name)}`,
      ...actorLines(rest, '    '),
    ]),
    'issues:',
    ...issues.flatMap(({ id, name, ...rest }) => [
      ...opening(id, remarks.issues?.get(id)),
      `    name: ${scalar(name)}`,
      ...issueLines(rest, '    '),
    ]),
    ...discardLines(discard),
    '',
  ].join('\n')
}
