import { expect, it } from 'vitest'
import * as renderDocx from '../src/index.js'

it('gives one function', () => {
  expect(Object.keys(renderDocx)).toEqual(['renderDocx'])
})
