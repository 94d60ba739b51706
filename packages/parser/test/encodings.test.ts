import { describe, expect, test } from 'vitest'
import { parseSource } from '../src/index.js'
import { bytesOf, docx, p, read, refuse } from './helpers.js'
import { pdf } from './pdf-writer.js'

const sentence = 'The café by the harbour – “Zur Möwe” – closed in März, naïve as its owners were about the rent.'
const latin = (text: string) =>
  Uint8Array.from([...text].map(char => ({ '–': 0x96, '“': 0x93, '”': 0x94 })[char] ?? char.charCodeAt(0)))
const utf16 = (text: string, little: boolean, mark: boolean) => {
  const units = [...(mark ? '\ufeff' : ''), ...text].join('')
  const bytes = new Uint8Array(units.length * 2)
  const view = new DataView(bytes.buffer)
  for (let i = 0; i < units.length; i++) view.setUint16(i * 2, units.charCodeAt(i), little)
  return bytes
}

describe('encodings', () => {
  test.each([
    ['UTF-8', bytesOf(sentence), []],
    ['UTF-8 with a byte order mark', bytesOf(`\ufeff${sentence}`), []],
    ['UTF-16 little-endian', utf16(sentence, true, true), ['source-encoding-is-utf-8']],
    ['UTF-16 big-endian', utf16(sentence, false, true), ['source-encoding-is-utf-8']],
    ['UTF-16 without a mark', utf16(sentence, true, false), ['source-encoding-is-utf-8']],
    ['Windows-1252', latin(sentence), ['source-encoding-is-utf-8']],
  ])('%s', async (_, bytes, rules) => {
    const { source, diagnostics } = await read(bytes)
    expect(source.children[0]?.text).toBe(sentence)
    expect(diagnostics.map(d => d.rule).filter(rule => rule !== 'source-metadata-is-known')).toEqual(rules)
  })

  const russian =
    'Совет порта собрался в третий раз в этом году и снова не принял никакого решения, что никого в городе не удивило.'
  const polish =
    'Rada portu zebrała się po raz trzeci w tym roku i nie podjęła żadnej decyzji, co nikogo w mieście nie zdziwiło.'
  const arabic =
    'اجتمع مجلس الميناء للمرة الثالثة هذا العام ولم يتخذ أي قرار على الإطلاق، وهو ما لم يفاجئ أحدا في المدينة كلها.'
  const french =
    "Le conseil s'est réuni à Genève après l'été. Il a décidé de ne rien décider, comme l'année précédente."
  const chinese = '港口委员会今年第三次开会，没有作出任何决定，城里没有人对此感到惊讶。市长很早就离开了会场。'

  /** The bytes of a text in an encoding of one or two bytes a character, found by decoding every pair. */
  function encode(text: string, encoding: string): Uint8Array {
    const decoder = new TextDecoder(encoding)
    const table = new Map<string, number[]>()
    for (let a = 0; a < 256; a++) table.set(decoder.decode(Uint8Array.of(a)), [a])
    if (encoding === 'gb18030')
      for (let a = 0xa1; a < 0xff; a++)
        for (let b = 0xa1; b < 0xff; b++) table.set(decoder.decode(Uint8Array.of(a, b)), [a, b])
    return Uint8Array.from([...text].flatMap(char => table.get(char) ?? []))
  }

  test.each([
    ['windows-1251', russian],
    ['koi8-r', russian],
    ['iso-8859-5', russian],
    ['windows-1256', arabic],
    ['iso-8859-2', polish],
    ['iso-8859-1', french],
    ['gb18030', chinese],
  ])('%s is told by the letters that follow each other', async (encoding, text) => {
    const { source, diagnostics } = await read(encode(text, encoding))
    expect(source.children.map(block => block.text)).toEqual([text])
    expect(diagnostics[0]).toMatchObject({ rule: 'source-encoding-is-utf-8', severity: 'warning' })
    expect(diagnostics[0]?.message.toLowerCase()).toContain(`read as ${encoding}`)
  })

  test('a page in the encoding that it declares', async () => {
    const html = '<html><head><meta charset="koi8-r"></head><body><p>'
    const word = [0xed, 0xcf, 0xd3, 0xcb, 0xd7, 0xc1]
    const { source } = await read(
      Uint8Array.from([...bytesOf(html), ...word, ...bytesOf('</p></body></html>')]),
      'a.html',
    )
    expect(source.children[0]?.text).toBe('Москва')
  })

  test('UTF-8 with a damaged character is told, with its line', async () => {
    const bytes = Uint8Array.from([
      ...bytesOf('Möwe, Büro, Straße, Tür, Öl\n\n'),
      0xe2,
      0x28,
      ...bytesOf('und so weiter, für immer.'),
    ])
    const { diagnostics } = await read(bytes)
    expect(diagnostics[0]).toMatchObject({ rule: 'source-encoding-is-utf-8', severity: 'warning' })
    expect(diagnostics[0]?.message).toContain('line 3')
  })

  test('another alphabet in one byte a letter is not guessed at', async () => {
    const cyrillic = Uint8Array.from(Array.from({ length: 400 }, (_, i) => (i % 7 === 6 ? 0x20 : 0xe0 + (i % 31))))
    const [told] = await refuse(Uint8Array.from([...bytesOf('a first line\n'), ...cyrillic]))
    expect(told).toMatchObject({ rule: 'source-encoding-is-known', place: { start: { line: 2, column: 1 } } })
  })
})

