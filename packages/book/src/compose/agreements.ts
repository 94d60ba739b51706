import {
  type ActorPair,
  type BookBlock,
  type BookPhrasing,
  type Chapter,
  type Contradiction,
  cell,
  crossReference,
  type DefinitionItem,
  definitionList,
  type IssueCamps,
  type Stance,
  type Statement,
  sourceDate,
  stanceMark,
  text,
} from '@briefbook/ast'
import { count } from '../strings/en.js'
import { generatedInSeries, paragraph, section } from './chapter.js'
import { type Context, table } from './context.js'
import { composeQuotation } from './evidence.js'
import { agreementPicture, mostNamedAbove } from './pictures/agreement.js'
import { anchorReference } from './references.js'
import { stanceLegend } from './stances.js'

/** How many actors of a camp are quoted; the others are named. */
const quotedPerCamp = 4
/** How many pairs of actors are written out. */
const pairsShown = 8
/** How many contradictions of an actor are quoted. */
const contradictionsQuoted = 3

/** What the chapter looks up again and again. */
interface Names {
  actor(id: string): string
  issue(id: string): string
  /** An actor's name that leads to all evidence for it on an issue. */
  position(actor: string, issue: string, name: string): BookPhrasing
  statement(id: string | undefined): Statement | null
}

function namesOf({ codebook, ids, statementById }: Context): Names {
  const actors = new Map(codebook.actors.map(({ id, name }) => [id, name]))
  const issues = new Map(codebook.issues.map(({ id, name }) => [id, name]))
  return {
    actor: id => actors.get(id) ?? id,
    issue: id => issues.get(id) ?? id,
    position: (actor, issue, name) => {
      const target = `actor-${actor}-${issue}`
      return ids.has(target) ? crossReference(target, name) : text(name)
    },
    statement: id => statementById.get(id ?? '') ?? null,
  }
}

const commas = (nodes: readonly BookPhrasing[]): BookPhrasing[] =>
  nodes.flatMap((node, i) => [...(i === 0 ? [] : [text(', ')]), node])

const item = (term: BookPhrasing[], children: BookPhrasing[]): DefinitionItem => ({
  type: 'definitionItem',
  term,
  children,
})

/** Every two actors in a square: on how many issues they are on one side, and on how many on opposed ones. */
function square(context: Context, names: Names, pairs: readonly ActorPair[]): BookBlock[] {
  const actors = context.codebook.actors.filter(({ id }) => pairs.some(pair => pair.actors.includes(id)))
  if (actors.length < 3) return []
  const numbered = actors.length > mostNamedAbove
  const found = new Map(
    pairs.flatMap(pair => [
      [pair.actors.join(' '), pair],
      [pair.actors.toReversed().join(' '), pair],
    ]),
  )
  return table(context, {
    id: 'agreements-table',
    kind: 'matrix',
    caption: 'Who stands with whom',
    alternative: `For every two of ${count(actors.length, 'actor')}, the number of issues on which they take the same side and the number on which they take opposed sides.`,
    head: [
      cell([], { header: 'column' }),
      ...actors.map(({ name }, i) => cell([numbered ? String(i + 1) : name], { header: 'column' })),
    ],
    rows: actors.map((own, i) => [
      cell([numbered ? `${i + 1}\u00a0 ${names.actor(own.id)}` : names.actor(own.id)], { header: 'row' }),
      ...actors.map(other => {
        const pair = found.get(`${own.id} ${other.id}`)
        return cell([
          pair ? `${pair.together.length}\u00a0:\u00a0${pair.apart.length}` : own.id === other.id ? '·' : '–',
        ])
      }),
    ]),
    legend: [
      ...(numbered ? [text('The numbers above the columns are those of the rows.   ')] : []),
      text('2 : 1: on two issues on the same side, on one on opposed sides   –: no issue on which both take a side'),
    ],
  })
}

