import {
  type BookBlock,
  type Chapter,
  cell,
  definition,
  definitionList,
  type Source,
  type Statement,
  type Term,
} from '@briefbook/ast'
import { groupBy } from '../group.js'
import { count, list } from '../strings/en.js'
import { generated, paragraph, section } from './chapter.js'
import { type Context, table } from './context.js'

const wordsIn = (text: string) => text.match(/\p{L}[\p{L}\p{M}\p{N}’'-]*/gu)?.length ?? 0
/** Of sources that are still held: most are in the next book as well. */
const counted = new WeakMap<Source, number>()

function wordsOf(source: Source): number {
  const words = counted.get(source) ?? source.children.reduce((n, { text }) => n + wordsIn(text), 0)
  counted.set(source, words)
  return words
}

const printTerm = (term: Term) => (term.length === 1 ? (term[0] as string) : `(${term.join(' and ')})`)
const printTerms = (terms: readonly Term[]) => terms.map(printTerm).join(', ')

function sourcesTable(context: Context): BookBlock[] {
  const statements = groupBy(context.analysis.statements, s => s.source)
  const rejected = groupBy(context.analysis.rejected, s => s.source)
  const statementsOf = (id: string): readonly Statement[] => statements.get(id) ?? []
  const rejectedIn = (id: string) => rejected.get(id)?.length ?? 0
  const reviewedIn = (id: string) => statementsOf(id).filter(s => s.review !== null).length + rejectedIn(id)
  return table(context, {
    id: 'method-sources',
    kind: 'summary',
    caption: 'What was read',
    alternative: `Format, paragraphs, words, statements, how many of them analysts looked at, and passages left out for each of ${count(context.sources.length, 'source')}.`,
    head: ['Source', 'Format', 'Paragraphs', 'Words', 'Statements', 'Looked at', 'Left out'].map(title =>
      cell([title], { header: 'column' }),
    ),
    rows: context.sources.map(source => [
      cell([source.meta.label], { header: 'row' }),
      cell([source.format]),
      cell([String(source.children.length)]),
      cell([String(wordsOf(source))]),
      cell([String(statementsOf(source.id).length)]),
      cell([`${reviewedIn(source.id)} of ${statementsOf(source.id).length + rejectedIn(source.id)}`]),
      cell([count(source.furniture.length, 'passage')]),
    ]),
  })
}

function review(context: Context): string {
  const { statements, rejected } = context.analysis
  const reviewed = statements.filter(s => s.review !== null)
  const by = (action: string) => reviewed.filter(s => s.review?.action === action).length
  const looked = reviewed.length + rejected.length
  const all = statements.length + rejected.length
  if (looked === 0) return `No analyst has looked at the ${count(all, 'statement')} yet.`
  const share = Math.round((100 * looked) / all)
  return `Analysts have looked at ${looked} of ${count(all, 'statement')} (${share}\u00a0%): ${by('accept')} accepted, ${by('change')} changed, ${by('add')} added, ${rejected.length} rejected. Rejected statements are not in this book.`
}

/** How the book came about: what was read, what was left out, which rules found what, and the codebook. */
export function composeMethod(context: Context): Chapter[] {
  const { ids, codebook, analysis } = context
  const rules = [...new Set(analysis.statements.map(s => s.rule))].sort()
  const reasons = [...new Set(context.sources.flatMap(s => s.furniture.map(f => f.reason)))].sort()
  return [
    generated(ids.claim('method'), 'Method', [
      section(ids.claim('method-reading'), 'Reading'),
      paragraph(
        `Each source is read into numbered blocks: headings, paragraphs, list items, quotations, tables, footnotes. The words stay as they are; only white space and marks of the format are cleaned.${reasons.length > 0 ? ` Left out is what belongs to the page and not to the document: ${list(reasons)}.` : ''}`,
      ),
      ...sourcesTable(context),
      section(ids.claim('method-coding'), 'Coding'),
      paragraph(
        'A statement is a passage that says what one actor holds on one issue (after Discourse Network Analyzer). Statements are found by rules that need no network and always give the same result; a rule looks for an actor whose position is told, words of an issue, and words that show an attitude. Rules miss some statements and take some for statements that are none; a reader who doubts a cell follows its reference.',
      ),
      paragraph(review(context)),
      ...(rules.length > 0 ? [paragraph(`Rules that found the statements of this book: ${list(rules)}.`)] : []),
      section(ids.claim('method-comparing'), 'Comparing'),
      paragraph(
        'On an issue an actor stands where most of its statements show it. Two actors agree on an issue where both are for it, or both against it or afraid of it; they part where one is for it and the other is not (congruence and conflict after Leifeld 2017; analysis.json has both counts, and both divided by the mean number of issues on which the two take a side). Sources contradict each other where an actor is shown for and against one issue; the two passages quoted are the best of each side, from two sources where there are two.',
      ),
      paragraph(
        'The central sentences at the head of a source are chosen by continuous LexRank (Erkan and Radev 2004): those that share most words of weight with the other sentences, and not too many with one another. Acronyms are found after Schwartz and Hearst (2003). Persons are those of the codebook and those whom a title, an apposition or a verb of saying shows to be persons.',
      ),
      section(ids.claim('method-quotations'), 'Quotations'),
      paragraph(
        'Every quotation is looked up in its source each time the book is made: character by character first, then with quotation marks, dashes, spaces, ligatures and soft hyphens made alike. A quotation that is not there stops the making of the book. Marks in square brackets join two passages of one source in their order.',
      ),
      section(ids.claim('method-codebook'), 'The codebook'),
      section(ids.claim('method-actors'), 'Actors', 4),
      definitionList(
        ...codebook.actors.map(actor => {
          const names = [...actor.aliases, ...actor.people.map(p => p.name)]
          const country = actor.country === null ? [] : [`names, demonyms and capital of the country ${actor.country}`]
          return definition(actor.name, [...country, ...names].join(', ') || 'by this name alone')
        }),
      ),
      section(ids.claim('method-issues'), 'Issues', 4),
      definitionList(
        ...codebook.issues.map(issue =>
          definition(
            issue.name,
            `Stances are towards ${issue.towards}. Words: ${printTerms(issue.terms) || 'none'}.${issue.against.length > 0 ? ` Turn the direction: ${printTerms(issue.against)}.` : ''}`,
          ),
        ),
      ),
      section(ids.claim('method-making'), 'Making'),
      paragraph(
        `Made by ${context.tool}. The same content gives the same book, byte for byte; the content of this one has the SHA-256 ${context.contentHash}.`,
      ),
    ]),
  ]
}
