import { execFile } from 'node:child_process'
import mammoth from 'mammoth'
import { findProgram } from './office.js'

/** The words of a DOCX as mammoth reads them, without notes. */
export async function readWithMammoth(docx: Uint8Array): Promise<string> {
  const { value } = await mammoth.extractRawText({ buffer: Buffer.from(docx) })
  return value
}

/** A node of pandoc's tree (pandoc-types): a kind and what is in it. */
interface PandocNode {
  t: string
  c?: unknown
}

const isNode = (value: unknown): value is PandocNode => typeof value === 'object' && value !== null && 't' in value

/** The words in a tree, in order; those of notes apart. */
function wordsIn(value: unknown, notes: string[]): string {
  if (Array.isArray(value)) return value.map(child => wordsIn(child, notes)).join('')
  if (!isNode(value) || value.t === 'Image') return ''
  if (value.t === 'Str') return String(value.c)
  if (value.t === 'Space' || value.t === 'SoftBreak' || value.t === 'LineBreak') return ' '
  // A table: its attributes, its caption, and then what stands in it.
  if (value.t === 'Table') return wordsIn((value.c as unknown[]).slice(2), notes)
  if (value.t === 'Code' || value.t === 'CodeBlock') return String((value.c as unknown[])[1])
  if (value.t !== 'Note') return `${wordsIn(value.c, notes)}${/^(Para|Plain|Header)$/.test(value.t) ? '\n' : ''}`
  notes.push(wordsIn(value.c, []))
  return ''
}

/**
 * The words of a DOCX as pandoc reads them, and those of its notes; null where pandoc is not installed. Without
 * what pandoc takes from alternative texts: pictures, and the captions of tables.
 */
export async function readWithPandoc(docx: Uint8Array): Promise<{ text: string; notes: string[] } | null> {
  const pandoc = await findProgram('pandoc')
  if (pandoc === null) return null
  const json = await new Promise<string>((resolve, reject) => {
    const child = execFile(pandoc, ['-f', 'docx', '-t', 'json'], { maxBuffer: 2 ** 30 }, (error, stdout) =>
      error ? reject(error) : resolve(stdout),
    )
    child.stdin?.end(docx)
  })
  const notes: string[] = []
  const { blocks } = JSON.parse(json) as { blocks: unknown }
  return { text: wordsIn(blocks, notes), notes }
}
