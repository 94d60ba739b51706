import { readFileSync } from 'node:fs'
import { type Book, type BookBlock, text } from '@briefbook/ast'
import { examplePrint, exampleStrings, exampleTokens } from '@briefbook/testkit'
import type { Paragraph } from 'mdast'
import { compileTemplate, requiredParts, type TemplateFiles } from '../src/index.js'

const folder = new URL('../../../templates/briefing/', import.meta.url)
const file = (path: string) => ({ path, text: readFileSync(new URL(path, folder), 'utf8') })
export const files: TemplateFiles = {
  parts: Object.fromEntries(requiredParts.map(name => [name, file(`parts/${name}.hbs`)])) as TemplateFiles['parts'],
  styles: [file('print.css')],
  pages: file('pages.css.hbs'),
}
export const template = compileTemplate(files)

export const tokens = exampleTokens

export const paragraph = (...children: (string | Paragraph['children'][number])[]): Paragraph => ({
  type: 'paragraph',
  children: children.map(c => (typeof c === 'string' ? text(c) : c)),
})

/** A book of one chapter with these blocks. */
export function book(children: BookBlock[], meta: Partial<Book['meta']> = {}): Book {
  return {
    type: 'book',
    meta: {
      title: 'Dams',
      subtitle: null,
      authors: [],
      organisation: null,
      edition: null,
      date: '2026-03-01',
      dateText: '1 March 2026',
      language: 'en',
      paper: 'A4',
      handling: null,
      print: examplePrint,
      sources: [],
      contentHash: 'f'.repeat(64),
      tool: 'Briefbook test',
      ...meta,
    },
    strings: exampleStrings,
    contents: [
      { id: 'part-one', number: 'I', title: 'One', depth: 1 },
      { id: 'first', number: '1', title: 'First', depth: 2 },
    ],
    tables: [],
    charts: [],
    children: [
      {
        type: 'part',
        id: 'part-one',
        number: 'I',
        title: 'One',
        children: [
          {
            type: 'chapter',
            id: 'first',
            number: '1',
            title: 'First',
            voice: 'written',
            file: null,
            listsSections: true,
            children,
          },
        ],
      },
    ],
  }
}
