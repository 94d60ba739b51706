import type { BookBlock, Evidence, KeyJudgement } from '@briefbook/ast'
import { cell, crossReference, line, row, text } from '@briefbook/ast'
import { acceptedText, rejectedText } from '@briefbook/testkit'
import { describe, expect, it } from 'vitest'
import { bookOf, draw, inStyle, p, tableOf } from './fixture.js'

const redline = { author: 'Briefbook, since {1st} edition', date: '2024-05-04' }
const drawRedline = (children: BookBlock[]) => draw(children, {}, bookOf(children, { meta: { redline } }))

const evidence = (fields: Partial<Evidence> = {}): Evidence => ({
  type: 'evidence',
  statement: 's1',
  quote: 'The ferry must come back.',
  verdict: 'exact',
  stance: 'favours',
  speaker: null,
  reviewed: false,
  comment: null,
  reference: crossReference('log.3', 'LOG ¶3'),
  ...fields,
})
const judgement = (fields: Partial<KeyJudgement> = {}): KeyJudgement => ({
  type: 'keyJudgement',
  id: 'key-judgement-1',
  number: 1,
  likelihood: 'likely',
  confidence: 'low',
  children: [p('The ferry will sail.')],
  ...fields,
})

describe('tracked changes', () => {
  it('are words that went and words that came, by who they are said to be', async () => {
    const words = text('It may sail.')
    words.data = {
      revision: [
        { kind: 'same', text: 'It ' },
        { kind: 'removed', text: 'will' },
        { kind: 'added', text: 'may' },
        { kind: 'same', text: ' sail.' },
      ],
    }
    const { body } = await drawRedline([{ type: 'paragraph', children: [words] }])
    const by = 'w:author="Briefbook, since {1st} edition" w:date="2024-05-04T00:00:00Z"'
    expect(inStyle(body, 'BodyText')).toMatch(
      new RegExp(
        `<w:del w:id="\\d+" ${by}><w:r><w:delText[^>]*>will</w:delText></w:r></w:del><w:ins w:id="\\d+" ${by}><w:r><w:t[^>]*>may<`,
      ),
    )
    expect(acceptedText(body)).toEqual(['It may sail.'])
    expect(rejectedText(body)).toEqual(['It will sail.'])
  })

  it('take in whole blocks, with all that is in them', async () => {
    const inserted = { inserted: true } as const
    const list: BookBlock = {
      type: 'list',
      ordered: false,
      spread: false,
      children: [
        { type: 'listItem', data: { gone: [p('A point that went.')] }, children: [p('One point.')] },
        { type: 'listItem', children: [{ ...p('A new point.'), data: inserted }] },
      ],
    }
    const blocks: BookBlock[] = [
      {
        ...judgement(),
        data: { ...inserted, gone: [judgement({ id: '', number: 0, children: [p('It will sink.')] })] },
      },
      list,
      { ...evidence(), data: inserted },
      { ...p('Words.'), data: { gone: [evidence({ quote: 'It never came.', absent: true })] } },
      { ...p('A new end.'), data: inserted },
    ]
    const { body } = await drawRedline(blocks)
    expect(acceptedText(body)).toEqual([
      'Key judgement 1',
      'The ferry will sail.',
      'Likelihood: likely\tConfidence: low',
      'One point.',
      'A new point.',
      'The ferry must come back.',
      expect.stringContaining('LOG ¶3'),
      'Words.',
      'A new end.',
    ])
    expect(rejectedText(body)).toEqual([
      'Key judgement',
      'It will sink.',
      'Likelihood: likely\tConfidence: low',
      'A point that went.',
      'One point.',
      'It never came.',
      expect.stringContaining('LOG ¶3'),
      'Words.',
    ])
    // Word refuses to accept or reject what is in a locked control.
    expect(body).not.toContain('sdtContentLocked')
  })

  it('show levels, stances and lines of cells as they were', async () => {
    const finding = { ...line('finding', 'It wants the ferry.'), data: { inserted: true } as const }
    const cells = cell([line('stance', '+2'), finding], { cell: { actor: 'a', issue: 'i' } })
    cells.data = { gone: [line('finding', 'It waits.')] }
    const blocks: BookBlock[] = [
      { ...judgement({ confidence: null }), data: { levelsBefore: { likelihood: 'unlikely', confidence: 'high' } } },
      { ...evidence(), data: { stanceBefore: 'opposes' } },
      tableOf({ columns: [{ widthMm: 40 }], head: [], children: [row(cells)] }),
    ]
    const { body } = await drawRedline(blocks)
    expect(acceptedText(body)).toEqual(expect.arrayContaining(['Likelihood: likely', '+2', 'It wants the ferry.']))
    expect(rejectedText(body)).toEqual(
      expect.arrayContaining(['Likelihood: unlikely\tConfidence: high', '+2', 'It waits.']),
    )
    expect(acceptedText(body).join()).not.toMatch(/waits|unlikely|opposes/)
    expect(rejectedText(body).join()).toMatch(/− opposes/)
  })

  it('are the ledger’s own, and what went is none of its paragraphs', async () => {
    const { docx } = await drawRedline([{ ...p('Words.'), data: { gone: [p('These went.')] } }])
    const ledger = docx.part('customXml/item1.xml')
    expect(ledger).toContain('redline&quot;:&quot;Briefbook, since {1st} edition&quot;')
    const { docx: plain } = await draw([p('Words.')])
    const blocks = (xml: string) => /&quot;blocks&quot;:(\[.*?\])/.exec(xml)?.[1]
    expect(blocks(ledger)).toBe(blocks(plain.part('customXml/item1.xml')))
  })
})
