import { describe, expect, it } from 'vitest'
import { findBlock, formatAnchor, parseAnchor, printAnchor, sourceOf } from '../src/index.js'

describe('anchors', () => {
  it('round-trip', () => {
    expect(parseAnchor(formatAnchor('swp-2021', 12))).toEqual({ source: 'swp-2021', n: 12 })
  })
  it.each(['swp', 'swp.', 'swp.0', '.3', 'swp.12a', 'a b.1'])('%s is none', text => {
    expect(parseAnchor(text)).toBeNull()
  })
  it('print with the label', () => {
    expect(printAnchor('SWP', 'swp.12')).toBe('SWP ¶12')
  })
  it('lead to their block', () => {
    const two = sourceOf('two', 'One.', 'Two.')
    expect(findBlock(two, 'two.2')?.text).toBe('Two.')
    expect(findBlock(two, 'two.3')).toBeUndefined()
    expect(findBlock(two, 'other.1')).toBeUndefined()
  })
})
