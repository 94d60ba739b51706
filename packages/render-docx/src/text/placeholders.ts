/*
 * The docx library writes `{reference-instance}` for the id of a list and `{hash.png}` for that of a picture, and puts
 * in the id once the part is written, wherever the words stand: `{default-bullet-numbering-0}` in a quotation would
 * come out as `1`. So a brace of the book travels as a character that Unicode keeps free (and that `clean.ts` takes
 * out of texts) and is put back when the package is finished.
 */

const brace = /\{/g
const stand = '\uFDD0'

export function guardBraces(text: string): string {
  return text.replace(brace, stand)
}

export function restoreBraces(xml: string): string {
  return xml.replaceAll(stand, '{')
}
