import type { Diagnostic } from '@briefbook/diagnostics'

const keyOf = ({ rule, file, message }: Diagnostic) => JSON.stringify([rule, file, message])

const placeOf = ({ rule, file, place }: Diagnostic) =>
  JSON.stringify([rule, file, place?.start.line ?? 0, place?.start.column ?? 0])

/**
 * What was noted before and need not be said again. A note is known by its words, wherever in its file they have moved to, or by
 * its place in a file that nobody touched: there it is put otherwise only because another file changed. Errors and warnings are
 * said as long as they stand.
 */
export class KnownNotes {
  /** By file, what was said of it. */
  readonly #said = new Map<string | null, Set<string>>()
  /** Files that changed since the last book that was made. */
  #touched = new Set<string>()

  #isKnown(note: Diagnostic): boolean {
    const said = this.#said.get(note.file)
    if (!said) return false
    return said.has(keyOf(note)) || (!this.#touched.has(note.file ?? '') && said.has(placeOf(note)))
  }

  /**
   * The messages of a build that are to be said.
   *
   * @param changed  The files that changed since the build before.
   * @param isWhole  Whether the build came to its end: what it does not note of a file that changed is mended, and said again
   *   when it comes back. What stopped halfway has not looked at everything.
   */
  news(diagnostics: readonly Diagnostic[], changed: readonly string[], isWhole: boolean): Diagnostic[] {
    for (const file of changed) this.#touched.add(file)
    const notes = diagnostics.filter(({ severity }) => severity === 'note')
    const news = diagnostics.filter(d => d.severity !== 'note' || !this.#isKnown(d))
    if (isWhole) {
      for (const file of this.#touched) this.#said.delete(file)
      this.#touched = new Set()
    }
    for (const note of notes) {
      const said = this.#said.get(note.file) ?? new Set()
      this.#said.set(note.file, said.add(keyOf(note)).add(placeOf(note)))
    }
    return news
  }
}
