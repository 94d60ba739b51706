import { type Chapter, crossReference, definitionList, pageReference, text } from '@briefbook/ast'
import { generated, paragraph } from './chapter.js'
import type { Context } from './context.js'
import { printPlaces } from './places.js'

/** Where each actor is spoken of: its chapter, then the paragraphs that name it or state a position of it. */
export function composeIndex(context: Context): Chapter[] {
  const { appearances } = context.analysis
  const names = new Map(context.codebook.actors.map(({ id, name }) => [id, name]))
  const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
  const entries = appearances
    .map(({ actor, anchors }) => ({ actor, anchors, name: names.get(actor) ?? actor }))
    .sort((a, b) => compare(a.name.toLowerCase(), b.name.toLowerCase()))
  return [
    generated(context.ids.claim('index'), 'Index of actors', [
      paragraph(
        entries.length === 0
          ? 'No source names an actor of the codebook.'
          : 'The paragraphs of the sources in which an actor is named, or in which a position of it is stated, with their pages.',
      ),
      ...(entries.length === 0
        ? []
        : [
            definitionList(
              ...entries.map(({ actor, anchors, name }) => ({
                type: 'definitionItem' as const,
                term: [text(name)],
                children: [
                  ...(context.ids.has(`actor-${actor}`)
                    ? [
                        crossReference(`actor-${actor}`, 'Chapter'),
                        text('\u00a0p.\u00a0'),
                        pageReference(`actor-${actor}`),
                        text('. '),
                      ]
                    : []),
                  ...printPlaces(context, anchors),
                ],
              })),
            ),
          ]),
    ]),
  ]
}
