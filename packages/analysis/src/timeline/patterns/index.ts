import type { Pattern } from '../time-expression.js'
import { dayPatterns } from './days.js'
import { monthPatterns } from './months.js'
import { needsIn } from './needs.js'
import { relativePatterns } from './relative.js'
import { yearPatterns } from './years.js'

/** Of equally long readings the first kind's is taken. */
export const timePatterns: readonly Pattern[] = [...dayPatterns, ...monthPatterns, ...yearPatterns, ...relativePatterns]

/**
 * Every way of writing a time that a folded text can hold.
 *
 * @param words  The words of the text, in small letters.
 */
export function patternsFor(text: string, words: readonly string[]): readonly Pattern[] {
  const found = needsIn(text, words)
  return found === null ? [] : timePatterns.filter(({ needs }) => needs.every(need => found.has(need)))
}
