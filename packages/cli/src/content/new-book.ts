import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename } from 'node:path'

/** The schemas that editors read, by the package that publishes each. A book takes copies along. */
const publishers = {
  'book.schema.json': '@briefbook/book',
  'codebook.schema.json': '@briefbook/analysis',
  'codings.schema.json': '@briefbook/analysis',
  'source.schema.json': '@briefbook/parser',
} as const

type SchemaName = keyof typeof publishers

/** Where a book keeps the schemas, from its folder. */
const schemaFolder = '.schemas'

/** The schemas by their path in the book's folder. */
export async function schemaFiles(): Promise<{ [path: string]: string }> {
  const { resolve } = createRequire(import.meta.url)
  const entries = Object.entries(publishers).map(async ([name, publisher]) => [
    `${schemaFolder}/${name}`,
    await readFile(resolve(`${publisher}/schemas/${name}`), 'utf8'),
  ])
  return Object.fromEntries(await Promise.all(entries))
}

/** The first line by which editors find the schema of a YAML file. */
export function schemaLine(name: SchemaName, toBook = './'): string {
  return `# yaml-language-server: $schema=${toBook}${schemaFolder}/${name}\n`
}

/** `my-briefing_book` as `My briefing book`. */
function titleOf(folder: string): string {
  const words = basename(folder).replace(/[-_]+/g, ' ').trim()
  return words === '' ? 'Briefing book' : words.charAt(0).toUpperCase() + words.slice(1)
}

/** The book.yaml that a new book begins with. */
export function newBookYaml(folder: string): string {
  return `${schemaLine('book.schema.json')}# The book. Only the title is needed; take the # from a line to use it.
title: ${JSON.stringify(titleOf(folder))}
# subtitle: What it is about
# organisation: For whom it is made
# authors: [Your name]
# edition: 1st edition
# date: 2026-01-31
# paper: A4            # or Letter, A5
# handling: Internal   # printed at the foot of every page
# limits: { seconds: 60, memoryMb: 1024 }   # what reading one source may take

# Written chapters are Markdown files in the folder chapters/, in the order of their names: 10-introduction.md,
# 20-key-judgements.md. They cite a paragraph of a source as [@id ¶12].

# Further matrices, which a chapter shows with ::matrix{#by-year}:
# matrices:
#   - id: by-year
#     rows: actors       # actors, issues, sources, speakers, years or months
#     columns: years
#     only: { issues: [], from: 2020 }   # and sources, speakers, stances, coder, until
#     at-a-glance: true  # shown in the chapter of that name
`
}

/** What git leaves alone in a new book: what a build makes, and what editors put beside the files they work on. */
export const newGitignore = `output/
.~lock.*
~$*
`

/** The codebook that a new book without sources begins with. */
export const newCodebookYaml = `# What the book compares. Write the actors (rows) and the issues (columns), then run \`briefbook build\`.
actors:
  # An id of your own, then the name as the book prints it and the other names that the texts use.
  example-actor:
    name: Example actor
    aliases: []
issues:
  example-issue:
    name: Example issue
    # A stance is for or against this.
    towards: what the issue is about
    # Words that bring a sentence under the issue; * stands for any ending.
    terms: [example*]
`
