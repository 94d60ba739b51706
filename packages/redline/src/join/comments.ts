import { createHash } from 'node:crypto'
import { type Diagnostic, readYaml } from '@briefbook/diagnostics'
import { isSeq, parseDocument } from 'yaml'
import { z } from 'zod'
import type { EditedComment } from '../document/document.js'

const words = z.string()
const remark = { author: words, date: words.nullable().default(null), text: words }

/** The form of comments.yaml. */
export const commentsSchema = z.strictObject({
  comments: z
    .array(
      z.strictObject({
        id: words.describe('Made of author, date, words and quote; a comment that comes again is known by it.'),
        ...remark,
        done: z.boolean().default(false).describe('Whether it is settled: the next DOCX leaves it out.'),
        file: words.nullable().default(null).describe('The chapter that it is about; null for generated text.'),
        passage: words.nullable().default(null).describe('The paragraph that it stands in, its first words.'),
        quote: words.default('').describe('The words that it stands beside.'),
        replies: z.array(z.strictObject(remark)).default([]),
      }),
    )
    .default([]),
})

type CommentsFile = z.output<typeof commentsSchema>
export type CommentRecord = CommentsFile['comments'][number]

/** A comment of a document, with where it stands in the content. */
export interface PlacedComment extends EditedComment {
  file: string | null
  passage: string | null
}

/** What a comment is known by when it comes again. */
function commentId({
  author,
  date,
  text,
  quote = '',
}: Pick<EditedComment, 'author' | 'date' | 'text'> & { quote?: string }): string {
  return createHash('sha256')
    .update([author, date ?? '', text, quote].join('\n'))
    .digest('hex')
    .slice(0, 8)
}

const head = `# What editors remarked in a DOCX that came back. The next DOCX shows what is not \`done\`.
`

function recordOf({ author, date, text, done, file, passage, quote, replies }: PlacedComment): CommentRecord {
  return { id: commentId({ author, date, text, quote }), author, date, text, done, file, passage, quote, replies }
}

/**
 * Takes the comments of a document over into comments.yaml: new ones behind those that are there, new replies to theirs.
 *
 * @param file  The file as it is; null where there is none.
 * @returns `text` is null where nothing changes.
 */
export function joinComments(
  file: string | null,
  name: string,
  comments: readonly PlacedComment[],
): { text: string | null; added: PlacedComment[]; diagnostics: Diagnostic[] } {
  const { value, diagnostics } = readYaml(file ?? '', name, commentsSchema)
  if (value === null) return { text: null, added: [], diagnostics }
  const known = new Map(value.value.comments.map((comment, i) => [comment.id, { comment, i }]))
  // Written anew in its own lines: what stands in the file stays as it is.
  const document = parseDocument(file ?? '')
  if (!isSeq(document.get('comments', true))) document.set('comments', document.createNode([]))
  const added: PlacedComment[] = []
  let changed = false
  const seen = new Set<string>()
  for (const comment of comments) {
    const record = recordOf(comment)
    if (seen.has(record.id)) continue
    seen.add(record.id)
    const found = known.get(record.id)
    if (!found) {
      document.addIn(['comments'], document.createNode(record))
      added.push(comment)
      changed = true
      continue
    }
    const replies = new Set(found.comment.replies.map(commentId))
    for (const reply of record.replies.filter(reply => !replies.has(commentId(reply)))) {
      document.addIn(['comments', found.i, 'replies'], document.createNode(reply))
      changed = true
    }
    if (record.done && !found.comment.done) {
      document.setIn(['comments', found.i, 'done'], true)
      changed = true
    }
  }
  if (!changed) return { text: null, added, diagnostics }
  const list = document.get('comments', true)
  if (isSeq(list)) list.flow = false
  const text = document.toString({ lineWidth: 0, flowCollectionPadding: false })
  return { text: file === null ? head + text : text, added, diagnostics }
}
