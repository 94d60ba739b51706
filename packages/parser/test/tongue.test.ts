import { describe, expect, test } from 'vitest'
import { docx, p, read } from './helpers.js'

const english =
  'The council of the harbour met for the third time this year and took no decision at all, which surprised nobody in the town. '
const more =
  'Nobody who had been in the room wanted to speak about it to the papers afterwards, not even the clerk, who keeps the minutes. The mayor left early. His deputy stayed for the rest of the evening, counted the chairs and wrote down how many there were, as he had done every year since he was first elected. '
const russian =
  'Совет порта собрался в третий раз в этом году и снова не принял никакого решения, что никого в городе не удивило. '
const arabic =
  'اجتمع مجلس الميناء للمرة الثالثة هذا العام ولم يتخذ أي قرار على الإطلاق، وهو ما لم يفاجئ أحدا في المدينة كلها. '

/** Language and direction of the passages of a text, which begins with two in its own language. */
async function tongues(own: string, passages: readonly string[], path = 'a.md') {
  const { source } = await read([own, own, ...passages].join('\n\n'), path)
  const at = source.children.slice(2).map(({ language, direction }) => [language ?? null, direction ?? null])
  return { language: source.meta.language, direction: source.direction, passages: at }
}

describe('a passage in another language', () => {
  test.each([
    ['Cyrillic', '> Река подождёт.', 'ru'],
    ['Cyrillic of Ukraine', '> Річка зачекає, їй нікуди поспішати.', 'uk'],
    ['Han', '> 灯塔已经两年没有亮过了。', 'zh'],
    ['Kana', '> 灯台はもう二年も光っていない。', 'ja'],
    ['Hangul', '> 등대는 이 년 동안 켜지지 않았다.', 'ko'],
    ['Greek', '> Το λιμάνι είναι κλειστό.', 'el'],
    ['Devanagari', '> बंदरगाह बंद है।', 'hi'],
    [
      'the same script, long enough to be sure',
      '> Le conseil du port s’est réuni pour la troisième fois cette année et n’a pris aucune décision, ce qui n’a surpris personne dans la ville. Le maire est parti avant tout le monde.',
      'fr',
    ],
    ['the same script, too short', '> Le port est fermé.', null],
    ['a name in brackets', 'The firm (Северный порт) has an office in the town, and it pays no rent.', null],
    ['numbers', '> 1998–2021: 4.5 %', null],
    ['its own language', english, null],
    [
      'its own language in words that are rare',
      '> Cod, haddock, herring, mackerel, sprats, whiting, turbot, halibut, gurnard, eels, oysters, mussels, cockles, whelks, winkles, prawns, crabs, lobsters: landed, weighed, iced, sold.',
      null,
    ],
  ])('%s', async (_, passage, language) => {
    const found = await tongues(english + more, [passage])
    expect(found).toEqual({ language: 'en', direction: 'ltr', passages: [[language, null]] })
  })
})

describe('the direction of a text is that of most of its letters', () => {
  test('English in Arabic, and a paragraph that only begins with a name', async () => {
    const company = `Oasis Water Ltd. ${arabic}`
    expect(await tongues(arabic + arabic, ['> The water will be found.', company, '٤٢'])).toEqual({
      language: 'ar',
      direction: 'rtl',
      passages: [
        ['und-Latn', 'ltr'],
        [null, null],
        [null, null],
      ],
    })
  })

  test('Arabic and Hebrew in Russian', async () => {
    expect(await tongues(russian, ['> من يملك الحبل لا يملك الماء', '> מי שמחזיק בחבל'])).toEqual({
      language: 'ru',
      direction: 'ltr',
      passages: [
        ['ar', 'rtl'],
        ['he', 'rtl'],
      ],
    })
  })

  test('unless the format says so', async () => {
    const page = (html: string) =>
      `<!doctype html><html dir="rtl"><body><p>${arabic}</p><p>${arabic}</p>${html}</body></html>`
    const html = await read(page('<p>12 Oasis</p><p dir="ltr">٤٢</p><div dir="auto"><p>Oasis</p></div>'), 'a.html')
    expect(html.source.direction).toBe('rtl')
    expect(html.source.children.slice(2).map(block => block.direction)).toEqual([undefined, 'ltr', 'ltr'])
    const word = docx(p(english) + p(english, '<w:bidi/>') + p(english, '<w:bidi w:val="0"/>') + p(english))
    const { source } = await read(word, 'a.docx')
    expect(source.children.map(block => block.direction)).toEqual([undefined, 'rtl', undefined, undefined])
  })
})

test('a language with a region is the same language', async () => {
  const { source } = await read(
    `<!doctype html><html lang="en-GB"><head><meta name="dc.language" content="en"></head><body><p>${english}</p><p lang="en">${english}</p><p lang="fr">Rien à dire, a dit le maire.</p></body></html>`,
    'a.html',
  )
  expect(source.children.map(block => block.language)).toEqual([undefined, undefined, 'fr'])
})
