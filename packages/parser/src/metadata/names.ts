/** What tells the name of a person from that of an organisation, and both from other words. */

const particle =
  /^(?:de|del|della|der|den|di|da|dos|du|van|von|vom|zu|zur|la|le|el|al|bin|bint|ibn|ben|abu|ter|ten|y|e|af|av|św)$/i
const nameToken =
  /^(?:\p{Lu}\p{L}*(?:[-'’‘]\p{L}+)*|(?:al|el|ul)-\p{Lu}\p{L}*(?:[-'’]\p{L}+)*|\p{Lu}\.(?:-?\p{Lu}\.)*|\p{Lu}\p{Ll}{0,2}\.)$/u
const suffix = /^(?:jr|sr|ii|iii|iv|phd|ph\.d|md|cbe|obe|mp)\.?$/i

/** Words of offices and duties, which stand beside names and are none. */
export const dutyWord =
  /\b(?:fellow|professor|lecturer|director|editor|analyst|reporter|correspondent|writer|columnist|researcher|research|scholar|expert|adviser|advisor|president|chair(?:man|woman)?|minister|ambassador|secretary|general|manager|officer|head|founder|contributor|contributing|staff|senior|associate|assistant|candidate|student|executive|chief|bureau|coordinator|consultant|economist|historian|journalist|author|co-author|host|producer|photographer|translator|strategist)\b/i

const organisationWord =
  /\b(?:institute|institut|institution|center|centre|council|group|university|college|school|agency|foundation|stiftung|association|society|committee|commission|ministry|department|office|bureau|press|news|times|post|journal|magazine|review|bulletin|gazette|tribune|herald|telegraph|guardian|reuters|bloomberg|network|programme|program|project|initiative|policy|forum|union|alliance|league|international|foreign|affairs|studies|research|security|global|world|national|federal|european|company|corporation|limited|inc|ltd|gmbh|bank|fund|house|team|desk|service|services|media|radio|television|tv|edition|website|online|blog|podcast|newsletter|archive|library)\b/i

/** Words in capitals of a title that no name has. */
const commonWord =
  /\b(?:the|a|an|of|in|on|at|for|to|and|or|with|from|by|is|are|was|how|why|what|when|who|new|says?|after|before|about|more|read|published|posted|updated|by-line|report|analysis|opinion|commentary|introduction|conclusion|summary|background|january|february|march|april|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b/i

/** Whether a text is the name of a person as far as its form tells: two to five words in capitals, with particles. */
export function looksLikePerson(text: string): boolean {
  if (/[\p{Script=Han}]/u.test(text)) return /^[\p{Script=Han}·]{2,6}$/u.test(text)
  const tokens = text.trim().split(/\s+/)
  if (tokens.length < 2 || tokens.length > 6 || text.length > 60) return false
  if (organisationWord.test(text) || dutyWord.test(text)) return false
  if (tokens.some(token => commonWord.test(token) && !particle.test(token) && !/^\p{Lu}\.$/u.test(token))) return false
  const full = tokens.filter(token => nameToken.test(token) && token.replace(/\P{L}/gu, '').length > 1)
  return (
    full.length >= 2 - (tokens.some(token => /^\p{Lu}\.$/u.test(token)) ? 1 : 0) &&
    tokens.every((token, i) => nameToken.test(token) || (i > 0 && (particle.test(token) || suffix.test(token))))
  )
}

const institution =
  /\b(?:institute|institut|institution|center|centre|university|universität|université|universidad|college|school|foundation|stiftung|council|academy|academia|think tank|ministry)\b/i
const longestAffiliation = 16

/** Whether a line says where an author works, or as what, or the address. */
export function isAffiliation(text: string): boolean {
  if (/^\S+@\S+\.\p{L}{2,}$/u.test(text)) return true
  const words = text.split(/\s+/).length
  if (words < 2 || words > longestAffiliation || /[.!?:]$/.test(text) || !/^\p{Lu}/u.test(text)) return false
  return institution.test(text) || (dutyWord.test(text) && (/,|\bat\b|\bof\b|@/.test(text) || words <= 4))
}

/** Whether a text has a word that names of organisations have. */
export const namesOrganisation = (text: string): boolean => organisationWord.test(text)

/** Whether a text is the name of an organisation as far as its form tells. */
export function looksLikeOrganisation(text: string): boolean {
  const tokens = text.trim().split(/\s+/)
  if (tokens.length > 12 || !/^\p{Lu}/u.test(text)) return false
  const full = tokens.filter(token => !/^(?:of|for|on|and|the|in|&|de|du|des|für|und|der|y|del|la)$/i.test(token))
  const capitals = full.filter(token => /^\p{Lu}/u.test(token)).length
  return capitals >= full.length * 0.8 && (organisationWord.test(text) || tokens.length <= 4)
}

/** A name in capitals as it is usually written. `JANE DOE` is how a page is set, not how she is called. */
export function printName(name: string): string {
  const trimmed = name.replace(/\s+/g, ' ').trim()
  if (/\p{Ll}/u.test(trimmed) || !/\p{Lu}{2}/u.test(trimmed)) return trimmed
  return trimmed.replace(/\p{Lu}[\p{Lu}]+/gu, word => word[0] + word.slice(1).toLowerCase())
}
