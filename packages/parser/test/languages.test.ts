import { describe, expect, test } from 'vitest'
import { furniture, outline, read } from './helpers.js'
import { checkSource, uncovered } from './invariants.js'

/** One small text in several languages: title, author, date, two paragraphs with a heading between, a box behind. */
const cases = [
  {
    language: 'de',
    title: 'Kein Beschluss am Kai',
    by: 'Von Mira Feld',
    authors: ['Mira Feld'],
    date: '15. März 2021',
    one: 'Der Rat des Hafens trat in diesem Jahr zum dritten Mal zusammen und fasste wieder keinen Beschluss, was in der Stadt niemanden wunderte. Das gilt z.B. für die Gebühren.',
    heading: 'Was es kostet',
    two: 'Niemand, der im Raum gewesen war, wollte danach mit der Presse reden, nicht einmal der Schreiber, der das Protokoll führt.',
    box: 'Das könnte Sie auch interessieren',
    sentences: [2, 1, 1],
  },
  {
    language: 'fr',
    title: 'Pas de décision sur le quai',
    by: 'Par Mira Feld et Jan Ort',
    authors: ['Mira Feld', 'Jan Ort'],
    date: '15 mars 2021',
    one: 'Le conseil du port s’est réuni pour la troisième fois cette année et n’a pris aucune décision. « Rien à dire. » Le maire est parti avant tout le monde.',
    heading: 'Ce que cela coûte',
    two: 'Personne parmi ceux qui étaient dans la salle n’a voulu en parler aux journaux par la suite, pas même le greffier.',
    box: 'À lire aussi',
    sentences: [3, 1, 1],
  },
  {
    language: 'ru',
    title: 'Совет не принял решения',
    by: 'Автор: Мира Фельд',
    authors: ['Мира Фельд'],
    date: '15 марта 2021',
    one: 'Совет порта собрался в третий раз в этом году и снова не принял никакого решения, что никого в городе не удивило. Мэр ушёл раньше всех.',
    heading: 'Сколько это стоит',
    two: 'Никто из тех, кто был в зале, не хотел потом говорить с газетами, даже секретарь, который ведёт протокол заседаний совета.',
    box: 'Читайте также',
    sentences: [2, 1, 1],
  },
  {
    language: 'zh',
    title: '港口委员会没有作出决定',
    by: '作者：王小明',
    authors: ['王小明'],
    date: '2021年3月15日',
    one: '港口委员会今年第三次开会，没有作出任何决定，城里没有人对此感到惊讶。市长很早就离开了会场，没有回答任何问题。',
    heading: '要花多少钱',
    two: '当时在场的人后来都不愿意向报社谈起这件事，连负责记录的书记员也不例外，大家都回家了。没有人知道会怎么样。',
    box: '相关文章',
    sentences: [2, 1, 2],
  },
  {
    language: 'ar',
    title: 'المجلس لا يتخذ أي قرار',
    by: 'الكاتب: أحمد سالم',
    authors: ['أحمد سالم'],
    date: '15/03/2021',
    one: 'اجتمع مجلس الميناء للمرة الثالثة هذا العام ولم يتخذ أي قرار على الإطلاق، وهو ما لم يفاجئ أحدا في المدينة كلها. غادر العمدة مبكرا.',
    heading: 'كم يكلف ذلك',
    two: 'لم يرغب أحد ممن كانوا في القاعة في الحديث عن ذلك مع الصحف بعد ذلك، ولا حتى الكاتب الذي يدون المحضر في كل مرة.',
    box: 'مقالات ذات صلة',
    sentences: [2, 1, 1],
  },
] as const

describe('structure does not depend on the language', () => {
  test.each(cases)('$language', async ({ language, title, by, authors, date, one, heading, two, box, sentences }) => {
    const lines = authors.length > 0 ? [title, by, date] : [title, date]
    const { source } = await read([...lines, one, heading, two, box].join('\n\n'))
    checkSource(source)
    expect(uncovered(source)).toEqual({ lost: [], twice: [] })
    expect(source.meta).toMatchObject({ language, title, authors: [...authors], date: '2021-03-15' })
    expect(outline(source)).toEqual([`paragraph: ${one}`, `heading 1: ${heading}`, `paragraph: ${two}`])
    expect(source.children.map(block => block.sentences.length)).toEqual([...sentences])
    expect(furniture(source)).toContain(`related articles: ${box}`)
  })
})
