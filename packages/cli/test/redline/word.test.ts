import { openDocx } from '@briefbook/testkit'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chapters, codings, expectSettled, make, mergeInto, paragraphsOf, plain } from './book.js'
import { atWords, commentParts, deleted, endMark, inDocument, inParagraph, inserted, run, withParts } from './word.js'

const sent = await make(chapters)
const full = await make(chapters, true)
const [river, delta] = chapters.map(({ text }) => text) as [string, string]

/** Merges a document in which one paragraph was changed; gives the first chapter. */
async function afterEdit(words: string, change: (paragraph: string) => string): Promise<string> {
  const docx = inDocument(sent.docx, xml => inParagraph(xml, words, change))
  const merged = mergeInto(docx, chapters)
  expect(merged.diagnostics).toEqual([])
  await expectSettled(docx, merged.chapters)
  return merged.chapters[0]?.text ?? ''
}

describe('changes as Word writes them', () => {
  it('are taken over where words were put in and taken out', async () => {
    const text = await afterEdit('The end of', p => atWords(p, 'The end', deleted('The end') + inserted('This is all')))
    expect(text).toBe(river.replace('The end of', 'This is all of'))
  })

  it('are none where runs are split, checked and tagged', async () => {
    const tagged = `<w:smartTag w:uri="urn:x" w:element="place">${run('holds')}</w:smartTag><w:proofErr w:type="spellStart"/>${run(' ou')}${run('t')}<w:proofErr w:type="spellEnd"/>`
    expect(await afterEdit('holds out', p => atWords(p, 'holds out', tagged))).toBe(river)
  })

  it('are taken over where words were marked', async () => {
    const marked = run('nobody', '<w:b/><w:rPrChange w:id="9" w:author="Eve"><w:rPr/></w:rPrChange>')
    expect(await afterEdit('nobody waits', p => atWords(p, 'nobody', marked))).toBe(
      river.replace('nobody', '**nobody**'),
    )
  })

  it('join paragraphs whose end was taken out', async () => {
    const text = await afterEdit('first point', p => p.replace('</w:pPr>', `${endMark('del')}</w:pPr>`))
    expect(text).toBe(river.replace('first point\n- second', 'first pointsecond'))
  })

  it('split a paragraph where an end was put in', async () => {
    const text = await afterEdit('The end of', p =>
      atWords(
        p,
        'The end of ',
        `${run('The end')}</w:p><w:p><w:pPr><w:pStyle w:val="BodyText"/></w:pPr>${run('Of ')}`,
      ).replace('</w:pPr>', `${endMark('ins')}</w:pPr>`),
    )
    expect(text).toBe(river.replace('The end of ~~all~~', 'The end\n\nOf ~~all~~'))
  })

  it('split an item behind a new one', async () => {
    const docx = inDocument(sent.docx, xml => {
      const item = /<w:pStyle w:val="List[^"]*"\/>/.exec(xml)?.[0] ?? ''
      const behind = /<w:sdt>(?:(?!<w:sdt>).)*third point/s.exec(xml)?.[0] ?? ''
      const properties =
        /<w:pPr>(?:(?!<w:pPr>).)*(?=third point)/s.exec(behind)?.[0].match(/<w:pPr>.*?<\/w:pPr>/s)?.[0] ?? item
      const fresh = `<w:p>${properties}${run('new one')}</w:p>`
      return xml.replace(
        behind,
        () =>
          fresh +
          behind.replace(
            'third point',
            `third</w:t></w:r></w:p><w:p>${properties}<w:r><w:t xml:space="preserve">point`,
          ),
      )
    })
    const merged = mergeInto(docx, chapters)
    expect(merged.chapters[0]?.text).toBe(river.replace('- third point', '- new one\n- third\n- point'))
    await expectSettled(docx, merged.chapters)
  })

  it('take a paragraph out', async () => {
    const text = await afterEdit('What follows', p =>
      p.replace('</w:pPr>', `${endMark('del')}</w:pPr>`).replace(/<w:r>.*<\/w:r>/s, deleted('all')),
    )
    expect(text).toBe(river.replace(/What follows[\s\S]*?ends it\.\n\n/, ''))
  })

  it('move a paragraph with what is in it', async () => {
    const moved = inDocument(sent.docx, xml => {
      const block = /<w:sdt>(?:(?!<w:sdt>).)*The end of.*?<\/w:sdt>/s.exec(xml)?.[0] ?? ''
      const there = /<w:sdt>(?:(?!<w:sdt>).)*What follows/s.exec(xml)?.[0] ?? ''
      return xml.replace(block, '').replace(there, () => block + there)
    })
    const merged = mergeInto(moved, chapters)
    expect(merged.applied.map(({ kind }) => kind)).toEqual(['moved'])
    expect(merged.chapters[0]?.text).toBe(
      river
        .replace('The end of ~~all~~ this.\n\n', '')
        .replace('What follows', 'The end of ~~all~~ this.\n\nWhat follows'),
    )
    await expectSettled(moved, merged.chapters)
  })

  it('reach the cells of a table that was written', async () => {
    const text = await afterEdit('builds a dam', p => atWords(p, 'a dam', run('two | three dams')))
    expect(text).toBe(river.replace('builds a dam  ', 'builds two \\| three dams  '))
  })

  it('reach a chapter with line ends of another kind', async () => {
    const docx = inDocument(sent.docx, xml => inParagraph(xml, 'other item', p => atWords(p, 'other', run('third'))))
    expect(mergeInto(docx, chapters).chapters[1]?.text).toBe(delta.replace('other item', 'third item'))
  })

  it('leave the name of a source beside them as it is written', async () => {
    const text = await afterEdit('told by', p => atWords(p, 'OBS', `${run('OBS')}${run(' alone')}`))
    expect(text).toBe(river.replace('by @obs and', 'by @obs alone and'))
  })

  it('leave a chapter its title in plain words, and say so', () => {
    const docx = inDocument(sent.docx, xml =>
      inParagraph(xml, 'Who wants the river', p => atWords(p, 'river', run('lake', '<w:i/>'))),
    )
    const merged = mergeInto(docx, chapters)
    expect(merged.chapters[0]?.text).toBe(river.replace('wants the river', 'wants the lake'))
    expect(merged.diagnostics).toEqual([expect.objectContaining({ rule: 'edit-can-be-written' })])
  })

  const inNotes = (change: (xml: string) => string) => withParts(sent.docx, { 'word/footnotes.xml': change })

  it('change the words of a footnote where they stand', async () => {
    const docx = inNotes(xml => xml.replace('A note of ', 'A [late] note of ').replace(' own.', ' *own*.'))
    const merged = mergeInto(docx, chapters)
    expect(merged.diagnostics).toEqual([])
    expect(merged.chapters[0]?.text).toBe(river.replace('A note of *our* own', 'A \\[late\\] note of *our* \\*own\\*'))
    await expectSettled(docx, merged.chapters)
  })

  it('leave the citation in a footnote as it is, and say where to change it', () => {
    const merged = mergeInto(
      inNotes(xml => xml.replace(/(OBS.¶)1/, (_, at) => `${at}7`)),
      chapters,
    )
    expect(merged.files).toEqual([])
    expect(merged.diagnostics).toEqual([
      expect.objectContaining({ rule: 'edit-leaves-generated-text', expected: 'OBS ¶1', actual: 'OBS ¶7' }),
    ])
  })

  it('know the footnotes that hold citations, several paragraphs, or nothing of either', async () => {
    const text = river
      .replace('[^a]: A note of *our* own.', '[^a]: So it is [@obs ¶2], they say.\n\n    Others *doubt* it.')
      .replace('~~all~~ this.', '~~all~~ this.[^b]')
    const files = [{ path: 'chapters/10-river.md', text: `${text}\n[^b]: [@obs ¶1]\n` }]
    const made = await make(files)
    expect(mergeInto(made.docx, files).diagnostics).toEqual([])
    const docx = withParts(made.docx, { 'word/footnotes.xml': xml => xml.replace(', they say', ', some say') })
    const merged = mergeInto(docx, files)
    expect(merged.diagnostics).toEqual([])
    expect(merged.chapters[0]?.text).toBe(files[0]?.text.replace('they say', 'some say'))
    await expectSettled(docx, merged.chapters)
  })

  it('bring footnotes and citations along', async () => {
    const text = await afterEdit('Two governments', p =>
      atWords(p, 'Two governments ', run('Two [see @obs ¶2] governments ')),
    )
    expect(text).toBe(river.replace('Two governments', 'Two [see @obs ¶2] governments'))
  })
})

