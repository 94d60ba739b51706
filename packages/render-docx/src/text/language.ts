/** Languages whose usual script runs from right to left, by ISO 639 code. */
const rightToLeft = new Set(['ar', 'arc', 'ckb', 'dv', 'fa', 'he', 'ks', 'prs', 'ps', 'sd', 'syr', 'ug', 'ur', 'yi'])
/** Scripts that run from right to left, by ISO 15924 code. */
const scripts = new Set(['adlm', 'arab', 'hebr', 'nkoo', 'rohg', 'syrc', 'thaa'])
const wellFormed = /^[a-z]{2,8}(-[a-z0-9]{1,8})*$/i
const eastAsian = /^(zh|ja|ko)\b/i

/** Whether a text in a language, named by its BCP 47 tag, runs from right to left. */
export function isRightToLeft(tag: string): boolean {
  const [language = '', ...subtags] = tag.toLowerCase().split('-')
  const script = subtags.find(subtag => /^[a-z]{4}$/.test(subtag))
  return script === undefined ? rightToLeft.has(language) : scripts.has(script)
}

/** The attributes of `w:lang` for a tag; undefined where it is not well-formed. Word keeps a tag a script group. */
export function languageOf(tag: string): { value?: string; eastAsia?: string; bidirectional?: string } | undefined {
  if (!wellFormed.test(tag)) return undefined
  if (isRightToLeft(tag)) return { bidirectional: tag }
  return eastAsian.test(tag) ? { value: tag, eastAsia: tag } : { value: tag }
}
