import { describe, expect, test } from 'vitest'
import { sentencesOf } from '../src/sentences/index.js'

/** Sentences, told by the bars between them. */
const cases: readonly (readonly [name: string, text: string])[] = [
  ['plain', 'The fleet left.|Nobody waved.|Then it rained.'],
  ['the United States', 'The U.S. Army stayed.|It left the U.S. in May.|They came from the U.S.|The others did not.'],
  ['initials', 'George W. Bush met J. R. Smith.|A. B. Jones was there.'],
  ['ranks and titles', 'Gen. Lee and Dr. Wu saw Sen. Ortiz at St. Anne.|Mr. Kim left.'],
  ['dates', 'It began on Sept. 11 and ended in Dec.|Talks resumed on Jan. 5.'],
  [
    'small abbreviations',
    'Ports, e.g. Odd Harbour, i.e. the old one, grew.|Others (cf. Annex 2) shrank, vs. last year.',
  ],
  ['numbers', 'It cost 3.5 million.|No. 7 and Art. 12 apply, pp. 3 to 5.|They said no.|Yes.'],
  ['a numbered sentence', '1. The council decides.|2. The mayor signs.'],
  [
    'a quotation that ends inside the marks',
    '“We are done.”|The mayor left.|“Is it over?” he asked.|“Yes!” she said.|He said “no.”|Then silence.',
  ],
  [
    'single marks and guillemets',
    '‘It is late.’|Nobody moved.|« Il est tard », dit-elle.|« Partons. »|Personne ne bougea.',
  ],
  ['ellipses', 'He waited… and waited.|They left ...|Nobody spoke.|The treaty […] was signed [...] and kept.'],
  ['brackets', 'It failed (nobody knew why).|(They had been warned.)|The N.A.T.O. states agreed.'],
  ['a company', 'Acme Inc. sold the port to Beta Ltd. in May.|It then closed.'],
  ['German ordinals', 'Am 3. Oktober kam er, im 19. Jahrhundert.|Er blieb bis 5.|Dann ging er.'],
  ['letters with stops and spaces', 'Das gilt z. B. für Schiffe, d. h. für alle.|Nobody minds.'],
  ['a French article in front', 'C’est l’art. 5 qui compte.|Voilà.'],
  ['Russian years and streets', 'В 2001 г. порт закрыли.|Это было в 2001 г.|Порт на ул. Ленина, д. 5 стоит.'],
  ['who said it behind a closing mark in Chinese', '“谁付钱？”他问。|没有人知道。'],
  ['signs of notes behind the stop', 'It ended.[1]|Then it began.²|So be it.'],
  ['words that look like abbreviations', 'It has an app.|For now they paid the tab.|Then he left.'],
  ['a clock and its zone', 'It opens at 2 p.m. ET on Friday.|It closes at 5 p.m.|Then they sleep.'],
  ['times', 'It opened at 5 p.m. on Monday.|It closed at 6 p.m.|The rest waited.'],
  ['a label in front', 'BACKGROUND: The port is old.|It silted up.'],
  ['no space behind', 'See example.org or v2.0 of it.|Good.'],
  ['question and exclamation', 'Who pays?|Nobody!|Why not?'],
  ['Chinese', '港口关闭了。|没有人知道为什么！|真的吗？'],
  ['German', 'Das gilt z.B. für Häfen, d.h. für alle.|Danach war Ruhe.'],
  ['Russian', 'Порт закрыт.|Почему?|Никто не знает.'],
  ['Arabic', 'أغلق الميناء.|لماذا؟|لا أحد يعرف.'],
  ['nothing but a word', 'Harbour'],
]

describe('sentences', () => {
  test.each(cases)('%s', (_, barred) => {
    // A bar between full-width sentences stands for nothing, elsewhere for a space.
    const text = barred.replace(/([。！？])\|/gu, '$1').replaceAll('|', ' ')
    expect(sentencesOf('paragraph', text, null).map(([start, end]) => text.slice(start, end))).toEqual(
      barred.split('|'),
    )
  })

  test('a heading is one, whatever stops it has', () => {
    expect(sentencesOf('heading', 'What now? A question. And more', null)).toEqual([[0, 30]])
  })

  test('each cell of a table is one', () => {
    const text = 'Year | No. of ships / 2020 | 5. More'
    const rows = [
      [
        [0, 4],
        [7, 19],
      ],
      [
        [22, 26],
        [29, 36],
      ],
    ] as const
    expect(sentencesOf('table', text, rows)).toEqual([
      [0, 4],
      [7, 19],
      [22, 26],
      [29, 36],
    ])
  })
})
