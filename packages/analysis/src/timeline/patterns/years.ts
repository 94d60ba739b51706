import { decades, ordinals } from '../../lexicons/calendar.js'
import type { Pattern } from '../time-expression.js'
import { absolute, dated, edge, group, part, stop, to, written, year } from './vocabulary.js'

const notMoney = '(?<![\\d.,$£€/-])'

/** Years, runs of years, decades and centuries. */
export const yearPatterns: readonly Pattern[] = [
  // 2001-2014, between 2001 and 2014, 2020/21
  written(
    ['year'],
    `${notMoney}${year}(?:\\s?(?:-|to|through|until|till|~)\\s?(?:${part})${year}|(?<=between (?:the years )?\\d{4}) and ${year}|[/-](\\d\\d))(?![\\d%-]|,\\d)`,
    m => {
      const first = Number(m[1])
      const last = m[4] === undefined ? Number(m[2] ?? m[3]) : Math.floor(first / 100) * 100 + Number(m[4])
      return last > first ? absolute(dated(first), dated(last), 'year') : null
    },
  ),
  // from early 2007 to the end of 2008
  written(['year'], `${edge}(?=\\p{L})${part}${year}${to}${part}${year}(?![\\d%-]|,\\d)`, m =>
    Number(m[2]) > Number(m[1]) ? absolute(dated(group(m, 1)), dated(group(m, 2)), 'year') : null,
  ),
  // the late 1990s, the 1990s and 2000s, the '90s
  written(['tens'], `${edge}${part}((?:1[5-9]|20)\\d)0'?s${stop}`, m =>
    absolute(dated(Number(m[1]) * 10), dated(Number(m[1]) * 10 + 9), 'decade'),
  ),
  written(['tens'], `(?<=\\bthe )${part}'?([2-9])0'?s(?= |[.,;:)]|$)`, m =>
    absolute(dated(1900 + Number(m[1]) * 10), dated(1909 + Number(m[1]) * 10), 'decade'),
  ),
  written(['decade'], `${edge}the ${part}(?:nineteen[- ])?(${Object.keys(decades).join('|')})${stop}`, m => {
    const first = decades[group(m, 1).toLowerCase()] as number
    return absolute(dated(first), dated(first + 9), 'decade')
  }),
  // the 19th century, the nineteenth century, which ends with the year 1900
  written(['century'], `${edge}${part}(\\d\\d)(?:st|nd|rd|th)[- ]+century${stop}`, m =>
    absolute(dated((Number(m[1]) - 1) * 100 + 1), dated(Number(m[1]) * 100), 'year'),
  ),
  written(['century'], `${edge}${part}(${ordinals.slice(14, 21).join('|')})[- ]century${stop}`, m => {
    const n = ordinals.indexOf(group(m, 1).toLowerCase()) + 1
    return absolute(dated((n - 1) * 100 + 1), dated(n * 100), 'year')
  }),
  written(['century'], `${edge}the turn of the (?:century|millennium)${stop}`, () =>
    absolute(dated(2000), null, 'year'),
  ),
  // FY2021, fiscal year 2021, fiscal 2020-21
  written(
    ['year'],
    `${edge}(?:FY|fiscal(?: year)?|(?:academic|school|calendar) year) ?${year}(?:[-/](\\d\\d))?(?!\\d)`,
    m => {
      const last = m[2] === undefined ? null : Math.floor(Number(m[1]) / 100) * 100 + Number(m[2])
      return last !== null && last <= Number(m[1])
        ? null
        : absolute(dated(group(m, 1)), last === null ? null : dated(last), 'year')
    },
  ),
  written(['figures'], `${edge}FY ?'?(\\d\\d)(?!\\d)`, m => absolute(dated(2000 + Number(m[1])), null, 'year'), 'gu'),
  // early 2021, mid-2021, the end of 2014, the year 2008
  written(
    ['year'],
    `(?<![\\p{L}])(?:${part}|end-|the year )(?:the year )?(?<![\\d.,$£€/])(?<!\\d-)${year}(?![\\d%]|[-/]\\d|[,.]\\d|'?s\\b)`,
    m => absolute(dated(group(m, 1)), null, 'year'),
  ),
]
