import {
  type FontRole,
  type Fonts,
  isWideMark,
  lettersOfScript,
  type ScriptFamily,
  type ScriptFonts,
  scriptOfLanguage,
} from '@briefbook/ast'
import type { Diagnostic, Result } from '@briefbook/diagnostics'
import { anyOf, type Coverage, coverageOfFile } from './coverage.js'
import type { TemplateFiles } from './files.js'
import type { Letters } from './letters.js'
import { type Slice, type SliceFile, slicesOf } from './script-family.js'

/** A file of a script's family that a book needs, and the letters that it needs of it. */
export interface NeededFile extends SliceFile {
  script: string
  family: string
  letters: string[]
}

export interface NeededFonts {
  /** The scripts of the book that the fonts of its text do not have, in the order of the tokens. */
  scripts: Fonts['scripts']
  files: NeededFile[]
  /** Letters that no file has. */
  without: Set<string>
}

/** A script of the tokens for one role, and what the book takes of it. */
interface Candidate {
  script: string
  pattern: RegExp
  family: ScriptFamily
  slices: Slice[]
  covers: Coverage
  taken: Set<string>
}

/** What stands for nothing that is seen. */
const unseen = /[\p{Default_Ignorable_Code_Point}\p{C}]/u

/** Which family sets each letter: the house's own, else that of the script as the language is written, else the first. */
function assign(letters: Letters, own: Coverage, candidates: readonly Candidate[], without: Set<string>): void {
  for (const [language, used] of letters) {
    const usual = scriptOfLanguage(language)
    const first = candidates.find(({ script }) => script === usual)
    for (const letter of used) {
      // The house's fonts have these marks as narrow as Latin letters want them.
      if (first && isWideMark(first.script, letter)) {
        if (first.covers(letter)) first.taken.add(letter)
        continue
      }
      if (own(letter)) continue
      const fitting = candidates.filter(({ pattern }) => pattern.test(letter))
      const ordered = first && fitting.includes(first) ? [first, ...fitting] : fitting
      const found = ordered.find(({ covers }) => covers(letter))
      if (found) found.taken.add(letter)
      else if (!unseen.test(letter)) without.add(letter)
    }
  }
}

async function candidatesOf(
  files: TemplateFiles,
  fonts: Fonts,
  role: FontRole,
  letters: Letters,
  own: Coverage,
  diagnostics: Diagnostic[],
): Promise<Candidate[]> {
  const candidates: Candidate[] = []
  const all = [...letters.values()].flatMap(used => [...used]).filter(letter => !own(letter))
  // A sign that one family of signs has is not looked for in the next.
  const isSettled = (letter: string) =>
    candidates.some(({ script, covers }) => script.startsWith('Z') && covers(letter))
  for (const [script, { [role]: family }] of Object.entries(fonts.scripts)) {
    const pattern = lettersOfScript(script)
    const wanted = pattern ? all.filter(letter => pattern.test(letter) && !isSettled(letter)) : []
    if (!pattern || wanted.length === 0) continue
    const { value: slices, diagnostics: told } = await slicesOf(files, family, wanted)
    if (role === 'text') diagnostics.push(...told)
    const covers = anyOf(slices.map(slice => slice.covers))
    candidates.push({ script, pattern, family, slices, covers, taken: new Set() })
  }
  return candidates
}

function filesOf({ script, family, slices, taken }: Candidate): NeededFile[] {
  return slices.flatMap(({ covers, files }) => {
    const letters = [...taken].filter(covers).sort()
    return letters.length === 0 ? [] : files.map(file => ({ ...file, script, family: family.family, letters }))
  })
}

/** A family that is taken from the system, where it is there: nobody can say what letters it has. */
const hasNoFiles = ({ family }: Candidate) => family.files.length === 0 && family.package === null

/** Marks alone are no reason for a family: their letters are the house's own. */
const hasOwnLetters = ({ script, taken }: Candidate) => [...taken].some(letter => !isWideMark(script, letter))

/**
 * What fonts a book needs besides those of its text: only the scripts that it has letters of, and of their files only those
 * that hold such letters.
 */
export async function neededFonts(files: TemplateFiles, fonts: Fonts, letters: Letters): Promise<Result<NeededFonts>> {
  const needed: NeededFonts = { scripts: {}, files: [], without: new Set() }
  const diagnostics: Diagnostic[] = []
  if (letters.size === 0) return { value: needed, diagnostics }
  const taken: { [role in FontRole]: Candidate[] } = { text: [], display: [] }
  for (const role of ['text', 'display'] as const) {
    const own = anyOf(await Promise.all(fonts[role].files.map(file => coverageOfFile(files, file))))
    const candidates = await candidatesOf(files, fonts, role, letters, own, diagnostics)
    assign(letters, own, candidates, needed.without)
    taken[role] = candidates.filter(candidate => hasOwnLetters(candidate) || hasNoFiles(candidate))
    needed.files.push(...taken[role].flatMap(filesOf))
  }
  const scripts = Object.entries(fonts.scripts).filter(([script]) =>
    [...taken.text, ...taken.display].some(candidate => candidate.script === script),
  )
  needed.scripts = Object.fromEntries(scripts) as { [script: string]: ScriptFonts }
  return { value: needed, diagnostics }
}
