import { describe, expect, test } from 'vitest'
import { analyse } from '../src/index.js'
import { sourceOf, testCodebook } from './helpers.js'

const codebook = testCodebook()
const people = (...paragraphs: string[]) => analyse([sourceOf(paragraphs)], codebook).value.people
/** `name | actor | roles` */
const told = (...paragraphs: string[]) =>
  people(...paragraphs).map(({ name, actor, roles }) => `${name} | ${actor} | ${roles.map(r => r.role).join(', ')}`)

describe('persons and their roles', () => {
  test.each<[string, string[]]>([
    // A title in front.
    ['On Monday President Jane Roe left.', ['Jane Roe | null | President']],
    ['The Norwegian foreign minister Jane Roe left.', ['Jane Roe | norway | Norwegian foreign minister']],
    ["Japan's prime minister Ken Ito left.", ["Ken Ito | japan | Japan's prime minister"]],
    ['He met the head of the Harbour Board Jane Roe.', ['Jane Roe | null | head of the Harbour Board']],
    ['Last week minister Jane Roe left.', ['Jane Roe | null | minister']],
    ['He met the general manager Jane Roe.', ['Jane Roe | null | general manager']],
    ['He met the president of the Ferry Reserve.', []],
    ['Yesterday Mr. Roe left.', ['Roe | null | ']],
    ['Yesterday Mr Roe left.', ['Roe | null | ']],
    // An apposition.
    ['Jane Roe, a Norwegian diplomat, left.', ['Jane Roe | norway | Norwegian diplomat']],
    ['Jane Roe, the foreign minister of Brazil, left.', ['Jane Roe | brazil | foreign minister of Brazil']],
    ['Later a senior Japanese official, Ken Ito, left.', ['Ken Ito | japan | senior Japanese official']],
    ['Jane Roe, who led the talks, left.', ['Jane Roe | null | ']],
    ["Norway's envoy to Japan, Jane Roe, left.", ["Jane Roe | norway | Norway's envoy to Japan"]],
    ['Paul de la Cour, an adviser, left.', ['Paul de la Cour | null | adviser']],
    ["Norway's Fishers' Union envoy Jane Roe left.", ["Jane Roe | norway | Norway's Fishers' Union envoy"]],
    // Who speaks for nobody.
    ['Jane Roe, a former Norwegian minister, left.', ['Jane Roe | null | former Norwegian minister']],
    ['Jane Roe, a Norwegian analyst, left.', ['Jane Roe | null | Norwegian analyst']],
    // Who is quoted, and named again.
    ['The plan is dead, said Jane Roe. It came too late, Roe added.', ['Jane Roe | null | ']],
    // The codebook's.
    ['Kari Strand left.', ['Kari Strand | norway | ']],
    // No persons.
    ['The Harbour Fund said no. Green Coast, a body of fishermen, left.', []],
    ['In New Bergen the ministers met. North Harbour is closed.', []],
    ['Last March President Street was closed by the Coast Guard.', []],
    ['The officials, Norwegian Fisheries and others, left.', []],
    ['“Jane Roe” is a ship.', []],
  ])('%s', (text, expected) => {
    expect(told(text)).toEqual(expected)
  })
  test('a surname alone is the person who was named in full', () => {
    expect(people('Jane Roe, a minister, left.', 'Later Roe came back.')).toMatchObject([
      { name: 'Jane Roe', anchors: ['note.1', 'note.2'] },
    ])
  })
  test('so is a family name that comes first', () => {
    expect(people('Mao Lin, a diplomat, left.', 'Mao came back.')).toMatchObject([
      { name: 'Mao Lin', anchors: ['note.1', 'note.2'] },
    ])
  })
  test('a title with a surname is the person whom another source names in full', () => {
    const sources = [
      sourceOf(['President Roe left.'], { id: 'one' }),
      sourceOf(['Jane Roe, president of Brazil, came back.'], { id: 'two' }),
    ]
    expect(analyse(sources, codebook).value.people).toMatchObject([
      { name: 'Jane Roe', actor: 'brazil', anchors: ['one.1', 'two.1'] },
    ])
  })
  test('a role is told once, in its fullest wording', () => {
    expect(told('Minister Jane Roe left.', 'Fisheries Minister Jane Roe, the fisheries minister, came back.')).toEqual([
      'Jane Roe | null | Fisheries Minister',
    ])
  })
  test('who speaks for an actor stands first, in the order of the codebook', () => {
    expect(
      told('Ann Lee, an analyst, Ken Ito, a Japanese diplomat, and Jane Roe, a Norwegian diplomat, met.').map(
        line => line.split(' |')[0],
      ),
    ).toEqual(['Jane Roe', 'Ken Ito', 'Ann Lee'])
  })
  test('every role stands in its source, word for word', () => {
    const source = sourceOf(['The Norwegian minister Jane Roe met Ken Ito, an adviser to Japan on whaling.'])
    const roles = analyse([source], codebook).value.people.flatMap(p => p.roles)
    expect(roles).toHaveLength(2)
    for (const { role, span } of roles) expect(source.children[0]?.text.slice(...span)).toBe(role)
  })
})

test('an actor appears where it is named and where a statement of it stands', () => {
  const { appearances, statements } = analyse(
    [sourceOf(['Norway supports whaling.', 'It also supports aid.', 'Nothing happened.', 'Oslo and Tokyo met.'])],
    codebook,
  ).value
  expect(statements.map(s => `${s.actor} ${s.anchor}`)).toContain('norway note.2')
  expect(appearances).toEqual([
    { actor: 'norway', anchors: ['note.1', 'note.2', 'note.4'] },
    { actor: 'japan', anchors: ['note.4'] },
  ])
})

test('each longer form takes in the shorter ones, in whatever order they come', () => {
  const names = ['Minister Eva Jane Roe left.', 'Minister Maria Eva Jane Roe left.', 'Minister Jane Roe left.']
  for (const texts of [names, names.toReversed(), [names[2], names[0], names[1]] as string[]]) {
    const found = people(...texts)
    expect(found.map(({ name }) => name)).toEqual(['Maria Eva Jane Roe'])
    expect(found[0]?.anchors).toEqual(['note.1', 'note.2', 'note.3'])
  }
})
