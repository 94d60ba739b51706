import { type Claim, type Draft, type DraftBlock, isBlock } from '../draft.js'
import { contactLine } from '../transforms/furniture/phrases.js'
import { copyrightHolder, issuingOrganisation, organisationOfDomain } from './publisher.js'

/** Who published a document, from what stands around it: weaker evidence than a line at its head. */
export function publisherClaims(draft: Draft): Claim[] {
  const blocks = draft.nodes.filter(isBlock)
  const claims: Claim[] = []
  const claim = (value: string | null, from: string) => {
    if (value !== null) claims.push({ field: 'publisher', value, from })
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
