import { type Edition, stances } from '@briefbook/ast'
import { diagnostic, type Result } from '@briefbook/diagnostics'
import { z } from 'zod'

const name = z.strictObject({ id: z.string(), name: z.string() })
const stance = z.enum(stances)

const schema = z.strictObject({
  version: z.literal(1),
  name: z.string(),
  date: z.string(),
  contentHash: z.string(),
  sources: z.array(
    z.strictObject({ id: z.string(), label: z.string(), title: z.string().nullable(), sha256: z.string() }),
  ),
  actors: z.array(name),
  issues: z.array(name),
  cells: z.array(
    z.strictObject({
      actor: z.string(),
      issue: z.string(),
      state: z.enum(['position', 'mentioned', 'absent']),
      stance: stance.nullable(),
      finding: z.string().nullable(),
    }),
  ),
  statements: z.array(
    z.strictObject({
      id: z.string(),
      source: z.string(),
      anchor: z.string(),
      actor: z.string(),
      issue: z.string(),
      stance,
      quote: z.string(),
    }),
  ),
  judgements: z.array(
    z.strictObject({
      chapter: z.string(),
      file: z.string(),
      likelihood: z.string().nullable(),
      confidence: z.string().nullable(),
      words: z.string(),
    }),
  ),
  written: z.array(z.strictObject({ file: z.string(), words: z.string() })).optional(),
  blocks: z.array(z.string()),
}) satisfies z.ZodType<Edition>

/** Reads the file of an edition. */
export function readEdition(text: string, file: string): Result<Edition | null> {
  const problem = (message: string): Result<null> => ({
    value: null,
    diagnostics: [diagnostic('edition-is-whole', message, { file })],
  })
  let data: unknown
  try {
    data = JSON.parse(text)
  } catch (error) {
    return problem(`The edition cannot be read: ${(error as Error).message}.`)
  }
  const { success, data: edition, error } = schema.safeParse(data)
  if (success) return { value: edition, diagnostics: [] }
  const [issue] = error.issues
  return problem(`The edition has another form: ${issue?.path.join('.')}: ${issue?.message}.`)
}

/** An edition as its file holds it: a record a line, so that git shows and merges what is different. */
export function formatEdition(edition: Edition): string {
  const fields = Object.entries(edition).map(([key, value]) => {
    const records = Array.isArray(value) ? value.map(record => `\n    ${JSON.stringify(record)}`).join(',') : null
    const printed = records === null ? JSON.stringify(value) : records === '' ? '[]' : `[${records}\n  ]`
    return `  ${JSON.stringify(key)}: ${printed}`
  })
  return `{\n${fields.join(',\n')}\n}\n`
}
