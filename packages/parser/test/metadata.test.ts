import { describe, expect, test } from 'vitest'
import { sourceMetadataSchema } from '../src/index.js'
import { readByLine, readCredit, readNameAndDate, readNames } from '../src/metadata/by-lines.js'
import { dateAtStart, isIsoDate, readDateLine, slashOrder } from '../src/metadata/dates.js'
import { detectLanguage } from '../src/metadata/language.js'
import { looksLikeOrganisation, looksLikePerson, printName } from '../src/metadata/names.js'
import {
  copyrightHolder,
  issuingOrganisation,
  organisationOfDomain,
  siteNameWithInitials,
} from '../src/metadata/publisher.js'
import { outline, read } from './helpers.js'

describe('by-lines', () => {
  test.each([
    ['By Mira Feld', ['Mira Feld']],
    [
      'By Mira Feld, a senior reporter at the Port Papers, and Jan Ort, a diplomacy and security reporter at the Port Papers.',
      ['Mira Feld', 'Jan Ort'],
    ],
    ['Author:Jan Ort', ['Jan Ort']],
    ['Authors: Mira Feld; Jan van der Ort', ['Mira Feld', 'Jan van der Ort']],
    ['Written by MIRA FELD', ['Mira Feld']],
    ['By Dr. Mira Feld and Prof. J. R. Ort', ['Mira Feld', 'J. R. Ort']],
    ['By Mira Feld | 12 May 2020', ['Mira Feld']],
    ['By Mira Feld, Council on Harbour Affairs', ['Mira Feld']],
    ['Von Mira Feld und Jan Ort', ['Mira Feld', 'Jan Ort']],
    ['Par Mira Feld et Jan Ort', ['Mira Feld', 'Jan Ort']],
    ['Автор: Мира Фельд', ['Мира Фельд']],
    ['作者：王小明', ['王小明']],
    ['Author: Harbour Research Desk', ['Harbour Research Desk']],
    ['By Mira Feld in Odd Harbour', ['Mira Feld']],
    ['By Mira Feld for the Port Papers', ['Mira Feld']],
    ['by Mira Feld @mira', ['Mira Feld']],
    ['By Mira Feld and staff', ['Mira Feld']],
    ['Von Mira Feld publiziert am 12. Mai 2020', ['Mira Feld']],
    ['Por Mira Feld', ['Mira Feld']],
    ['بقلم آن لي', ['آن لي']],
    ['By admin | 12 May 2020', []],
    ['By Omar al-Bakri, Abu Bakr ibn Said', ['Omar al-Bakri', 'Abu Bakr ibn Said']],
  ])('%s', (line, authors) => {
    expect(readByLine(line)?.authors).toEqual(authors)
  })

  test.each([
    'By the same token, fees must rise.',
    'By May the port was closed.',
    'Mira Feld',
    'By and large it works',
    'By Monday Morning',
    'Von der Leyen reiste ab.',
    'By 2020, Odd Harbour was empty',
  ])('no by-line: %s', line => {
    expect(readByLine(line)).toBeNull()
  })

  test.each([
    ['By Mira Feld | May 12, 2020 -- 19:14 GMT', '2020-05-12'],
    ['By Mira Feld - 5/13/20 11:04 PM EST', '2020-05-13'],
    ['Posted by Mira Feld on May 12, 2020', '2020-05-12'],
    ['By Mira Feld 2020-05-12T20:51:19Z', '2020-05-12'],
    ['Von Mira Feld publiziert am 12. Mai 2020', '2020-05-12'],
  ])('the date of a by-line: %s', (line, date) => {
    expect(readByLine(line)).toMatchObject({ authors: ['Mira Feld'], date })
  })

  test('names alone, with an office or an organisation', () => {
    expect(readNames('Mira Feld, Senior Fellow')).toEqual({ authors: ['Mira Feld'], certain: true })
    expect(readNames('Prof. Mira Feld and Dr. Jan Ort')).toEqual({ authors: ['Mira Feld', 'Jan Ort'], certain: true })
    expect(readNames('Mira Feld')).toEqual({ authors: ['Mira Feld'], certain: false })
    expect(readNames('Mira Feld met the council')).toBeNull()
    expect(readNames('What it costs')).toBeNull()
  })

  test('whom an agency names below a text', () => {
    expect(readCredit('(Reporting by Mira Feld in Odd Harbour and Jan Ort; editing by A. Brand)')).toEqual([
      'Mira Feld',
      'Jan Ort',
    ])
    expect(readCredit('Reporting is hard.')).toEqual([])
  })

  test('the employer that every author is said to have', () => {
    expect(
      readByLine('By Mira Feld, a staff writer at Port Papers, and Jan Ort, a reporter at Port Papers.')?.employer,
    ).toBe('Port Papers')
    expect(
      readByLine('By Mira Feld, a staff writer at Port Papers, and Jan Ort, a reporter at The Crane.')?.employer,
    ).toBeNull()
  })

  test('a name and a date', () => {
    expect(readNameAndDate('Mira Feld | May 12, 2020')).toMatchObject({ authors: ['Mira Feld'], date: '2020-05-12' })
    expect(readNameAndDate('12 May 2020 – Mira Feld')).toMatchObject({ authors: ['Mira Feld'], date: '2020-05-12' })
    expect(readNameAndDate('The council met – 12 May 2020')).toBeNull()
  })
})

