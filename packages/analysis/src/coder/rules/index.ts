import { actorActs } from './actor-acts.js'
import { actorFears } from './actor-fears.js'
import { actorHasConduct } from './actor-has-conduct.js'
import { actorIsAgent } from './actor-is-agent.js'
import { actorIsMoved } from './actor-is-moved.js'
import { actorIsToAct } from './actor-is-to-act.js'
import { actorTakesPart } from './actor-takes-part.js'
import { actorsView } from './actors-view.js'
import { conductIs } from './conduct-is.js'
import { headingSetsView } from './heading-sets-view.js'
import { listGoesOn } from './list-goes-on.js'
import type { CoderRule } from './rule.js'
import { speakerSays } from './speaker-says.js'

/** The rules of the coder; where two find the same actor and issue in a sentence, the one that stands first is told. */
export const coderRules = {
  'speaker-says': speakerSays,
  'actor-is-moved': actorIsMoved,
  'actor-fears': actorFears,
  'actor-acts': actorActs,
  'actor-is-agent': actorIsAgent,
  'actor-is-to-act': actorIsToAct,
  'actor-takes-part': actorTakesPart,
  'actors-view': actorsView,
  'conduct-is': conductIs,
  'actor-has-conduct': actorHasConduct,
  'list-goes-on': listGoesOn,
  'heading-sets-view': headingSetsView,
} satisfies { [id: string]: CoderRule }

/** Rules that look beyond the sentence, and what they promise. */
export const discourseRules = {
  'conduct-goes-on':
    'The sentence takes up what the one before it told of the actor: `these talks`, `the decision to withdraw`.',
  'speech-goes-on':
    'A sentence of speech has no term of its own and goes on with what the same speaker said before it.',
} as const

export type CoderRuleId = keyof typeof coderRules | keyof typeof discourseRules
