/**
 * Words of a source in quotation marks. Words that begin or end with the source's own marks keep those and get no second
 * pair, but the mark that is missing where the source goes on quoting.
 */
export function inQuotationMarks(quote: string): string {
  const opens = /^["“„«]/.test(quote)
  const closes = /["”»][.,;:!?]?$/.test(quote)
  if (!opens && !closes) return `“${quote}”`
  const own = quote.match(/["“”„«»]/g)?.length ?? 0
  if (own % 2 === 0) return quote
  return opens ? `${quote}”` : `“${quote}`
}
