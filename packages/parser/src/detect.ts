import type { SourceFormat } from '@briefbook/ast'

/** What a file is by its first bytes, where those tell. */
export type Container = { format: 'docx' | 'pdf' } | { refused: string } | null

const startsWith = (bytes: Uint8Array, signature: readonly number[], at = 0) =>
  signature.every((byte, i) => bytes[at + i] === byte)

const ascii = (text: string) => [...text].map(char => char.charCodeAt(0))

/** Files that people put beside their texts, by their signature, and what each is called. */
const signatures: readonly (readonly [signature: readonly number[], name: string])[] = [
  [[0xd0, 0xcf, 0x11, 0xe0], 'a Word document of the old kind (.doc), or one with a password'],
  [ascii('{\\rtf'), 'a rich text document (RTF)'],
  [[0x89, 0x50, 0x4e, 0x47], 'a picture (PNG)'],
  [[0xff, 0xd8, 0xff], 'a picture (JPEG)'],
  [ascii('GIF8'), 'a picture (GIF)'],
  [ascii('II*\0'), 'a picture (TIFF)'],
  [ascii('MM\0*'), 'a picture (TIFF)'],
  [ascii('ID3'), 'a sound file'],
  [ascii('OggS'), 'a sound file'],
  [[0x1f, 0x8b], 'a compressed file (gzip)'],
  [ascii('Rar!'), 'a compressed file (RAR)'],
  [ascii('7z\xbc\xaf'), 'a compressed file (7-Zip)'],
  [ascii('bplist00'), 'a web archive of Safari'],
]

/** What an Office or e-book file holds, by a name that stands in its directory. */
const zipKinds: readonly (readonly [name: string, kind: string])[] = [
  ['xl/workbook', 'an Excel workbook'],
  ['ppt/presentation', 'a PowerPoint presentation'],
  ['application/vnd.oasis', 'a LibreOffice document'],
  ['META-INF/container.xml', 'an e-book (EPUB)'],
]

/** What a file is by its signature; null for what has none, which is text or junk. */
export function detectContainer(bytes: Uint8Array): Container {
  if (startsWith(bytes, ascii('PK\x03\x04')) || startsWith(bytes, ascii('PK\x05\x06'))) {
    const names = new TextDecoder('latin1').decode(bytes)
    if (/word[\\/][\w-]*document\w*\.xml/i.test(names)) return { format: 'docx' }
    const kind = zipKinds.find(([name]) => names.includes(name))?.[1]
    // An Office file whose main part has another name than Word gives it: its relationships know it.
    if (kind === undefined && /_rels[\\/]\.rels/i.test(names)) return { format: 'docx' }
    return { refused: `The file is ${kind ?? 'a zip archive without a Word document in it'}.` }
  }
  // Readers of PDF accept up to a kilobyte of junk in front of the header (ISO 32000-1, annex H.3.4.1).
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 1024))
  if (/%PDF-\d/.test(head)) return { format: 'pdf' }
  const found = signatures.find(([signature]) => startsWith(bytes, signature))
  return found ? { refused: `The file is ${found[1]}.` } : null
}

/** The encoding that an HTML page names in its first kilobyte, as a browser looks for it. */
export function declaredCharset(bytes: Uint8Array): string | null {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 1024))
  return /<meta[^>]*?charset\s*=\s*["']?\s*([\w:-]+)/i.exec(head)?.[1] ?? null
}

/** What a text is shows in this much of it. */
const longestText = 200_000

const blockTags = /<(?:html|head|body|p|div|article|section|main|table|h[1-6]|ul|ol)\b[^>]*>/gi

function looksLikeHtml(text: string): boolean {
  const head = text.slice(0, 4096).replace(/^\s*(?:<\?xml[^>]*>|<!--[\s\S]*?-->|\s)*/, '')
  if (/^<!doctype\s+html/i.test(head) || /^<(?:html|head|body)\b/i.test(head)) return true
  const sample = text.slice(0, longestText)
  const tags = sample.match(blockTags)?.length ?? 0
  const closing = sample.match(/<\/(?:p|div|article|section|main|table|h[1-6]|ul|ol|body|html)>/gi)?.length ?? 0
  return /^<[a-z]/i.test(head) && tags >= 2 && closing >= 1 && !isMarkdownInBoxes(sample)
}

