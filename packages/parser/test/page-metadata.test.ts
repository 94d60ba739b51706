import { describe, expect, test } from 'vitest'
import { read } from './helpers.js'

const one =
  'The council of the harbour met for the third time this year, and took no decision at all, which surprised nobody in the town.'
const two =
  'Nobody who had been in the room wanted to speak about it to the papers afterwards, not even the clerk, who keeps the minutes.'

const metaOf = async (article: string, head = '', lang = 'en', around = '') => {
  const html = `<!doctype html><html lang="${lang}"><head>${head}</head><body><main><article>${article}<p>${one}</p><p>${two}</p><p>${one} ${two}</p></article></main>${around}</body></html>`
  const { source } = await read(html, 'a.html')
  return source.meta
}

describe('what the visible parts of a page are marked as', () => {
  test.each([
    ['microdata', '<div itemprop="author"><span itemprop="name">Mira Feld</span>, the desk</div>', ['Mira Feld']],
    ['microdata without words', '<meta itemprop="author" content="Mira Feld">', ['Mira Feld']],
    ['a link to the author', '<p>The desk of <a rel="nofollow author" href="/m">Mira Feld</a></p>', ['Mira Feld']],
    ['microformats', '<span class="h-card p-author">Mira Feld</span>', ['Mira Feld']],
    ['a class name', '<div class="story__author-name">MIRA FELD and Jan Ort</div>', ['Mira Feld', 'Jan Ort']],
    ['two of them', '<a rel="author">Mira Feld</a>, <a rel="author">Jan Ort</a>', ['Mira Feld', 'Jan Ort']],
    ['nobody in particular', '<span class="byline">Latest news</span>', []],
  ])('the authors: %s', async (_, article, authors) => {
    expect((await metaOf(article)).authors).toEqual(authors)
  })

  test.each([
    ['microdata', '<span itemprop="datePublished" content="2020-05-12T07:00:00Z">yesterday</span>', '2020-05-12'],
    ['microformats', '<span class="dt-published">12 May 2020</span>', '2020-05-12'],
    ['a time element', '<time datetime="2020-05-12">yesterday</time>', '2020-05-12'],
    ['a class name', '<div class="entry-date"><time datetime="2020-05-12T10:00">Tuesday</time></div>', '2020-05-12'],
    ['no date', '<div class="entry-date">yesterday</div>', null],
  ])('the date: %s', async (_, article, date) => {
    expect((await metaOf(article)).date).toBe(date)
  })

  test('boxes around the article have marks of other articles', async () => {
    const around =
      '<aside class="sidebar"><a rel="author">Kim Lund</a><time datetime="2019-01-01">long ago</time></aside><div class="comments"><span class="published">3 May 2021</span></div>'
    expect(await metaOf('', '', 'en', around)).toMatchObject({ authors: [], date: null })
  })

  test('what the text itself says counts for more', async () => {
    const article = '<h1>No quay</h1><p>By Jan Ort</p><p>13 May 2020</p>'
    const meta = await metaOf(article, '', 'en', '<a rel="author">Mira Feld</a><time datetime="2019-01-01">x</time>')
    expect(meta).toMatchObject({ authors: ['Jan Ort'], date: '2020-05-13' })
    expect(meta.foundIn).toMatchObject({ authors: 'by-line', date: 'date line' })
  })
})

describe('what a page says in its head', () => {
  test('the name of the maker of a template yields to the writer', async () => {
    const data = '{"@type":"Article",\n"headline":"No\nquay","author":{"@type":"Person","name":"Mira Feld"}}'
    const head = `<meta name="author" content="Port Templates"><script type="application/ld+json">${data}</script>`
    expect(await metaOf('', head)).toMatchObject({ authors: ['Mira Feld'], title: 'No quay' })
  })

  test('a title goes without the name of its site', async () => {
    const head =
      '<title>A Night on the Quay - Harbour Digest</title><meta name="application-name" content="Harbour Digest">'
    expect((await metaOf('', head)).title).toBe('A Night on the Quay')
  })

  test('a language that the text is not in', async () => {
    const german =
      '<p>Der Rat des Hafens trat in diesem Jahr zum dritten Mal zusammen und fasste wieder keinen Beschluss, was in der Stadt niemanden wunderte. Niemand, der im Raum gewesen war, wollte danach mit der Presse reden, nicht einmal der Schreiber, der das Protokoll führt.</p>'
    const html = (text: string) => `<html lang="en"><body><article>${text}</article></body></html>`
    const page = async (text: string) => (await read(html(text), 'a.html')).source.meta
    expect((await page(german.repeat(3))).language).toBe('de')
    expect((await page(german.repeat(3))).foundIn.language).toBe('words of the text')
    expect((await page(`<p>${one} ${two}</p>`.repeat(4))).foundIn.language).toBe('lang attribute')
  })
})