/** The pairs that part most, and over what. */
function parting(names: Names, pairs: readonly ActorPair[]): BookBlock[] {
  const apart = pairs
    .map((pair, i) => ({ pair, i }))
    .filter(({ pair }) => pair.apart.length > 0)
    .sort(
      (a, b) =>
        b.pair.apart.length - a.pair.apart.length || b.pair.normalised.apart - a.pair.normalised.apart || a.i - b.i,
    )
    .map(({ pair }) => pair)
  if (apart.length === 0) return []
  const linked = (issues: readonly string[]) =>
    commas(issues.map(issue => crossReference(`agreements-${issue}`, names.issue(issue))))
  const plain = (issues: readonly string[]) => commas(issues.map(issue => text(names.issue(issue))))
  const left = apart.length - pairsShown
  return [
    definitionList(
      ...apart
        .slice(0, pairsShown)
        .map(({ actors, together, apart: over }) =>
          item(
            [text(actors.map(names.actor).join(' – '))],
            [
              text('Apart on '),
              ...linked(over),
              text('.'),
              ...(together.length > 0 ? [text(' Together on '), ...plain(together), text('.')] : []),
            ],
          ),
        ),
    ),
    ...(left > 0
      ? [paragraph(`${count(left, 'more pair')} of actors ${left === 1 ? 'parts' : 'part'} on one issue or more.`)]
      : []),
  ]
}

/** The actors of one issue camp by camp, each with its best passage. */
function camps(context: Context, names: Names, { issue, camps: own }: IssueCamps): BookBlock[] {
  const items = own.flatMap(({ stance, members }) => {
    // One more is quoted rather than named alone.
    const shown = members.length <= quotedPerCamp + 1 ? members.length : quotedPerCamp
    const quoted = members.slice(0, shown).flatMap(({ actor, statements }) => {
      const statement = names.statement(statements[0])
      const quotation = statement && composeQuotation(context, statement)
      return quotation ? [item(signed(stance, names.position(actor, issue, names.actor(actor))), quotation)] : []
    })
    const others = members.slice(shown)
    return others.length === 0
      ? quoted
      : [
          ...quoted,
          item(
            signed(stance, text('Also')),
            commas(others.map(({ actor }) => names.position(actor, issue, names.actor(actor)))),
          ),
        ]
  })
  return items.length === 0 ? [] : [definitionList(...items)]
}

const signed = (stance: Stance, node: BookPhrasing): BookPhrasing[] => [stanceMark(stance), text('\u00a0'), node]

/** The issues on which nobody stands against anybody: who takes which stance, and where it says so. */
function unanimous(context: Context, names: Names, issues: readonly IssueCamps[]): BookBlock[] {
  const items = issues.map(({ issue, camps: own }) =>
    item(
      [text(names.issue(issue))],
      own.flatMap(({ stance, members }, i) => [
        ...(i === 0 ? [] : [text('   ')]),
        stanceMark(stance),
        text('\u00a0'),
        ...members.flatMap(({ actor, statements }, k) => {
          const statement = names.statement(statements[0])
          const source = statement && context.sourceById.get(statement.source)
          return [
            ...(k === 0 ? [] : [text(', ')]),
            names.position(actor, issue, names.actor(actor)),
            ...(source ? [text(' ('), anchorReference(source, statement.anchor), text(')')] : []),
          ]
        }),
      ]),
    ),
  )
  return items.length === 0 ? [] : [definitionList(...items)]
}

const howTheyDiffer = {
  sources: 'Two sources differ.',
  times: 'Two sources of different years differ.',
  passages: 'One source shows both sides.',
} as const satisfies { [kind in Contradiction['between']]: string }

/** Both sides of a contradiction, each with its sign, its words and its place. */
function inFull(context: Context, names: Names, { actor, issue, between, sides }: Contradiction): DefinitionItem[] {
  const quoted = sides.flatMap(([best]) => {
    const statement = names.statement(best)
    const quotation = statement && composeQuotation(context, statement)
    if (!statement || !quotation) return []
    const source = context.sourceById.get(statement.source)
    const year = between === 'times' && source ? (sourceDate(source.meta)?.slice(0, 4) ?? null) : null
    return [[...signed(statement.stance, text(year === null ? '' : `${year}: `)), ...quotation]]
  })
  if (quoted.length < 2) return []
  const how: BookPhrasing = { type: 'emphasis', children: [text(howTheyDiffer[between])] }
  return [
    item(
      [names.position(actor, issue, names.issue(issue))],
      [how, ...quoted.flatMap((side): BookPhrasing[] => [{ type: 'break' }, ...side])],
    ),
  ]
}

