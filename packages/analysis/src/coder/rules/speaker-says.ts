import type { Frame } from '../frame.js'
import { isInserted } from '../speakers.js'
import type { CoderRule } from './rule.js'
import { ownWords } from './scope.js'

export const speakerSays: CoderRule = {
  promise: 'Who is quoted, or inserted as saying so (`…, she said`), speaks for the actor.',
  find(context) {
    const {
      sentence,
      speech: { direct, indirect },
    } = context
    const frame = (actor: string, scope: Frame['scope']): Frame => ({
      actors: [actor],
      anchor: { kind: 'clause', clause: -1 },
      scope,
      cue: null,
      acts: false,
      stance: null,
    })
    if (direct) {
      const q = sentence.quotation.find(n => n !== -1)
      return direct.speaker.actor === null ? [] : [frame(direct.speaker.actor, word => sentence.quotation[word] === q)]
    }
    return indirect.flatMap(({ clause, speaker: { actor } }) => {
      if (clause === null || actor === null || !isInserted(sentence, clause)) return []
      return [frame(actor, ownWords(context, [actor]))]
    })
  },
}
