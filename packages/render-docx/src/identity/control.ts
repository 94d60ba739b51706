import type { FileChild, XmlComponent } from 'docx'
import { BlockElement, element } from '../xml/element.js'
import type { Identity } from './identity.js'

/**
 * LibreOffice (seen in 7.4) takes controls around paragraphs for controls within a line, and loses notes and links in
 * them, unless a building block stands before: a table of contents, which not every template has, or the first control.
 */
const buildingBlock = element('w:docPartObj', {}, [element('w:docPartGallery', { 'w:val': 'Quick Parts' })])

/**
 * A content control around a block (ISO/IEC 29500-1, 17.5.2.29): it names the block, and keeps editors of Word from
 * changing the words of a source. It has no look of its own.
 *
 * @param number  Of the control in its document, from 1.
 */
export function control(
  { name, locked }: Pick<Identity, 'name' | 'locked'>,
  id: string,
  number: number,
  children: readonly XmlComponent[],
): FileChild {
  const properties = element('w:sdtPr', {}, [
    element('w:alias', { 'w:val': name }),
    element('w:tag', { 'w:val': id }),
    element('w:id', { 'w:val': number }),
    ...(locked ? [element('w:lock', { 'w:val': 'sdtContentLocked' })] : []),
    ...(number === 1 ? [buildingBlock] : []),
  ])
  return new BlockElement('w:sdt', [properties, element('w:sdtContent', {}, children)])
}
