import { coverageOfFile } from './coverage.js'
import type { LoadedTemplate } from './load.js'
import { slicesOf } from './script-family.js'

/** A letter of each script that fonts for running text may have themselves. */
const ofText = { Latn: 'a', Grek: 'α', Cyrl: 'я' }

const names = new Intl.DisplayNames(['en'], { type: 'script' })
/** Where the usual name says too little. */
const better: { readonly [code: string]: string } = {
  Hans: 'Chinese (simplified)',
  Hant: 'Chinese (traditional)',
  Zmth: 'mathematical signs',
  Zsym: 'other signs',
}
const nameOf = (code: string) => better[code] ?? names.of(code) ?? code

/** The scripts that a template names fonts for, in English: those whose fonts are there, and the others. */
export async function scriptsOf({ tokens, files }: LoadedTemplate): Promise<{ there: string[]; missing: string[] }> {
  const { text, scripts } = tokens.fonts
  const coverages = await Promise.all(text.files.map(file => coverageOfFile(files, file)))
  const own = Object.entries(ofText).filter(([, letter]) => coverages.some(covers => covers(letter)))
  const found = { there: own.map(([code]) => nameOf(code)), missing: [] as string[] }
  for (const [code, fonts] of Object.entries(scripts)) {
    const read = await Promise.all([fonts.text, fonts.display].map(family => slicesOf(files, family, [])))
    const complete = read.every(({ value, diagnostics }) => value.length > 0 && diagnostics.length === 0)
    found[complete ? 'there' : 'missing'].push(nameOf(code))
  }
  return found
}
