import type { Claim } from '../../draft.js'
import { looksLikePerson, printName } from '../../metadata/names.js'
import { dayOf } from '../../metadata/properties.js'
import type { Line } from './lines.js'

/** A field in front of a message, as RFC 5322 names them and as mail programs print them above what they quote. */
const field =
  /^(?<name>from|to|cc|bcc|subject|date|sent|reply-to|sender|received|return-path|message-id|in-reply-to|references|mime-version|content-[\w-]+|delivered-to|x-[\w-]+|von|an|betreff|gesendet|datum|de|à|objet|envoyé|от|кому|тема|дата)\s*:\s*(?<value>.*)$/iu
const subject = /^(?:subject|betreff|objet|тема)$/iu
const sender = /^(?:from|von|de|от)$/iu
const sent = /^(?:date|sent|gesendet|datum|envoyé|дата)$/iu
/** What mail programs put in front of a subject when somebody answers. */
const answer = /^(?:(?:re|aw|wg|fwd?|tr|sv|vs|отв)(?:\[\d+\])?\s*:\s*)+/iu
/** A signature has at most so many lines behind its dashes (RFC 3676 says four). */
const longestSignature = 8

/** The lines of the head of a message at the top of a text, those that a field goes on with among them. */
function headOf(lines: readonly Line[]): Line[] {
  const head: Line[] = []
  for (const line of lines) {
    const isField = field.test(line.text)
    const goesOn = head.length > 0 && line.indent > (head[0] as Line).indent
    if ((!isField && !goesOn) || (head.length > 0 && line.gap > 0)) break
    head.push(line)
  }
  const names = head.flatMap(line => field.exec(line.text)?.groups?.name ?? [])
  return names.some(name => sender.test(name)) && names.some(name => subject.test(name) || sent.test(name)) ? head : []
}

function claimsOf(head: readonly Line[]): Claim[] {
  const claims: Claim[] = []
  const from = 'e-mail header'
  for (const line of head) {
    const { name = '', value = '' } = field.exec(line.text)?.groups ?? {}
    if (subject.test(name) && value.replace(answer, '') !== '')
      claims.push({ field: 'title', value: value.replace(answer, ''), from })
    if (sender.test(name)) {
      const person = value.replace(/\s*[<([].*$/, '').replace(/^["'“]|["'”]$/g, '')
      if (looksLikePerson(person)) claims.push({ field: 'authors', value: [printName(person)], from })
    }
    const date = sent.test(name) ? dayOf(value) : null
    if (date) claims.push({ field: 'date', value: date, from })
  }
  return claims
}

/** Marks the head of a message and the signature below it, and reads what the head says of the text. */
export function markEmail(lines: readonly Line[]): { lines: Line[]; claims: Claim[] } {
  const head = headOf(lines)
  const dashes = lines.findLastIndex(line => /^--$/.test(line.text))
  const hasSignature = dashes > 0 && lines.length - dashes - 1 <= longestSignature
  const heads = new Set(head)
  return {
    lines: lines.map((line, i) => {
      if (heads.has(line)) return { ...line, furniture: 'e-mail header' }
      return hasSignature && i >= dashes ? { ...line, furniture: 'signature' } : line
    }),
    claims: claimsOf(head),
  }
}
