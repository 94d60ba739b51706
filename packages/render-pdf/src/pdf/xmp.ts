import type { PdfMetadata } from './finish.js'

const xml = (text: string) =>
  text
    .replace(/[<>&"]/g, char => `&#${char.charCodeAt(0)};`)
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')

const namespaces = {
  dc: 'http://purl.org/dc/elements/1.1/',
  xmp: 'http://ns.adobe.com/xap/1.0/',
  pdf: 'http://ns.adobe.com/pdf/1.3/',
  pdfuaid: 'http://www.aiim.org/pdfua/ns/id/',
}

/**
 * An XMP packet (ISO 16684-1) with the Dublin Core, basic and PDF properties.
 *
 * @param accessible  Whether the file may say that it keeps to PDF/UA-1 (ISO 14289-1, 5).
 */
export function xmpPacket(meta: PdfMetadata, producer: string, accessible: boolean): string {
  const date = `${meta.date}T00:00:00Z`
  const alternative = (text: string) => `<rdf:Alt><rdf:li xml:lang="x-default">${xml(text)}</rdf:li></rdf:Alt>`
  const properties = [
    `<dc:format>application/pdf</dc:format>`,
    `<dc:title>${alternative(meta.title)}</dc:title>`,
    meta.authors.length > 0
      ? `<dc:creator><rdf:Seq>${meta.authors.map(a => `<rdf:li>${xml(a)}</rdf:li>`).join('')}</rdf:Seq></dc:creator>`
      : '',
    meta.subject === null ? '' : `<dc:description>${alternative(meta.subject)}</dc:description>`,
    `<dc:language><rdf:Bag><rdf:li>${xml(meta.language)}</rdf:li></rdf:Bag></dc:language>`,
    `<xmp:CreateDate>${date}</xmp:CreateDate>`,
    `<xmp:ModifyDate>${date}</xmp:ModifyDate>`,
    `<xmp:CreatorTool>${xml(meta.creator)}</xmp:CreatorTool>`,
    `<pdf:Producer>${xml(producer)}</pdf:Producer>`,
    accessible ? '<pdfuaid:part>1</pdfuaid:part>' : '',
  ]
  const declared = Object.entries(namespaces).map(([prefix, uri]) => `xmlns:${prefix}="${uri}"`)
  return [
    '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>',
    '<x:xmpmeta xmlns:x="adobe:ns:meta/">',
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">',
    `<rdf:Description rdf:about="" ${declared.join(' ')}>`,
    ...properties.filter(Boolean),
    '</rdf:Description>',
    '</rdf:RDF>',
    '</x:xmpmeta>',
    '<?xpacket end="w"?>',
  ].join('\n')
}
