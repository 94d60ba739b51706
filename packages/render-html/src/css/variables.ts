import { type Book, type FontRole, familiesOf, papers, sheetEdgeMm, type Tokens } from '@briefbook/ast'

const kebab = (name: string) => name.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`)

const quoteFamily = (name: string) => (/^[a-z-]+$/.test(name) ? name : `"${name.replaceAll('"', '')}"`)

/** A CSS font-family list: the family of a role, those of scripts, what stands in for them. */
export function fontFamily({ fonts }: Tokens, role: FontRole, script?: string): string {
  return familiesOf(fonts, role, script).map(quoteFamily).join(', ')
}

/** The languages whose words are set in the characters of a country, the general one first. */
const languagesOf: { readonly [script: string]: string } = {
  Hans: ':lang(zh)',
  Hant: ':lang(zh-Hant), :lang(zh-TW), :lang(zh-HK), :lang(zh-MO)',
  Jpan: ':lang(ja)',
  Kore: ':lang(ko)',
}

/** The same characters are drawn otherwise in Chinese, Japanese and Korean: passages that tell their language have its fonts. */
function fontsByLanguage(tokens: Tokens): string {
  return Object.entries(languagesOf)
    .filter(([script]) => Object.hasOwn(tokens.fonts.scripts, script))
    .map(([script, selector]) => {
      const family = (role: FontRole) => `--font-${role}: ${fontFamily(tokens, role, script)};`
      return `${selector} {\n  ${family('text')}\n  ${family('display')}\n}\n`
    })
    .join('')
}

/**
 * The tokens as CSS variables: `--size-text`, `--colour-accent`, `--stance-favours`, `--page-notes` and so on, and the
 * size of the paper. Style sheets of templates use these and nothing of their own.
 */
export function cssVariables({ meta }: Book, tokens: Tokens): string {
  const { widthMm, heightMm } = papers[meta.paper]
  const lines: string[] = [
    `--paper-width: ${widthMm}mm`,
    `--paper-height: ${heightMm}mm`,
    `--sheet-edge: ${sheetEdgeMm(meta.print)}mm`,
    `--font-text: ${fontFamily(tokens, 'text')}`,
    `--font-display: ${fontFamily(tokens, 'display')}`,
  ]
  for (const [name, value] of Object.entries(tokens.page))
    lines.push(`--page-${kebab(name.replace(/Mm$/, ''))}: ${value}mm`)
  for (const [name, value] of Object.entries(tokens.sizes))
    lines.push(`--size-${kebab(name.replace(/Pt$/, ''))}: ${value}pt`)
  for (const [name, value] of Object.entries(tokens.lineHeight)) lines.push(`--line-height-${name}: ${value}`)
  const { stances, states, levels, ...colours } = tokens.colours
  for (const [name, value] of Object.entries(colours)) lines.push(`--colour-${kebab(name)}: ${value}`)
  for (const [name, value] of Object.entries(stances)) lines.push(`--stance-${name}: ${value}`)
  for (const [name, value] of Object.entries(states)) lines.push(`--state-${name}: ${value}`)
  for (const [i, value] of levels.entries()) lines.push(`--level-${i}: ${value}`)
  return `:root {\n${lines.map(line => `  ${line};`).join('\n')}\n}\n${fontsByLanguage(tokens)}`
}
