import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { convertWithLibreOffice, findProgram, openDocx, openPdf, validateDocx } from '@briefbook/testkit'
import { beforeAll, describe, expect, it, type TestContext } from 'vitest'
import { briefbook, inFolder, write } from './folders.js'

// A book that quotes in many scripts, made by the command with a real browser, and read back by others' programs.

const run = promisify(execFile)

/** An invented passage in each language, with Latin words, numbers and marks in it. */
const passages: { [language: string]: string } = {
  zh: '中国代表表示：“上游水坝的建设应当得到沿岸国家的同意——否则，2025年以前不会动工。”UNESCO 的报告（第12页）支持这一立场。',
  'zh-TW': '中國代表表示：「上游水壩的建設應當得到沿岸國家的同意。」臺灣的學者對此表示懷疑，並引用 UNESCO 的報告。',
  ja: '日本の代表は「上流のダムの建設には、すべての沿岸国の同意が必要だ」と述べ、2025年までの完了を求めた。',
  ko: '한국 대표는 “상류 댐의 건설은 모든 연안국의 동의를 받아야 한다”고 말하며 2025년까지 평가를 마칠 것을 요구했다.',
  ru: 'По словам министра, строительство плотины противоречит интересам прибрежных государств: «Мы не уступим ни метра».',
  el: 'Σύμφωνα με τον υπουργό, η κατασκευή του φράγματος αντίκειται στα συμφέροντα των κρατών· «δεν θα υποχωρήσουμε».',
  ar: 'قال وزير الموارد المائية إن بناء السد يجب أن يحظى بموافقة جميع الدول: «لن نتنازل عن 45% من حصتنا قبل عام 2025».',
  fa: 'وزیر نیرو گفت: «ما با ساخت سد در بالادست رودخانه مخالفیم و پیش از سال ۱۴۰۴ کاری آغاز شود.» او به گزارش UNESCO نیز اشاره کرد.',
  ur: 'وزیر نے کہا کہ دریا کے بالائی حصے میں ڈیم کی تعمیر تمام ساحلی ممالک کی رضامندی کے بغیر نہیں ہونی چاہیے۔',
  ps: 'وزیر وویل چې د سیند په پورتنۍ برخه کې د بند جوړول باید د ټولو ګاونډیو هېوادونو په خوښه وي.',
  he: 'השר אמר כי בניית הסכר במעלה הנהר חייבת לקבל את הסכמת כל המדינות, והוסיף כי דוח UNESCO משנת 2024 תומך בכך.',
  hi: 'मंत्री ने कहा कि नदी के ऊपरी भाग का निर्माण सभी राज्यों की सहमति से ही होना चाहिए, और 2025 से पहले नहीं।',
  th: 'รัฐมนตรีกล่าวว่าการสร้างเขื่อนในแม่น้ำตอนบนต้องได้รับความยินยอมจากทุกประเทศ และต้องทำรายงานให้เสร็จก่อนปี 2568',
}
const runsLeft = ['ar', 'fa', 'ur', 'ps', 'he']
const languages = Object.keys(passages)

const source = (language: string) =>
  `---\nid: ${language.toLowerCase()}\ntitle: A paper in ${language}\nlanguage: ${language}\ndate: 2025-01-02\n---\n\n${passages[language]}\n`

const book = {
  'book.yaml': 'title: "One river, many words: النهر 与 수문"\norganisation: دائرة الأبحاث\ndate: 2026-03-01\n',
  'codebook.yaml':
    'actors:\n  china:\n    name: China (中国)\n    aliases: [China]\n  iran:\n    name: Iran (إيران)\n    aliases: [Iran]\nissues:\n  dam:\n    name: The dam 水坝\n    towards: the dam\n    terms: [dam]\n',
  'codings.yaml': `codings:\n${[
    ['iran', 'ar', 'بناء السد يجب أن يحظى بموافقة جميع الدول'],
    ['china', 'zh', '上游水坝的建设应当得到沿岸国家的同意'],
  ]
    .map(
      ([actor, id, quote]) =>
        `  - { action: add, by: Desk, source: ${id}, anchor: ${id}.1, quote: "${quote}", actor: ${actor}, issue: dam, stance: opposes, speaker: null }\n`,
    )
    .join('')}`,
  'chapters/10-words.md':
    '# The word ماء and 水\n\nThe minister speaks of الماء, 12 times, and of *重要* and **قوي** words.\n\n> 上游水坝的建设应当得到沿岸国家的同意 [@zh ¶1]\n\n## النتيجة\n\nNothing more. See 水.\n',
  ...Object.fromEntries(languages.map(language => [`sources/${language}.md`, source(language)])),
}

interface Made {
  pdf: Uint8Array
  docx: Uint8Array
  html: string
  pages: { [id: string]: number }
  stderr: string
}
let made: Made

