/** Which way the lines of a text run, as HTML's `dir` says it. */
export type Direction = 'ltr' | 'rtl'

/** Languages whose usual script runs from right to left, by ISO 639 code. */
const languages = new Set([
  'ar',
  'arc',
  'ckb',
  'dv',
  'fa',
  'he',
  'ks',
  'prs',
  'ps',
  'sd',
  'skr',
  'syr',
  'ug',
  'ur',
  'yi',
])
/** Scripts that run from right to left, by ISO 15924 code. */
const scripts = new Set(['adlm', 'arab', 'hebr', 'nkoo', 'rohg', 'syrc', 'thaa'])

/** Which way a text runs that is in a language, named by its BCP 47 tag. */
export function directionOfLanguage(tag: string): Direction {
  const [language = '', ...subtags] = tag.toLowerCase().split('-')
  const script = subtags.find(subtag => /^[a-z]{4}$/.test(subtag))
  return (script === undefined ? languages.has(language) : scripts.has(script)) ? 'rtl' : 'ltr'
}
