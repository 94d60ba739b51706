import { describe, expect, test } from 'vitest'
import { markFurniture } from '../src/transforms/furniture/index.js'
import { matchPhrase } from '../src/transforms/furniture/match.js'
import { captionCredit } from '../src/transforms/furniture/phrases.js'
import { draftOf, furniture, nodesOf, outline, read } from './helpers.js'

describe('lines that pages are known to have', () => {
  test.each([
    [
      'read counter',
      ['Read 1204 times', 'Views: 3,210', '12.5k views', 'Read 12 times Last modified on Monday, 4 May 2020'],
    ],
    ['share counter', ['214 shares', 'Shares: 12']],
    ['reading time', ['6 min read', 'Reading time: 4 minutes', '3 minute read']],
    [
      'share button',
      [
        'Share',
        'Share on Facebook',
        'Tweet',
        'Facebook Twitter LinkedIn',
        'Share this article',
        'Email this',
        'Teilen',
        'Follow us on Twitter',
      ],
    ],
    [
      'navigation',
      ['Skip to main content', 'Menu', 'Home', 'Next article', '« Previous', 'Back to top', 'Sign in', 'Поиск'],
    ],
    [
      'read more',
      ['Read more', 'Read Report', 'Continue reading', 'Download the full PDF', 'Weiterlesen', 'Читать далее'],
    ],
    [
      'related articles',
      [
        'Related Articles',
        'You may also like',
        'More from this author',
        'Most read',
        'Trending now',
        'Recommended for you',
        'Visit also',
        'Mehr zum Thema',
        'Читайте также',
        '相关文章',
        'See also: The old crane',
      ],
    ],
    [
      'comment form',
      [
        'Leave a Reply',
        'Post a comment',
        'Comments (12)',
        'Your e-mail address will not be published. A star marks what we need.',
      ],
    ],
    ['comment counter', ['12 comments', 'No comments', 'Add a comment']],
    ['author box', ['About the author', 'Author’s bio: Mira Feld is a fellow at the institute.', 'Articles: 117']],
    [
      'newsletter',
      [
        'Newsletter',
        'Sign up for our newsletter and get the news every morning',
        'Subscribe',
        'Delivered to your inbox every week',
      ],
    ],
    [
      'image credit',
      [
        'Image Source : AP Photo/Jan Ort.',
        'Photo: Jan Ort',
        'Image copyright Getty Images',
        'Photo by Jan Ort / Reuters',
        '(AP Photo/Jan Ort)',
        'Jan Ort | Getty Images',
      ],
    ],
    ['copyright notice', ['© 2020 Port Papers', 'Port Papers. All rights reserved.']],
    ['advertisement', ['Advertisement', 'Story continues below advertisement', 'Werbung']],
    [
      'notice',
      [
        'We and our partners use cookies to store what you read on this site.',
        'Privacy policy',
        'Accept all cookies',
      ].slice(1),
    ],
    ['section label', ['Published in Analytical Articles', 'Posted in Harbour News']],
    ['tags', ['Tags: ships, fees', 'Topics: harbour']],
    ['date of change', ['Last modified on Monday, 4 May 2020', 'Updated: 4 May 2020']],
    ['by-line', ['Reporting by Mira Feld; editing by Jan Ort']],
    [
      'navigation',
      ['Post navigation', 'Previous post: The old crane', 'Close navigation', 'Quick links', 'Forgot password?'],
    ],
    ['notice', ['Do not sell my personal information', 'Powered by WordPress', 'Your Privacy Rights', 'Report a typo']],
    ['page tool', ['Loading…', 'Video Player is loading.', 'Click to print (Opens in new window)', 'Unmute']],
    ['advertisement', ['Report this ad', 'Get our app', 'Sponsored links by Taboola']],
    ['comment form', ['Sort by newest', 'This site uses Akismet to reduce spam.']],
    ['date line', ['32m ago', 'Just now']],
    ['address line', ['URL: https://papers.example/quay']],
    ['by-line', ['(Reporting by Mira Feld; editing by Jan Ort)']],
    ['file name', ['quay-2020.jpg', 'Screen Shot 2019-11-02 at 4.05.59 PM']],
  ])('%s', (reason, lines) => {
    expect(lines.map(line => [line, matchPhrase(line)?.reason])).toEqual(lines.map(line => [line, reason]))
  })

  test.each([
    'The share of grain that goes through the port has fallen for three years in a row.',
    'Home rule for the island was never on the table.',
    'Related work on fees has been done by the guild.',
    'Published in 2016, the report of the guild argues for a second quay.',
    'The comments of the mayor were not well received.',
    'Discussion of the fees',
    'Sources: the guild and the ministry',
    'Photographers were kept out of the room.',
    'Next steps',
    'More research is needed.',
    'Read the treaty closely and you find no such thing.',
    'Subscribers to the agreement include all ports of the coast.',
    'What the mayor said',
    'Terms of the treaty',
    'Legal questions remain open',
    'Previous posts of the mayor',
    'Loading of ships',
    'Passwords and keys',
    '10 m',
  ])('not: %s', line => {
    expect(matchPhrase(line)).toBeNull()
  })
})