describe('names', () => {
  test.each([
    'Mira Feld',
    'J. R. Ort',
    'Jean-Luc de la Tour',
    'Siobhán O’Neill',
    'Ludwig van Beethoven',
    'Мира Фельд',
    'Martin Luther King Jr',
  ])('a person: %s', name => {
    expect(looksLikePerson(name)).toBe(true)
  })
  test.each([
    'Port Papers Institute',
    'The Council',
    'Odd',
    'Senior Fellow',
    'what it costs',
    'Monday Morning',
    'A B',
    'Mira Feld wrote this',
  ])('no person: %s', name => {
    expect(looksLikePerson(name)).toBe(false)
  })
  test('an organisation', () => {
    expect(looksLikeOrganisation('The Port Analyst')).toBe(true)
    expect(looksLikeOrganisation('Centre for the Study of Harbours')).toBe(true)
    expect(looksLikeOrganisation('where the council met again')).toBe(false)
  })
  test('capitals are how a page is set', () => {
    expect(printName('MIRA VON FELD')).toBe('Mira Von Feld')
    expect(printName('J. R. Ort')).toBe('J. R. Ort')
  })
})

describe('dates', () => {
  test.each([
    ['12 May 2020', '2020-05-12'],
    ['Aug 6, 2021', '2021-08-06'],
    ['Tuesday, 15 March 2016', '2016-03-15'],
    ['March 15th, 2016', '2016-03-15'],
    ['2021-08-06', '2021-08-06'],
    ['06.08.2021', '2021-08-06'],
    ['13/08/2021', '2021-08-13'],
    ['08/13/2021', '2021-08-13'],
    ['06/08/2021', '2021'],
    ['May 2020', '2020-05'],
    ['15. März 2016', '2016-03-15'],
    ['le 15 mars 2016'.slice(3), '2016-03-15'],
    ['15 de marzo de 2016', '2016-03-15'],
    ['15 марта 2016', '2016-03-15'],
    ['2016年3月15日', '2016-03-15'],
  ])('%s', (text, date) => {
    expect(dateAtStart(text)?.date).toBe(date)
  })

  test.each(['31 February 2020', '12 Brumaire 2020', 'Version 2.0', '12 May', '1/2', 'In May 2020', '99.99.2020'])(
    'no date: %s',
    text => {
      expect(dateAtStart(text)).toBeNull()
    },
  )

  test.each([
    ['Published on 6 August 2021 at 10:30 CET', { date: '2021-08-06', rest: '' }],
    ['March 15th, 2016, The Port Analyst', { date: '2016-03-15', rest: 'The Port Analyst' }],
    ['Date: 12 May 2020 (updated 14 May 2020)', { date: '2020-05-12', rest: '' }],
    ['Published 3:04 PM EST Tue May 12, 2020', { date: '2020-05-12', rest: '' }],
    ['Posted: Tue 6:45 PM, May 12, 2020 | Updated: Wed 8:31 PM, May 13, 2020', { date: '2020-05-12', rest: '' }],
    ['Updated May 13, 2020 Published May 12, 2020', { date: '2020-05-12', rest: '' }],
    ['Updated 1:39 am EST, Tuesday, May 12, 2020', { date: '2020-05-12', rest: '', changed: true }],
    ['May 12, 2020 at 9:24 pm ET • 2 min read', { date: '2020-05-12', rest: '' }],
    ['le 12 mai 2020', { date: '2020-05-12', rest: '' }],
    ['12 мая 2020 г.', { date: '2020-05-12', rest: '' }],
    ['12 مايو 2020', { date: '2020-05-12', rest: '' }],
    ['What they said on 12 May 2020', { date: '2020-05-12', rest: 'What they said', behind: true }],
    ['12 May 2020 | By Mira Feld', { date: '2020-05-12', rest: 'By Mira Feld' }],
  ])('a date line: %s', (line, found) => {
    expect(readDateLine(line)).toEqual(found)
  })

  test.each([
    ['06/08/2021 … 13/08/2021', 'en', 'day first'],
    ['06/08/2021 … 08/13/2021', 'en', 'month first'],
    ['06/08/2021 … on 6 August 2021', 'en', 'day first'],
    ['06/08/2021 … on June 8, 2021', 'en', 'month first'],
    ['06/08/2021 3:04 PM EDT', 'en', 'month first'],
    ['06/08/2021', 'fr', 'day first'],
    ['06/08/2021', 'en', undefined],
    ['06/08/2021 … 13/08/2021 … 08/13/2021', 'en', undefined],
    ['no date', 'fr', undefined],
  ] as const)('the order of dates with slashes: %s (%s)', (text, language, order) => {
    expect(slashOrder(text, () => language)).toBe(order)
  })

  test('ISO dates', () => {
    expect(['2021', '2021-10', '2021-10-29', '2020-02-29'].every(isIsoDate)).toBe(true)
    expect(['2021-13', '2021-02-29', '21-10-29', '2021-1-1', '', '0021'].some(isIsoDate)).toBe(false)
  })
})

