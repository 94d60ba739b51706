import { directionOfLanguage } from '@briefbook/ast'

const wellFormed = /^[a-z]{2,8}(-[a-z0-9]{1,8})*$/i
/** Languages in scripts whose letters stack or join, from left to right. */
const complex = /^(as|bn|bo|dz|gu|hi|km|kn|kok|lo|mai|ml|mr|my|ne|or|pa|sa|si|ta|te|th)\b/i
const eastAsian = /^(zh|ja|ko)\b/i

/** The attributes of `w:lang` for a tag; undefined where it is not well-formed. Word keeps a tag a script group. */
export function languageOf(tag: string): { value?: string; eastAsia?: string; bidirectional?: string } | undefined {
  if (!wellFormed.test(tag)) return undefined
  if (directionOfLanguage(tag) === 'rtl') return { bidirectional: tag }
  // Word keeps what is said in scripts like Devanagari and Thai apart as well.
  if (complex.test(tag)) return { value: tag, bidirectional: tag }
  return eastAsian.test(tag) ? { value: tag, eastAsia: tag } : { value: tag }
}