/** Contradictions of which only the places are told: `Drugs + SWP ¶3 − ELN ¶8`. */
function inBrief(context: Context, names: Names, all: readonly Contradiction[]): DefinitionItem[] {
  if (all.length === 0) return []
  const details = all.map(({ actor, issue, sides }): BookPhrasing[] => [
    names.position(actor, issue, names.issue(issue)),
    ...sides.flatMap(([best]) => {
      const statement = names.statement(best)
      const source = statement && context.sourceById.get(statement.source)
      return source ? [text(' '), ...signed(statement.stance, anchorReference(source, statement.anchor))] : []
    }),
  ])
  return [
    item(
      [text('Also')],
      details.flatMap((one, i) => [...(i === 0 ? [] : [text('; ')]), ...one]),
    ),
  ]
}

/** How even the two sides are: one passage against nine is less of a contradiction than four against five. */
const evenness = ({ sides: [ayes, noes] }: Contradiction) => Math.min(ayes.length, noes.length)

/** Those to quote: two sources that differ, not one that shows both; of many, those whose sides are most even. */
function weightiest(own: readonly Contradiction[]): Set<Contradiction> {
  const differing = own.filter(({ between }) => between !== 'passages')
  return new Set(differing.toSorted((a, b) => evenness(b) - evenness(a)).slice(0, contradictionsQuoted))
}

function contradictions(context: Context, names: Names, all: readonly Contradiction[]): BookBlock[] {
  const blocks = context.codebook.actors.flatMap(({ id, name }): BookBlock[] => {
    const own = all.filter(c => c.actor === id)
    const quoted = weightiest(own)
    const items = [
      ...own.filter(c => quoted.has(c)).flatMap(c => inFull(context, names, c)),
      ...inBrief(
        context,
        names,
        own.filter(c => !quoted.has(c)),
      ),
    ]
    return items.length === 0
      ? []
      : [section(context.ids.claim(`agreements-contradictions-${id}`), name, 4), definitionList(...items)]
  })
  if (blocks.length === 0) return []
  return [
    section(context.ids.claim('agreements-contradictions'), 'Where the sources contradict each other'),
    paragraph(
      'One actor, one issue, and a passage on either side. Times may have changed, an actor may be of two minds, or a source may be wrong: which of these, a reader has to judge. Where one source shows both sides, only the places are told.',
    ),
    ...blocks,
  ]
}

/** Who stands together and who apart, and in what the sources contradict each other: passages, not scores alone. */
export function composeAgreements(context: Context): Chapter[] {
  const { ids } = context
  const { camps: issues, pairs, contradictions: all } = context.analysis.agreements
  const names = namesOf(context)
  const shared = issues.filter(({ camps: own }) => own.reduce((n, camp) => n + camp.members.length, 0) > 1)
  const contested = shared.filter(issue => issue.contested)
  const agreed = shared.filter(issue => !issue.contested)
  // Sections are named before anything leads to them.
  const idOf = new Map(contested.map(({ issue }) => [issue, ids.claim(`agreements-${issue}`)]))
  const children: BookBlock[] = [
    paragraph(
      'An actor stands where most statements of it on an issue show it; who opposes a thing and who fears it are on one side. What only describes takes no side.   ',
      ...stanceLegend(context.strings),
    ),
  ]
  const overview = [...agreementPicture(context), ...square(context, names, pairs), ...parting(names, pairs)]
  if (overview.length > 0)
    children.push(section(ids.claim('agreements-pairs'), 'Who stands together and who apart'), ...overview)
  for (const issue of contested) {
    const towards = context.codebook.issues.find(({ id }) => id === issue.issue)?.towards ?? ''
    children.push(
      section(idOf.get(issue.issue) as string, `Apart: ${names.issue(issue.issue)}`),
      paragraph(`Towards ${towards}:`),
      ...camps(context, names, issue),
    )
  }
  if (agreed.length > 0) {
    children.push(
      section(ids.claim('agreements-together'), 'Where nobody stands against anybody'),
      ...unanimous(context, names, agreed),
    )
  }
  children.push(...contradictions(context, names, all))
  if (children.length === 1) children.push(paragraph('No two actors take a side on the same issue.'))
  return [generatedInSeries(ids.claim('agreements'), 'Agreements and divergences', children)]
}
