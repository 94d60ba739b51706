import type { BookBlock, BookComment } from '@briefbook/ast'
import { describe, expect, it } from 'vitest'
import { draw, inStyle, outline, p, tableOf } from './fixture.js'

const remark: BookComment = { author: 'Ada Quill', date: '2024-05-01', text: 'Is that so?\nSee the log.' }
const on = <T extends BookBlock>(block: T, ...comments: BookComment[]): T => ({ ...block, data: { comments } })

describe('comments', () => {
  it('are Word’s own, around the words of their block, by author and day', async () => {
    const { body, docx } = await draw([p('before'), on(p('the words'), remark)])
    expect(inStyle(body, 'BodyText', 1)).toMatch(
      /<w:commentRangeStart w:id="0"\/>.*the words.*<w:commentRangeEnd w:id="0"\/><w:r><w:rPr><w:rStyle w:val="CommentReference"\/><\/w:rPr><w:commentReference w:id="0"\/>/,
    )
    const comments = docx.part('word/comments.xml')
    expect(comments).toMatch(
      /<w:comment (?=[^>]*w:author="Ada Quill")(?=[^>]*w:initials="AQ")(?=[^>]*2024-05-01T00:00:00)/,
    )
    expect(outline(comments)).toEqual(['CommentText: Is that so?', 'CommentText: See the log.'])
    expect(comments.match(/<w:annotationRef\/>/g)).toHaveLength(1)
  })

  it('are on the first paragraph of what has several, each once and in order', async () => {
    const second = { ...remark, author: 'Ben', date: null, text: 'And this?' }
    const { body, docx } = await draw([on(tableOf(), remark, second), on(tableOf({ id: 'b', number: 2 }), remark)])
    expect(body.match(/<w:commentReference /g)).toHaveLength(3)
    expect(inStyle(body, 'Caption').match(/<w:commentRangeStart w:id="(\d)"/g)).toHaveLength(2)
    expect(docx.part('word/comments.xml').match(/<w:comment /g)).toHaveLength(3)
    expect(outline(docx.part('word/comments.xml')).map(line => line.split(': ')[1])).toEqual([
      'Is that so?',
      'See the log.',
      'And this?',
      'Is that so?',
      'See the log.',
    ])
  })

  it('are no part of a document that has none', async () => {
    const { docx } = await draw([p('words')])
    expect(docx.names).not.toContain('word/comments.xml')
  })
})
