import { z } from 'zod'

const id = z
  .string()
  .regex(
    /^(?=.*[a-z])[a-z0-9][a-z0-9-]*$/,
    'an id is made of small letters, digits and hyphens, with at least one letter',
  )
  .describe('A short name without spaces: `united-states`.')

const words = z.string().trim().min(1, 'should not be empty')

const phrase = words
  .regex(/[\p{L}\p{N}]/u, 'a term needs a letter or a digit')
  .refine(text => !/\*[\p{L}\p{N}]/u.test(text) && !/(?:^|[\s-])\*/u.test(text), {
    message: 'a `*` stands at the end of a word, for any ending',
  })
  .describe('A phrase; `*` at the end of a word for any ending. With a capital letter it is matched as written.')

const term = z
  .union([phrase, z.array(phrase).min(1)])
  .describe('A phrase, or a list of phrases that must all stand in one sentence.')

const person = z
  .union([words, z.strictObject({ name: words, role: words.optional() })])
  .describe('The name of a person who speaks for the actor, or a mapping with `name` and `role`.')

const actor = z.strictObject({
  name: words.describe('As the tables print it.'),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/, 'a country is its code of two capital letters (ISO 3166-1): `DE`')
    .optional()
    .describe("ISO 3166-1 alpha-2: adds the country's names, what its people are called, and its capital."),
  aliases: z.array(words).optional().describe('Further names and metonyms: `the Kremlin`.'),
  people: z.array(person).optional(),
})

const issue = z.strictObject({
  name: words.describe('As the tables print it.'),
  towards: words.describe('The wording that a stance is for or against.'),
  terms: z.array(term).min(1, 'an issue needs at least one term').describe('What brings a sentence under the issue.'),
  against: z.array(term).optional().describe('Terms whose support is opposition to `towards`: `sanctions waiver`.'),
})

/** The form of codebook.yaml. */
export const codebookSchema = z.strictObject({
  actors: z
    .record(id, actor)
    .refine(map => Object.keys(map).length > 0, { message: 'a codebook needs at least one actor' })
    .describe('Who can hold a position, in the order of the tables.'),
  issues: z
    .record(id, issue)
    .refine(map => Object.keys(map).length > 0, { message: 'a codebook needs at least one issue' })
    .describe('On what positions are compared, in the order of the tables.'),
  discard: z.array(words).optional().describe("Phrases in which a name is not the actor's: `Moscow Conservatory`."),
})

export type CodebookFile = z.infer<typeof codebookSchema>