describe('a reference to a table by its number', () => {
  const text = '# Numbers\n\nAs [](#actor-issue) has it, two sides.\n\n::matrix{#actor-issue}\n\nThe end.\n'
  const files = [{ path: 'chapters/10-numbers.md', text }]

  it('is a field that leads to the number of its caption', async () => {
    const { docx } = await make(files)
    const xml = openDocx(docx).part('word/document.xml')
    const [, name = '?'] = /<w:instrText[^>]*> REF (\S+) \\h <.*?>Table 1</s.exec(xml) ?? []
    const number = new RegExp(
      `<w:bookmarkStart [^>]*w:name="${name}"/>(?:(?!bookmarkEnd).)*>Table (?:(?!bookmarkEnd).)*>1<`,
      's',
    )
    expect(xml).toMatch(number)
  })

  it.each<[string, (paragraph: string) => string, string]>([
    ['is no edit where Word counts anew', p => p.replace('>Table 1<', '>Table 9<'), text],
    ['stays where words beside it change', p => atWords(p, 'As ', run('So as ')), text.replace('As [', 'So as [')],
    [
      'goes with what is taken out',
      p => p.replace(/(?<=<\/w:pPr>(?:(?!<w:r>).)*)<w:r>.*<\/w:r>(?=.*has it)/s, ''),
      text.replace('As [](#actor-issue)', ''),
    ],
  ])('%s', async (_, change, expected) => {
    const { docx } = await make(files)
    const came = inDocument(docx, xml => inParagraph(xml, ' has it', change))
    const merged = mergeInto(came, files)
    expect(merged.diagnostics).toEqual([])
    expect(merged.chapters[0]?.text).toBe(expected)
    await expectSettled(came, merged.chapters)
  })

  it('that an editor puts in themselves is taken for its words', async () => {
    const { docx } = await make(files)
    const own = (instruction: string, result: string) =>
      `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${instruction}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run(result)}<w:r><w:fldChar w:fldCharType="end"/></w:r>`
    const came = inDocument(docx, xml =>
      inParagraph(xml, 'The end', p => atWords(p, 'end', `${run('end of ')}${own(' REF _Ref123 \\h ', 'Table 1')}`)),
    )
    expect(mergeInto(came, files).chapters[0]?.text).toBe(text.replace('The end.', 'The end of Table 1.'))
  })
})

