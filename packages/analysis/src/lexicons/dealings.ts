/**
 * Words for dealing with somebody, as dictionary forms. Verbs after VerbNet `correspond-36.1`, `meet-36.3`, `give-13.1`,
 * `contribute-13.2`, nouns after FrameNet `Discussion`, `Collaboration`, `Personal_relationship`.
 */

const list = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/))

/** Verbs whose object one deals with: `court the rebels`. */
export const dealingVerbs = list(`accept approach arm befriend contact court embrace engage legitimise legitimize woo`)

/** Verbs with `with` or `to` in front of whom one deals with: `deal with the rebels`, `sell arms to the rebels`. */
export const dealingVerbsWith = list(`
  collaborate communicate confer cooperate coordinate deal engage liaise meet negotiate parley partner reconcile sell
  share speak supply talk trade work
`)

/** Nouns with `with`, `to` or `towards` in front of whom one deals with: `ties to the rebels`. */
export const dealingNouns = list(`
  accommodation agreement channel collaboration communication contact conversation cooperation deal
  dealing dialogue diplomacy discussion engagement exchange inroad link meeting negotiation outreach overture pact
  partnership rapprochement relation relationship sharing talk tie
`)
