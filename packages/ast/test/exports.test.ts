import { expect, it } from 'vitest'
import * as ast from '../src/index.js'

it('exports what the specification names, and nothing else', () => {
  expect(Object.keys(ast).sort()).toEqual([
    'cell',
    'crossReference',
    'definition',
    'definitionList',
    'directionOfLanguage',
    'findBlock',
    'findQuotation',
    'formatAnchor',
    'isBookBlock',
    'isBookPhrasing',
    'isSourceBlockType',
    'isStance',
    'line',
    'normaliseQuotation',
    'overlaps',
    'pageReference',
    'pageRuns',
    'papers',
    'parseAnchor',
    'printAnchor',
    'rawSpans',
    'row',
    'sliceRuns',
    'sourceOf',
    'stanceMark',
    'stanceSigns',
    'stances',
    'text',
  ])
})
