import type { PersonRole } from '@briefbook/ast'
import type { BlockContext } from '../coder/context.js'
import { textOf } from '../coder/context.js'
import { actorOfRole, findNames, type NameFound, spanOf } from './names.js'

/** A place where a source names somebody who may be a person. */
export interface Sighting {
  /** As the source has it. */
  name: string
  /** The person of the codebook whom the name is for, and the actor for whom he or she speaks. */
  known: { name: string; actor: string } | null
  shownBy: NameFound['shownBy']
  roles: (PersonRole & { actor: string | null })[]
  source: string
  anchor: string
}

/** The names in a block that may be persons'. In a heading any word can have a capital. */
export function sightingsOf(source: string, { block, sentences }: BlockContext): Sighting[] {
  if (block.type === 'heading') return []
  const { anchor } = block
  return sentences.flatMap(sentence =>
    findNames(sentence).map(({ start, end, known, shownBy, roles }): Sighting => {
      const match = sentence.words.slice(start, end).find(({ name }) => name?.person === known)?.name
      return {
        name: textOf(sentence, start, end),
        known: known !== null && match ? { name: known, actor: match.actor } : null,
        shownBy,
        roles: roles.map(role => ({
          role: textOf(sentence, role.start, role.end),
          source,
          anchor,
          span: spanOf(sentence.words, role.start, role.end),
          actor: actorOfRole(sentence, role),
        })),
        source,
        anchor,
      }
    }),
  )
}
