import {
  type BookPhrasing,
  type Chapter,
  crossReference,
  type DefinitionItem,
  definitionList,
  text,
} from '@briefbook/ast'
import { generatedInSeries, paragraph } from './chapter.js'
import type { Context } from './context.js'
import { printPlaces } from './places.js'

interface Meaning {
  term: string
  meaning: BookPhrasing[]
}

/** What the analysts explain, in their words. */
const written = ({ config }: Context): Meaning[] =>
  Object.entries(config.glossary).map(([term, meaning]) => ({ term, meaning: [text(meaning)] }))

/** What the sources explain: each short form where it stands beside its long form. */
const extracted = (context: Context): Meaning[] =>
  context.analysis.acronyms.map(({ short, long, anchors }) => ({
    term: short,
    meaning: [text(`${long} (`), ...printPlaces(context, anchors), text(')')],
  }))

/** The issues, as the codebook words them. */
const compared = (context: Context): Meaning[] =>
  context.codebook.issues.map(({ id, name, towards }) => ({
    term: name,
    meaning: [
      context.ids.has(`issue-${id}`) ? crossReference(`issue-${id}`, 'Issue') : text('Issue'),
      text(`: ${towards}.`),
    ],
  }))

/** Terms in the order of the alphabet. A term that several explain stands once, what the analysts say of it first. */
export function composeGlossary(context: Context): Chapter[] {
  const byTerm = new Map<string, BookPhrasing[]>()
  for (const { term, meaning } of [...written(context), ...extracted(context), ...compared(context)]) {
    const before = byTerm.get(term)
    byTerm.set(term, before ? [...before, text(' · '), ...meaning] : meaning)
  }
  const { compare } = new Intl.Collator(context.config.language, { sensitivity: 'base', numeric: true })
  const items = [...byTerm]
    .sort(([a], [b]) => compare(a, b) || (a < b ? -1 : 1))
    .map(([term, children]): DefinitionItem => ({ type: 'definitionItem', term: [text(term)], children }))
  return [
    generatedInSeries(context.ids.claim('glossary'), 'Glossary', [
      ...(items.length === 0
        ? [paragraph('No term of this book is explained.')]
        : [
            paragraph(
              'Short forms with a reference are as the sources explain them, issues as the codebook says what stances are towards, everything else as the authors of this book do.',
            ),
            definitionList(...items),
          ]),
    ]),
  ]
}
