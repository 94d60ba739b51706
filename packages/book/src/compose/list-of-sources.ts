import { type BookBlock, type Chapter, crossReference, pageReference, text } from '@briefbook/ast'
import { generated, paragraph } from './chapter.js'
import type { Context } from './context.js'
import { referenceText, sourceName } from './references.js'
import { tongueOf } from './tongue.js'

/** The list of sources in a citation style, each with the page of its dossier. */
export function composeReferences(context: Context): Chapter[] {
  const entries = context.sources.map((source): BookBlock => {
    const known = referenceText(source.meta, tongueOf(source, undefined, context.config.language))
    return {
      type: 'reference',
      id: context.ids.claim(`reference-${source.id}`),
      label: source.meta.label,
      children: [
        ...(known.length > 0 ? known : [text(sourceName(source))]),
        ...(source.meta.original === null ? [] : [text(' Reports on: '), ...referenceText(source.meta.original)]),
        ...(context.planned.has('dossiers')
          ? [
              text(' '),
              crossReference(`source-${source.id}`, 'Printed in full'),
              text(', p.\u00a0'),
              pageReference(`source-${source.id}`),
              text('.'),
            ]
          : []),
      ],
    }
  })
  return [
    generated(context.ids.claim('references'), 'List of sources', [
      paragraph('Authors, date, title and publisher as the texts show them; what a text does not show is left out.'),
      ...entries,
    ]),
  ]
}
