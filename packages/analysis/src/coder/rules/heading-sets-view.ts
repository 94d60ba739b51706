import type { CoderRule } from './rule.js'

export const headingSetsView: CoderRule = {
  promise: "The heading above gives the section to the actor's perspective, and the sentence has no actor of its own.",
  find({ sentence, subjects, heading }) {
    if (heading.length === 0 || subjects.some(holder => holder !== null) || sentence.names.length > 0) return []
    return [
      {
        actors: heading,
        anchor: { kind: 'clause', clause: 0 },
        scope: () => true,
        cue: null,
        acts: false,
        stance: null,
      },
    ]
  },
}
