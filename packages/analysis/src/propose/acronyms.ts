import type { Source } from '@briefbook/ast'

/**
 * The long form in front of an acronym, after Schwartz and Hearst (2003): from the right, each letter of the acronym is
 * looked for in the words in front; the first must begin a word.
 */
function longFormOf(before: string, acronym: string): string | null {
  const words = before.trimEnd().split(/\s+/)
  const most = Math.min(acronym.length + 5, acronym.length * 2)
  const text = words.slice(-most).join(' ')
  let at = text.length
  for (let i = acronym.length - 1; i >= 0; i--) {
    const letter = (acronym[i] as string).toLowerCase()
    do at--
    while (at >= 0 && (text[at]?.toLowerCase() !== letter || (i === 0 && /[\p{L}\p{N}]/u.test(text[at - 1] ?? ''))))
    if (at < 0) return null
  }
  const long = text.slice(at)
  // A name: capitals at its beginning and in at least one more word.
  return /^\p{Lu}\S*\s(?:.*\s)?\p{Lu}/u.test(long) && !/[.;:!?]\s/.test(long) ? long : null
}

/** How far in front of its acronym a long form can begin. */
const longestForm = 160

/** Long forms by their acronyms in brackets: `Eastern River Union (ERU)`. */
export function findAcronyms(sources: readonly Source[]): Map<string, string> {
  const found = new Map<string, string>()
  for (const { text } of sources.flatMap(source => source.children)) {
    for (const match of text.matchAll(/ \((\p{Lu}{2,8})\)/gu)) {
      const acronym = match[1] as string
      const long = longFormOf(text.slice(Math.max(0, match.index - longestForm), match.index), acronym)
      if (long !== null && !found.has(acronym)) found.set(acronym, long)
    }
  }
  return found
}
