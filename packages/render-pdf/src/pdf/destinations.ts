/**
 * The id of the book that a named destination stands for. Names are bytes; Chromium writes what is not ASCII in an id as the
 * address of a link has it, in percent signs, which ids of the book have none of.
 */
export function idOfDestination(name: string): string {
  const text = Buffer.from(name, 'latin1').toString('utf8')
  try {
    return decodeURIComponent(text)
  } catch (error) {
    if (!(error instanceof URIError)) throw error
    return text
  }
}
