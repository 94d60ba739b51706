import { createHash } from 'node:crypto'
import { readYaml } from '@briefbook/diagnostics'
import { stringify } from 'yaml'
import { z } from 'zod'
import type { Preference } from './chapters.js'

const words = z.string()

/** The form of conflicts.yaml. */
export const conflictsSchema = z.strictObject({
  conflicts: z
    .array(
      z.strictObject({
        id: words,
        file: words,
        line: z.number().int(),
        from: words.describe('The edited document.'),
        authors: z.array(words).default([]),
        base: words.describe('As it was sent.'),
        ours: words.describe('As the content had it when this was told.'),
        theirs: words.describe('As the editor has it.'),
        decided: z.enum(['ours', 'theirs', 'edited']).nullable().default(null),
      }),
    )
    .default([]),
})

export type Conflict = z.output<typeof conflictsSchema>['conflicts'][number]

/** What a conflict is known by when the same document comes again. */
export function conflictId(base: string, theirs: string): string {
  return createHash('sha256').update(`${base}\u0000${theirs}`).digest('hex').slice(0, 8)
}

const head = `# Where an editor and the content changed the same words. Nothing was done: take over what is right by editing the file
# named, or run the merge again with --ours or --theirs. A passage that you edit counts as decided.
`

/** The conflicts that were told before, and how each was decided. */
export class Conflicts {
  readonly #all: Map<string, Conflict>
  readonly #was: string | null

  constructor(file: string | null, name: string) {
    const { value } = readYaml(file ?? '', name, conflictsSchema)
    this.#all = new Map((value?.value.conflicts ?? []).map(conflict => [conflict.id, conflict]))
    this.#was = file
  }

  /** How a conflict was decided; one whose passage was edited since it was told is. */
  decision(id: string, ours: string): Conflict['decided'] {
    const known = this.#all.get(id)
    if (!known) return null
    if (known.decided === null && known.ours !== ours) known.decided = 'edited'
    return known.decided
  }

  decide(id: string, decided: Preference): void {
    const known = this.#all.get(id)
    if (known) known.decided = decided
  }

  tell(conflict: Conflict): void {
    this.#all.set(conflict.id, conflict)
  }

  /** The file anew; null where it need not change, or where there is nothing to tell. */
  text(): string | null {
    const conflicts = [...this.#all.values()]
    if (conflicts.length === 0) return null
    const text = head + stringify({ conflicts }, { lineWidth: 0 })
    return text === this.#was ? null : text
  }
}
