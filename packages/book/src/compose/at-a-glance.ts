import type { BookBlock, Chapter } from '@briefbook/ast'
import { generated, paragraph, section } from './chapter.js'
import type { Context } from './context.js'
import { composeCoverage } from './coverage.js'
import { matrixById } from './matrix.js'
import { coveragePicture } from './pictures/coverage.js'

const glances = [
  ['actor-issue', 'Who holds what', 'Each cell shows what the sources say that an actor holds on an issue.'],
  [
    'source-issue',
    'Which source says what',
    'Each cell shows the stances that a source reports on an issue, whoever holds them.',
  ],
  [
    'source-actor',
    'Which source speaks of whom',
    'Each cell shows the stances that a source reports of an actor, on whatever issue.',
  ],
] as const

/** Who holds what, and nothing else: the one table of a short book. */
export function composeMainMatrix(context: Context): Chapter[] {
  const [[id, title, sentence]] = glances
  return [generated(context.ids.claim('matrix'), title, [paragraph(sentence), ...(matrixById(context, id) ?? [])])]
}

/** The whole comparison on a few pages: how much there is, and the matrices. */
export function composeAtAGlance(context: Context): Chapter[] {
  const { ids } = context
  const children: BookBlock[] = [
    section(ids.claim('at-a-glance-coverage'), 'What the sources cover'),
    paragraph(
      'The larger and darker a mark, the more a source says on an issue. A blank column is a gap in what was read, not agreement.',
    ),
    ...coveragePicture(context),
    ...composeCoverage(context),
  ]
  for (const [id, title, sentence] of glances) {
    const tables = matrixById(context, id)
    if (tables?.length) children.push(section(ids.claim(`at-a-glance-${id}`), title), paragraph(sentence), ...tables)
  }
  for (const asked of context.config.matrices) {
    const tables = asked['at-a-glance'] ? matrixById(context, asked.id) : null
    const title = context.analysis.matrices.find(({ id }) => id === asked.id)?.title ?? asked.id
    if (tables?.length) children.push(section(ids.claim(`at-a-glance-${asked.id}`), title), ...tables)
  }
  return [generated(ids.claim('at-a-glance'), 'At a glance', children)]
}
