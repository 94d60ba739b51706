import { AlignmentType, type INumberingOptions, LevelFormat } from 'docx'
import { stepMm } from './styles/text.js'
import { twips } from './units.js'

/** Word numbers nine levels. */
const levels = 9
const bullets = ['•', '–', '·']

/** A list that paragraphs can be in. */
export interface ListReference {
  reference: string
  level: number
  instance: number
}

/** The lists of one document. Every ordered list counts for itself; all bullets are one list. */
export class Numbering {
  private ordered = 0
  private readonly starts = new Map<string, { level: number; start: number }>()

  /** @param depth  1 is the outermost. */
  bulleted(depth: number): ListReference {
    return { reference: 'bullets', level: Math.min(depth, levels) - 1, instance: 0 }
  }

  /** A new list that counts from `start`. */
  numbered(depth: number, start: number): ListReference {
    const level = Math.min(depth, levels) - 1
    const reference = `numbers from ${start} at ${level}`
    this.starts.set(reference, { level, start })
    this.ordered++
    return { reference, level, instance: this.ordered }
  }

  /** @param besideMm  What running text keeps free at its end. */
  definitions(besideMm: number): INumberingOptions {
    const level = (n: number) => ({
      level: n,
      alignment: AlignmentType.LEFT,
      style: {
        paragraph: { indent: { left: twips(stepMm * (n + 1)), hanging: twips(stepMm), right: twips(besideMm) } },
      },
    })
    const all = Array.from({ length: levels }, (_, n) => n)
    return {
      config: [
        {
          reference: 'bullets',
          levels: all.map(n => ({
            ...level(n),
            format: LevelFormat.BULLET,
            text: bullets[n % bullets.length] as string,
          })),
        },
        ...[...this.starts].map(([reference, from]) => ({
          reference,
          levels: all.map(n => ({
            ...level(n),
            format: LevelFormat.DECIMAL,
            text: `%${n + 1}.`,
            start: n === from.level ? from.start : 1,
          })),
        })),
      ],
    }
  }
}
