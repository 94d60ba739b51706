import {
  type BookBlock,
  type Chapter,
  crossReference,
  type DefinitionItem,
  definition,
  definitionList,
  type Passage,
  type Source,
  type SourceBlock,
  text,
} from '@briefbook/ast'
import { count, printDate } from '../strings/en.js'
import { generatedInSeries, paragraph, section } from './chapter.js'
import type { Context } from './context.js'
import { composeExtract } from './evidence.js'
import { referenceText, sourceName } from './references.js'
import { tongueOf } from './tongue.js'

/** What is known of a source, field by field; what the text does not show is said to be unknown. */
function card(source: Source): BookBlock {
  const { meta } = source
  const items: DefinitionItem[] = [
    definition('Title', meta.title ?? 'not shown in the text'),
    ...(meta.subtitle === null ? [] : [definition('Subtitle', meta.subtitle)]),
    definition('Authors', meta.authors.length > 0 ? meta.authors.join(', ') : 'not shown in the text'),
    definition('Publisher', meta.publisher ?? 'not shown in the text'),
    definition('Date', meta.date === null ? 'not shown in the text' : printDate(meta.date)),
    ...(meta.kind === null ? [] : [definition('Kind', meta.kind)]),
    ...(meta.original === null ? [] : [definition('Reports on', ...referenceText(meta.original))]),
    definition('Short name', meta.label),
    definition('File', `${source.file} (${source.format}, SHA-256 ${source.sha256.slice(0, 12)}…)`),
  ]
  return definitionList(...items)
}

/** The cells that a block is evidence for, each once, as links back. */
function supports(context: Context, anchor: string): Passage['supports'] {
  const cells = new Map<string, Passage['supports'][number]>()
  for (const statement of context.analysis.statements) {
    if (statement.anchor !== anchor) continue
    const actor = context.codebook.actors.find(a => a.id === statement.actor)
    const issue = context.codebook.issues.find(i => i.id === statement.issue)
    const target = `actor-${statement.actor}-${statement.issue}`
    if (actor && issue && context.ids.has(target))
      cells.set(target, crossReference(target, `${actor.name}: ${issue.name}`))
  }
  return [...cells.values()]
}

function passage(context: Context, source: Source, block: SourceBlock, index: number): Passage {
  return {
    type: 'passage',
    id: block.anchor,
    number: index + 1,
    kind: block.type,
    depth: block.type === 'heading' || block.type === 'listItem' ? block.depth : 1,
    marker: block.type === 'listItem' ? block.marker : block.type === 'footnote' ? block.label : null,
    rows: block.type === 'table' ? block.rows.map(r => r.map(([start, end]) => block.text.slice(start, end))) : null,
    ...tongueOf(source, block, context.config.language),
    children: [text(block.text)],
    supports: supports(context, block.anchor),
  }
}

/** The most central sentences, as many as the book wants, in the order of the text; nothing where there are none. */
function abstractOf(context: Context, source: Source): BookBlock[] {
  const { ids, analysis, config } = context
  const sentences = analysis.abstracts.find(a => a.source === source.id)?.sentences.slice(0, config.abstract) ?? []
  const place = new Map(source.children.map(({ anchor }, i) => [anchor, i]))
  const extracts = sentences
    .toSorted((a, b) => (place.get(a.anchor) ?? 0) - (place.get(b.anchor) ?? 0) || a.span[0] - b.span[0])
    .flatMap(sentence => composeExtract(context, source, sentence) ?? [])
  if (extracts.length === 0) return []
  return [
    section(ids.claim(`source-${source.id}-abstract`), 'In brief'),
    paragraph('Extracted: the sentences that have most in common with the rest of the text, in its words and order.'),
    ...extracts,
    section(ids.claim(`source-${source.id}-text`), 'The text'),
  ]
}

/** A chapter for each source: what is known of it, then its text with the numbered paragraphs that evidence leads to. */
export function composeDossiers(context: Context): Chapter[] {
  return context.sources.map(source =>
    generatedInSeries(`source-${source.id}`, `${source.meta.label}: ${sourceName(source)}`, [
      card(source),
      ...abstractOf(context, source),
      ...source.children.map((block, i) => passage(context, source, block, i)),
      ...(source.furniture.length > 0
        ? [
            {
              type: 'paragraph' as const,
              children: [
                {
                  type: 'emphasis' as const,
                  children: [
                    text(
                      `${count(source.furniture.length, 'passage')} of the file that belong to the page and not to the document are left out here.`,
                    ),
                  ],
                },
              ],
            },
          ]
        : []),
    ]),
  )
}
