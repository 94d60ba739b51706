// One document by rule, of as many words as are asked for, in every format that there is a reader for.
import { strToU8, zipSync } from 'fflate'
import { paragraph, sequence } from './generate.mjs'

/** What a document is made of: headings, prose with marks and notes, lists, quotations and tables, in a fixed turn. */
function* blocksOf(next, bytes) {
  let note = 0
  for (let total = 0, n = 0; total < bytes; n++) {
    if (n % 6 === 0) yield { type: 'heading', text: `Part ${n / 6 + 1} of the report` }
    const text = paragraph(next, 60)
    total += text.length
    if (n % 11 === 4) yield { type: 'quotation', text }
    else yield { type: 'paragraph', text, note: n % 5 === 2 ? { label: ++note, text: paragraph(next, 12) } : null }
    if (n % 9 === 3) {
      const items = [1, 2, 3].map(() => paragraph(next, 10))
      total += items.join('').length
      yield { type: 'list', items }
    }
    if (n % 23 === 7)
      yield {
        type: 'table',
        rows: [
          ['town', 'year', 'ships'],
          ...[1, 2, 3].map(i => [`Town ${i}`, String(1990 + next(30)), String(next(500))]),
        ],
      }
  }
}

/** The first sentence in italics, a word in bold, and a link: as common as they are in texts that people have. */
const split = text => {
  const [first, ...rest] = text.split(/(?<=[.”]) /)
  return { first, rest: rest.join(' ') }
}

const writers = {
  markdown: {
    heading: b => `## ${b.text}`,
    paragraph: b => {
      const { first, rest } = split(b.text)
      return `*${first}* ${rest.replace('the council', '[the council](https://council.example/a?b=c)').replace('minister', '**minister**')}${b.note ? `[^${b.note.label}]\n\n[^${b.note.label}]: ${b.note.text}` : ''}`
    },
    quotation: b => `> ${b.text}`,
    list: b => b.items.map(item => `- ${item}`).join('\n'),
    table: b => b.rows.map((row, i) => `| ${row.join(' | ')} |${i === 0 ? '\n|---|---|---|' : ''}`).join('\n'),
  },
  text: {
    heading: b => b.text.toUpperCase(),
    paragraph: b => wrap(b.text, ''),
    quotation: b => wrap(b.text, '    '),
    list: b => b.items.map(item => `• ${item}`).join('\n'),
    table: b => b.rows.map(row => row.join(', ')).join('\n\n'),
  },
  html: {
    heading: b => `<h2>${b.text}</h2>`,
    paragraph: b => {
      const { first, rest } = split(b.text)
      return `<p><em>${first}</em> ${rest.replace('the council', '<a href="https://council.example/">the council</a>').replace('minister', '<b>minister</b>')}</p>`
    },
    quotation: b => `<blockquote><p>${b.text}</p></blockquote>`,
    list: b => `<ul>${b.items.map(item => `<li>${item}</li>`).join('\n')}</ul>`,
    table: b =>
      `<table>${b.rows.map((row, i) => `<tr>${row.map(cell => (i === 0 ? `<th>${cell}</th>` : `<td>${cell}</td>`)).join('')}</tr>`).join('\n')}</table>`,
  },
}

function wrap(text, indent) {
  const lines = ['']
  for (const word of text.split(' ')) {
    if (lines.at(-1).length + word.length > 74) lines.push('')
    lines.push(lines.pop() + (lines.at(-1) === '' ? '' : ' ') + word)
  }
  return lines.map(line => indent + line).join('\n')
}

const page = body => `<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>A report on the valley</title></head><body>
<nav class="menu"><ul>${['Home', 'News', 'Valley', 'About'].map(name => `<li><a href="/${name}">${name}</a></li>`).join('')}</ul></nav>
<main><article><h1>A report on the valley</h1><p class="byline">By Mira Feld</p>
${body}
</article></main>
<aside class="related"><h3>Related articles</h3><ul><li><a href="/1">The other valley</a></li></ul></aside>
<footer><p>© 2021 The Valley Papers</p></footer></body></html>
`

const w = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const run = (text, properties = '') =>
  `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text.replace(/&/g, '&amp;').replace(/</g, '&lt;')}</w:t></w:r>`
const para = (inner, properties = '') => `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${inner}</w:p>`
const styled = id => `<w:pStyle w:val="${id}"/>`

const word = {
  heading: b => para(run(b.text), styled('Heading1')),
  paragraph: b => {
    const { first, rest } = split(b.text)
    const note = b.note ? `<w:r><w:footnoteReference w:id="${b.note.label + 1}"/></w:r>` : ''
    return para(run(`${first} `, '<w:i/>') + run(rest) + note)
  },
  quotation: b => para(run(b.text), styled('Quote')),
  list: b =>
    b.items.map(item => para(run(item), '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>')).join(''),
  table: b =>
    `<w:tbl>${b.rows.map(row => `<w:tr>${row.map(cell => `<w:tc>${para(run(cell))}</w:tc>`).join('')}</w:tr>`).join('')}</w:tbl>`,
}

function docx(blocks) {
  const style = (id, name) => `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/></w:style>`
  const notes = blocks.flatMap(b => (b.note ? [b.note] : []))
  const relation = (id, name) =>
    `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${name}" Target="${name}.xml"/>`
  const parts = {
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/_rels/document.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relation('r1', 'styles')}${relation('r2', 'numbering')}${relation('r3', 'footnotes')}</Relationships>`,
    'word/styles.xml': `<w:styles xmlns:w="${w}">${style('Heading1', 'heading 1')}${style('Quote', 'Quote')}</w:styles>`,
    'word/numbering.xml': `<w:numbering xmlns:w="${w}"><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`,
    'word/footnotes.xml': `<w:footnotes xmlns:w="${w}">${notes.map(n => `<w:footnote w:id="${n.label + 1}">${para(run(n.text))}</w:footnote>`).join('')}</w:footnotes>`,
    'word/document.xml': `<w:document xmlns:w="${w}"><w:body>${blocks.map(b => word[b.type](b)).join('')}</w:body></w:document>`,
  }
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(head + xml)])), {
    mtime: '2020-01-01T00:00:00Z',
  })
}

/** The same document in each format; `bytes` is about the size of its words. */
export function generateDocuments(bytes) {
  const blocks = [...blocksOf(sequence(bytes), bytes)]
  const written = (format, between) => blocks.map(b => writers[format][b.type](b)).join(between)
  return {
    markdown: strToU8(`# A report on the valley\n\n${written('markdown', '\n\n')}\n`),
    text: strToU8(`A report on the valley\n\n${written('text', '\n\n')}\n`),
    html: strToU8(page(written('html', '\n'))),
    docx: docx(blocks),
  }
}
