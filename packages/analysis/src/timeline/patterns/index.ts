import type { Pattern } from '../time-expression.js'
import { dayPatterns } from './days.js'
import { monthPatterns } from './months.js'
import { relativePatterns } from './relative.js'
import { yearPatterns } from './years.js'

/** Every way of writing a time that is known; of equally long readings the first is taken. */
export const patterns: readonly Pattern[] = [...dayPatterns, ...monthPatterns, ...yearPatterns, ...relativePatterns]
