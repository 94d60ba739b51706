import type { ScriptFamily } from '@briefbook/ast'
import type { Result } from '@briefbook/diagnostics'
import { z } from 'zod'
import { type Coverage, coverageOfFile, coverageOfGlyphs, coverageOfRange } from './coverage.js'
import type { TemplateFiles } from './files.js'

/** A file of a family. */
export interface SliceFile {
  file: string
  weight: number
  style: 'normal' | 'italic'
  /** Whether the file has all weights, and this one is made of it. */
  variable: boolean
}

/** The files of a family that hold the same letters. */
export interface Slice {
  covers: Coverage
  files: SliceFile[]
}

/** What a package of Fontsource says of itself in `metadata.json`. */
const metadataSchema = z.object({
  id: z.string(),
  weights: z.array(z.number()).min(1),
  styles: z.array(z.string()),
  variable: z
    .union([z.literal(false), z.object({ wght: z.object({ min: z.coerce.number(), max: z.coerce.number() }) })])
    .default(false),
})
type Metadata = z.output<typeof metadataSchema>

/** The weights of text and of what stands out from it; a browser makes no other of them. */
const weights = [400, 700]

/** Of the weights that there are, the one nearest to another. */
function nearest({ weights, variable }: Metadata, wanted: number): number {
  if (variable) return Math.min(Math.max(wanted, variable.wght.min), variable.wght.max)
  return weights.reduce((best, weight) => (Math.abs(weight - wanted) < Math.abs(best - wanted) ? weight : best))
}

/**
 * A package has a range for each of its files. Those with a number in brackets were cut for the font; the others are the
 * same for all fonts, and name letters that this one may not have.
 */
async function coverageOfSubset(
  files: TemplateFiles,
  subset: string,
  range: string,
  file: string,
  wanted: readonly string[],
): Promise<Coverage> {
  const covers = coverageOfRange(range)
  if (subset.startsWith('[') || !wanted.some(covers)) return covers
  const has = await coverageOfGlyphs(files, file)
  return letter => covers(letter) && has(letter)
}

async function slicesOfPackage(files: TemplateFiles, name: string, wanted: readonly string[]): Promise<Slice[] | null> {
  const json = async (file: string): Promise<unknown> => {
    const bytes = await files.read(`${name}/${file}`)
    return bytes && JSON.parse(new TextDecoder().decode(bytes))
  }
  const metadata = metadataSchema.safeParse(await json('metadata.json'))
  const ranges = z.record(z.string(), z.string()).safeParse(await json('unicode.json'))
  if (!metadata.success || !ranges.success) return null
  const { id, styles } = metadata.data
  // A package has the files of all weights in one, or a file for each; both say what the other has.
  const variable = name.startsWith('@fontsource-variable/')
  const there = variable ? metadata.data : { ...metadata.data, variable: false as const }
  const own = [...new Set(weights.map(weight => nearest(there, weight)))]
  const faces = (['normal', 'italic'] as const)
    .filter(style => styles.includes(style))
    .flatMap(style => own.map(weight => ({ weight, style, variable })))
  return Promise.all(
    Object.entries(ranges.data).map(async ([subset, range]) => {
      const named = faces.map(face => ({
        ...face,
        file: `${name}/files/${id}-${subset.replace(/[[\]]/g, '')}-${variable ? 'wght' : face.weight}-${face.style}.woff2`,
      }))
      const first = named[0]?.file ?? ''
      return { covers: await coverageOfSubset(files, subset, range, first, wanted), files: named }
    }),
  )
}

/**
 * The files of a script's family, by the letters that they hold. A package that is not there is told.
 *
 * @param wanted  The letters that are looked for.
 */
export async function slicesOf(
  files: TemplateFiles,
  family: ScriptFamily,
  wanted: readonly string[],
): Promise<Result<Slice[]>> {
  const named = await Promise.all(
    family.files.map(async file => ({
      covers: await coverageOfFile(files, file),
      files: [{ file: file.file, weight: file.weight, style: file.style, variable: false }],
    })),
  )
  if (family.package === null) return { value: named, diagnostics: [] }
  const packaged = await slicesOfPackage(files, family.package, wanted)
  if (packaged) return { value: [...named, ...packaged], diagnostics: [] }
  return { value: named, diagnostics: [files.missing(`There is no package of fonts \`${family.package}\`.`)] }
}
