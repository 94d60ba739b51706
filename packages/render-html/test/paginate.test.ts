import { type Book, type Chapter, pageReference } from '@briefbook/ast'
import { describe, expect, it } from 'vitest'
import { compileTemplate, createMemo, paginateHtml } from '../src/index.js'
import { book, files, paragraph, template, tokens } from './book.js'

/** A book of chapters whose paragraphs point to pages. */
function bookOf(chapters: { [id: string]: string[] }): Book {
  const whole = book([])
  const [part] = whole.children
  if (!part) throw new Error('no part')
  const entries = Object.entries(chapters)
  part.children = entries.map(
    ([id, targets], i): Chapter => ({
      ...(part.children[0] as Chapter),
      id,
      number: String(i + 1),
      children: targets.map(target => paragraph('See page ', pageReference(target), '.')),
    }),
  )
  whole.contents = ['part-one', ...entries.map(([id]) => id)].map(id => ({ id, number: null, title: id, depth: 2 }))
  return { ...whole, children: [part] }
}

const example = () => bookOf({ first: ['second'], second: ['first', 'first'], third: [] })
const pages = { 'part-one': 3, first: 5, second: 7, third: 8 }
const keysOf = (groups: { id: string; key: string }[]) => Object.fromEntries(groups.map(({ id, key }) => [id, key]))

describe('the page groups of a book', () => {
  it('are what comes before the parts, the opening of each part and each chapter', () => {
    const groups = paginateHtml(example(), template, { tokens }).groups(pages)
    expect(groups.map(({ id }) => id)).toEqual(['', 'part-one', 'first', 'second', 'third'])
    expect(groups.map(({ ids }) => ids)).toEqual([[], ['part-one'], ['first'], ['second'], ['third']])
  })
  it('are one where the template does not give a chapter pages of its own', () => {
    const { parts } = files
    const plain = { ...parts, part: { path: 'part.hbs', text: '{{html}}' } }
    const chapter = { path: 'chapter.hbs', text: '<section><h2 id="{{id}}">{{title}}</h2></section>' }
    const flowing = compileTemplate({ ...files, parts: { ...plain, chapter } })
    expect(paginateHtml(example(), flowing, { tokens }).groups(pages)).toHaveLength(1)
  })
  it('keep their keys while the numbers in them are as wide as before', () => {
    const html = paginateHtml(example(), template, { tokens })
    const before = keysOf(html.groups(pages))
    expect(keysOf(html.groups({ ...pages, first: 6, second: 9 }))).toEqual(before)
    const wider = keysOf(html.groups({ ...pages, second: 70 }))
    const changed = Object.keys(before).filter(id => wider[id] !== before[id])
    // The contents, the part's own, and the chapter that points there.
    expect(changed).toEqual(['', 'part-one', 'first'])
  })
  it('keep their keys while others change, with the memo of another rendering and without', () => {
    const html = paginateHtml(example(), template, { tokens })
    const other = bookOf({ first: ['second'], second: ['third'], third: [] })
    const memo = createMemo('f'.repeat(64))
    paginateHtml(example(), template, { tokens, memo })
    for (const options of [{ tokens }, { tokens, memo }]) {
      const [before, after] = [html, paginateHtml(other, template, options)].map(h => keysOf(h.groups(pages)))
      expect(Object.keys(before ?? {}).filter(id => before?.[id] !== after?.[id])).toEqual(['second'])
    }
  })
  it('change with what lays them out', () => {
    const html = paginateHtml(example(), template, { tokens })
    const keys = keysOf(html.groups(pages))
    const a5 = { ...example(), meta: { ...example().meta, paper: 'A5' as const } }
    for (const other of [
      paginateHtml(a5, template, { tokens }),
      paginateHtml(example(), template, { tokens, fontFaces: '@font-face {}' }),
      paginateHtml(example(), compileTemplate({ ...files, styles: [{ path: 'x.css', text: 'p {}' }] }), { tokens }),
    ])
      for (const { id, key } of other.groups(pages)) expect(key, id).not.toBe(keys[id])
  })
})

describe('an excerpt', () => {
  it('has what is wanted and what that stands within, and links to all that is to be found', () => {
    const { html, groups } = paginateHtml(example(), template, { tokens }).excerpt(pages, new Set(['second']))
    expect([...groups].sort()).toEqual(['', 'part-one', 'second'])
    const body = html.slice(html.indexOf('<body>'))
    expect([...body.matchAll(/<h[12] id="([^"]+)"/g)].map(match => match[1])).toEqual([
      'contents',
      'part-one',
      'second',
    ])
    // What leads to other chapters leads nowhere.
    expect(body).not.toMatch(/href="#(first|third)"/)
    expect(body).toContain('href="#"')
    expect(/<div hidden>(.*?)<\/div>/.exec(body)?.[1]).toBe('<a href="#second"></a><a href="#part-one"></a>')
  })
})

describe('a guess', () => {
  it('gives everything a page, in order', () => {
    const long = bookOf({ first: Array(900).fill('second'), second: ['first'], third: [] })
    const guess = paginateHtml(long, template, { tokens }).guess()
    expect(guess['part-one']).toBeLessThan(guess.first as number)
    expect((guess.second as number) - (guess.first as number)).toBeGreaterThan(2)
    expect((guess.third as number) - (guess.second as number)).toBe(1)
  })
})
