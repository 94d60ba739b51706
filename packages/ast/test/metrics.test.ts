import { describe, expect, it } from 'vitest'
import { textWidthEm, unbreakablePieces, unknownAdvances } from '../src/index.js'

describe('textWidthEm', () => {
  it('adds up the advances of the font, by weight', () => {
    const advances = { regular: { 97: 0.5, 98: 0.25 }, bold: { 97: 1 } }
    expect(textWidthEm('aab', advances)).toBe(1.25)
    expect(textWidthEm('aa', advances, 'bold')).toBe(2)
  })
  it('takes a character that the font does not have for one of its kind', () => {
    const width = (text: string) => textWidthEm(text, unknownAdvances)
    expect(width('水坝')).toBe(2)
    expect(width('e\u0301')).toBe(width('e'))
    expect(width('W')).toBeGreaterThan(width('w'))
    expect(width('سد')).toBeGreaterThan(1)
    expect(width('𠀋')).toBe(1)
    // A vowel sign beside its letter takes room, one over it none.
    expect(width('का')).toBeGreaterThan(width('क'))
    expect(width('के')).toBe(width('क'))
  })
})

describe('unbreakablePieces', () => {
  it('breaks behind spaces and hyphens and between Chinese characters', () => {
    expect(unbreakablePieces('The dam-builders 的水坝')).toEqual(['The ', 'dam-', 'builders ', '的', '水', '坝'])
  })
  it('holds together what a no-break space joins', () => {
    expect(unbreakablePieces('SWP\u00a0¶12, p.\u00a04')).toEqual(['SWP\u00a0¶12, ', 'p.\u00a04'])
    expect(unbreakablePieces('')).toEqual([])
  })
})
