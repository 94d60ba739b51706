import { expect, test } from 'vitest'
import { compileCodebook } from '../src/codebook/compile.js'
import { readBlocks } from '../src/coder/context.js'
import { parseDate } from '../src/timeline/calendar.js'
import { readTimes } from '../src/timeline/read-times.js'
import { sourceOf, testCodebook } from './helpers.js'
import { agencies, policyPapers } from './newswire-dates.js'

const codebook = compileCodebook(testCodebook())

interface Place {
  start: number
  end: number
  value: string
}

function find(text: string, writtenOn: string): Place[] {
  const date = parseDate(writtenOn)
  const base = { reference: date && { date }, order: null }
  return [...readBlocks(sourceOf([text], { date: writtenOn }), codebook)].flatMap(({ block, sentences }) =>
    readTimes(block, sentences, base).flatMap(({ dated }, s) =>
      dated.map(({ start, end, resolved }) => {
        const from = block.sentences[s]?.[0] ?? 0
        const value = resolved.end === undefined ? resolved.date : `${resolved.date}/${resolved.end}`
        return { start: from + start, end: from + end, value }
      }),
    ),
  )
}

function expected(text: string, times: readonly string[]): Place[] {
  let from = 0
  return times.map(time => {
    const [words = '', value = ''] = time.split(' = ')
    const start = text.indexOf(words, from)
    if (start < 0) throw new Error(`${words} is not in: ${text}`)
    from = start + words.length
    return { start, end: from, value }
  })
}

/** As TempEval-3 scores: a span counts where it overlaps, a value where the span does and the value is the same. */
function score({ texts, writtenOn }: typeof agencies) {
  const count = { wanted: 0, found: 0, spans: 0, values: 0 }
  const wrong: string[] = []
  for (const [text, ...times] of texts) {
    const wanted = expected(text, times)
    const found = find(text, writtenOn)
    count.wanted += wanted.length
    count.found += found.length
    const show = (places: Place[]) => places.map(p => `${text.slice(p.start, p.end)} = ${p.value}`).join('; ')
    const pairs = wanted.flatMap(want =>
      found
        .filter(one => one.start < want.end && want.start < one.end)
        .slice(0, 1)
        .map(one => [one, want] as const),
    )
    const right = pairs.filter(([one, want]) => one.value === want.value)
    count.spans += pairs.length
    count.values += right.length
    if (right.length < Math.max(wanted.length, found.length))
      wrong.push(`${text}\n  wanted ${show(wanted)}\n  found  ${show(found)}`)
  }
  const f1 = (right: number) => (2 * right) / (count.wanted + count.found)
  return { span: f1(count.spans), value: f1(count.values), wrong }
}

// HeidelTime has .90 and .78 on the newswire of TempEval-3.
test.each([
  ['policy papers', policyPapers, 0.97, 0.97],
  ['news agencies', agencies, 0.95, 0.88],
] as const)('dates of %s are found and placed', (_, set, leastSpan, leastValue) => {
  const { span, value, wrong } = score(set)
  expect(span, wrong.join('\n')).toBeGreaterThan(leastSpan)
  expect(value, wrong.join('\n')).toBeGreaterThan(leastValue)
})