describe('what nobody edits', () => {
  it('are the words of a source: the edit is told beside the original', () => {
    const docx = inDocument(full.docx, xml =>
      inParagraph(xml, 'fears that the dam', p => atWords(p, 'fears', run('hopes'))),
    )
    const merged = mergeInto(docx, chapters, { now: full.now })
    expect(merged.files).toEqual([])
    expect(merged.diagnostics).toEqual([
      expect.objectContaining({
        rule: 'edit-leaves-quotations',
        expected: expect.stringContaining('fears that the dam'),
        actual: expect.stringContaining('hopes that the dam'),
      }),
    ])
  })

  it('is a quotation of a chapter: the message says where it stands there', () => {
    const docx = inDocument(sent.docx, xml =>
      inParagraph(xml, 'Northland supports the dam', p => atWords(p, 'supports', run('fights'))),
    )
    const [message] = mergeInto(docx, chapters).diagnostics
    expect(message).toMatchObject({ rule: 'edit-leaves-quotations', file: 'chapters/10-river.md' })
    expect(message?.place?.start.line).toBe(river.slice(0, river.indexOf('> Northland')).split('\n').length)
  })

  it('is what a chapter asks for: the message says where that stands now', async () => {
    const docx = inDocument(sent.docx, xml => xml.replace(/(<w:t [^>]*>)Confidence: </, '$1Trust: <'))
    const now = [{ path: chapters[0]?.path ?? '', text: river.replace('Northland\n', 'A line.\n\nNorthland\n') }]
    const [message] = mergeInto(docx, now, { now: (await make(now)).now }).diagnostics.filter(
      ({ rule }) => rule === 'edit-leaves-generated-text',
    )
    const line = (now[0]?.text ?? '').split(':::key')[0]?.split('\n').length
    expect([message?.file, message?.place?.start.line]).toEqual(['chapters/10-river.md', line])
  })

  it('is what the settings say: the message says where', () => {
    const docx = inDocument(full.docx, xml =>
      xml.replace(/(?<=HeadingNumber"\/><\/w:rPr>(?:(?!<\/w:p>).)*>)The dam(?=<)/s, 'The weir'),
    )
    const text = 'actors: {}\nissues:\n  dam:\n    name: The dam\n'
    const { diagnostics } = mergeInto(docx, chapters, { now: full.now, settings: [{ path: 'codebook.yaml', text }] })
    expect(diagnostics).toEqual([
      expect.objectContaining({
        rule: 'edit-leaves-generated-text',
        file: 'codebook.yaml',
        place: expect.objectContaining({ start: expect.objectContaining({ line: 4, column: 11 }) }),
      }),
    ])
  })

  it('is what is counted: the message says how to say it in a finding', () => {
    const docx = inDocument(full.docx, xml => {
      const cell =
        /<w:p>(?:(?!<\/w:p>).)*w:val="TableEvidence(?:(?!<\/w:p>).)*OBS(?:(?!<\/w:p>).)*<\/w:p><\/w:tc>/s.exec(
          xml,
        )?.[0] ?? ''
      return xml.replace(cell, () => cell.replace('</w:p>', `${run(' and more')}</w:p>`))
    })
    const merged = mergeInto(docx, chapters, { now: full.now })
    expect(merged.files).toEqual([])
    const [message] = merged.diagnostics
    expect(message).toMatchObject({ rule: 'edit-leaves-generated-text', actual: expect.stringContaining('and more') })
    expect(message?.hint).toContain('finding:')
    expect(message?.hint).toMatch(/actor: (north|south)/)
  })
})

describe('what an editor writes into a cell of a matrix', () => {
  const intoCell = (change: (paragraph: string) => string) =>
    inDocument(full.docx, xml => {
      const cell =
        /<w:p>(?:(?!<\/w:p>).)*w:val="TableEvidence(?:(?!<\/w:p>).)*OBS(?:(?!<\/w:p>).)*<\/w:p><\/w:tc>/s.exec(
          xml,
        )?.[0] ?? ''
      return xml.replace(cell, () => change(cell))
    })
  const behind = intoCell(cell => cell.replace('</w:p>', `${inserted(' Says: it builds.')}</w:p>`))
  const below = intoCell(cell => cell.replace('</w:tc>', `<w:p>${run('Says: it builds.')}</w:p></w:tc>`))
  const statements = [{ id: 'obs-1', actor: 'south', issue: 'dam', source: 'obs' }]
  const none = { path: 'codings.yaml', text: null }

  it.each([
    ['behind what stands there', behind, 'Eve'],
    ['below it', below, 'An editor'],
  ])('is a finding where that is asked for: %s', (_, docx, by) => {
    const merged = mergeInto(docx, chapters, { now: full.now, codings: none, findings: true })
    expect(merged.diagnostics).toEqual([])
    const text = merged.files[0]?.text ?? ''
    expect(text).toMatch(
      new RegExp(
        `^findings:\n  - (actor|issue|source): \\w+\n    (issue|actor): \\w+\n    finding: "Says: it builds."\n    by: ${by}\n$`,
      ),
    )
    expect(merged.applied).toMatchObject([{ kind: 'finding', file: 'codings.yaml', line: 4 }])
    const again = mergeInto(docx, chapters, { now: full.now, codings: { path: 'codings.yaml', text } })
    expect([again.files, again.diagnostics, again.known]).toEqual([[], [], 1])
  })

  it('is offered as an entry to paste, for people and for programs', () => {
    const merged = mergeInto(behind, chapters, { now: full.now, codings: none, statements })
    expect(merged.files).toEqual([])
    expect(merged.proposals).toMatchObject([{ finding: 'Says: it builds.' }])
    const { actor } = merged.proposals[0] ?? {}
    const hint = merged.diagnostics[0]?.hint ?? ''
    expect(hint).toContain(`findings:\n  - `)
    expect(hint).toContain('finding: "Says: it builds."')
    expect(hint.includes('statement: obs-1')).toBe(actor === 'south')
  })
})

