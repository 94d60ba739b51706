import { expect, it } from 'vitest'
import * as renderDocx from '../src/index.js'

it('gives what draws, and what reads a reference', () => {
  expect(Object.keys(renderDocx).sort()).toEqual([
    'UnreadableReference',
    'composeLedger',
    'readReference',
    'renderDocx',
  ])
})
