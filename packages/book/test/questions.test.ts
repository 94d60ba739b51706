import type { Analysis, BookComment } from '@briefbook/ast'
import { describe, expect, it } from 'vitest'
import { analysis, codebook, compose } from './fixture.js'

/** Every question on a block of a book, in order. */
function asked(config: string, changes: Parameters<typeof compose>[2] = {}): BookComment[] {
  const { book } = compose({}, `title: Dams\n${config}`, changes)
  return book.children
    .flatMap(part => part.children)
    .flatMap(chapter => chapter.children)
    .flatMap(block => block.data?.comments ?? [])
}

/** The cell of an actor on an issue, changed. */
function withCell(actor: string, issue: string, fields: object): Analysis {
  return {
    ...analysis,
    matrices: analysis.matrices.map(matrix =>
      matrix.id !== 'actor-issue'
        ? matrix
        : {
            ...matrix,
            cells: matrix.cells.map((row, r) =>
              row.map((cell, c) =>
                matrix.rows[r]?.id === actor && matrix.columns[c]?.id === issue ? { ...cell, ...fields } : cell,
              ),
            ),
          },
    ),
  }
}

describe('what the DOCX asks editors', () => {
  it('is what to make of sources that differ, until a finding says so', () => {
    const open = { analysis: withCell('north', 'dam', { disagreement: true, finding: null }) }
    expect(asked('ask-editors: [disagreements]\n', open)).toEqual([
      {
        author: 'Briefbook test',
        date: '2026-03-01',
        text: expect.stringMatching(/^North, .*: the sources differ, and no finding/),
      },
    ])
    const settled = { analysis: withCell('north', 'dam', { disagreement: true, finding: 'It wavers.' }) }
    expect(asked('ask-editors: [disagreements]\n', settled)).toEqual([])
  })

  it('is what is missing where nothing was found of an actor or on an issue', () => {
    const more = {
      codebook: {
        ...codebook,
        actors: [
          ...codebook.actors,
          { ...(codebook.actors[0] as (typeof codebook.actors)[0]), id: 'east', name: 'East' },
        ],
        issues: [
          ...codebook.issues,
          { ...(codebook.issues[0] as (typeof codebook.issues)[0]), id: 'ice', name: 'Ice' },
        ],
      },
    }
    const texts = asked('ask-editors: [gaps]\n', more).map(comment => comment.text)
    expect(texts).toEqual([
      expect.stringMatching(/^Nothing was found of .*East/),
      expect.stringMatching(/^Nothing was found on .*Ice/),
    ])
  })

  it('is, where a book wants it, to look at what rules alone have found, once for each actor', () => {
    const texts = asked('ask-editors: [unreviewed]\n').map(comment => comment.text)
    expect(texts.length).toBeGreaterThan(0)
    for (const text of texts) expect(text).toMatch(/^No analyst has looked at (any|\d+) of these \d+ statements?\./)
    const reviewed = analysis.statements.map(statement => ({
      ...statement,
      review: { action: 'accept' as const, by: 'A', note: null, was: null },
    }))
    expect(asked('ask-editors: [unreviewed]\n', { analysis: { ...analysis, statements: reviewed } })).toEqual([])
  })

  it('is nothing where the book wants none', () => {
    const open = { analysis: withCell('north', 'dam', { disagreement: true, finding: null }) }
    expect(asked('ask-editors: []\n', open)).toEqual([])
  })
})
