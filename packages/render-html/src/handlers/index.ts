import type {
  BookBlock,
  BookPhrasing,
  BookTable,
  Chart,
  CrossReference,
  DefinitionList,
  Evidence,
  Finding,
  Foreign,
  KeyJudgement,
  Note,
  PageReference,
  Passage,
  Picture,
  Reference,
  StanceMark,
} from '@briefbook/ast'
import type { Element, Nodes as HastNodes } from 'hast'
import type { Heading, Text } from 'mdast'
import { defaultHandlers, type Handler, type Handlers, type State as HastState } from 'mdast-util-to-hast'
import type { RenderState } from '../state.js'
import type { PartName } from '../template.js'
import type { Place } from '../text/places.js'
import {
  chartView,
  definitionListView,
  evidenceView,
  findingView,
  keyJudgementView,
  passageView,
  pictureView,
  referenceView,
} from '../views/blocks.js'
import { tableView } from '../views/table.js'
import * as phrasing from './phrasing.js'

/** The nodes that mdast-util-to-hast knows how to turn into HTML. */
type MdastType =
  | 'paragraph'
  | 'list'
  | 'blockquote'
  | 'code'
  | 'thematicBreak'
  | 'text'
  | 'emphasis'
  | 'strong'
  | 'delete'
  | 'inlineCode'
  | 'break'
  | 'link'

/** Those of them that may carry the mark of a change. */
const markedTypes = ['paragraph', 'list', 'blockquote', 'code'] as const satisfies MdastType[]
type MarkedType = (typeof markedTypes)[number]
type Markable = Pick<BookBlock, 'data'>

type OwnType = Exclude<(BookBlock | BookPhrasing)['type'], MdastType>

/**
 * The handlers of the nodes that a briefing book adds to mdast. Blocks are rendered by the parts of the template;
 * what comes out of a part is marked as raw, so that it is not escaped again.
 */
export function bookHandlers(state: RenderState): Handlers {
  const part =
    <T extends Markable>(name: PartName, view: (state: RenderState, node: T) => object): Handler =>
    (_: HastState, node: T) => {
      const changed = node.data?.changed === true
      return { type: 'raw', value: state.template.renderPart(name, { ...view(state, node), changed }) } as never
    }
  const inline =
    <T>(handle: (state: RenderState, hast: HastState, node: T) => HastNodes | HastNodes[]): Handler =>
    (hast: HastState, node: T) =>
      handle(state, hast, node) as never

  /** As mdast-util-to-hast has it, but for the mark of words that have changed. */
  const plain =
    (type: MarkedType): Handler =>
    (hast: HastState, node: Markable, parent) => {
      const result = (defaultHandlers[type] as Handler)(hast, node, parent) as Element
      if (node.data?.changed) result.properties = { ...result.properties, className: ['changed'] }
      return result
    }

  const handlers = {
    ...(Object.fromEntries(markedTypes.map(type => [type, plain(type)])) as { [type in MarkedType]: Handler }),
    heading: (hast: HastState, node: Heading) => ({
      type: 'element',
      tagName: `h${node.depth}`,
      properties: node.data?.id ? { id: node.data.id } : {},
      children: [
        ...(node.data?.number
          ? [
              {
                type: 'element' as const,
                tagName: 'span',
                properties: { className: ['number'] },
                children: [{ type: 'text' as const, value: node.data.number }],
              },
              { type: 'text' as const, value: ' ' },
            ]
          : []),
        ...state.whole(() => hast.all(node)),
      ],
    }),
    text: inline<Text>(phrasing.text),
    foreign: inline<Foreign>(phrasing.foreign),
    definitionList: part<DefinitionList>('definition-list', definitionListView),
    evidence: part<Evidence>('evidence', evidenceView),
    finding: part<Finding>('finding', findingView),
    keyJudgement: part<KeyJudgement>('key-judgement', keyJudgementView),
    bookTable: part<BookTable>('table', tableView),
    chart: part<Chart>('chart', chartView),
    picture: part<Picture>('picture', pictureView),
    passage: part<Passage>('passage', passageView),
    reference: part<Reference>('reference', referenceView),
    note: inline<Note>(phrasing.note),
    crossReference: inline<CrossReference>(phrasing.crossReference),
    pageReference: inline<PageReference>(phrasing.pageReference),
    stanceMark: inline<StanceMark>(phrasing.stanceMark),
  } satisfies { [type in OwnType | 'text']: Handler }
  // No node of the book: made when phrasing is rendered.
  return Object.assign(handlers, { place: inline<Place>(phrasing.place) })
}