describe('findings', () => {
  const edit = (docx: Uint8Array, from: string, to: string, all: boolean) =>
    inDocument(docx, xml => (all ? xml.replaceAll(from, to) : xml.replace(from, to)))

  it('go home to codings.yaml, of which nothing else changes', () => {
    const docx = edit(full.docx, 'Pays for the dam and waits.', 'Pays: for all of it.', true)
    const merged = mergeInto(docx, chapters, { now: full.now })
    expect(merged.diagnostics).toEqual([])
    const text = merged.files.find(({ path }) => path === 'codings.yaml')?.text ?? ''
    expect(text).toBe(codings.text.replace('Pays for the dam and waits.', '"Pays: for all of it."'))
    const again = mergeInto(docx, chapters, { now: full.now, codings: { path: 'codings.yaml', text } })
    expect(again.files).toEqual([])
  })

  it('are edited where they stand once as where they stand everywhere', () => {
    const docx = edit(full.docx, 'Pays for the dam and waits.', 'Pays for the dam.', false)
    const text = mergeInto(docx, chapters, { now: full.now }).files[0]?.text
    expect(text).toBe(codings.text.replace('Pays for the dam and waits.', 'Pays for the dam.'))
  })
})

describe('comments', () => {
  const commented = withParts(
    inDocument(sent.docx, xml =>
      inParagraph(xml, 'nobody waits', p =>
        atWords(p, 'nobody', `<w:commentRangeStart w:id="1"/>${run('nobody')}<w:commentRangeEnd w:id="1"/>`),
      ),
    ),
    commentParts,
  )

  it('go to comments.yaml with what they stand beside and who answered', () => {
    const merged = mergeInto(commented, chapters)
    const file = merged.files.find(({ path }) => path === 'comments.yaml')
    expect(merged.files).toEqual([file])
    expect(file?.text).toContain('text: Is this so?')
    expect(file?.text).toContain('quote: nobody')
    expect(file?.text).toContain('file: chapters/10-river.md')
    expect(file?.text).toContain('text: It is.')
    const again = mergeInto(commented, chapters, { comments: { path: 'comments.yaml', text: file?.text ?? '' } })
    expect(again.files).toEqual([])
  })
})

