import type { z } from 'zod'
import { didYouMean } from './suggest.js'

/** What is wrong with a value, for those who know no types. */
export interface Slip {
  message: string
  expected?: string
}

const mapping = 'keys with values, each on a line of its own'

/** What a value should have been, by zod's name of its type. */
const kinds: { readonly [type: string]: string } = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: '`true` or `false`',
  array: 'a list',
  tuple: 'a list',
  object: mapping,
  record: mapping,
}

/** A value in a sentence. */
function said(value: unknown): string {
  if (Array.isArray(value)) return 'a list'
  return typeof value === 'object' ? mapping : `\`${String(value)}\``
}

/** That a value is not what its key asks for. */
function unfit(name: string, value: unknown, expected: string, more = ''): Slip {
  if (value === undefined) return { message: `${name} is missing.`, expected }
  if (value === null || value === '') return { message: `${name} is empty.`, expected }
  return { message: `${name} cannot be ${said(value)}.${more}`, expected }
}

const oneOf = (name: string, value: unknown, options: readonly unknown[]) =>
  unfit(name, value, options.join(', '), typeof value === 'string' ? didYouMean(value, options.map(String)) : '')

/** A message of the schema's own: a sentence, or what is said of the value. */
const ownWords = (name: string, message: string): Slip => ({
  message: `${name}${/^(is|should) /.test(message) ? '' : ':'} ${message}${message.endsWith('.') ? '' : '.'}`,
})

/** Where a value may be of several forms: what is wrong with the one that it has, else all of them. */
function noneOf(name: string, issue: z.core.$ZodIssueInvalidUnion): Slip {
  const firsts = issue.errors.flatMap(errors => errors.slice(0, 1))
  const nearest = firsts.find(first => first.code !== 'invalid_type' || first.path.length > 0)
  if (nearest) return slipOf(name, nearest)
  const expected = firsts.map(first => (first.code === 'invalid_type' ? (kinds[first.expected] ?? first.expected) : ''))
  return unfit(name, issue.input, [...new Set(expected)].join(', or '))
}

/**
 * A fault that a schema found, in plain words. Messages that the schema has of its own are left as they are.
 *
 * @param name  The value in a sentence: `` `paper` ``.
 * @param issue  With its input (`reportInput`).
 */
export function slipOf(name: string, issue: z.core.$ZodIssue): Slip {
  // Of a key that does not fit, zod tells what is wrong one level down.
  if (issue.code === 'invalid_key' && issue.issues[0]) return ownWords(name, issue.issues[0].message)
  if (!/^(Invalid|Too) /.test(issue.message)) return ownWords(name, issue.message)
  switch (issue.code) {
    case 'invalid_type':
      return unfit(name, issue.input, kinds[issue.expected] ?? issue.expected)
    case 'invalid_value':
      return oneOf(name, issue.input, issue.values)
    case 'invalid_union': {
      const { discriminator, options } = issue as { discriminator?: string; options?: readonly unknown[] }
      if (discriminator === undefined) return noneOf(name, issue)
      return oneOf(name, (issue.input as { [key: string]: unknown })[discriminator], options ?? [])
    }
    case 'too_small':
      if (issue.origin !== 'number') return { message: `${name} is empty.` }
      return unfit(name, issue.input, `${issue.inclusive ? 'at least' : 'more than'} ${issue.minimum}`)
    case 'too_big':
      return unfit(name, issue.input, `${issue.inclusive ? 'at most' : 'less than'} ${issue.maximum}`)
    default:
      return ownWords(name, issue.message)
  }
}