/** Elements that have words in them; converters to Markdown leave those that do nothing but group others. */
const wordTags = /<(?:p|li|h[1-6]|td|a|br)\b[^>]*>/gi
const leastSigns = 4

/** Whether a text that begins with a tag is what a converter made of a page: Markdown, with `<div>` left around it. */
function isMarkdownInBoxes(sample: string): boolean {
  const lines = sampleLines(sample)
  const evidence = markdownEvidence(lines)
  return evidence >= leastSigns && (sample.match(wordTags)?.length ?? 0) < evidence
}

/** The lines of a text that have words, as far as they are looked at. */
const sampleLines = (text: string): string[] =>
  text
    .slice(0, longestText)
    .split('\n')
    .filter(line => line.trim() !== '')
    .map(line => line.slice(0, longestSample))

/** Signs of Markdown are looked for in this much of a line; a paragraph can be one line. */
const longestSample = 2_000

/**
 * How much of a text is written in Markdown: each sign counts for what it is worth as evidence. A dash in front of a
 * line is what people type anyway; a heading with hashes is not.
 */
function markdownEvidence(lines: readonly string[]): number {
  const signs: readonly (readonly [sign: RegExp, worth: number])[] = [
    [/^ {0,3}#{1,6} \S/, 2],
    [/^ {0,3}(?:```|~~~)/, 2],
    [/^ {0,3}\|?(?:\s*:?-{3,}:?\s*\|)+\s*(?::?-{3,}:?)?\s*$/, 3],
    [/\[[^\]\n]+\]\((?:https?:|mailto:|#|\/|\.)[^)\s]*\)/, 2],
    [/!\[[^\]\n]*\]\([^)\s]+\)/, 3],
    [/(?:^|[^*\w])\*\*[^*\s][^*\n]*\*\*(?!\w)/, 1],
    [/<su[bp]>[^<]{1,12}<\/su[bp]>/, 1],
    [/\[\^[^\]\s]+\]/, 2],
    [/(?:^|[^\\*])\*[^*\s][^*\n]{2,}\*(?!\w)/, 0.5],
  ]
  // What anybody types who never heard of Markdown, however often, is no more than a hint.
  const typed: readonly RegExp[] = [/^ {0,3}> \S/, /^ {0,3}[-*+] \S/, /^ {0,3}(?:-{3,}|\*{3,}|_{3,})\s*$/]
  let evidence = 0
  let hints = 0
  for (const line of lines) {
    for (const [sign, worth] of signs) if (sign.test(line)) evidence += worth
    if (typed.some(sign => sign.test(line))) hints += 0.25
  }
  return evidence + Math.min(hints, 1)
}

/**
 * How many lines are indented so far that they would be code in Markdown, where they go on with no list item or note:
 * what a converter makes of the nesting of a page.
 */
function indented(lines: readonly string[]): number {
  let count = 0
  let inside = false
  for (const line of lines) {
    if (!/^(?: {4}| {0,3}\t)/.test(line))
      inside = /^ {0,3}(?:[-+*]|\d{1,9}[.)]|\[\^[^\]]+\]:)\s/.test(line) || (inside && /^\s/.test(line))
    else if (!inside) count++
  }
  return count
}

/** The format of a text by what it holds, with the ending of its file's name as a witness where that is in doubt. */
export function detectTextFormat(text: string, path: string): SourceFormat {
  const ending = /\.([^./]+)$/.exec(path)?.[1]?.toLowerCase() ?? ''
  if (looksLikeHtml(text)) return 'html'
  if (/^x?html?$/.test(ending) && /<[a-z][^>]*>/i.test(text)) return 'html'
  const lines = sampleLines(text)
  if (indented(lines) > lines.length * 0.6) return 'text'
  const evidence = markdownEvidence(lines)
  if (/^(?:md|markdown|mdown|mkd|qmd|rmd)$/.test(ending)) return 'markdown'
  return evidence >= 2 ? 'markdown' : 'text'
}
