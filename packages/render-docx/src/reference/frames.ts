import { escapeXml } from '../package/xml.js'
import type { HouseFrame } from './read.js'
import { joinNamespaces, namespacesOf, renameStyles } from './styles.js'

const inner = (xml: string) => /^.*?<w:(?:hdr|ftr)[^>]*>(.*)<\/w:(?:hdr|ftr)>/s.exec(xml)?.[1] ?? ''

/**
 * A head or foot of the book in a house's form: the house's own words, with the book's handling marking and, in a draft,
 * what says so across the page, which no form may take away.
 */
export function houseFrame(own: string, { xml }: HouseFrame, ids: ReadonlyMap<string, string>): string {
  const marking = (inner(own).match(/<w:p>.*?<\/w:p>/gs) ?? []).filter(p => p.includes('<w:pStyle w:val="Handling"/>'))
  const watermark = (inner(own).match(/<w:r>(?:(?!<\/w:r>).)*<w:pict>.*?<\/w:pict><\/w:r>/gs) ?? []).join('')
  const content = renameStyles(inner(xml), ids)
  const last = content.lastIndexOf('</w:p>')
  const marked = last < 0 ? content : content.slice(0, last) + watermark + content.slice(last)
  const [, start = '', name = 'hdr'] = /^(.*?)<w:(hdr|ftr)/s.exec(own) ?? []
  const children = name === 'hdr' ? [...marking, marked] : [marked, ...marking]
  return `${start}<w:${name}${joinNamespaces(namespacesOf(own), namespacesOf(xml))}>${children.join('')}</w:${name}>`
}

const types = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** The relationships of such a part. @param pictureName  The name in `word/` of the n-th picture. */
export function frameRelationships(frame: HouseFrame, pictureName: (n: number) => string): string {
  const lines = [
    ...frame.pictures.map(({ id }, n) => `<Relationship Id="${id}" Type="${types}/image" Target="${pictureName(n)}"/>`),
    ...frame.links.map(
      ({ id, target }) =>
        `<Relationship Id="${id}" Type="${types}/hyperlink" Target="${target}" TargetMode="External"/>`,
    ),
  ]
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${lines.join('')}</Relationships>`
}

/** `[Content_Types].xml` with the kinds of pictures that it does not know yet. */
export function enterPictures(xml: string, extensions: Iterable<string>): string {
  const mimes: { [extension: string]: string } = {
    emf: 'x-emf',
    wmf: 'x-wmf',
    tif: 'tiff',
    jpg: 'jpeg',
    svg: 'svg+xml',
  }
  const missing = [...new Set(extensions)].filter(extension => !xml.includes(`Extension="${extension}"`)).sort()
  const lines = missing.map(
    extension => `<Default ContentType="image/${escapeXml(mimes[extension] ?? extension)}" Extension="${extension}"/>`,
  )
  return xml.replace(/(<Types[^>]*>)/, `$1${lines.join('')}`)
}