describe('what both sides changed', () => {
  const theirs = inDocument(sent.docx, xml =>
    inParagraph(xml, 'The end of', p => atWords(p, 'The end', run('The close'))),
  )
  const changed = (from: string, to: string) =>
    [{ ...chapters[0], text: river.replace(from, to) }, chapters[1]] as typeof chapters

  it('goes together where it is apart', () => {
    const merged = mergeInto(theirs, changed('nobody waits', 'all wait'))
    expect(merged.chapters[0]?.text).toBe(
      river.replace('nobody waits', 'all wait').replace('The end of', 'The close of'),
    )
    const within = mergeInto(theirs, changed('~~all~~ this', '~~all~~ that'))
    expect(within.chapters[0]?.text).toBe(river.replace('The end of ~~all~~ this', 'The close of ~~all~~ that'))
  })

  it('is a conflict where it is not: nothing is done, all three are told, and as data', () => {
    const now = changed('The end of', 'The finish of')
    const merged = mergeInto(theirs, now)
    expect(merged.chapters).toEqual(now)
    expect(merged.conflicts).toBe(1)
    expect(merged.diagnostics[0]).toMatchObject({ rule: 'edits-agree', file: 'chapters/10-river.md' })
    for (const words of ['The end of', 'The finish of', 'The close of'])
      expect(merged.diagnostics[0]?.message).toContain(words)
    const told = merged.files.find(({ path }) => path === 'conflicts.yaml')?.text ?? ''
    expect(told).toContain('The finish of')
    expect(mergeInto(theirs, now, { conflicts: { path: 'conflicts.yaml', text: told } }).files).toEqual([])
    const edited = changed('The end of', 'The finish and close of')
    const decided = mergeInto(theirs, edited, { conflicts: { path: 'conflicts.yaml', text: told } })
    expect(decided.conflicts).toBe(0)
    expect(decided.chapters).toEqual(edited)
  })

  it('is what a preference says', () => {
    const now = changed('The end of', 'The finish of')
    expect(mergeInto(theirs, now, { prefer: 'ours' }).chapters).toEqual(now)
    expect(mergeInto(theirs, now, { prefer: 'theirs' }).chapters).toEqual(changed('The end of', 'The close of'))
  })

  it('is a conflict between two editors too', () => {
    const other = inDocument(sent.docx, xml =>
      inParagraph(xml, 'The end of', p => atWords(p, 'The end', run('The last'))).replace('nobody waits', 'all wait'),
    )
    const first = mergeInto(theirs, chapters)
    const second = mergeInto(other, first.chapters)
    expect(second.conflicts).toBe(1)
    expect(second.chapters[0]?.text).toBe(
      river.replace('The end of', 'The close of').replace('nobody waits', 'all wait'),
    )
  })
})

