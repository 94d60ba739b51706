// Times reading beside the bare library underneath: the same bytes, turn by turn in one process.
import { createRequire } from 'node:module'
import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'
import mammoth from 'mammoth'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { generateDocuments } from './documents.mjs'

const decode = bytes => new TextDecoder().decode(bytes)
const remark = unified().use(remarkParse).use(remarkGfm)

/** What a reader stands on, by itself: from the bytes to what it calls its result. */
const bare = {
  markdown: { library: 'remark-parse, remark-gfm', read: bytes => remark.parse(decode(bytes)) },
  text: { library: 'remark-parse, remark-gfm', read: bytes => remark.parse(decode(bytes)) },
  html: {
    library: 'linkedom, readability',
    read: bytes => new Readability(parseHTML(decode(bytes)).document).parse(),
  },
  docx: { library: 'mammoth', read: bytes => mammoth.convertToHtml({ buffer: Buffer.from(bytes) }) },
  pdf: { library: 'pdfjs', read: bytes => pdfText(bytes) },
}
const endings = { markdown: 'md', text: 'txt', html: 'html', docx: 'docx', pdf: 'pdf' }
const names = { markdown: 'Markdown', text: 'plain text', html: 'HTML', docx: 'DOCX', pdf: 'PDF' }

const sizes = [
  { name: '10 kB', bytes: 10_000, runs: 25 },
  { name: '200 kB', bytes: 200_000, runs: 9 },
  { name: '4 MB', bytes: 4_000_000, runs: 3 },
]
/** Beyond this size a page is not printed: the print of it takes minutes. */
const longestPrint = 500_000
/** Code that is not compiled yet is slow: both sides run this long before a time counts. */
const warmUpMs = 1_500

const median = numbers => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)]

/** The bare reading of a PDF: the text of each page, as the library gives it. */
async function pdfText(bytes) {
  // The parser's own, so that both are one version.
  const { resolve } = createRequire(new URL('../../packages/parser/package.json', import.meta.url))
  const { getDocument } = await import(resolve('pdfjs-dist/legacy/build/pdf.mjs'))
  const document = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise
  for (let n = 1; n <= document.numPages; n++) await (await document.getPage(n)).getTextContent()
  await document.destroy()
}

/** The document in each format; as PDF where a browser prints it and the parser reads it. */
async function inputs(bytes, parseSource, print) {
  const documents = generateDocuments(bytes)
  if (!print || bytes > longestPrint) return documents
  const pdf = new Uint8Array(await print(decode(documents.html)))
  const { value } = await parseSource({ path: 'a.pdf', bytes: pdf })
  return value === null ? documents : { ...documents, pdf }
}

/**
 * @param parseSource  The parser's.
 * @param print        Makes a PDF of a page; without it none is measured.
 * @param clock        Tells the time, in milliseconds.
 * @returns For each size and format: bytes, milliseconds of both, the ratio.
 */
export async function benchReading(
  parseSource,
  { formats, chosen = sizes, print, clock = () => performance.now() } = {},
) {
  const timed = async step => {
    const began = clock()
    await step()
    return clock() - began
  }
  const results = []
  for (const { name, bytes, runs } of chosen) {
    for (const [format, content] of Object.entries(await inputs(bytes, parseSource, print))) {
      if (formats && !formats.includes(format)) continue
      const ours = () => parseSource({ path: `a.${endings[format]}`, bytes: content })
      const theirs = () => bare[format].read(content)
      const { value } = await ours()
      if (value?.format !== format) throw new Error(`The ${format} of ${name} is read as ${value?.format}.`)
      const until = performance.now() + warmUpMs
      while (performance.now() < until) {
        await ours()
        await theirs()
      }
      const times = { ours: [], theirs: [] }
      for (let n = 0; n < runs; n++) {
        times.ours.push(await timed(ours))
        times.theirs.push(await timed(theirs))
      }
      const [our, their] = [median(times.ours), median(times.theirs)]
      results.push({ size: name, format, words: bytes, our, their, ratio: our / their })
      console.log(
        `${names[format]} ${name}: ${our.toFixed(1)} ms, bare ${their.toFixed(1)} ms, ${(our / their).toFixed(2)}`,
      )
    }
  }
  return results
}

/** The results as a section of docs/benchmarks.md. */
export function readingReport(results) {
  const at = (format, size) => results.find(r => r.format === format && r.size === size)
  const table = cell =>
    [
      ['', ...sizes.map(size => size.name), 'beside it'],
      ['---', ...sizes.map(() => '---'), '---'],
      ...Object.keys(names)
        .filter(format => results.some(r => r.format === format))
        .map(format => [
          names[format],
          ...sizes.map(size => (at(format, size.name) ? cell(at(format, size.name)) : '–')),
          bare[format].library,
        ]),
    ]
      .map(row => `| ${row.join(' | ')} |`)
      .join('\n')
  return `## Reading

From the bytes of a file to its source, with structure, cleaning, metadata, sentences and the place of every character;
beside it the library underneath, from the same bytes to its own result (under plain text is none: the same text is read
as Markdown). One document by rule in each format, of so many bytes of words. Both take turns in one process, warmed up;
medians.

### Ratio to the bare library

${table(r => r.ratio.toFixed(2))}

### MB of words a second

${table(r => (r.words / 1000 / r.our).toFixed(2))}
`
}