describe('publishers, by evidence', () => {
  test('initials beside a name', () => {
    expect(siteNameWithInitials('PPI - Port Papers Institute')).toBe('Port Papers Institute')
    expect(siteNameWithInitials('Centre for Odd Harbours (COH)')).toBe('Centre for Odd Harbours')
    expect(siteNameWithInitials('EU - What the council said')).toBeNull()
  })
  test('a domain that spells a name', () => {
    expect(
      organisationOfDomain(
        ['Contact: m.feld@portpapersinstitute.example'],
        'A note of the Port Papers Institute, written in May.',
      ),
    ).toBe('Port Papers Institute')
    expect(organisationOfDomain(['m.feld@gmail.com'], 'The Gmail Company')).toBeNull()
  })
  test('a note that says who issued the document', () => {
    expect(issuingOrganisation('This note was prepared by the Port Papers Institute for the council.')).toBe(
      'Port Papers Institute',
    )
    expect(issuingOrganisation('The quay was built by the Romans.')).toBeNull()
  })
  test('a copyright notice', () => {
    expect(copyrightHolder('© 2020 Port Papers Institute. All rights reserved.')).toBe('Port Papers Institute')
    expect(copyrightHolder('Copyright 2019–2021, Port Papers')).toBe('Port Papers')
    expect(copyrightHolder('© all that was said')).toBeNull()
  })
})

describe('language', () => {
  test.each([
    [
      'en',
      'The council of the harbour met for the third time this year and took no decision at all, to nobody’s surprise.',
    ],
    [
      'de',
      'Der Rat des Hafens trat in diesem Jahr zum dritten Mal zusammen und fasste wieder keinen Beschluss, was niemanden wunderte.',
    ],
    [
      'fr',
      'Le conseil du port s’est réuni pour la troisième fois cette année et n’a pris aucune décision, ce qui n’a surpris personne.',
    ],
    [
      'ru',
      'Совет порта собрался в третий раз в этом году и снова не принял никакого решения, что никого в городе не удивило.',
    ],
    ['zh', '港口委员会今年第三次开会，没有作出任何决定，城里没有人对此感到惊讶，连书记员也不例外，大家都回家了。'],
    [
      'ar',
      'اجتمع مجلس الميناء للمرة الثالثة هذا العام ولم يتخذ أي قرار على الإطلاق، وهو ما لم يفاجئ أحدا في المدينة كلها.',
    ],
  ])('%s', (tag, text) => {
    expect(detectLanguage(text)).toBe(tag)
  })
  test('too little to tell', () => {
    expect(detectLanguage('Quay')).toBeNull()
  })
})

