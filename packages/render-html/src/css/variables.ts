import { type Book, papers, sheetEdgeMm, type Tokens } from '@briefbook/ast'

const kebab = (name: string) => name.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`)

const quoteFamily = (name: string) => (/^[a-z-]+$/.test(name) ? name : `"${name.replaceAll('"', '')}"`)

/** A CSS font-family list: the family, then what stands in for it. */
export function fontFamily({ family, fallback }: Tokens['fonts']['text']): string {
  return [family, ...fallback].map(quoteFamily).join(', ')
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
    `--font-text: ${fontFamily(tokens.fonts.text)}`,
    `--font-display: ${fontFamily(tokens.fonts.display)}`,
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
  return `:root {\n${lines.map(line => `  ${line};`).join('\n')}\n}\n`
}
