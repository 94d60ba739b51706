import { isLanguageTag } from '@briefbook/ast'
import { z } from 'zod'
import { isIsoDate } from './dates.js'

const text = z.string().trim().min(1, 'is empty')
const textOrNumber = z.union([text, z.number()]).transform(String)
const names = z.union([text.transform(name => [name]), z.array(text)])

const date = z
  .union([z.string().trim(), z.number().transform(String)])
  .refine(isIsoDate, 'is no date; write 2021, 2021-10 or 2021-10-29')

const url = z
  .string()
  .trim()
  .refine(
    value => /^https?:\/\/[^\s/]+/i.test(value) && URL.canParse(value),
    'is no address; it begins with https:// or http://',
  )

/** What can be said of a document, a source or the original that it reports on. A null says "not known". */
const documentFields = {
  title: textOrNumber.nullish(),
  subtitle: textOrNumber.nullish(),
  /** One author, or a list. A name that holds "and" stays one. */
  author: names.nullish(),
  authors: names.nullish(),
  publisher: text.nullish(),
  date: date.nullish(),
  url: url.nullish(),
}

/** The front matter of a source, and the file with `.yaml` behind its name that stands beside it. */
export const sourceMetadataSchema = z.strictObject({
  id: textOrNumber
    .refine(
      id => /^[\p{L}\p{N}][\p{L}\p{N}-]*$/u.test(id),
      'may hold letters, digits and hyphens, and begins with a letter or digit',
    )
    .nullish(),
  label: textOrNumber.nullish(),
  ...documentFields,
  language: z.string().trim().refine(isLanguageTag, 'is no language tag; write en, de or pt-BR').nullish(),
  kind: text.nullish(),
  original: z.strictObject(documentFields).nullish(),
})

export type SourceMetadata = z.output<typeof sourceMetadataSchema>
