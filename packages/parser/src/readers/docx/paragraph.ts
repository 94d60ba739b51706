import type { Pending } from '../../extract.js'
import type { ReadContext } from './context.js'
import type { Gathered } from './gather.js'
import { kindOf } from './kind.js'
import { centres, drawsIn, type ParagraphStyle } from './styles.js'
import { isOn, type XmlElement } from './xml.js'

/** What most of some characters have. */
const most = <K>(counts: ReadonlyMap<K, number> | null): K | null =>
  [...(counts ?? [])].reduce<readonly [K, number] | null>(
    (best, one) => (best && best[1] >= one[1] ? best : one),
    null,
  )?.[0] ?? null

/** A paragraph that was gathered, and what stood in it and does not belong to the text, as nodes to be. */
export function finishParagraph(
  from: Gathered,
  properties: XmlElement | undefined,
  style: ParagraphStyle,
  reason: string | null,
  context: ReadContext,
): Pending[] {
  const end = context.extract.append('\n')
  const breaks: Pending[] = from.breaks.map(at => ({ kind: 'break', at }))
  if (isOn(properties, 'w:pageBreakBefore')) breaks.push({ kind: 'break', at: from.pieces[0]?.start ?? end })
  const kind = kindOf(properties, style, context)
  const furniture = reason ?? (from.contents ? 'table of contents' : null)
  const centred = centres(properties) ?? style.centred
  return [
    ...breaks,
    {
      kind: 'block',
      pieces: from.pieces,
      fields: {
        ...kind,
        references: from.references,
        linked: from.length === 0 ? 0 : from.linked / from.length,
        emphasised: from.length > 0 && from.strong >= from.length * 0.95,
        direction: isOn(properties, 'w:bidi') || style.bidi ? 'rtl' : null,
        language: most(from.languages),
        page: from.page,
        ...(furniture === null ? {} : { furniture }),
      },
      end,
      setting: {
        length: from.length,
        size: most(from.sizes),
        indented: !centred && (drawsIn(properties) ?? style.indented),
      },
    },
    ...[...(from.aside ?? [])].map(
      ([furniture, pieces]): Pending => ({
        kind: 'block',
        pieces,
        fields: { type: 'paragraph', furniture, page: from.page },
        end,
      }),
    ),
  ]
}
