import { decades, feasts, months, namedDays, seasons, weekdays } from '../../lexicons/calendar.js'
import type { Pattern } from '../time-expression.js'
import { dayPatterns } from './days.js'
import { monthPatterns } from './months.js'
import { relativePatterns } from './relative.js'
import { yearPatterns } from './years.js'

const anyOf = (words: readonly string[]) => `(?<!\\p{L})(?:${words.join('|')})(?!\\p{L})`

/** Verbs in small letters, but behind a preposition or a number. */
const ambiguous = ['May', 'March', 'Mar']
const month = [
  `${anyOf(months.flat().filter(name => !ambiguous.includes(name)))}`,
  `(?<=\\d(?:st|nd|rd|th)?(?: of)? |\\b(?:in|of|since|until|by|during|last|next|from|to|and|between) )${anyOf(ambiguous)}`,
  `${anyOf(ambiguous)}(?=,? \\d| of \\d)`,
].join('|')

/**
 * Every way of writing a time that is known; of equally long readings the first is taken. Each kind has words without
 * which none of its patterns fits: most sentences have none of them and are passed over.
 */
export const kinds: readonly { needs: RegExp; patterns: readonly Pattern[] }[] = [
  {
    needs: new RegExp(
      `${month}|\\d[/.-]\\d|the \\d|${namedDays.map(([name]) => name).join('|')}|${anyOf(Object.keys(feasts))}`,
      'iu',
    ),
    patterns: dayPatterns,
  },
  {
    needs: new RegExp(
      `${month}|(?:early|mid|late)[- ]ma|${anyOf([...Object.keys(seasons), 'quarter', 'half'])}|[QH][1-4]|\\d-\\d|of ma`,
      'iu',
    ),
    patterns: monthPatterns,
  },
  {
    needs: new RegExp(`\\d\\d|${anyOf([...Object.keys(decades), 'century', 'millennium'])}`, 'iu'),
    patterns: yearPatterns,
  },
  {
    needs: new RegExp(
      anyOf([
        ...['days?', 'weeks?', 'weekends?', 'months?', 'quarters?', 'years?', 'decades?', 'century', 'centuries'],
        ...['today', 'tonight', 'yesterday', 'tomorrow', 'night', 'morning', 'afternoon', 'evening'],
        ...weekdays,
      ]),
      'iu',
    ),
    patterns: relativePatterns,
  },
]