const text =
  'The council of the harbour met for the third time this year and took no decision at all, to nobody’s surprise.'

describe('front matter and the file beside a source', () => {
  const front =
    '---\nid: quay\nlabel: Q-1\ntitle: No decision\nauthor: Mira Feld\ndate: 2020-05\nlanguage: en-GB\nkind: speech\nurl: https://papers.example/a\noriginal:\n  title: Kein Beschluss\n  authors: [A. Brand]\n---\n'

  test.each(['a.md', 'a.txt'])('front matter in %s', async path => {
    const { source, diagnostics } = await read(`${front}\n${text}\n`, path)
    expect(source.id).toBe('quay')
    expect(source.children[0]).toMatchObject({ anchor: 'quay.1', position: { start: { line: 15, column: 1 } } })
    expect(source.meta).toEqual({
      title: 'No decision',
      subtitle: null,
      authors: ['Mira Feld'],
      publisher: null,
      date: '2020-05',
      url: 'https://papers.example/a',
      language: 'en-GB',
      label: 'Q-1',
      kind: 'speech',
      original: {
        title: 'Kein Beschluss',
        subtitle: null,
        authors: ['A. Brand'],
        publisher: null,
        date: null,
        url: null,
      },
      foundIn: Object.fromEntries(
        ['title', 'authors', 'date', 'url', 'language', 'label', 'kind', 'original'].map(field => [
          field,
          'front matter',
        ]),
      ),
    })
    expect(source.furniture.map(({ reason }) => reason)).toEqual(['front matter'])
    expect(diagnostics).toMatchObject([
      { rule: 'source-metadata-is-known', message: 'The text does not show its publisher.' },
    ])
  })

  test('the file beside it wins', async () => {
    const { source } = await read(`${front}\n${text}\n`, 'a.md', 'title: Another\npublisher: Port Papers\nid: pier\n')
    expect(source.meta).toMatchObject({
      title: 'Another',
      publisher: 'Port Papers',
      authors: ['Mira Feld'],
      foundIn: { title: 'sidecar', authors: 'front matter' },
    })
    expect(source.id).toBe('pier')
  })

  test.each([
    ['an unknown key', `---\ntitle: A\npublsher: B\n---\n\n${text}`, 'key-is-known', 3, 1, 'publisher'],
    ['a bad date', `---\ntitle: A\ndate: last week\n---\n\n${text}`, 'value-is-valid', 3, 7, '2021-10-29'],
    ['a bad id', `---\nid: a b\n---\n\n${text}`, 'value-is-valid', 2, 5, 'letters'],
    ['a bad language', `---\nlanguage: English, mostly\n---\n\n${text}`, 'value-is-valid', 2, 11, 'language tag'],
    ['a bad address', `---\nurl: papers.example\n---\n\n${text}`, 'value-is-valid', 2, 6, 'https://'],
    ['broken YAML', `---\ntitle: "A\nauthor: B\n---\n\n${text}`, 'yaml-is-well-formed', 3, 10, ''],
  ])('%s is told with its line and column', async (_, given, rule, line, column, words) => {
    const { source, diagnostics } = await read(given, 'sources/a.md')
    expect(diagnostics[0]).toMatchObject({ rule, file: 'sources/a.md', place: { start: { line, column } } })
    expect(diagnostics[0]?.message).toContain(words)
    expect(outline(source)).toEqual([`paragraph: ${text}`])
  })

  test('an unknown key beside the source names that file', async () => {
    const { diagnostics } = await read(text, 'sources/a.txt', 'titel: A\n')
    expect(diagnostics[0]).toMatchObject({
      rule: 'key-is-known',
      file: 'sources/a.txt.yaml',
      place: { start: { line: 1, column: 1 } },
    })
  })

  test('a text that begins with a rule has no front matter', async () => {
    const { source } = await read(`---\n\n${text}\n\n---\n\n${text}`, 'a.md')
    expect(outline(source)).toHaveLength(2)
  })

  test('the schema knows null and refuses what it does not know', () => {
    expect(sourceMetadataSchema.safeParse({ title: null, original: null }).success).toBe(true)
    expect(sourceMetadataSchema.safeParse({ original: { kind: 'x' } }).success).toBe(false)
  })
})
