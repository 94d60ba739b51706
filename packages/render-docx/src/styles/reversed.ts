import { boxStyles } from './boxes.js'
import type { Look, StyleTable } from './look.js'
import { passageStyles } from './passages.js'

/** The styles that hold what a source says, which may be in a language of the other direction. */
const quoting = [
  'Evidence',
  'Passage',
  'PassageHeading',
  'PassageItem1',
  'PassageItem2',
  'PassageItem3',
  'PassageItem4',
  'PassageQuotation',
  'PassageNote',
] as const
type Quoting = (typeof quoting)[number]

export type ReversedStyle = `${Quoting}Reversed`

/** The style of a paragraph that runs against the book's direction; the style itself where it needs none. */
export function reversed<T extends string>(style: T): T | ReversedStyle {
  return (quoting as readonly string[]).includes(style) ? `${style as Quoting}Reversed` : style
}

/**
 * The same styles for text that runs against the book's direction. Word takes `left` for where a line begins, so that
 * what stands in the column of the text must count from its other side.
 */
export function reversedStyles(look: Look): StyleTable {
  const styles: StyleTable = { ...boxStyles(look), ...passageStyles(look) }
  return Object.fromEntries(
    quoting.map(id => {
      const style = styles[id] as StyleTable[string]
      const base = style.basedOn === 'Passage' ? styles.Passage?.paragraph?.indent : {}
      const { left = 0, right = 0, hanging = 0 } = { ...base, ...style.paragraph?.indent }
      const [start, end, hang] = [Number(left), Number(right), Number(hanging)]
      const paragraph = {
        indent: { left: end + hang, hanging: hang, right: start - hang },
        ...(style.paragraph?.tabStops
          ? { tabStops: style.paragraph.tabStops.map(stop => ({ ...stop, position: Number(stop.position) + end })) }
          : {}),
      }
      return [`${id}Reversed`, { name: `${style.name} Reversed`, basedOn: id, paragraph }]
    }),
  )
}
