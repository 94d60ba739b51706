/** A passage in quotation marks, without the marks. */
export interface InlineQuotation {
  text: string
  /** Range in the text, marks included. */
  start: number
  end: number
}

const quoted = /“([^“”]+)”|«\s*([^«»]+?)\s*»|„([^„“”]+)[“”]|"([^"]+)"/gu

/**
 * The quotations that a citation vouches for: those in quotation marks in the sentence that the citation ends, of two
 * words or more. (One word in quotation marks is as often meant ironically as quoted.)
 *
 * @param before  The text in front of the citation, within its paragraph.
 */
export function quotationsBefore(before: string): InlineQuotation[] {
  const masked = before.replace(quoted, match => '_'.repeat(match.length))
  let sentence = 0
  for (const match of masked.matchAll(/[.!?][)\]]*\s+(?=[\p{Lu}\p{N}_])/gu)) {
    const end = match.index + match[0].length
    if (end < before.trimEnd().length) sentence = end
  }
  return (
    [...before.slice(sentence).matchAll(quoted)]
      .map(match => ({
        text: (match[1] ?? match[2] ?? match[3] ?? match[4] ?? '').trim(),
        start: sentence + match.index,
        end: sentence + match.index + match[0].length,
      }))
      .filter(({ text }) => /\S\s+\S/.test(text))
      // A comma or full stop inside the marks may be the analyst's own (the American way); without it the words are found either way.
      .map(quotation => ({ ...quotation, text: quotation.text.replace(/(?<=[\p{L}\p{N}])[,.]$/u, '') }))
  )
}
