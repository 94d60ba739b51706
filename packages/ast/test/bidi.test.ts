import { expect, it } from 'vitest'
import { directedParts } from '../src/index.js'

/** The parts of a text, those from right to left in brackets. */
const parts = (text: string) =>
  directedParts(text)
    .map(part => (part.rightToLeft ? `[${part.text}]` : part.text))
    .join('')

it.each([
  ['No such words, 12.', 'No such words, 12.'],
  ['', ''],
  ['in Tehran (تهران) 14', 'in Tehran ([تهران]) 14'],
  ['تهران, 14 March', '[تهران], 14 March'],
  ['says «لن نتنازل» ¶12', 'says «[لن نتنازل]» ¶12'],
  // What stands between two words of one phrase is part of it, a number too; Latin letters end it.
  ['في 14 مارس 2025', '[في 14 مارس] 2025'],
  ['عن UNESCO إن', '[عن] UNESCO [إن]'],
  // Marks of its own end a phrase; a dot does not.
  ['من يدفع؟ p. 3', '[من يدفع؟] p. 3'],
  ['سال ۱۴۰۴.', '[سال ۱۴۰۴].'],
  ['שלום and سلام', '[שלום] and [سلام]'],
])('%s', (text, expected) => {
  expect(parts(text)).toBe(expected)
  expect(
    directedParts(text)
      .map(part => part.text)
      .join(''),
  ).toBe(text)
})
