import { stances } from '@briefbook/ast'
import { z } from 'zod'

const words = z.string().trim().min(1, 'should not be empty')
const by = words.describe('Who codes.')
const note = words.optional().describe('Why; the book prints it with the evidence.')
const statement = words.describe('The id of a statement, as `briefbook inspect statements` prints it.')
const quote = words.optional().describe('The words of the statement, so that it can be found again if its id is gone.')
const stance = z.enum(stances)
const speaker = words.nullable().describe('Who says so, as the source names them; null where nobody is named.')

const accept = z.strictObject({ action: z.literal('accept'), statement, quote, by, note })
const reject = z.strictObject({ action: z.literal('reject'), statement, quote, by, note })

const change = z
  .strictObject({
    action: z.literal('change'),
    statement,
    quote,
    actor: words.optional(),
    issue: words.optional(),
    stance: stance.optional(),
    speaker: speaker.optional(),
    by,
    note,
  })
  .refine(({ actor, issue, stance, speaker }) => [actor, issue, stance, speaker].some(value => value !== undefined), {
    message: 'says nothing that changes: give `actor`, `issue`, `stance` or `speaker`',
  })

const add = z.strictObject({
  action: z.literal('add'),
  source: words.describe('The id of the source.'),
  anchor: words.optional().describe('The paragraph, `swp.12`; without it the whole source is searched.'),
  quote: words.describe('Word for word as in the source; `[…]` joins two passages of it in their order.'),
  actor: words,
  issue: words,
  stance,
  speaker: speaker.optional(),
  by,
  note,
})

const finding = z
  .strictObject({
    actor: words.optional(),
    issue: words.optional(),
    source: words.optional(),
    finding: words.describe("The analyst's own sentence for the cell."),
    by,
  })
  .refine(({ actor, issue, source }) => [actor, issue, source].filter(value => value !== undefined).length === 2, {
    message: 'names a cell by two of `actor`, `issue` and `source`',
  })

/** The form of codings.yaml. */
export const codingsSchema = z.strictObject({
  codings: z.array(z.discriminatedUnion('action', [accept, reject, change, add])).optional(),
  findings: z.array(finding).optional(),
})

type CodingsFile = z.infer<typeof codingsSchema>

/** An analyst's word on one statement. */
export type Coding = NonNullable<CodingsFile['codings']>[number]
/** An analyst's sentence for one cell of a matrix. */
export type Finding = NonNullable<CodingsFile['findings']>[number]
