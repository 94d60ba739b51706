// The specifications of Microsoft's Recognizers-Text: sentences with the numbers, measures and dates in them. They were
// made for voice assistants, so that what a briefing book has no use for (telephone numbers, times of day) is left aside.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const lower = text => text.toLowerCase()

/** What is expected of a sentence: the spans of a kind with their values. */
function expected(example, kind) {
  return example.Results.filter(result => result.TypeName === undefined || kind.types.includes(result.TypeName)).map(
    result => ({ text: lower(result.Text), values: kind.values(result) }),
  )
}

/** Compares the spans of two lists by their words; each is counted once. */
function pair(found, wanted) {
  const left = [...found]
  const pairs = []
  for (const want of wanted) {
    const i = left.findIndex(one => one.text === want.text)
    if (i >= 0) pairs.push([left.splice(i, 1)[0], want])
  }
  return pairs
}

/** Same number to what a printed value shows. */
const sameNumber = (a, b) => a !== null && Math.abs(a - b) <= Math.max(1e-3, Math.abs(b) * 1e-6)

const number = result => {
  const value = result.Resolution?.value
  return value == null || value === 'null' ? [] : [Number.parseFloat(value)]
}

const dayBefore = iso => new Date(Date.parse(`${iso}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)

/** The first and the last day of every reading. Their ends are the day after the last, or the last one itself. */
function dates(result) {
  return (result.Resolution?.values ?? []).flatMap(({ timex, value, start, end }) => {
    // What stands `before` or `since` a date has one bound; the date itself is in its TIMEX.
    if (/^\d{4}(?:-\d\d){0,2}$/.test(timex)) return [`${firstDay(timex)}/${lastDay(timex)}`]
    if (value !== undefined) return [`${value}/${value}`]
    if (start === undefined || end === undefined) return [start ?? end]
    return [
      `${start}/${dayBefore(end)}`,
      `${start}/${end}`,
      `${start}/${lastDay(end.slice(0, 4))}`,
      `${start}/${lastDay(end.slice(0, 7))}`,
    ]
  })
}

function lastDay(iso) {
  if (!/^\d{4}/.test(iso)) return iso
  const [year, month, day] = iso.split('-')
  if (day !== undefined) return iso
  if (month === undefined) return `${year}-12-31`
  return new Date(Date.UTC(Number(year), Number(month), 0)).toISOString().slice(0, 10)
}

/** Times of day and durations are no dates: sentences with one are left aside. */
const isTimeOfDay = ({ TypeName }) => /\.(?:time|timerange|datetime|datetimerange)$/.test(TypeName ?? '')

const firstDay = iso => `${iso}-01-01`.slice(0, 10)

const sets = [
  { name: 'number', file: 'Number/English/NumberModel.json', types: ['number'], values: number, span: 'number' },
  {
    name: 'percent',
    file: 'Number/English/PercentModel.json',
    types: ['percentage'],
    values: number,
    span: 'measure',
    only: q => q.unit === '%',
  },
  {
    name: 'currency',
    file: 'NumberWithUnit/English/CurrencyModel.json',
    types: ['currency'],
    values: number,
    span: 'measure',
    only: q => q.money,
  },
  {
    name: 'dimension',
    file: 'NumberWithUnit/English/DimensionModel.json',
    types: ['dimension'],
    values: number,
    span: 'measure',
    only: q => q.unit !== null && !q.money && q.unit !== '%' && !q.time,
  },
  {
    name: 'datetime',
    file: 'DateTime/English/DateTimeModel.json',
    types: ['datetimeV2.date', 'datetimeV2.daterange'],
    values: dates,
  },
]

function readQuantities({ findQuantities, currencies, currencySigns, timeUnits }, set, text) {
  const money = new Set([...Object.keys(currencies), ...Object.values(currencySigns)])
  const bare = unit => unit?.replace(/ per .*/, '') ?? ''
  return findQuantities(text)
    .map(q => ({ ...q, money: money.has(bare(q.unit)), time: bare(q.unit) in timeUnits }))
    .filter(q => set.only?.(q) ?? true)
    .map(q => ({ text: lower(text.slice(...q[set.span])), right: want => sameNumber(q.low ?? q.high, want) }))
}

function readDates({ findTimes, parseDate, resolveTime }, text, reference) {
  const base = { date: parseDate(reference.slice(0, 10)) }
  return findTimes(text).map(({ time, start, end }) => {
    // The set gives both readings where the sentence leaves them open: any of the two tenses may hit.
    const read = ['past', 'future'].map(tense => resolveTime(time, base, tense)).filter(one => one !== null)
    const spans = read.flatMap(one => [`${firstDay(one.date)}/${lastDay(one.end ?? one.date)}`, one.date])
    return { text: lower(text.slice(start, end)), right: want => spans.includes(want) }
  })
}

/** Words that the set counts to a date and prose does not: `in`, `on`, `from`, `the`. */
const bare = text =>
  text
    .replace(/^(?:in|on|from|between|since|before|after|until|till|by|around|the|during|this day|for) (?=.)/, '')
    .replace(/^the /, '')

/**
 * Prints for each set how many spans are found to the letter, and of how many of the expected ones the value is right.
 *
 * @param folder  The specifications.
 * @param analysis  The parts of the analysis that read dates and quantities.
 * @param show  The name of a set: what is missed in it is printed too.
 */
export function scoreRecognizers(folder, analysis, show = null) {
  for (const set of sets) {
    const file = join(folder, set.file)
    if (!existsSync(file)) continue
    const examples = JSON.parse(readFileSync(file, 'utf8').replace(/^\uFEFF/, ''))
    const count = { wanted: 0, found: 0, both: 0, right: 0 }
    for (const example of examples) {
      const reference = example.Context?.ReferenceDateTime
      if (set.name === 'datetime' && (reference === undefined || example.Results.some(isTimeOfDay))) continue
      const trim = set.name === 'datetime' ? list => list.map(one => ({ ...one, text: bare(one.text) })) : list => list
      const wanted = trim(expected(example, set))
      const found = trim(
        set.name === 'datetime'
          ? readDates(analysis, example.Input, reference)
          : readQuantities(analysis, set, example.Input),
      )
      const pairs = pair(found, wanted)
      count.wanted += wanted.length
      count.found += found.length
      count.both += pairs.length
      const right = pairs.filter(([one, want]) => want.values.some(value => one.right(value)))
      count.right += right.length
      if (show === set.name && right.length < Math.max(wanted.length, found.length))
        console.log(
          JSON.stringify([
            example.Input,
            reference?.slice(0, 10),
            wanted.map(w => `${w.text} = ${w.values}`),
            found.map(f => f.text),
          ]),
        )
    }
    const ratio = (a, b) => (b === 0 ? 0 : a / b).toFixed(3)
    console.log(
      `${set.name.padEnd(16)} precision ${ratio(count.both, count.found)}  recall ${ratio(count.both, count.wanted)}  value ${ratio(count.right, count.both)}  both ${ratio(count.right, count.wanted)}  of ${count.wanted}`,
    )
  }
}
