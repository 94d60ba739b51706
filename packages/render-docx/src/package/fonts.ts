import type { FontFamily, Tokens } from '@briefbook/ast'
import { declaration, escapeXml } from './xml.js'

/** The generic families of CSS, as Word names their like (ISO/IEC 29500-1, 17.18.30). */
const families = new Map([
  ['serif', 'roman'],
  ['sans-serif', 'swiss'],
  ['monospace', 'modern'],
])

function font({ family, fallback }: Pick<FontFamily, 'family' | 'fallback'>): string {
  const like = fallback.map(name => families.get(name)).find(name => name !== undefined) ?? 'auto'
  const others = fallback.filter(name => !families.has(name) && !/^(system-ui|ui-.*)$/.test(name))
  const instead = others.length > 0 ? `<w:altName w:val="${escapeXml(others.join(','))}"/>` : ''
  const pitch = like === 'modern' ? 'fixed' : 'variable'
  return `<w:font w:name="${escapeXml(family)}">${instead}<w:family w:val="${like}"/><w:pitch w:val="${pitch}"/></w:font>`
}

/** `word/fontTable.xml`: the fonts that the styles name, and what to take where one is not installed. */
export function fontTable({ fonts }: Tokens): string {
  const all = [fonts.text, fonts.display, { family: 'Courier New', fallback: ['Liberation Mono', 'monospace'] }]
  const once = [...new Map(all.map(entry => [entry.family, entry])).values()]
  return `${declaration}<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${once.map(font).join('')}</w:fonts>`
}
