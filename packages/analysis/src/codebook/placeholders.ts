import type { Actor, Issue } from '@briefbook/ast'

/** What stands in a codebook that has no actor or no issue yet, to be replaced. */
export const placeholders: { actors: Actor[]; issues: Issue[] } = {
  actors: [{ id: 'first-actor', name: 'First actor', country: null, aliases: [], people: [] }],
  issues: [
    {
      id: 'first-issue',
      name: 'First issue',
      towards: 'what one can be for or against',
      terms: [['first issue']],
      against: [],
    },
  ],
}
