// Books made by rule, the same on every machine: so many words of sources and chapters as are asked for.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const actors = ['Arland', 'Borin', 'Caldia', 'Dorne', 'Estmark', 'Farrow', 'Galen', 'Hollin']
const issues = [
  ['dam', 'the river dam', 'building the river dam', ['dam', 'reservoir*']],
  ['ports', 'the ports', 'opening the ports', ['port', 'ports', 'harbour*']],
  ['grain', 'the grain trade', 'free trade in grain', ['grain', 'wheat']],
  ['patrols', 'border patrols', 'joint border patrols', ['patrol*', 'border*']],
  ['rail', 'the railway', 'the coastal railway', ['rail*', 'train*']],
  ['fishing', 'fishing rights', 'common fishing rights', ['fish*']],
]
const stances = [
  (a, i) => `${a} supports ${i} and has said so at every meeting of the council.`,
  (a, i) => `${a} opposes ${i}, although its ministers rarely say why.`,
  (a, i) => `${a} fears that ${i} will cost more than anybody admits.`,
  (a, i) => `“We will not give up ${i},” said a spokesman for ${a}.`,
  (a, i) => `Officials of ${a} met twice to talk about ${i} and the money behind it.`,
]
const fillers = [
  'The meeting lasted until late in the evening and ended without a vote.',
  'Observers in the capital noted that little had changed since the year before.',
  'A report of 40 pages lists the arguments of both sides in plain words.',
  'In March 2019 the first talks were held in a hotel by the lake.',
  'About 12,000 people live in the valley, and few of them were asked.',
  'Whether the promise will be kept is a question for another season.',
]

/** A generator of whole numbers below n (Lehmer, 1951): a sequence that never changes. */
export function sequence(seed) {
  let state = seed
  return n => {
    state = (state * 48271) % 2147483647
    return state % n
  }
}

const count = text => text.split(/\s+/).length

export function paragraph(next, least) {
  const sentences = []
  while (count(sentences.join(' ')) < least) {
    const [, phrase] = issues[next(issues.length)]
    const stance = stances[next(stances.length)]
    sentences.push(stance(actors[next(actors.length)], phrase), fillers[next(fillers.length)])
  }
  return sentences.join(' ')
}

function text(next, title, words) {
  const blocks = [`# ${title}`]
  for (let total = 0, n = 1; total < words; n++) {
    if (n % 6 === 0) blocks.push(`## Part ${n / 6}`)
    const next100 = paragraph(next, 90)
    blocks.push(next100)
    total += count(next100)
  }
  return blocks
}

/**
 * Writes a book into a folder.
 *
 * @param words  Of sources and chapters together, about; one in seven stands in a chapter.
 * @param sources  How many. Default: one for every 1,700 words.
 */
export function generateBook(folder, words, sources = Math.max(5, Math.round(words / 1700))) {
  const next = sequence(20260101)
  const each = Math.round((words * 6) / 7 / sources)
  mkdirSync(join(folder, 'sources'), { recursive: true })
  mkdirSync(join(folder, 'chapters'), { recursive: true })
  writeFileSync(join(folder, 'book.yaml'), `title: A book of ${words} words\ndate: 2026-01-01\n`)
  const codebook = [
    'actors:',
    ...actors.map(a => `  ${a.toLowerCase()}:\n    name: ${a}`),
    'issues:',
    ...issues.map(
      ([id, name, towards, terms]) =>
        `  ${id}:\n    name: ${name}\n    towards: ${towards}\n    terms: [${terms.join(', ')}]`,
    ),
  ]
  writeFileSync(join(folder, 'codebook.yaml'), `${codebook.join('\n')}\n`)
  for (let n = 1; n <= sources; n++) {
    const id = `s${String(n).padStart(3, '0')}`
    const head = `---\nid: ${id}\ntitle: Note ${n}\nauthors: [Author ${n}]\npublisher: A press\ndate: 2025-${String((n % 12) + 1).padStart(2, '0')}-01\nlanguage: en\n---\n`
    writeFileSync(join(folder, 'sources', `${id}.md`), `${head}\n${text(next, `Note ${n}`, each).join('\n\n')}\n`)
  }
  const chapters = Math.max(1, Math.round(words / 10000))
  for (let n = 1; n <= chapters; n++) {
    const blocks = text(next, `Chapter ${n}`, Math.round(words / 7 / chapters))
    const cited = blocks.map(block =>
      block.startsWith('#') ? block : `${block.slice(0, -1)} [@s${String(next(sources) + 1).padStart(3, '0')} ¶2].`,
    )
    writeFileSync(join(folder, 'chapters', `${n}0-chapter.md`), `${cited.join('\n\n')}\n`)
  }
}
