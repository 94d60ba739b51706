// Times reading beside the bare library underneath: the same bytes, turn by turn in one process.
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
}
const endings = { markdown: 'md', text: 'txt', html: 'html', docx: 'docx', pdf: 'pdf' }

export const sizes = [
  { name: '10 kB', bytes: 10_000, runs: 15 },
  { name: '200 kB', bytes: 200_000, runs: 7 },
  { name: '4 MB', bytes: 4_000_000, runs: 3 },
]

const median = numbers => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)]

/**
 * @param parseSource  The parser's.
 * @param clock        Tells the time, in milliseconds.
 * @returns For each size and format: bytes, milliseconds of both, the ratio.
 */
export async function benchReading(parseSource, { formats, chosen = sizes, clock = () => performance.now() } = {}) {
  const timed = async step => {
    const began = clock()
    await step()
    return clock() - began
  }
  const results = []
  for (const { name, bytes, runs } of chosen) {
    for (const [format, content] of Object.entries(generateDocuments(bytes))) {
      if (formats && !formats.includes(format)) continue
      const ours = () => parseSource({ path: `a.${endings[format]}`, bytes: content })
      const theirs = () => bare[format].read(content)
      const { value } = await ours()
      if (value?.format !== format) throw new Error(`The ${format} of ${name} is read as ${value?.format}.`)
      await theirs()
      const times = { ours: [], theirs: [] }
      for (let n = 0; n < runs; n++) {
        times.ours.push(await timed(ours))
        times.theirs.push(await timed(theirs))
      }
      const [our, their] = [median(times.ours), median(times.theirs)]
      results.push({
        size: name,
        format,
        library: bare[format].library,
        bytes: content.length,
        words: bytes,
        our,
        their,
        ratio: our / their,
      })
    }
  }
  return results
}
