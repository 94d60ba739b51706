import type { BookBlock, KeyJudgement } from '@briefbook/ast'
import { didYouMean } from '@briefbook/diagnostics'
import type { RootContent } from 'mdast'
import type { ContainerDirective, LeafDirective } from 'mdast-util-directive'
import { toString as plainText } from 'mdast-util-to-string'
import { composeCoverage } from '../compose/coverage.js'
import { composeComparedFigures, composeFiguresTable } from '../compose/figures.js'
import { matrixById } from '../compose/matrix.js'
import { agreementPicture } from '../compose/pictures/agreement.js'
import { coveragePicture } from '../compose/pictures/coverage.js'
import { stancesPicture } from '../compose/pictures/stances.js'
import { timelinePicture } from '../compose/pictures/timeline.js'
import { composeTimelineTable } from '../compose/timeline.js'
import type { ChapterState } from './state.js'
import { confidences, likelihoods, mixedSentences } from './yardstick.js'

type Directive = ContainerDirective | LeafDirective
type DirectiveHandler = (state: ChapterState, node: Directive) => BookBlock[]

const oneOf = (state: ChapterState, node: Directive, attribute: string, words: readonly string[]): string | null => {
  const given = node.attributes?.[attribute]
  if (given === undefined || given === null || given === '') return null
  const word = given.trim().toLowerCase()
  if (!words.includes(word)) {
    state.message(
      'judgement-words-are-on-the-yardstick',
      `\`${given}\` is no ${attribute} of the yardstick.${didYouMean(word, words)}`,
      node,
      {
        expected: words.join(', '),
      },
    )
  }
  return given
}

const keyJudgement: DirectiveHandler = (state, node) => {
  const text = plainText(node)
  for (const sentence of mixedSentences(text)) {
    state.message('likelihood-and-confidence-stand-apart', `One sentence states both: “${sentence}”`, node)
  }
  const judgement: KeyJudgement = {
    type: 'keyJudgement',
    id: '',
    number: 0,
    likelihood: oneOf(state, node, 'likelihood', Object.keys(likelihoods)),
    confidence: oneOf(state, node, 'confidence', confidences),
    children: state.blocks(node.type === 'containerDirective' ? (node.children as RootContent[]) : []),
    ...(node.position ? { position: node.position } : {}),
  }
  if (judgement.children.length === 0) {
    state.message('directive-is-well-formed', 'A key judgement has no words.', node, {
      expected:
        ':::key-judgement{likelihood="likely" confidence="moderate"}, the judgement, and ::: on a line of its own',
    })
  }
  return [judgement]
}

const matrix: DirectiveHandler = (state, node) => {
  const id = node.attributes?.id
  const known = state.context.analysis.matrices.map(m => m.id)
  if (!id) {
    state.message('directive-is-well-formed', 'Which matrix to show is not said.', node, {
      expected: '::matrix{#actor-issue}',
    })
    return []
  }
  const tables = matrixById(state.context, id)
  if (!tables) {
    state.message('matrix-is-known', `There is no matrix \`${id}\`.${didYouMean(id, known)}`, node, {
      expected: known.join(', '),
    })
  }
  return tables ?? []
}

/** `::coverage{picture}` asks for the picture of what `::coverage` shows as a table. */
const isPicture = ({ attributes }: Directive) => attributes?.picture !== undefined && attributes.picture !== null

const stancesOf: DirectiveHandler = (state, node) => {
  const { actors } = state.context.codebook
  const id = node.attributes?.actor
  const actor = actors.find(one => one.id === id)
  if (actor) return stancesPicture(state.context, actor)
  const known = actors.map(one => one.id)
  if (!id) {
    state.message('directive-is-well-formed', 'Whose stances to show is not said.', node, {
      expected: `::stances{actor=${known[0] ?? 'id'}}`,
    })
  } else {
    state.message('actor-is-known', `There is no actor \`${id}\`.${didYouMean(id, known)}`, node, {
      expected: known.join(', '),
    })
  }
  return []
}

/** Every directive that a chapter can use. A new one is a line here and a sentence in the README. */
const directives: { readonly [name: string]: DirectiveHandler } = {
  'key-judgement': keyJudgement,
  matrix,
  timeline: (state, node) => (isPicture(node) ? timelinePicture : composeTimelineTable)(state.context),
  figures: state => [...composeComparedFigures(state.context), ...composeFiguresTable(state.context)],
  coverage: (state, node) => (isPicture(node) ? coveragePicture : composeCoverage)(state.context),
  stances: stancesOf,
  agreement: state => agreementPicture(state.context),
}

export function directive(state: ChapterState, node: Directive): BookBlock[] {
  const handler = Object.hasOwn(directives, node.name) ? directives[node.name] : undefined
  if (handler) return handler(state, node)
  const names = Object.keys(directives)
  state.message('directive-is-known', `There is no directive \`${node.name}\`.${didYouMean(node.name, names)}`, node, {
    expected: names.join(', '),
  })
  return []
}
