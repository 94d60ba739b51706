import type { BookStrings } from '@briefbook/ast'

/** `Part II`. */
export function partNumber(number: string, { part }: BookStrings): string {
  return `${part} ${number}`
}
