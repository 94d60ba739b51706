import type {
  BookPhrasing,
  Chart,
  DefinitionList,
  Evidence,
  Finding,
  KeyJudgement,
  Passage,
  Picture,
  Reference,
} from '@briefbook/ast'
import { stanceSigns } from '@briefbook/ast'
import { pageNumber, type RenderState, tongueAttributes } from '../state.js'
import { rendered } from '../template.js'

/** A source's words in their language and direction; where `whole` is set none of them breaks. */
function inTongue(
  state: RenderState,
  tongue: Pick<Passage, 'language' | 'direction'>,
  children: readonly BookPhrasing[],
  whole = false,
): string {
  const { dir } = tongueAttributes(tongue)
  const language = whole ? undefined : (tongue.language ?? state.book.meta.language)
  return state.inDirection(dir || state.running(), () => state.inline(children, language))
}

export function definitionListView(state: RenderState, node: DefinitionList): object {
  return {
    items: node.children.map(item => ({
      term: rendered(state.inline(item.term)),
      details: rendered(state.inline(item.children, state.book.meta.language)),
    })),
  }
}

export function evidenceView(state: RenderState, node: Evidence): object {
  const { stances } = state.book.strings
  return {
    quote: rendered(inTongue(state, node, [{ type: 'text', value: node.quote }])),
    ...tongueAttributes(node),
    stance: node.stance === null ? '' : stances[node.stance],
    sign: node.stance === null ? '' : stanceSigns[node.stance],
    stanceId: node.stance ?? '',
    speaker: node.speaker ?? '',
    reference: rendered(state.inline(node.absent ? node.reference.children : [node.reference])),
    // Empty where the paragraph is not in the book.
    page: node.absent ? '' : pageNumber(state, node.reference.target),
    pageLabel: state.book.strings.page,
    target: node.reference.target,
    // What an analyst quotes in a chapter was looked at by whoever quoted it.
    reviewed: node.reviewed && node.statement !== null ? state.book.strings.reviewed : '',
    typed: node.statement === null,
    normalised: node.verdict === 'normalised' ? state.book.strings.normalised : '',
    comment: node.comment ?? '',
  }
}

export function findingView(state: RenderState, node: Finding): object {
  return { html: rendered(state.inline(node.children, state.book.meta.language)) }
}

export function keyJudgementView(state: RenderState, node: KeyJudgement): object {
  const { strings } = state.book
  return {
    id: node.id,
    label: `${strings.keyJudgement} ${node.number}`,
    likelihoodLabel: strings.likelihood,
    likelihood: node.likelihood ?? '',
    confidenceLabel: strings.confidence,
    confidence: node.confidence ?? '',
    html: rendered(state.html(node.children)),
  }
}

export function passageView(state: RenderState, node: Passage): object {
  return {
    id: node.id,
    number: node.number,
    page: node.page ?? '',
    kind: node.kind,
    depth: node.depth,
    marker: node.marker ?? '',
    bullet: node.kind === 'listItem' && node.marker === null,
    // The heads of a source are below those of the book.
    level: Math.min(6, node.depth + 2),
    isHeading: node.kind === 'heading',
    isTable: node.rows !== null,
    rows: node.rows ?? [],
    ...tongueAttributes(node),
    // A head and a table's cells stay whole.
    html: rendered(inTongue(state, node, node.children, node.kind === 'heading')),
    supports: node.supports.map(reference => ({
      html: rendered(state.inline([reference])),
      page: pageNumber(state, reference.target),
    })),
  }
}

/** `part.chart` sees: id, kind, label (`Figure 3`), caption, piece (`2 / 3`), alternative, svg, widthMm, heightMm. */
export function chartView(state: RenderState, node: Chart): object {
  const drawn = Object.hasOwn(state.charts, node.id) ? state.charts[node.id] : undefined
  return {
    id: node.id,
    kind: node.kind,
    label: node.number === null ? '' : `${state.book.strings.figure} ${node.number}`,
    caption: node.caption,
    piece: node.piece === null ? '' : `${node.piece.number} / ${node.piece.of}`,
    alternative: node.alternative,
    there: drawn !== undefined,
    // Ours: made of the book's tree, every text in it escaped.
    svg: rendered(drawn?.svg ?? ''),
    widthMm: drawn?.widthMm ?? 0,
    heightMm: drawn?.heightMm ?? 0,
  }
}

export function pictureView(state: RenderState, node: Picture): object {
  const file = state.pictures[node.path]
  return {
    id: node.id,
    label: node.number === null ? '' : `${state.book.strings.figure} ${node.number}`,
    alternative: node.alternative,
    caption: node.caption,
    there: file !== undefined,
    // The page is printed without network: a picture travels inside it.
    url: file ? `data:${file.mime};base64,${Buffer.from(file.bytes).toString('base64')}` : '',
    widthPx: file?.widthPx ?? 0,
  }
}

export function referenceView(state: RenderState, node: Reference): object {
  return { id: node.id, label: node.label, html: rendered(state.inline(node.children)) }
}
