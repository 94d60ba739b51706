import { DocumentDefaults, type XmlComponent } from 'docx'
import type { languageOf } from '../text/language.js'
import { fontOf } from '../text/scripts.js'
import { element } from '../xml/element.js'
import type { Look } from './look.js'

/** What holds where no style says anything: the text's font, size and language. */
export function documentDefaults({ tokens, text }: Look, language: ReturnType<typeof languageOf>): XmlComponent {
  const { textPt } = tokens.sizes
  return new DocumentDefaults({
    run: { ...text(textPt), font: fontOf(tokens.fonts, 'text'), ...(language ? { language } : {}) },
    paragraph: { spacing: { before: 0, after: 0 } },
  })
}

function unseen(type: 'character' | 'table' | 'numbering', id: string, name: string, properties: XmlComponent[] = []) {
  return element('w:style', { 'w:type': type, 'w:default': 1, 'w:styleId': id }, [
    element('w:name', { 'w:val': name }),
    element('w:uiPriority', { 'w:val': 99 }),
    element('w:semiHidden'),
    element('w:unhideWhenUsed'),
    ...properties,
  ])
}

/** The three styles that Word expects to be there and shows to nobody. */
export function hiddenDefaults(): XmlComponent[] {
  const none = (side: string) => element(`w:${side}`, { 'w:w': 0, 'w:type': 'dxa' })
  return [
    unseen('character', 'DefaultParagraphFont', 'Default Paragraph Font'),
    unseen('table', 'TableNormal', 'Normal Table', [
      element('w:tblPr', {}, [
        element('w:tblInd', { 'w:w': 0, 'w:type': 'dxa' }),
        element('w:tblCellMar', {}, [none('top'), none('left'), none('bottom'), none('right')]),
      ]),
    ]),
    unseen('numbering', 'NoList', 'No List'),
  ]
}
