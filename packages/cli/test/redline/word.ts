import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'

/** A DOCX with parts changed, as another program saves it. Null takes a part out. */
export function withParts(
  docx: Uint8Array,
  parts: { [name: string]: ((xml: string) => string) | string | null },
): Uint8Array {
  const all = unzipSync(docx)
  for (const [name, change] of Object.entries(parts)) {
    const was = all[name]
    if (change === null) delete all[name]
    else all[name] = strToU8(typeof change === 'string' ? change : change(was ? strFromU8(was) : ''))
  }
  return zipSync(all, { level: 1 })
}

export const inDocument = (docx: Uint8Array, change: (xml: string) => string) =>
  withParts(docx, { 'word/document.xml': change })

/** Changes the paragraph that holds some words; throws where it is not there. */
export function inParagraph(xml: string, words: string, change: (paragraph: string) => string): string {
  const paragraph = (xml.match(/<w:p>.*?<\/w:p>/gs) ?? []).find(p => p.includes('_bb') && p.includes(words))
  if (paragraph === undefined) throw new Error(`no paragraph says ${words}`)
  return xml.replace(paragraph, () => change(paragraph))
}

const by = 'w:author="Eve" w:date="2026-03-02T10:00:00Z"'
const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

export const run = (text: string, properties = '') =>
  `<w:r w:rsidR="00AB12CD">${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`
export const inserted = (text: string, properties = '') => `<w:ins w:id="901" ${by}>${run(text, properties)}</w:ins>`
export const deleted = (text: string) =>
  `<w:del w:id="902" ${by}><w:r><w:delText xml:space="preserve">${escaped(text)}</w:delText></w:r></w:del>`
/** The mark of a paragraph's end, put in or taken out. */
export const endMark = (kind: 'ins' | 'del' | 'moveFrom' | 'moveTo') => `<w:rPr><w:${kind} w:id="903" ${by}/></w:rPr>`

/** Splits the run that holds some words around them, and puts something in their place. */
export function atWords(paragraph: string, words: string, put: string): string {
  const found = (paragraph.match(/<w:r>(?:(?!<\/w:r>).)*<\/w:r>/gs) ?? []).find(r => r.includes(escaped(words)))
  if (found === undefined) throw new Error(`no run says ${words}`)
  const properties = /<w:rPr>.*?<\/w:rPr>/s.exec(found)?.[0] ?? ''
  const text = /<w:t[^>]*>(.*?)<\/w:t>/s.exec(found)?.[1] ?? ''
  const [before = '', ...rest] = text.split(escaped(words))
  const piece = (part: string) => (part === '' ? '' : `<w:r>${properties}<w:t xml:space="preserve">${part}</w:t></w:r>`)
  return paragraph.replace(found, () => piece(before) + put + piece(rest.join(escaped(words))))
}

/** A comment part with one remark and an answer to it, and what Word writes beside them. */
export const commentParts = {
  'word/comments.xml': `<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"><w:comment w:id="1" ${by}><w:p w14:paraId="00000A01"><w:r><w:t>Is this so?</w:t></w:r></w:p></w:comment><w:comment w:id="2" w:author="Ann" w:date="2026-03-03T10:00:00Z"><w:p w14:paraId="00000A02"><w:r><w:t>It is.</w:t></w:r></w:p></w:comment></w:comments>`,
  'word/commentsExtended.xml': `<w15:commentsEx xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"><w15:commentEx w15:paraId="00000A01" w15:done="0"/><w15:commentEx w15:paraId="00000A02" w15:paraIdParent="00000A01" w15:done="0"/></w15:commentsEx>`,
}
