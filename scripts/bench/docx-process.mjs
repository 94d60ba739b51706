// Draws the DOCX of a composed book: node docx-process.mjs BOOK.json OUT.docx
import { readFileSync, writeFileSync } from 'node:fs'

const [, , input, output] = process.argv
const { renderDocx } = await import(new URL('../../packages/render-docx/dist/index.js', import.meta.url))
const { book, tokens, pages, chapters } = JSON.parse(readFileSync(input, 'utf8'))
writeFileSync(output, await renderDocx(book, tokens, { pages, chapters }))
