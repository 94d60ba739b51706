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
import { depthsWithoutHoles } from '../resolve/depths.js'
import { count, printDate } from '../strings/en.js'
import { generatedInSeries, paragraph, section } from './chapter.js'
import type { Context } from './context.js'
import { composeExtract } from './evidence.js'
import { referenceText, sourceName } from './references.js'
import { inTongue, tongueOf } from './tongue.js'

/** What is known of a source, field by field; what the text does not show is said to be unknown. */
function card({ config }: Context, source: Source): BookBlock {
  const { meta } = source
  const tongue = tongueOf(source, undefined, config.language)
  const own = (value: string) => inTongue(value, tongue)
  const items: DefinitionItem[] = [
    meta.title === null ? definition('Title', 'not shown in the text') : definition('Title', own(meta.title)),
    ...(meta.subtitle === null ? [] : [definition('Subtitle', own(meta.subtitle))]),
    definition('Authors', meta.authors.length > 0 ? meta.authors.join(', ') : 'not shown in the text'),
    definition('Publisher', meta.publisher ?? 'not shown in the text'),
    definition('Date', meta.date === null ? 'not shown in the text' : printDate(meta.date)),
    ...(meta.kind === null ? [] : [definition('Kind', meta.kind)]),
    ...(meta.original === null ? [] : [definition('Reports on', ...referenceText(meta.original))]),
    definition('Short name', meta.label),
    definition('File', `${source.file} (${source.format}, SHA-256 ${source.sha256.slice(0, 12)}…)`),
    ...(source.children.some(({ page }) => page !== undefined)
      ? [definition('Its pages', 'in brackets below the number of the paragraph that each begins with or in')]
      : []),
    ...(source.furniture.length > 0
      ? [
          definition(
            'Left out',
            `${count(source.furniture.length, 'passage')} that belong to the page and not to the document`,
          ),
        ]
      : []),
  ]
  return definitionList(...items)
}

/** The cells that a block is evidence for, each once, as links back: actor by actor, whose name stands before the first. */
function supports({ statementsAt, codebook, ids }: Context, anchor: string): Passage['supports'] {
  const own = statementsAt.get(anchor)
  if (!own) return []
  return codebook.actors.flatMap(actor => {
    const stated = new Set(own.filter(statement => statement.actor === actor.id).map(({ issue }) => issue))
    return codebook.issues
      .filter(issue => stated.has(issue.id) && ids.has(`actor-${actor.id}-${issue.id}`))
      .map(({ id, name }, i) => crossReference(`actor-${actor.id}-${id}`, i === 0 ? `${actor.name}: ${name}` : name))
  })
}

/** The blocks of a source, with the pages of its file where they begin. */
function passages(context: Context, source: Source): Passage[] {
  const depthOf = depthsWithoutHoles()
  let before: number | undefined
  return source.children.map((block, index) => {
    const { page } = block
    const begins = page === undefined || page === before ? {} : { page }
    before = page ?? before
    const depth = block.type === 'heading' ? depthOf(block.depth).depth : block.type === 'listItem' ? block.depth : 1
    return { ...passage(context, source, block), number: index + 1, depth, ...begins }
  })
}

function passage(context: Context, source: Source, block: SourceBlock): Omit<Passage, 'number' | 'depth'> {
  return {
    type: 'passage',
    id: block.anchor,
    kind: block.type,
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
  return context.sources.map(source => {
    const chapter = generatedInSeries(`source-${source.id}`, `${source.meta.label}: ${sourceName(source)}`, [
      card(context, source),
      ...abstractOf(context, source),
      ...passages(context, source),
    ])
    const { language, ...other } = tongueOf(source, undefined, context.config.language)
    if (language === undefined || source.meta.title === null) return chapter
    return { ...chapter, tongue: { language, ...other, from: source.meta.label.length + 2 } }
  })
}
