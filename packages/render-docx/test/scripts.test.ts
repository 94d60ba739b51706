import { type BookBlock, type ScriptFonts, text } from '@briefbook/ast'
import { openDocx, validateDocx } from '@briefbook/testkit'
import { beforeAll, describe, expect, it } from 'vitest'
import { renderDocx } from '../src/index.js'
import { bookOf, p, passageOf, runOf, tokens } from './fixture.js'

// Words in other scripts: the fonts that styles and runs name for them, their languages, their directions.

const of = (name: string, ...fallback: string[]): ScriptFonts => ({
  text: { family: `${name} Serif`, fallback: [...fallback, 'serif'], files: [], package: null },
  display: { family: `${name} Sans`, fallback: ['sans-serif'], files: [], package: null },
})
const scripts = { Arab: of('Arabic', 'Geeza Pro'), Thai: of('Thai'), Hans: of('Han'), Jpan: of('Kanji') }
const blocks: BookBlock[] = [
  p('In تهران, 14 March, ', { type: 'emphasis', children: [text('not قم 重要')] }, '.'),
  p('He says ', { type: 'foreign', language: 'fa', direction: 'rtl', children: [text('قال Ada في 14')] }, ', p. 3.'),
  passageOf({ id: 'log.1', language: 'zh', children: [text('水坝——“水坝”')] }),
  passageOf({ id: 'log.2', language: 'ja', children: [text('流域')] }),
  passageOf({ id: 'log.4', language: 'th', children: [text('เขื่อน')] }),
  passageOf({ id: 'log.5', language: 'ru', children: [text('Плотина')] }),
]

describe('words in other scripts', () => {
  let docx: ReturnType<typeof openDocx>
  let body: string

  beforeAll(async () => {
    const file = await renderDocx(bookOf(blocks), { ...tokens, fonts: { ...tokens.fonts, scripts } })
    expect(await validateDocx(file)).toEqual([])
    docx = openDocx(file)
    body = docx.part('word/document.xml')
  })

  it('have fonts in the styles, of the first script of each kind, by the role of the style', () => {
    const styles = docx.part('word/styles.xml')
    const fonts = (id: string) => new RegExp(`w:styleId="${id}".*?(<w:rFonts [^>]*>)`, 's').exec(styles)?.[1]
    expect(fonts('Normal')).toContain('w:cs="Arabic Serif" w:eastAsia="Han Serif"')
    expect(fonts('Heading2')).toContain('w:cs="Arabic Sans" w:eastAsia="Han Sans"')
  })
  it('have these fonts, and what to take in their place, in the table of fonts', () => {
    const table = docx.part('word/fontTable.xml')
    expect(table).toContain('<w:font w:name="Arabic Serif"><w:altName w:val="Geeza Pro"/><w:family w:val="roman"/>')
    expect(table).toContain('w:name="Kanji Sans"')
  })
  it('run by themselves where they run the other way, and number and mark behind them do not', () => {
    expect(runOf(body, 'تهران')).toContain('<w:rPr><w:rtl/></w:rPr>')
    expect(runOf(body, ', 14 March, ')).not.toContain('<w:rtl/>')
    expect(runOf(body, 'قال Ada في 14')).toContain('<w:rtl/><w:lang w:bidi="fa"/>')
    expect(runOf(body, ', p. 3.')).not.toContain('rPr')
  })
  it('are not slanted', () => {
    expect(runOf(body, 'قم')).toMatch(/<w:i w:val="(?:false|0)"\/><w:iCs w:val="(?:false|0)"\/>/)
    expect(runOf(body, '重要')).toMatch(/<w:rFonts w:hint="eastAsia"\/>.*<w:i w:val="(?:false|0)"\/>/)
    expect(runOf(body, 'not ')).toContain('<w:rStyle w:val="Emphasis"/></w:rPr>')
  })
  it('name their font where the style has that of another script', () => {
    expect(runOf(body, '水坝——“水坝”')).toMatch(/<w:rFonts w:hint="eastAsia"\/>.*<w:lang w:val="zh" w:eastAsia="zh"\/>/)
    expect(runOf(body, '流域')).toMatch(/<w:rFonts (?=[^>]*w:eastAsia="Kanji Serif")[^>]*w:hint="eastAsia"/)
    expect(runOf(body, 'เขื่อน')).toMatch(/<w:rFonts w:cs="Thai Serif"\/>.*<w:lang w:val="th" w:bidi="th"\/>/)
    expect(runOf(body, 'Плотина')).not.toContain('rFonts')
  })
})
