import { z } from 'zod'

export const idSchema = z
  .string()
  .regex(
    /^(?=.*[a-z])[a-z0-9][a-z0-9-]*$/,
    'an id is made of small letters, digits and hyphens, with at least one letter',
  )
  .describe('A short name without spaces: `united-states`.')

const words = z.string().trim().min(1, 'should not be empty')

export const phraseSchema = words
  .regex(/[\p{L}\p{N}]/u, 'a term needs a letter or a digit')
  .refine(text => !/\*[\p{L}\p{N}]/u.test(text) && !/(?:^|[\s-])\*/u.test(text), {
    message: 'a `*` stands at the end of a word, for any ending',
  })
  .describe('A phrase; `*` at the end of a word for any ending. With a capital letter it is matched as written.')

const term = z
  .union([phraseSchema, z.array(phraseSchema).min(1)])
  .describe('A phrase, or a list of phrases that must all stand in one sentence.')

const date = z
  .union([
    z.int().min(1000).max(9999),
    z
      .string()
      .regex(
        /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/,
        'a date is `2014`, `2014-05` or `2014-05-26`',
      ),
  ])
  .describe('A year, a month or a day: `2014`, `2014-05`, `2014-05-26`.')

const office = {
  role: words.describe('What the person is: `Foreign Minister`.'),
  from: date.optional().describe('Since when the person has held the office.'),
  until: date.optional().describe('The last day, month or year in office.'),
}

const person = z
  .union([
    words,
    z.strictObject({
      name: words,
      role: office.role.optional(),
      from: office.from,
      until: office.until,
      offices: z.array(z.strictObject(office)).min(1).optional().describe('Several offices, one after another.'),
    }),
  ])
  .describe(
    'Who speaks for the actor: a name, or a mapping with `name` and `role`. In a source of the time in office, `the Russian foreign minister` is that person.',
  )

export const actorSchema = z.strictObject({
  name: words.describe('As the tables print it.'),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/, 'a country is its code of two capital letters (ISO 3166-1): `DE`')
    .optional()
    .describe("ISO 3166-1 alpha-2: adds the country's names, what its people are called, and its capital."),
  aliases: z.array(words).optional().describe('Further names and metonyms: `the Kremlin`.'),
  people: z.array(person).optional(),
})

export const issueSchema = z.strictObject({
  name: words.describe('As the tables print it.'),
  towards: words.describe('The wording that a stance is for or against.'),
  terms: z.array(term).min(1, 'an issue needs at least one term').describe('What brings a sentence under the issue.'),
  against: z.array(term).optional().describe('Terms whose support is opposition to `towards`: `sanctions waiver`.'),
})

/** The form of codebook.yaml. */
export const codebookSchema = z.strictObject({
  actors: z
    .record(idSchema, actorSchema)
    .refine(map => Object.keys(map).length > 0, { message: 'a codebook needs at least one actor' })
    .describe('Who can hold a position, in the order of the tables.'),
  issues: z
    .record(idSchema, issueSchema)
    .refine(map => Object.keys(map).length > 0, { message: 'a codebook needs at least one issue' })
    .describe('On what positions are compared, in the order of the tables.'),
  discard: z.array(words).optional().describe("Phrases in which a name is not the actor's: `Moscow Conservatory`."),
})

export type CodebookFile = z.infer<typeof codebookSchema>
