import { type Diagnostic, diagnostic } from '@briefbook/diagnostics'
import { decodeText } from './decode.js'
import { declaredCharset, detectContainer, detectTextFormat } from './detect.js'
import { block, type Claim, type Reading } from './draft.js'
import type { Limits } from './limits.js'
import { claimsOf } from './metadata/claims.js'
import { readFrontMatter } from './metadata/front-matter.js'
import { readText } from './readers/text/index.js'
import { trace } from './traced.js'

const megabytes = (bytes: number) => `${Math.ceil(bytes / 1024 / 1024)} MB`

/** Readers that stand on large libraries, loaded when a file needs them. */
const readers = {
  docx: () => import('./readers/docx/index.js'),
  html: () => import('./readers/html/index.js'),
  markdown: () => import('./readers/markdown/index.js'),
  pdf: () => import('./readers/pdf/index.js'),
}

/** Reads a file by the reader of its format, which its content tells. */
export async function readFile(path: string, bytes: Uint8Array, limits: Limits): Promise<Reading> {
  const refuse = (...diagnostics: Diagnostic[]): Reading => ({ draft: null, diagnostics })
  if (bytes.length === 0) return refuse(diagnostic('source-is-not-empty', 'The file is empty.', { file: path }))
  if (bytes.length > limits.maxFileBytes)
    return refuse(
      diagnostic(
        'source-is-not-too-large',
        `The file has ${megabytes(bytes.length)}; at most ${megabytes(limits.maxFileBytes)} are read.`,
        { file: path },
      ),
    )

  const container = detectContainer(bytes)
  if (container && 'refused' in container)
    return refuse(diagnostic('source-is-text', container.refused, { file: path }))
  if (container?.format === 'pdf') return (await readers.pdf()).readPdf(bytes, path, limits)
  if (container?.format === 'docx') return (await readers.docx()).readDocx(bytes, path, limits)

  const { text, diagnostics } = decodeText(bytes, path, declaredCharset(bytes))
  if (text === null) return refuse(...diagnostics)
  if (text.length > limits.maxTextCharacters)
    return refuse(
      ...diagnostics,
      diagnostic(
        'source-is-not-too-large',
        `The text has ${text.length} characters; at most ${limits.maxTextCharacters} are read.`,
        { file: path },
      ),
    )
  if (text.trim() === '')
    return refuse(
      ...diagnostics,
      diagnostic('source-is-not-empty', 'The file holds nothing but white space.', { file: path }),
    )

  const front = readFrontMatter(text, path)
  const from = front?.end ?? 0
  const format = detectTextFormat(text.slice(from), path)
  if (format === 'html') {
    const reading = (await readers.html()).readHtml(text, path, limits)
    return { draft: reading.draft, diagnostics: [...diagnostics, ...reading.diagnostics] }
  }
  const { draft, diagnostics: told } =
    format === 'markdown'
      ? (await readers.markdown()).readMarkdown(text, from, path)
      : { draft: readText(text, from), diagnostics: [] }
  const claims: Claim[] = front?.value ? claimsOf(front.value, 'front matter') : []
  const head = front ? [block('paragraph', trace(text, [{ start: 0, end: from }]), { furniture: 'front matter' })] : []
  return {
    draft: { ...draft, nodes: [...head, ...draft.nodes], claims: [...claims, ...draft.claims] },
    diagnostics: [...diagnostics, ...(front?.diagnostics ?? []), ...told],
  }
}
