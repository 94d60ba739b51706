import { strFromU8, strToU8 } from 'fflate'
import { enterPictures, frameRelationships, houseFrame } from './frames.js'
import type { HouseFrame, Reference } from './read.js'
import { attribute, relationships, relationshipsPart, resolvePart } from './relationships.js'
import { mergeStyles } from './styles.js'

const document = 'word/document.xml'
const contentTypes = '[Content_Types].xml'

/** The parts of a finished document, in the form of a house: its styles, its theme, its heads and feet. */
export function applyReference(
  parts: { readonly [part: string]: Uint8Array },
  { styles, theme, frames }: Reference,
): { [part: string]: Uint8Array } {
  const text = (part: string) => strFromU8(parts[part] ?? new Uint8Array())
  const changed: { [part: string]: Uint8Array } = {}
  const merged = mergeStyles(text('word/styles.xml'), styles)
  changed['word/styles.xml'] = strToU8(merged.xml)
  if (theme !== null) changed['word/theme/theme1.xml'] = theme

  const names = new Map(relationships(text(relationshipsPart(document))).map(({ id, target }) => [id, target]))
  const used = new Set<HouseFrame>()
  const all = [...new Set(Object.values(frames))]
  const pictureOf = (frame: HouseFrame) => (n: number) =>
    `media/house${all.indexOf(frame) + 1}-${n + 1}.${frame.pictures[n]?.extension}`
  for (const [element, which = ''] of text(document).matchAll(/<w:(header|footer)Reference\s[^>]*>/g)) {
    const type = attribute(element, 'w:type') === 'even' ? 'even' : 'default'
    const side = which as 'header' | 'footer'
    const frame = frames[`${side} ${type}`] ?? frames[`${side} default`]
    const target = names.get(attribute(element, 'r:id') ?? '')
    if (frame === undefined || target === undefined) continue
    const part = resolvePart(document, target)
    changed[part] = strToU8(houseFrame(text(part), frame, merged.ids))
    changed[relationshipsPart(part)] = strToU8(frameRelationships(frame, pictureOf(frame)))
    used.add(frame)
  }
  for (const frame of used)
    for (const [n, { bytes }] of frame.pictures.entries()) changed[`word/${pictureOf(frame)(n)}`] = bytes
  const extensions = [...used].flatMap(frame => frame.pictures.map(({ extension }) => extension))
  changed[contentTypes] = strToU8(enterPictures(text(contentTypes), extensions))
  return { ...parts, ...changed }
}
