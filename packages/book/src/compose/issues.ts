import {
  type Actor,
  type BookBlock,
  type BookTable,
  type Chapter,
  cell,
  countStances,
  crossReference,
  type Issue,
  line,
  opposedSides,
  prevailingStance,
  type Source,
  type Statement,
  stances,
  text,
} from '@briefbook/ast'
import { groupBy } from '../group.js'
import { layTable } from '../layout/table.js'
import { count, list } from '../strings/en.js'
import { positions } from './actors.js'
import { generated, generatedInSeries, paragraph, section } from './chapter.js'
import type { Context } from './context.js'
import { asking } from './questions.js'
import { anchorWithPageInCell } from './references.js'
import { differMark, stanceLegend, stanceMarks } from './stances.js'

const referencesShown = 4

/** Actor × source on one issue: where a reader sees who reports a position and who does not. */
function comparison(
  context: Context,
  issue: Issue,
  actors: readonly Actor[],
  statements: readonly Statement[],
): BookTable[] {
  const key = (one: { actor: string; source: string }) => `${one.actor} ${one.source}`
  const stated = groupBy(statements, key)
  const mentioned = new Set(context.analysis.mentions.filter(m => m.issue === issue.id).map(key))
  const mentions = (actor: Actor, source: string) => mentioned.has(key({ actor: actor.id, source }))
  const id = context.ids.claim(`issue-${issue.id}-comparison`)
  const lay = (sources: readonly Source[], left: readonly Source[]) =>
    layTable(
      {
        id,
        kind: 'matrix',
        caption: `${issue.name}: who holds what, by source`,
        alternative: `Stances towards ${issue.towards} of ${list(actors.map(a => a.name))}, in each of ${count(sources.length, 'source')}.`,
        head: [
          cell([], { header: 'column' }),
          ...sources.map(source => cell([source.meta.label], { header: 'column' })),
        ],
        rows: actors.map(actor => [
          cell([line('text', crossReference(`actor-${actor.id}-${issue.id}`, actor.name))], { header: 'row' }),
          ...sources.map(source => {
            const own = stated.get(key({ actor: actor.id, source: source.id }))
            if (!own) {
              const state = mentions(actor, source.id) ? 'mentioned' : 'absent'
              return cell([line('text', state === 'mentioned' ? 'mentioned' : '–')], { state })
            }
            const counts = countStances(own)
            const anchors = [...new Set(own.map(s => s.anchor))]
            const references = anchors
              .slice(0, referencesShown)
              .flatMap((anchor, i) => [...(i === 0 ? [] : [text(', ')]), ...anchorWithPageInCell(source, anchor)])
            const left = anchors.length - referencesShown
            return cell(
              [
                line('stance', ...stanceMarks(counts), ...(opposedSides(own) ? differMark : [])),
                line('evidence', ...references, ...(left > 0 ? [text(`, ${left}\u00a0more`)] : [])),
              ],
              { state: prevailingStance(counts) === null ? 'mentioned' : 'position', stance: prevailingStance(counts) },
            )
          }),
        ]),
        legend: stanceLegend(context.strings, [
          `   differ: the source shows both sides   mentioned: no position is stated   –: ${context.strings.states.absent}`,
          ...(left.length > 0
            ? [`   left out, as nothing in them is on this issue: ${list(left.map(s => s.meta.label))}`]
            : []),
        ]),
      },
      context.layout,
    )
  const whole = lay(context.sources, [])
  const fits = whole.length === 1 && whole[0]?.orientation === 'portrait'
  const silent = context.sources.filter(
    ({ id: source }) => !statements.some(s => s.source === source) && !actors.some(actor => mentions(actor, source)),
  )
  return fits || silent.length === 0
    ? whole
    : lay(
        context.sources.filter(source => !silent.includes(source)),
        silent,
      )
}

/** Who stands together and who apart, by the stance that most statements show. */
function camps(
  context: Context,
  issue: Issue,
  actors: readonly Actor[],
  statements: readonly Statement[],
): BookBlock[] {
  const camp = (actor: Actor) => prevailingStance(countStances(statements.filter(s => s.actor === actor.id))) ?? 'none'
  const items = stances.flatMap(stance => {
    const members = actors.filter(actor => camp(actor) === stance)
    if (members.length === 0) return []
    const links = members.flatMap((actor, i) => [
      ...(i === 0 ? [] : [text(', ')]),
      crossReference(`actor-${actor.id}-${issue.id}`, actor.name),
    ])
    return [
      {
        type: 'definitionItem' as const,
        term: [{ type: 'stanceMark' as const, stance, count: null }, text(` ${context.strings.stances[stance]}`)],
        children: links,
      },
    ]
  })
  return items.length > 0 ? [{ type: 'definitionList', children: items }] : []
}

/** A chapter for each issue that a source speaks of: what the stances are towards, the camps, and actor by source. */
export function composeIssues(context: Context): Chapter[] {
  const all = positions(context)
  const silent = context.codebook.issues.filter(issue => !all.some(p => p.issue.id === issue.id))
  const chapters = context.codebook.issues.flatMap(issue => {
    const own = all.filter(p => p.issue.id === issue.id)
    if (own.length === 0) return []
    const actors = own.map(p => p.actor)
    const statements = own.flatMap(p => p.statements)
    const findings = own.flatMap(({ actor, cell: content }): BookBlock[] =>
      content.finding === null
        ? []
        : [
            {
              type: 'finding',
              cell: { actor: actor.id, issue: issue.id },
              children: [{ type: 'strong', children: [text(`${actor.name}. `)] }, text(content.finding)],
            },
          ],
    )
    return [
      generatedInSeries(context.ids.claim(`issue-${issue.id}`), issue.name, [
        paragraph(`Stances in this chapter are towards ${issue.towards}.`),
        section(context.ids.claim(`issue-${issue.id}-camps`), 'Who stands where'),
        ...camps(context, issue, actors, statements),
        section(context.ids.claim(`issue-${issue.id}-sources`), 'Source by source'),
        ...comparison(context, issue, actors, statements),
        ...(findings.length > 0
          ? [section(context.ids.claim(`issue-${issue.id}-findings`), 'Findings'), ...findings]
          : []),
      ]),
    ]
  })
  if (silent.length > 0) {
    chapters.push(
      generated(context.ids.claim('issues-without-position'), 'Issues without a position', [
        asking(
          context,
          'gaps',
          paragraph(
            `The codebook also names ${list(silent.map(i => i.name))}. No source states a position on ${silent.length === 1 ? 'this issue' : 'these issues'}.`,
          ),
          `Nothing was found on ${list(silent.map(i => i.name))}. Is a source missing, or a term in codebook.yaml?`,
        ),
      ]),
    )
  }
  return chapters
}
