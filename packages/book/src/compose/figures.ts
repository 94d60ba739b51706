import { type BookTable, type Chapter, cell, line } from '@briefbook/ast'
import { count } from '../strings/en.js'
import { generated, paragraph } from './chapter.js'
import { type Context, table } from './context.js'
import { anchorWithPage } from './references.js'

/** Every quantity that a source claims, in the order of the sources. */
export function composeFiguresTable(context: Context): BookTable[] {
  const { figures } = context.analysis
  if (figures.length === 0) return []
  return table(context, {
    id: 'figures-table',
    kind: 'figures',
    caption: 'Quantities that the sources claim',
    alternative: `${count(figures.length, 'quantity', 'quantities')}, each with the sentence that claims it.`,
    head: ['Figure', 'In the words of the source', 'Source'].map(title => cell([title], { header: 'column' })),
    fixedMm: { 0: 30, 2: 32 },
    rows: figures.map(figure => {
      const source = context.sourceById.get(figure.source)
      return [
        cell([figure.value], { header: 'row' }),
        cell([line('evidence', `“${figure.quote}”`)]),
        cell([line('text', ...(source ? anchorWithPage(source, figure.anchor) : []))]),
      ]
    }),
  })
}

export function composeFigures(context: Context): Chapter[] {
  const tables = composeFiguresTable(context)
  return [
    generated(context.ids.claim('figures'), 'Figures', [
      tables.length > 0
        ? paragraph('Every quantity that a source claims. Whether it is right is not for this table to say.')
        : paragraph('No source claims a quantity.'),
      ...tables,
    ]),
  ]
}
