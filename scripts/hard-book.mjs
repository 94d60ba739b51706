// A book that is hard to set, made by rule and the same on every machine: many sources, actors and issues with long names,
// quotations in Chinese, Russian, Arabic and German, long paragraphs, dates over two centuries.
// `node scripts/hard-book.mjs FOLDER [A4|Letter|A5]`, then `briefbook build FOLDER`.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sequence } from './bench/generate.mjs'

const places = ['Arland', 'Borin', 'Caldia', 'Dorne', 'Estmark', 'Farrow', 'Galen', 'Hollin', 'Istria Minor', 'Jutta']
const bodies = [
  place => place,
  place => `Ministry for Reconstruction and Regional Development of ${place}`,
  place => `${place}ische Wasserwirtschaftsverwaltungsgesellschaft`,
]
/** Long names, each with a short one that sentences use. */
const actors = Array.from({ length: 25 }, (_, i) => {
  const place = places[i % places.length]
  const kind = Math.floor(i / places.length)
  return {
    id: `a${i + 1}`,
    name: bodies[kind](place),
    alias: kind === 0 ? place : kind === 1 ? `the Ministry of ${place}` : `${place} Water Company`,
  }
})
const subjects = [
  'the upper river dam',
  'the deep-sea harbour',
  'free trade in grain',
  'joint border patrols',
  'the coastal railway',
  'common fishing rights',
  'the salt-water intrusion programme',
  'counter-narcotics cooperation',
  'recognition of the provisional administration',
  'humanitarian corridors',
  'the resettlement of displaced families',
  'electricity interconnection',
  'flood early-warning data',
  'the glacier monitoring network',
  'dual citizenship',
  'the language law',
  'mining concessions',
  'the currency union',
  'sanctions relief',
  'environmental impact assessment',
]
const issues = subjects.map((subject, i) => ({
  id: `i${i + 1}`,
  name: subject[0].toUpperCase() + subject.slice(1),
  term: subject.replace(/^the /, ''),
  towards: subject,
}))
const sentences = [
  (actor, subject) => `${actor} supports ${subject} and has said so at every meeting of the council.`,
  (actor, subject) => `${actor} opposes ${subject}, although its ministers rarely say why.`,
  (actor, subject) => `${actor} fears that ${subject} will cost more than anybody admits.`,
  (actor, subject) => `“We will never give up ${subject},” said a spokesman for ${actor}.`,
  (actor, subject) => `Officials of ${actor} met twice to talk about ${subject}.`,
]
const foreign = [
  '中国代表表示，上游水坝的建设应当得到所有沿岸国家的同意，并且必须首先完成环境影响评估。',
  'По словам министра, строительство плотины в верховьях реки противоречит интересам всех прибрежных государств.',
  'قال وزير الموارد المائية إن بناء السد في أعالي النهر يجب أن يحظى بموافقة جميع الدول المطلة عليه.',
  'Die Wasserwirtschaftsverwaltungsgesellschaft lehnt die Hochseehafenerweiterungsplanung in ihrer jetzigen Form ab.',
]
const dated = [
  year => `In ${year} the river commission was given its present form.`,
  year => `On 14 March ${year} the provincial assembly signed the first agreement on water.`,
  year => `The minister said that the second canal had been finished in ${year}.`,
  year => `Construction is planned to end in ${year}.`,
]
const titles = ['Water and Power', 'Notes from the Upper River', 'Who Pays for the Harbour', 'A Treaty and Its Readers']

const first = list => next => list[next(list.length)]

function paragraph(next) {
  const actor = first(actors)(next)
  const lines = [first(sentences)(next)(actor.alias, first(issues)(next).towards)]
  for (let n = next(4); n > 0; n--)
    lines.push(first(sentences)(next)(first(actors)(next).alias, first(issues)(next).towards))
  if (next(4) === 0) lines.push(first(dated)(next)(1890 + next(140)))
  return lines.map(line => line[0].toUpperCase() + line.slice(1)).join(' ')
}

function source(n, next) {
  const id = `s${String(n).padStart(2, '0')}`
  const title = `${titles[n % titles.length]}: ${n % 3 === 0 ? 'An Inquiry into the Long Consequences of Small Decisions' : n}`
  const head = `---\nid: ${id}\ntitle: "${title}"\nauthors: [Author ${n}]\npublisher: A press\ndate: ${2001 + (n % 24)}-${String((n % 12) + 1).padStart(2, '0')}-01\nlanguage: en\n---\n`
  const blocks = [`# ${title}`]
  for (let k = 0; k < 6 + next(7); k++) {
    if (k % 4 === 3) blocks.push(`## Section ${k}`)
    blocks.push(k % 5 === 2 ? `> ${foreign[next(foreign.length)]}` : paragraph(next))
  }
  // One paragraph is longer than a page.
  if (n === 7) blocks.push(Array.from({ length: 60 }, () => paragraph(next)).join(' '))
  return [id, `${head}\n${blocks.join('\n\n')}\n`]
}

const folder = process.argv[2]
if (!folder) throw new Error('Where is the book to be written to?')
const next = sequence(42)
mkdirSync(join(folder, 'sources'), { recursive: true })
mkdirSync(join(folder, 'chapters'), { recursive: true })
writeFileSync(
  join(folder, 'book.yaml'),
  `title: A book that is hard to set, with a title that does not fit on a single line of any cover\nsubtitle: Twenty-five actors, twenty issues, sixty sources\ndate: 2026-01-01\npaper: ${process.argv[3] ?? 'A4'}\nmatrices:\n  - id: by-year\n    rows: actors\n    columns: years\n    at-a-glance: true\n`,
)
const quoted = value => JSON.stringify(value)
writeFileSync(
  join(folder, 'codebook.yaml'),
  [
    'actors:',
    ...actors.map(({ id, name, alias }) => `  ${id}:\n    name: ${quoted(name)}\n    aliases: [${quoted(alias)}]`),
    'issues:',
    ...issues.map(
      ({ id, name, towards, term }) =>
        `  ${id}:\n    name: ${quoted(name)}\n    towards: ${quoted(towards)}\n    terms: [${quoted(term)}]`,
    ),
  ].join('\n'),
)
for (let n = 1; n <= 60; n++) {
  const [id, text] = source(n, next)
  writeFileSync(join(folder, 'sources', `${id}.md`), text)
}
writeFileSync(
  join(folder, 'chapters', '10-introduction.md'),
  `# Introduction\n\nSixty sources, and nobody agrees [@s01 ¶2; @s02 ¶2].\n\n::agreement\n\n::timeline{picture}\n`,
)
