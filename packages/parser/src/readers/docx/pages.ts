import { beginsPage, columnsOf, type Survey } from './survey.js'

/**
 * Counts the pages as Word last laid them out, by the marks that it leaves where one began. Word leaves none behind
 * some breaks that the author set, and marks columns like pages: from there on nobody can tell.
 */
export class Pages {
  private readonly survey: Survey
  private section = 0
  /** A break was passed, and no text since. */
  private broken = false
  private lost: boolean
  private at = 1

  constructor(survey: Survey) {
    this.survey = survey
    this.lost = !survey.hasRenderedPages
  }

  get current(): number | null {
    return this.lost ? null : this.at
  }

  /** Where Word laid out the end of a page. */
  rendered(): void {
    if (columnsOf(this.survey.sections[this.section]) > 1) this.lost = true
    this.at++
    this.broken = false
  }

  /** Where the author set the end of a page. */
  set(): void {
    this.broken = true
  }

  text(): void {
    if (this.broken) this.at++
    this.broken = false
  }

  endSection(): void {
    this.section++
    if (beginsPage(this.survey.sections[this.section])) this.broken = true
  }

  /** Cells beside each other begin on one page; the row ends on the last that one of them reaches. */
  beside<T>(cells: readonly T[], read: (cell: T) => void): void {
    const start = this.at
    let last = start
    for (const cell of cells) {
      this.at = start
      read(cell)
      last = Math.max(last, this.at)
    }
    this.at = last
  }

  /** Leaves the pages: notes, comments and heads stand outside the text. */
  leave(): void {
    this.lost = true
  }
}
