declare module 'linebreak' {
  /** Finds the places where the Unicode line breaking algorithm lets a line break. */
  export default class LineBreaker {
    constructor(text: string)
    /** The next place, in UTF-16 code units; null behind the last, which is the end of the text. */
    nextBreak(): { position: number; required: boolean } | null
  }
}