describe('a document that lost what it knew', () => {
  const edited = inDocument(sent.docx, xml =>
    inParagraph(xml, 'nobody waits', p => atWords(p, 'nobody', run('hardly anybody'))),
  )
  const expected = river.replace('nobody waits', 'hardly anybody waits')
  const bare = (xml: string) => xml.replace(/<w:bookmarkStart[^>]*_bb[^>]*>/g, '').replace(/<w:tag [^>]*>/g, '')

  it('is told by its controls where its bookmarks are gone', () => {
    const docx = inDocument(edited, xml => xml.replace(/<w:bookmarkStart[^>]*_bb[^>]*>/g, ''))
    expect(mergeInto(docx, chapters).chapters[0]?.text).toBe(expected)
  })

  it('is told by its words where both are gone, and says so', () => {
    const merged = mergeInto(inDocument(edited, bare), chapters)
    expect(merged.chapters[0]?.text).toBe(expected)
    expect(merged.diagnostics.map(({ rule }) => rule)).toEqual(['edited-docx-knows-its-blocks'])
  })

  it('is laid beside the last build where its custom XML is gone', () => {
    const docx = withParts(inDocument(edited, bare), { 'customXml/item1.xml': null })
    const merged = mergeInto(docx, chapters, { last: sent.ledger })
    expect(merged.chapters[0]?.text).toBe(expected)
    expect(merged.diagnostics.map(({ rule }) => rule)).toEqual(['edited-docx-knows-its-blocks'])
  })
})

describe('a file that is no edited document of the book', () => {
  const rules = (docx: Uint8Array) => {
    const merged = mergeInto(docx, chapters, { now: sent.now, last: sent.ledger })
    expect(merged.files).toEqual([])
    return merged.diagnostics.map(({ rule }) => rule)
  }

  it('is another book’s', async () => {
    const text = '# Roads\n\nNothing here speaks of water: gravel, tar and tolls are its matter.\n'
    const other = await make([{ path: 'chapters/10-river.md', text }], false, 'Roads')
    expect(rules(other.docx)).toEqual(['edited-docx-is-this-books'])
  })

  it.each([
    ['no zip', new Uint8Array([1, 2, 3])],
    ['a zip that breaks off', sent.docx.slice(0, 3000)],
    ['XML that breaks off', withParts(sent.docx, { 'word/document.xml': xml => xml.slice(0, 20_000) })],
    ['no Word document', withParts(sent.docx, { 'word/document.xml': null })],
  ])('is damaged: %s', (_, docx) => {
    expect(rules(docx)).toEqual(['edited-docx-is-whole'])
  })

  /** The document said to unpack to so many bytes, in the zip's directory (APPNOTE 4.3.12). */
  const claiming = (size: number) => {
    const bytes = new Uint8Array(sent.docx)
    const view = new DataView(bytes.buffer)
    const name = 'word/document.xml'
    for (let at = 0; at + 46 < bytes.length; at++) {
      if (view.getUint32(at, true) !== 0x02014b50) continue
      const own = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + view.getUint16(at + 28, true)))
      if (own === name) view.setUint32(at + 24, size, true)
    }
    return bytes
  }

  it.each([
    ['that says so', 2 ** 31],
    ['that does not', 100],
  ])('is a bomb %s', (_, size) => {
    expect(rules(claiming(size))).toEqual(['edited-docx-is-whole'])
  })
})