const prose = (n: number) =>
  `Paragraph ${n} tells what the council of the harbour said about the fees, about the quay and about the dredging of the channel, and why nobody in the town believed a word of it in the end.`
const document = [1, 2, 3, 4].map(n => ['paragraph', prose(n)] as const)
const kept = document.map(([, text]) => `paragraph: ${text}`)

describe('captions that say whose picture they show', () => {
  test.each([
    'The quay at low water (Image: GETTY )',
    'Protesters on the quay [File: Jan Ort/Reuters]',
    'The mayor at the harbour, with the clerk (AP Photo/Jan Ort)',
    'Ships in the channel (photo by Jan Ort)',
  ])('%s', caption => {
    expect(captionCredit.test(caption)).toBe(true)
  })
  test.each([
    'The quay was closed, said the ministry (Reuters)',
    'The guild kept a file of it (see the picture above).',
    'What the mayor said (2019–2021)',
  ])('no caption: %s', line => {
    expect(captionCredit.test(line)).toBe(false)
  })
})

describe('markFurniture', () => {
  test.each([
    [
      'a line in the middle',
      [...document.slice(0, 2), ['paragraph', 'Advertisement'] as const, ...document.slice(2)],
      [...kept.slice(0, 2), '(advertisement) Advertisement', ...kept.slice(2)],
    ],
    [
      'a box in the middle is over where the prose goes on',
      [
        ...document.slice(0, 1),
        ['paragraph', 'Related Articles'] as const,
        ['paragraph', 'The old crane'] as const,
        ['paragraph', 'A bridge for the island'] as const,
        ...document.slice(1),
      ],
      [
        kept[0],
        '(related articles) Related Articles',
        '(related articles) The old crane',
        '(related articles) A bridge for the island',
        ...kept.slice(1),
      ],
    ],
    [
      'all that follows the end',
      [
        ...document,
        ['heading', 'Related Articles'] as const,
        ['paragraph', 'The old crane is sold to a museum, and nobody in the port will miss it much...'] as const,
        ['heading', 'Newsletter'] as const,
        ['paragraph', 'Every morning'] as const,
      ],
      [
        ...kept,
        '(related articles) Related Articles',
        '(related articles) The old crane is sold to a museum, and nobody in the port will miss it much...',
        '(newsletter) Newsletter',
        '(newsletter) Every morning',
      ],
    ],
    [
      'comments, however long',
      [...document, ['paragraph', 'Leave a Reply'] as const, ...document],
      [...kept, '(comment form) Leave a Reply', ...kept.map(line => line.replace('paragraph: ', '(comment form) '))],
    ],
    [
      'a section of the document that is called like a box',
      [...document.slice(0, 2), ['heading', 'Newsletter'] as const, ...document.slice(2)],
      [...kept.slice(0, 2), 'heading: Newsletter', ...kept.slice(2)],
    ],
    [
      'notes behind the end belong to the document',
      [
        ...document,
        ['paragraph', 'Related articles'] as const,
        ['paragraph', 'The old crane'] as const,
        ['heading', 'References'] as const,
        ['paragraph', 'Minutes of the council, third of May.'] as const,
      ],
      [
        ...kept,
        '(related articles) Related articles',
        '(related articles) The old crane',
        'heading: References',
        'paragraph: Minutes of the council, third of May.',
      ],
    ],
    [
      'the life of an author ends it',
      [
        ...document,
        ['paragraph', 'Mira Feld is a reporter at the Port Papers. Twitter: @mira'] as const,
        ['paragraph', 'mira'] as const,
      ],
      [...kept, '(author box) Mira Feld is a reporter at the Port Papers. Twitter: @mira', '(author box) mira'],
    ],
    [
      'a name twice is the head of a box',
      [
        ...document,
        ['paragraph', 'Jan Ort'] as const,
        ['paragraph', 'Jan Ort'] as const,
        ['paragraph', 'I write about ships and build this site, and I like it.'] as const,
      ],
      [
        ...kept,
        '(repeated line) Jan Ort',
        '(repeated line) Jan Ort',
        '(repeated line) I write about ships and build this site, and I like it.',
      ],
    ],
    [
      'short lines at the end that nothing speaks for',
      [...document, ['heading', 'Ships'] as const, ['paragraph', 'Tags: ships'] as const],
      [...kept, '(heading of nothing) Ships', '(tags) Tags: ships'],
    ],
    [
      'a short last line of the document',
      [...document, ['paragraph', 'Odd Harbour, in May'] as const],
      [...kept, 'paragraph: Odd Harbour, in May'],
    ],
    [
      'a list at the end of the document',
      [...document, ['listItem', 'a second quay'] as const, ['listItem', 'lower fees'] as const],
      [...kept, 'listItem: a second quay', 'listItem: lower fees'],
    ],
    [
      'names behind a heading that announces them',
      [
        ...document,
        ['heading', 'Annex: members'] as const,
        ...'ABCDEFGHIJKL'.split('').map(letter => ['paragraph', `Jan ${letter}. Ort`] as const),
      ],
      [...kept, 'heading: Annex: members', ...'ABCDEFGHIJKL'.split('').map(letter => `paragraph: Jan ${letter}. Ort`)],
    ],
  ] as const)('%s', (_, passages, after) => {
    expect(nodesOf(markFurniture(draftOf('text', ...passages), ['Mira Feld']))).toEqual(after)
  })

  test('lines that are nothing but links, on web pages alone', () => {
    const link = { linked: 1 }
    const passages = [
      ...document.slice(0, 1),
      ['paragraph', 'The crane nobody wanted', link],
      ['listItem', 'One ship', link],
      ['listItem', 'Two ships', link],
      ['listItem', 'See this', link],
      ...document.slice(1),
    ] as const
    expect(
      nodesOf(markFurniture(draftOf('html', ...passages), [])).filter(line => line.startsWith('(related')),
    ).toHaveLength(4)
    expect(nodesOf(markFurniture(draftOf('markdown', ...passages), [])).filter(line => line.startsWith('('))).toEqual(
      [],
    )
  })
})