describe('what is no text', () => {
  test.each([
    ['nothing', '', 'source-is-not-empty'],
    ['white space', ' \n\t\n\ufeff', 'source-is-not-empty'],
    ['a picture', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0]), 'source-is-text'],
    ['an old Word file', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]), 'source-is-text'],
    ['rich text', '{\\rtf1\\ansi Some words}', 'source-is-text'],
    ['zeros', new Uint8Array(5000), 'source-is-text'],
    ['a zip without a document', Uint8Array.from([0x50, 0x4b, 0x05, 0x06, ...new Uint8Array(18)]), 'source-is-text'],
    ['noise', Uint8Array.from(Array.from({ length: 3000 }, (_, i) => (i * 7919) % 256)), 'source-is-text'],
  ] as const)('%s', async (_, bytes, rule) => {
    const told = await refuse(bytes as string)
    expect(told.map(d => d.rule)).toContain(rule)
    expect(told[0]?.file).toBe('sources/note.txt')
  })

  test('a PDF is told by its first bytes, whatever it is called', async () => {
    const { source } = await read(
      pdf([[{ text: 'A few words about the harbour.', x: 60, y: 100 }]]),
      'sources/note.txt',
    )
    expect(source.format).toBe('pdf')
    expect(source.children.map(({ text }) => text)).toEqual(['A few words about the harbour.'])
  })

  test('a file above the limit', async () => {
    const result = await parseSource({ path: 'a.txt', bytes: bytesOf('word '.repeat(300)) }, { maxFileBytes: 1000 })
    expect(result.value).toBeNull()
    expect(result.diagnostics.map(d => d.rule)).toEqual(['source-is-not-too-large'])
  })
})

describe('broken Word files', () => {
  const whole = docx(p('A few words about the harbour.'))

  test('cut off', async () => {
    const [told] = await refuse(whole.subarray(0, whole.length - 40), 'a.docx')
    expect(told?.rule).toBe('source-is-whole')
  })

  test('a damaged part', async () => {
    const bytes = whole.slice()
    const name = new TextDecoder('latin1').decode(bytes).indexOf('word/document.xml')
    for (let i = name + 20; i < name + 60; i++) bytes[i] = (bytes[i] as number) ^ 0xff
    const [told] = await refuse(bytes, 'a.docx')
    expect(told?.rule).toBe('source-is-whole')
  })

  test('XML that is not well-formed, with its line and column', async () => {
    const [told] = await refuse(docx('<w:p><w:r>'), 'a.docx')
    expect(told?.rule).toBe('source-is-whole')
    expect(told?.message).toMatch(/word\/document\.xml.*\d+:\d+/)
  })

  test('no words', async () => {
    expect((await refuse(docx('<w:p/>'), 'a.docx'))[0]?.rule).toBe('source-is-not-empty')
  })

  test('a zip bomb is refused by what it unpacks to, also where it lies about that', async () => {
    const bomb = docx(p('x'.repeat(8_000_000)))
    const limits = { maxUnpackedBytes: 1_000_000 }
    const honest = await parseSource({ path: 'a.docx', bytes: bomb }, limits)
    expect(honest.diagnostics.map(d => d.rule)).toEqual(['source-is-not-too-large'])
    // The directory declares that the document unpacks to ten bytes.
    const lying = bomb.slice()
    const text = new TextDecoder('latin1').decode(lying)
    const entry = text.lastIndexOf('word/document.xml') - 46
    new DataView(lying.buffer).setUint32(entry + 24, 10, true)
    const result = await parseSource({ path: 'a.docx', bytes: lying }, limits)
    expect(result.diagnostics.map(d => d.rule)).toEqual(['source-is-not-too-large'])
  })
})
