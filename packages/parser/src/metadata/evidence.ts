import { type Claim, type Draft, type DraftBlock, isBlock } from '../draft.js'
import { nameInBio } from '../transforms/furniture/bio.js'
import { contactLine } from '../transforms/furniture/phrases.js'
import { readCredit } from './by-lines.js'
import { readAddress } from './head-lines.js'
import { printName } from './names.js'
import { copyrightHolder, firstPublisher, issuingOrganisation, organisationOfDomain } from './publisher.js'

/** How many passages at the end can tell of a document's making. */
const endOfDocument = 30

/** Who wrote and published a document, from what stands around it: weaker evidence than a line at its head. */
export function lateClaims(draft: Draft): Claim[] {
  const blocks = draft.nodes.filter(isBlock)
  const claims: Claim[] = []
  const claim = (value: string | null, from: string) => {
    if (value !== null) claims.push({ field: 'publisher', value, from })
  }
  // Whom an agency names below its text, and where a text that was taken over first appeared.
  for (const { text } of blocks.slice(-endOfDocument)) {
    const names = readCredit(text)
    if (names.length > 0) claims.push({ field: 'authors', value: names, from: 'credit line' })
    claim(firstPublisher(text), 'note on publication')
    const url = /[:：]/.test(text.slice(0, 30)) && !text.startsWith('http') ? readAddress(text) : null
    if (url !== null) claims.push({ field: 'url', value: url, from: 'address line' })
  }
  for (const { furniture, text } of blocks) {
    const name = furniture === 'author box' ? nameInBio(text) : null
    if (name !== null) claims.push({ field: 'authors', value: [printName(name)], from: 'author box' })
  }
  const isFurniture = (block: DraftBlock) => block.furniture !== null
  for (const block of blocks) if (isFurniture(block)) claim(copyrightHolder(block.text), 'copyright notice')
  // The note to the title, where a document says what it is.
  const note = blocks.find(block => block.type === 'footnote')
  if (note) claim(issuingOrganisation(note.text), 'footnote')
  const contacts = blocks.filter(block => contactLine.test(block.text)).map(block => block.text)
  if (contacts.length > 0) claim(organisationOfDomain(contacts, draft.text.slice(0, 200_000)), 'contact address')
  return claims
}
