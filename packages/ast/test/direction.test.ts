import { expect, it } from 'vitest'
import { directionOfLanguage } from '../src/index.js'

it.each([
  ['en', 'ltr'],
  ['zh-Hant', 'ltr'],
  ['fa', 'rtl'],
  ['he-IL', 'rtl'],
  ['prs-AF', 'rtl'],
  ['pa-Arab-PK', 'rtl'],
  ['ar-Latn', 'ltr'],
  ['ha', 'ltr'],
  ['', 'ltr'],
])('a text in `%s` runs %s', (tag, direction) => {
  expect(directionOfLanguage(tag)).toBe(direction)
})
