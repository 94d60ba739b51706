import { expect, it } from 'vitest'
import * as ast from '../src/index.js'

it('exports what the specification names, and nothing else', () => {
  expect(Object.keys(ast).sort()).toEqual([
    'cell',
    'countStances',
    'crossReference',
    'definition',
    'definitionList',
    'findBlock',
    'findQuotation',
    'formatAnchor',
    'isBookBlock',
    'isBookPhrasing',
    'isSourceBlockType',
    'isStance',
    'line',
    'matrixAxes',
    'normaliseQuotation',
    'overlaps',
    'pageReference',
    'pageRuns',
    'papers',
    'parseAnchor',
    'prevailingStance',
    'printAnchor',
    'rawSpans',
    'row',
    'sideOf',
    'sliceRuns',
    'sourceDate',
    'sourceOf',
    'stanceMark',
    'stanceSigns',
    'stances',
    'text',
  ])
})