beforeAll(async () => {
  made = await inFolder(async folder => {
    await write(folder, book)
    const out = join(folder, 'out')
    const { exit, stderr } = await briefbook(['build', folder, '--out', out, '--format', 'pdf,docx,html'])
    if (exit !== 0) throw new Error(stderr)
    const read = async (file: string) => new Uint8Array(await readFile(join(out, file)))
    const text = async (file: string) => readFile(join(out, file), 'utf8')
    const { pages } = JSON.parse(await text('manifest.json')) as { pages: Made['pages'] }
    return { pdf: await read('book.pdf'), docx: await read('book.docx'), html: await text('book.html'), pages, stderr }
  })
}, 120_000)

function skip(context: TestContext, why: string): void {
  context.skip(why)
}

/** What one of Poppler's programs says of the PDF. */
async function poppler(program: string, ...args: string[]): Promise<string> {
  return inFolder(async folder => {
    await write(folder, { 'book.pdf': made.pdf })
    return (await run(program, [...args, join(folder, 'book.pdf'), ...(program === 'pdftotext' ? ['-'] : [])])).stdout
  })
}

/** Without white space, soft hyphens, and signs that tell which way words run. */
const flat = (text: string) => text.replace(/[\s\u00ad\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '')

/** The words of a text, each by its letters in alphabetical order: programs do not agree on the order within ligatures. */
const lettersOfWords = (text: string) =>
  (text.replace(/[\u200c\u200e\u200f\u202a-\u202e]/gu, ' ').match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).map(word =>
    [...word.normalize('NFKD')].sort().join(''),
  )

/** What a long text does not have: said alone, for nobody wants to read the text. */
const missing = (text: string, pieces: readonly string[]) => pieces.filter(piece => !text.includes(piece))

describe('the PDF of a book in many scripts', () => {
  it('is set in the fonts of the template alone, with letters as letters', async context => {
    if (!(await findProgram('pdffonts'))) return skip(context, 'Poppler is not installed')
    const fonts = (await poppler('pdffonts')).trim().split('\n').slice(2)
    const names = new Set(
      fonts.map(
        line =>
          line
            .split(/\s/)[0]
            ?.replace(/^[A-Z]{6}\+/, '')
            .replace(/-.*/, '') ?? '',
      ),
    )
    const own =
      /^(SourceSerif4|SourceSans3\w*|ScheherazadeNew|Vazirmatn|Noto(Serif|Sans)(SC|TC|JP|KR|Hebrew|Devanagari|Thai|Math)\w*)$/
    expect([...names].filter(name => !own.test(name))).toEqual([])
    for (const name of ['ScheherazadeNew', 'NotoSerifSC', 'NotoSerifTC', 'NotoSerifJP', 'NotoSerifKR'])
      expect([...names]).toContain(name)
    expect(fonts.filter(line => / Type 3 /.test(line) || !/ yes yes yes /.test(line))).toEqual([])
    expect(made.stderr).not.toMatch(/script-has-a-font|pdf-is-accessible/)
  })
  it.each(languages)('says the words in %s as the source does', async (language: string) => {
    if (!(await findProgram('pdftotext'))) return
    const page = String(made.pages[`${language.toLowerCase()}.1`])
    const text = await poppler('pdftotext', '-f', page, '-l', page)
    const passage = passages[language] as string
    if (runsLeft.includes(language)) {
      const there = new Set(lettersOfWords(text))
      expect(lettersOfWords(passage).filter(word => !there.has(word))).toEqual([])
    } else expect(missing(flat(text), [flat(passage)])).toEqual([])
  })
  it('numbers the pages of heads in other scripts', async () => {
    const { destinations } = await openPdf(made.pdf)
    const ids = Object.keys(made.pages).filter(id => encodeURIComponent(id) !== id)
    expect(ids.sort()).toEqual(['the-word-ماء-and-水', 'النتيجة'])
    for (const id of ids) expect(made.pages[id]).toBe(destinations[encodeURIComponent(id)])
  })
})

describe('the HTML that is printed', () => {
  it('tells language and direction of passages', () => {
    const passage = (language: string) => `<p lang="${language}" dir="${runsLeft.includes(language) ? 'rtl' : 'ltr'}">`
    const others = ['<blockquote lang="zh" dir="ltr">', 'speaks of <bdi dir="rtl">الماء</bdi>, 12 times']
    expect(missing(made.html, [...languages.map(passage), ...others])).toEqual([])
  })
  it('has no face of a script that the book has not, and none in vain', () => {
    const families = new Set([...made.html.matchAll(/@font-face \{ font-family: "([^"]*)"/g)].map(([, name]) => name))
    expect(families).not.toContain('Noto Sans Symbols 2')
    expect(families).toContain('Noto Serif TC')
  })
})

describe('the DOCX of a book in many scripts', () => {
  it('is valid, and says what the sources say, letter by letter', async () => {
    expect(await validateDocx(made.docx)).toEqual([])
    const text = openDocx(made.docx).text()
    expect(missing(text, Object.values(passages))).toEqual([])
  })
  it('opens in LibreOffice with the passages in it', async context => {
    if (!(await findProgram('soffice'))) return skip(context, 'LibreOffice is not installed')
    const { pages } = await openPdf(await convertWithLibreOffice(made.docx))
    const text = flat(pages.join(''))
    const quoted = ['zh', 'ja', 'ko'].map(language => flat(passages[language] as string))
    expect(missing(text, quoted)).toEqual([])
  })
})