describe('the head of a document', () => {
  const body = `${prose(1)}\n\n${prose(2)}`

  test.each([
    [
      'title, authors, date',
      'No decision on the quay\n\nBy Mira Feld, a reporter, and Jan Ort\n\n12 May 2020',
      ['title: No decision on the quay', 'by-line: By Mira Feld, a reporter, and Jan Ort', 'date line: 12 May 2020'],
    ],
    [
      'a site’s name, the title twice',
      'PP - Port Papers\n\nno decision on the quay\n\nNo Decision on the Quay',
      ['site name: PP - Port Papers', 'duplicate title: no decision on the quay', 'title: No Decision on the Quay'],
    ],
    [
      'a date above the title, a section below',
      'Tuesday, 12 May 2020\n\nNo decision on the quay\n\nPublished in Harbour News',
      ['date line: Tuesday, 12 May 2020', 'title: No decision on the quay', 'section label: Published in Harbour News'],
    ],
    [
      'a name beside a date',
      'No decision on the quay\n\nMira Feld\n\n12 May 2020',
      ['title: No decision on the quay', 'by-line: Mira Feld', 'date line: 12 May 2020'],
    ],
    [
      'a label above the title',
      'OPINION\n\nNo decision on the quay',
      ['section label: OPINION', 'title: No decision on the quay'],
    ],
    [
      'a cookie notice above it all',
      'We use cookies to make this site work for you.\n\nNo decision on the quay',
      ['notice: We use cookies to make this site work for you.', 'title: No decision on the quay'],
    ],
  ])('%s', async (_, head, expected) => {
    const { source } = await read(`${head}\n\n${body}`)
    expect(furniture(source)).toEqual(expected)
    expect(outline(source)).toEqual([`paragraph: ${prose(1)}`, `paragraph: ${prose(2)}`])
  })

  test('a text without a head has no title', async () => {
    const { source, diagnostics } = await read(body)
    expect(source.meta).toMatchObject({ title: null, authors: [], publisher: null, date: null, language: 'en' })
    expect(diagnostics).toMatchObject([
      {
        rule: 'source-metadata-is-known',
        severity: 'note',
        message: 'The text does not show its title, authors, publisher, date.',
      },
    ])
  })

  test('a first section is no title', async () => {
    const { source } = await read(`Introduction\n\n${body}`)
    expect(source.meta.title).toBeNull()
    expect(outline(source)[0]).toBe('heading 1: Introduction')
  })

  test('a subtitle is told and stays', async () => {
    const { source } = await read(
      `# No decision on the quay\n\nWhat the council said, and what it did not\n\n${body}`,
      'a.md',
    )
    expect(source.meta).toMatchObject({
      title: 'No decision on the quay',
      subtitle: 'What the council said, and what it did not',
    })
    expect(outline(source)[0]).toBe('paragraph: What the council said, and what it did not')
  })

  test('an abstract may stand in front of the by-line', async () => {
    const { source } = await read(`No decision on the quay\n\n${prose(3)}\n\nBy Mira Feld\n\n12 May 2020\n\n${body}`)
    expect(source.meta).toMatchObject({ authors: ['Mira Feld'], date: '2020-05-12' })
    expect(outline(source)).toHaveLength(3)
  })

  test.each([
    ['a name below its label', 'By\n\nMira Feld', ['Mira Feld']],
    [
      'office, institute and address below the name',
      'By Mira Feld\nSenior Fellow, Harbour Institute\nm.feld@harbour.example',
      ['Mira Feld'],
    ],
    [
      'names, each above an institute',
      'Mira Feld\nHarbour Institute\n\nJan Ort\nUniversity of Odd Harbour',
      ['Mira Feld', 'Jan Ort'],
    ],
    ['a small word', 'by Mira Feld', ['Mira Feld']],
  ])('authors: %s', async (_, head, authors) => {
    const { source } = await read(`No decision on the quay\n\n${head}\n\n${body}`)
    expect(source.meta).toMatchObject({ title: 'No decision on the quay', subtitle: null, authors })
    expect(outline(source)).toHaveLength(2)
  })

  test.each([
    ['the address', 'Source: https://papers.example/quay', { url: 'https://papers.example/quay' }],
    ['a series', 'Policy Brief No. 12 | May 2020', { date: '2020-05', publisher: null }],
    ['a later change, where nothing else is told', 'Updated: 12 May 2020', { date: '2020-05-12' }],
    ['publication before change', 'Updated: 13 May 2020\n\nPublished: 12 May 2020', { date: '2020-05-12' }],
  ])('%s', async (_, head, meta) => {
    const { source } = await read(`No decision on the quay\n\n${head}\n\n${body}`)
    expect(source.meta).toMatchObject({ title: 'No decision on the quay', ...meta })
    expect(outline(source)).toHaveLength(2)
  })

  test.each([
    ['a credit', 'Reporting by Mira Feld and Jan Ort; editing by A. Brand', { authors: ['Mira Feld', 'Jan Ort'] }],
    ['a life', 'Mira Feld is a senior fellow at the Harbour Institute.', { authors: ['Mira Feld'] }],
    ['where it first appeared', 'This article was originally published in Port Papers.', { publisher: 'Port Papers' }],
  ])('what stands below the text tells who wrote it and where: %s', async (_, line, meta) => {
    const { source } = await read(`No decision on the quay\n\n${body}\n\n${prose(3)}\n\n${line}`)
    expect(source.meta).toMatchObject(meta)
  })

  test('the title has the words of the text, the line above it has not', async () => {
    const { source } = await read(
      `Watch our live show\n\nCouncil says nothing about fees and dredging\n\nShare panel\n\n${body}`,
    )
    expect(source.meta.title).toBe('Council says nothing about fees and dredging')
  })

  test('a menu of many lines above the title', async () => {
    const menu = 'Ships Fees Quays Cranes Pilots Tides Maps Boats Ropes Nets Fish Birds Piers Docks Locks'
      .split(' ')
      .join('\n\n')
    const { source } = await read(`${menu}\n\nNo decision on the quay\n\nBy Mira Feld\n\n${body}`)
    expect(source.meta.title).toBe('No decision on the quay')
    expect(outline(source)).toHaveLength(2)
  })
})