describe('any edits', () => {
  const blocks = paragraphsOf(sent.docx)
  const xml = openDocx(sent.docx).part('word/document.xml')
  /** Runs of plain words in paragraphs that are known, by what they say. */
  const runs = [...xml.matchAll(/<w:p>(?:(?!<\/w:p>).)*_bb(?:(?!<\/w:p>).)*<\/w:p>/gs)]
    .filter(([p]) => !p.includes('Evidence'))
    .flatMap(([p]) => [...p.matchAll(/<w:t xml:space="preserve">([^<&]{6,})<\/w:t>/g)].map(m => m[1] ?? ''))
    .filter((words, i, all) => all.indexOf(words) === i && xml.split(words).length === 2)

  const edit = fc.record({
    run: fc.nat({ max: runs.length - 1 }),
    from: fc.integer({ min: 0, max: 100 }),
    to: fc.integer({ min: 0, max: 100 }),
    put: fc.constantFrom(
      '',
      'new',
      ' two words ',
      'a*b',
      '_x_',
      '[y]',
      '<z>',
      'Zoë',
      '¶',
      '1) ',
      '`q',
      '~~',
      '&amp;',
      '\\',
    ),
    recorded: fc.boolean(),
  })

  it('come home to the letter, once', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(edit, { minLength: 1, maxLength: 5, selector: e => e.run }), async edits => {
        let wanted = [...blocks]
        const docx = inDocument(sent.docx, document => {
          let text = document
          for (const { run: n, from, to, put, recorded } of edits) {
            const words = runs[n] as string
            const at = Math.floor((Math.min(from, to) / 100) * words.length)
            const end = Math.floor((Math.max(from, to) / 100) * words.length)
            const gone = words.slice(at, end)
            const middle = recorded
              ? (gone === '' ? '' : deleted(gone)) + (put === '' ? '' : inserted(put))
              : put === ''
                ? ''
                : run(put)
            text = inParagraph(text, words, p => {
              const whole = (p.match(/<w:r>(?:(?!<\/w:r>).)*<\/w:r>/gs) ?? []).find(r => r.includes(words)) ?? ''
              const properties = /<w:rPr>.*?<\/w:rPr>/s.exec(whole)?.[0] ?? ''
              const piece = (part: string) =>
                part === '' ? '' : `<w:r>${properties}<w:t xml:space="preserve">${part}</w:t></w:r>`
              const own = middle.replaceAll('<w:r w:rsidR="00AB12CD"><w:t', `<w:r>${properties}<w:t`)
              return p.replace(whole, () => piece(words.slice(0, at)) + own + piece(words.slice(end)))
            })
            wanted = wanted
              .map(line => line.replace(words.replace(/\s+/g, ' ').trim(), () => '\u0000'))
              .map(line =>
                line.replace('\u0000', () =>
                  words.trim() === words.replace(/\s+/g, ' ')
                    ? words.slice(0, at) + put + words.slice(end)
                    : (words.slice(0, at) + put + words.slice(end)).trim(),
                ),
              )
          }
          return text
        })
        const merged = mergeInto(docx, chapters)
        expect(merged.diagnostics).toEqual([])
        const next = await expectSettled(docx, merged.chapters)
        const letters = (lines: readonly string[]) =>
          lines.map(line => plain(line).replace(/\s+/g, '')).filter(line => line !== '')
        expect(letters(paragraphsOf(next.docx))).toEqual(letters(wanted))
      }),
      { numRuns: Number(process.env.BRIEFBOOK_FUZZ) || 25 },
    )
  })
})
