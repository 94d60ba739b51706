import { strFromU8, unzipSync } from 'fflate'
import { attribute, relationships, relationshipsPart, resolvePart } from './relationships.js'
import { type HouseStyles, readStyles } from './styles.js'

/** A head or foot of a house's own, with what it refers to. */
export interface HouseFrame {
  /** The part, `w:hdr` or `w:ftr`. */
  xml: string
  pictures: { id: string; extension: string; bytes: Uint8Array }[]
  links: { id: string; target: string }[]
}

/** What a book takes from a house's own DOCX. */
export interface Reference {
  styles: HouseStyles
  theme: Uint8Array | null
  /** By `header` or `footer` and the pages that it is for; none of a DOCX that Briefbook has made. */
  frames: { readonly [which in `${'header' | 'footer'} ${'default' | 'even'}`]?: HouseFrame }
}

/** A file that nothing can be taken from; the message says why. */
export class UnreadableReference extends Error {}

/** More is no reference, but a bomb. */
const largestBytes = 64 * 2 ** 20

function open(file: Uint8Array): { [part: string]: Uint8Array } {
  let room = largestBytes
  const filter = ({ name, originalSize }: { name: string; originalSize: number }) => {
    if (!/\.(xml|rels|png|jpe?g|gif|bmp|svg|emf|wmf|tiff?)$/i.test(name)) return false
    room -= originalSize
    if (room < 0) throw new UnreadableReference('it is too large')
    return true
  }
  try {
    return unzipSync(file, { filter })
  } catch (error) {
    throw error instanceof UnreadableReference ? error : new UnreadableReference('it is no DOCX, or a damaged one')
  }
}

/**
 * What is taken from a DOCX: its styles, its theme, and the heads and feet of its last section.
 *
 * @throws UnreadableReference where it is none.
 */
export function readReference(file: Uint8Array): Reference {
  const parts = open(file)
  const text = (part: string) => {
    const bytes = Object.hasOwn(parts, part) ? parts[part] : undefined
    return bytes
      ? strFromU8(bytes)
          .replace(/^\uFEFF/, '')
          .replace(/<!--.*?-->/gs, '')
      : ''
  }
  const of = (part: string) => relationships(text(relationshipsPart(part)))
  const start = relationships(text('_rels/.rels')).find(({ kind }) => kind === 'officeDocument')
  const document = resolvePart('', start?.target ?? 'word/document.xml')
  const body = text(document)
  if (body === '') throw new UnreadableReference('it is no DOCX, or a damaged one')
  if (!body.includes('http://schemas.openxmlformats.org/wordprocessingml/2006/main'))
    throw new UnreadableReference('it is saved as “Strict Open XML”')
  const all = of(document)
  const partOf = (kind: string) => {
    const target = all.find(relationship => relationship.kind === kind)?.target
    return target === undefined ? undefined : resolvePart(document, target)
  }
  const styles = text(partOf('styles') ?? '')
  if (styles === '') throw new UnreadableReference('it has no styles')
  const frame = (part: string): HouseFrame | null => {
    const own = of(part)
    const pictures = own.filter(({ kind, external }) => kind === 'image' && !external)
    const links = own.filter(({ kind }) => kind === 'hyperlink')
    // What is embedded, or would be fetched when the document is opened, has no place at the head of every page.
    if (pictures.length + links.length < own.length || text(part) === '') return null
    return {
      xml: text(part),
      pictures: pictures.flatMap(({ id, target }) => {
        const name = resolvePart(part, target)
        const bytes = Object.hasOwn(parts, name) ? parts[name] : undefined
        return bytes ? [{ id, extension: name.split('.').at(-1)?.toLowerCase() ?? '', bytes }] : []
      }),
      links: links.map(({ id, target }) => ({ id, target })),
    }
  }
  const section = /<w:sectPr(?:(?!<w:sectPr).)*$/s.exec(body)?.[0] ?? ''
  const frames: { [which: string]: HouseFrame } = {}
  for (const [element, which = ''] of section.matchAll(/<w:(header|footer)Reference\s[^>]*>/g)) {
    const target = all.find(({ id }) => id === attribute(element, 'r:id'))?.target
    const found = target === undefined ? null : frame(resolvePart(document, target))
    if (found !== null) frames[`${which} ${attribute(element, 'w:type') ?? 'default'}`] = found
  }
  const theme = partOf('theme')
  return {
    styles: readStyles(styles),
    theme: (theme === undefined ? undefined : parts[theme]) ?? null,
    frames: text('docProps/custom.xml').includes('"BriefbookContentHash"') ? {} : frames,
  }
}
