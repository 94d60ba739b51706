import { expect, test } from 'vitest'
import * as parser from '../src/index.js'

test('the package exports what its README names', () => {
  expect(Object.keys(parser).sort()).toEqual(['defaultLimits', 'isSourceFile', 'parseSource', 'sourceMetadataSchema'])
})
