import type { Source, SourceParagraph } from '../src/index.js'

/** A source of paragraphs; each text is its own raw text. */
export function source(id: string, ...paragraphs: string[]): Source {
  let offset = 0
  const children = paragraphs.map((text, i): SourceParagraph => {
    const start = offset
    offset += text.length + 2
    const sentences = [...text.matchAll(/\S.*?(?:[.!?](?=\s)|$)/gs)].map(m => [m.index, m.index + m[0].length] as const)
    return {
      type: 'paragraph',
      anchor: `${id}.${i + 1}`,
      text,
      runs: [{ text: [0, text.length], raw: [start, start + text.length] }],
      sentences,
    }
  })
  return {
    type: 'source',
    id,
    file: `sources/${id}.md`,
    sha256: '0'.repeat(64),
    format: 'markdown',
    text: paragraphs.join('\n\n'),
    meta: {
      title: null,
      subtitle: null,
      authors: [],
      publisher: null,
      date: null,
      url: null,
      language: null,
      label: id.toUpperCase(),
      kind: null,
      original: null,
      foundIn: {},
    },
    children,
    furniture: [],
  }
}
