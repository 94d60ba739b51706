// The package has no types of its own.
declare module 'subset-font' {
  interface Options {
    targetFormat?: 'truetype' | 'woff' | 'woff2' | 'sfnt'
    /** Values that the axes of a variable font are pinned to. */
    variationAxes?: { [axis: string]: number }
    /** All of the font, and no `text`. */
    keepAllGlyphs?: boolean
  }
  export default function subsetFont(font: Buffer, text: string, options?: Options): Promise<Buffer>
}
