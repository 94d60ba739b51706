import type { Book } from '@briefbook/ast'
import { languageOf } from '../text/language.js'
import { declaration, escapeXml } from './xml.js'

const compatibility = [
  ['compatibilityMode', 15],
  ['overrideTableStyleFontSizeAndJustification', 1],
  ['enableOpenTypeFeatures', 1],
  ['doNotFlipMirrorIndents', 1],
] as const

/**
 * `word/settings.xml`, in the order of ISO/IEC 29500-1, 17.15.1.78. The library's knows no mirrored margins and does
 * not name the footnotes that are lines. There is no `updateFields`: every result is filled in, and Word asks nobody.
 */
export function settings({ meta }: Book, embedsFonts: boolean): string {
  const double = meta.print.sides === 'double'
  const language = languageOf(meta.language) ?? {}
  const languages = [
    language.value && ` w:val="${escapeXml(language.value)}"`,
    language.eastAsia && ` w:eastAsia="${escapeXml(language.eastAsia)}"`,
    language.bidirectional && ` w:bidi="${escapeXml(language.bidirectional)}"`,
  ].filter(Boolean)
  return `${declaration}<w:settings xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${[
    '<w:zoom w:percent="100"/>',
    embedsFonts ? '<w:embedTrueTypeFonts/>' : '',
    double ? '<w:mirrorMargins/>' : '',
    '<w:defaultTabStop w:val="720"/>',
    double ? '<w:evenAndOddHeaders/>' : '',
    '<w:characterSpacingControl w:val="doNotCompress"/>',
    '<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>',
    `<w:compat>${compatibility
      .map(
        ([name, value]) =>
          `<w:compatSetting w:name="${name}" w:uri="http://schemas.microsoft.com/office/word" w:val="${value}"/>`,
      )
      .join('')}</w:compat>`,
    languages.length > 0 ? `<w:themeFontLang${languages.join('')}/>` : '',
    '<w:decimalSymbol w:val="."/>',
    '<w:listSeparator w:val=","/>',
  ].join('')}</w:settings>`
}
