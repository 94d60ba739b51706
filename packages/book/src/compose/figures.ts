import { type BookTable, type CellLine, type Chapter, cell, type Figure, line } from '@briefbook/ast'
import { groupBy } from '../group.js'
import { count, printDate, printInterval } from '../strings/en.js'
import { generated, paragraph } from './chapter.js'
import { type Context, table } from './context.js'
import { anchorWithPage } from './references.js'
import { quotedInLine } from './tongue.js'

function printTime(asOf: string): string {
  const [from = asOf, to] = asOf.split('/')
  return to === undefined ? printDate(from) : printInterval(from, to)
}

/** Who claims a figure, and the time that it holds for, as far as that is known. */
function claimOf({ asOf, claimant }: Figure): string[] {
  return [claimant ?? 'the source', ...(asOf === null ? [] : [printTime(asOf)])]
}

function placeOf(context: Context, { source: id, anchor }: Figure) {
  const source = context.sourceById.get(id)
  return source ? anchorWithPage(source, anchor) : []
}

/** Words of the passage that a figure stands in. */
const inItsTongue = (context: Context, { source, anchor }: Figure, words: string) =>
  quotedInLine(context.sourceById.get(source), anchor, words, context.config.language)

/** The claims of each thing of which there are several, in the order of the first. */
function claimsOfOneThing(figures: readonly Figure[]): Figure[][] {
  const compared = figures.filter(({ same }) => same !== null)
  return [...groupBy(compared, ({ same }) => same).values()]
}

/** The claims of one thing side by side, and whether they contradict each other. */
export function composeComparedFigures(context: Context): BookTable[] {
  const groups = claimsOfOneThing(context.analysis.figures)
  if (groups.length === 0) return []
  const inConflict = groups.filter(group => group.some(figure => figure.conflict)).length
  const claim = (figure: Figure): CellLine =>
    line(
      'text',
      { type: 'strong', children: [{ type: 'text', value: figure.value }] },
      ` (${claimOf(figure).join(', ')}): `,
      ...placeOf(context, figure),
    )
  return table(context, {
    id: 'figures-compared',
    kind: 'figures',
    caption: 'Claims of one thing',
    alternative: `${count(groups.length, 'thing')} of which there are several claims; in ${inConflict} of them claims contradict each other.`,
    head: ['Of what', 'Claims', 'Agreement'].map(title => cell([title], { header: 'column' })),
    fixedMm: { 0: 40, 2: 28 },
    rows: groups.map(group => [
      cell(
        group.slice(0, 1).map(first => line('text', ...inItsTongue(context, first, first.what))),
        { header: 'row' },
      ),
      cell(group.map(claim)),
      cell([group.some(figure => figure.conflict) ? '≠ conflict' : 'no conflict']),
    ]),
  })
}

/** Figures of one sentence, claimed by one and of one time, share a row: the sentence stands once. */
function rowsOf(figures: readonly Figure[]): [Figure, ...Figure[]][] {
  const rows: [Figure, ...Figure[]][] = []
  for (const figure of figures) {
    const row = rows.at(-1)
    const shared = (['anchor', 'quote', 'claimant', 'asOf'] as const).every(key => row?.[0][key] === figure[key])
    if (row && shared) row.push(figure)
    else rows.push([figure])
  }
  return rows
}

/** Every quantity that a source claims, in the order of the sources. */
export function composeFiguresTable(context: Context): BookTable[] {
  const { figures } = context.analysis
  if (figures.length === 0) return []
  return table(context, {
    id: 'figures-table',
    kind: 'figures',
    caption: 'Quantities that the sources claim',
    alternative: `${count(figures.length, 'quantity', 'quantities')}, each with the sentence that claims it.`,
    head: ['Figure', 'In the words of the source', 'Claimed by, as of', 'Source'].map(title =>
      cell([title], { header: 'column' }),
    ),
    fixedMm: { 0: 26, 2: 34, 3: 30 },
    rows: rowsOf(figures).map(row => [
      cell(
        row.map(figure => figure.value),
        { header: 'row' },
      ),
      cell([line('evidence', ...inItsTongue(context, row[0], row[0].quote))]),
      cell(claimOf(row[0])),
      cell([line('text', ...placeOf(context, row[0]))]),
    ]),
  })
}

export function composeFigures(context: Context): Chapter[] {
  const compared = composeComparedFigures(context)
  const tables = composeFiguresTable(context)
  return [
    generated(context.ids.claim('figures'), 'Figures', [
      tables.length > 0
        ? paragraph(
            'Every quantity that a source claims, with the time that it holds for (that of its sentence, else of the source) and whom the source gives as claiming it. Whether it is right is not for this table to say.',
          )
        : paragraph('No source claims a quantity.'),
      ...(compared.length > 0
        ? [
            paragraph(
              'First, claims of one thing side by side. Two are in conflict where they are of one time and leave no number that fits both; a rough figure may be a tenth off.',
            ),
            ...compared,
          ]
        : []),
      ...tables,
    ]),
  ]
}
