import type { Book } from '@briefbook/ast'
import { declaration, escapeXml } from './xml.js'

const line = (name: string, value: string | null) => (value ? `<${name}>${escapeXml(value)}</${name}>` : '')

/** The book's day as a moment; a day that is none would make Word call the file damaged. */
function moment(date: string): string {
  return /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.test(date) ? `${date}T00:00:00Z` : '1980-01-01T00:00:00Z'
}

/** `docProps/core.xml`: the library's has the clock's date and no language. */
export function coreProperties({ meta, children }: Book): string {
  const creator = meta.authors.length > 0 ? meta.authors.join('; ') : meta.organisation
  const date = moment(meta.date)
  return `${declaration}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:dcmitype="http://purl.org/dc/dcmitype/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">${[
    line('dc:title', meta.title),
    line('dc:subject', meta.subtitle),
    line('dc:creator', creator),
    line('cp:keywords', children.map(part => part.title).join('; ')),
    line('dc:description', [meta.edition, meta.handling, `Made by ${meta.tool}`].filter(Boolean).join(' · ')),
    line('cp:lastModifiedBy', creator),
    line('cp:revision', '1'),
    `<dcterms:created xsi:type="dcterms:W3CDTF">${date}</dcterms:created>`,
    `<dcterms:modified xsi:type="dcterms:W3CDTF">${date}</dcterms:modified>`,
    line('dc:language', meta.language),
    line('cp:version', meta.edition),
  ].join('')}</cp:coreProperties>`
}

/** `docProps/app.xml`. */
export function appProperties({ meta }: Book): string {
  return `${declaration}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">${[
    line('Application', meta.tool),
    line('Company', meta.organisation),
  ].join('')}</Properties>`
}

/** `docProps/custom.xml`: by what inputs the document was made, so that an edited copy is known again. */
export function customProperties({ meta }: Book): string {
  const property = (id: number, name: string, value: string) =>
    `<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="${id}" name="${name}"><vt:lpwstr>${escapeXml(value)}</vt:lpwstr></property>`
  return `${declaration}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">${property(2, 'BriefbookContentHash', meta.contentHash)}${property(3, 'BriefbookTool', meta.tool)}</Properties>`
}
