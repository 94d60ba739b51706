import type { BookComment } from '@briefbook/ast'
import type { Data } from 'unist'
import type { Question } from '../config/book-config.js'
import type { Context } from './context.js'

/** A block with a question to the editors on it, where the book asks questions of that kind and there is one to ask. */
export function asking<T extends { data?: Data }>(
  context: Context,
  kind: Question,
  block: T,
  question: string | null,
): T {
  if (question === null || !context.config['ask-editors'].includes(kind)) return block
  const comment: BookComment = { author: context.tool, date: context.day, text: question }
  return { ...block, data: { ...block.data, comments: [...(block.data?.comments ?? []), comment] } }
}
