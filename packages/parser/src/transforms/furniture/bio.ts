import { dutyWord, looksLikePerson } from '../../metadata/names.js'
import { countWords, fold } from '../../shape.js'

const longestBio = 130
const verb =
  /^(?:,[^.]{0,120}?,?)?\s*(?:\([^)]{1,60}\)\s*)?(?:is|was|has been|works|worked|serves|served|covers|covered|writes|teaches|reports|leads|heads|joined|holds|currently|previously|can be reached|tweets)\b/iu
const named =
  /^(?:(?:dr|prof|professor|mr|mrs|ms|sir|amb|ambassador)\.?\s+)?\p{Lu}[\p{L}.'’-]*(?:\s+(?:\p{Lu}[\p{L}.'’-]*|de|van|von|bin|al|el)){1,3}(?:\s+\(@\w+\))?\s+(?:(?:covers|writes|reports|teaches|works)\b|(?:is|was)\s+(?:an?|the|currently|also|professor|senior|director|associate|assistant|president|editor|head|chief|fellow|co-founder|founder)\b)/u
const theAuthor = /^the (?:author|writer|reporter)s? (?:is|are|was|were|has|have|works?|serves?)\b/i
const handle = /(?:^|\s)(?:twitter|x|bluesky|mastodon)?\s*[:：]?\s*@\w{2,}/i

/** Whether a passage says who an author is: begun with the name, followed by an office. */
export function isAuthorBio(text: string, authors: readonly string[]): boolean {
  if (authors.length === 0 || countWords(text) > longestBio) return false
  const start = fold(text.slice(0, 200))
  const author = authors.find(name => start.startsWith(`${fold(name)} `))
  if (author !== undefined) {
    const rest = text.slice(author.length)
    return (
      verb.test(rest) &&
      (dutyWord.test(rest.slice(0, 200)) || handle.test(text) || /^\s*(?:,|writes|covers|teaches|can)/.test(rest))
    )
  }
  return false
}

/** The same without knowing the authors: certain only at the very end of a document. */
export function looksLikeBio(text: string): boolean {
  if (countWords(text) > longestBio) return false
  if (theAuthor.test(text)) return true
  return named.test(text) && (dutyWord.test(text.slice(0, 160)) || handle.test(text))
}

/** The name that a passage about an author begins with; null where it does not say what he or she is. */
export function nameInBio(text: string): string | null {
  if (!named.test(text) || !dutyWord.test(text.slice(0, 160))) return null
  const name = /^(.{3,60}?)(?:\s+\(@\w+\))?\s+(?:is|was|covers|writes|reports|teaches|works)\b/u.exec(text)?.[1] ?? ''
  const bare = name.replace(/^(?:(?:dr|prof|professor|mr|mrs|ms|sir|amb|ambassador)\.?\s+)+/i, '')
  return looksLikePerson(bare) ? bare : null
}
