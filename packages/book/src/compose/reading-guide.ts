import {
  type Chapter,
  type DefinitionItem,
  definition,
  definitionList,
  stanceMark,
  stances,
  text,
} from '@briefbook/ast'
import { count } from '../strings/en.js'
import { generated, paragraph, section } from './chapter.js'
import type { Context } from './context.js'

/** How to read this book: what its signs mean and how a claim leads to its source. */
export function composeReadingGuide(context: Context): Chapter[] {
  const { sources, codebook, analysis, strings, ids } = context
  const stanceItems = stances.map(
    (stance): DefinitionItem => ({
      type: 'definitionItem',
      term: [stanceMark(stance), text(` ${strings.stances[stance]}`)],
      children: [text(stanceMeaning[stance])],
    }),
  )
  return [
    generated(ids.claim('reading-guide'), 'How to read this book', [
      paragraph(
        `This book compares what ${count(sources.length, 'source')} say on ${count(codebook.issues.length, 'issue')} about ${count(codebook.actors.length, 'actor')}. It rests on ${count(analysis.statements.length, 'statement')}: passages that say what one actor holds on one issue.`,
      ),
      paragraph(
        'Each passage is quoted word for word and leads to the numbered paragraph it comes from. SRC ¶12 is the twelfth paragraph of the source with the short name SRC; the sources are printed in full, with their paragraphs numbered, near the end of the book. On screen every reference is a link; on paper the page number behind it serves.',
      ),
      section(ids.claim('reading-guide-stances'), 'Stances'),
      paragraph(
        'A stance is held towards the issue as the method chapter words it. A sign with a number behind it says how many statements show that stance.',
      ),
      definitionList(...stanceItems),
      section(ids.claim('reading-guide-cells'), 'Cells'),
      definitionList(
        definition(
          'Signs',
          'At least one source states a position. The ground of the cell has the shade of the stance that most statements show.',
        ),
        definition(
          'differ',
          'The sources give the actor opposed stances; all of them are shown, none is averaged away. The references of each side stand behind its sign.',
        ),
        definition(
          '5 in 2',
          'At the head of a row or column: five statements in two sources stand in it. Of a source, the statements alone.',
        ),
        definition('mentioned', 'A source speaks of the actor and the issue together, and shows no attitude.'),
        definition('–', 'No source addresses this. That is not the same as a neutral position.'),
      ),
      section(ids.claim('reading-guide-voices'), 'Who speaks'),
      paragraph(
        'Quotations are extracted from the sources. Stances are inferred by rules that the method chapter names, unless an analyst has looked at them, which is said beside the quotation. Findings, judgements and the written chapters are the analyst’s own words and are set apart from both.',
      ),
    ]),
  ]
}

const stanceMeaning = {
  favours: 'The actor wants it, supports it or works for it.',
  opposes: 'The actor rejects it, hinders it or works against it.',
  concerned: 'The actor fears it or sees a danger in it.',
  mixed: 'The passage shows the actor for and against at once.',
  none: 'The passage describes what the actor does, and shows no attitude.',
} as const
