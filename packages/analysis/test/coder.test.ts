import { describe, expect, test } from 'vitest'
import { analyse } from '../src/index.js'
import { sourceOf, testCodebook } from './helpers.js'

const codebook = testCodebook()

/** `actor issue stance` of each statement, with `@ speaker` where one is named, in order. */
function code(...paragraphs: string[]): string[] {
  const { statements } = analyse([sourceOf(paragraphs)], codebook).value
  return statements.map(s => `${s.actor} ${s.issue} ${s.stance}${s.speaker === null ? '' : ` @ ${s.speaker}`}`)
}

const rulesOf = (...paragraphs: string[]) =>
  analyse([sourceOf(paragraphs)], codebook).value.statements.map(s => `${s.actor} ${s.issue} ${s.rule}`)

type Table = readonly (readonly [sentence: string, ...statements: string[]])[]

const tables: { readonly [group: string]: Table } = {
  'the subject acts': [
    ['Norway supports commercial whaling.', 'norway whaling favours'],
    ['Norway has long opposed the whaling ban.', 'norway whaling favours'],
    ['Japan rejected fishing subsidies at the summit.', 'japan subsidies opposes'],
    ['Brazil sends aid to the islands.', 'brazil aid favours'],
    ['Oslo and Tokyo are resuming whaling this year.', 'norway whaling favours', 'japan whaling favours'],
    [
      'Brazil, which pays high subsidies, condemned whaling.',
      'brazil whaling opposes @ Brazil',
      'brazil subsidies favours',
    ],
    ['Norwegian diplomats have criticised the subsidies.', 'norway subsidies opposes @ Norwegian diplomats'],
    ['Brazil will not accept whaling.', 'brazil whaling opposes'],
    ['Neither Oslo nor Tokyo supports whaling.', 'norway whaling opposes', 'japan whaling opposes'],
    ['The Union refuses to negotiate about subsidies.', 'union subsidies opposes'],
    ['Japan prevented a debate on subsidies.', 'japan subsidies opposes'],
    ['Brazil is willing to engage with the Front.', 'brazil talks favours'],
    ['Norway, along with Japan, defends whaling.', 'norway whaling favours', 'japan whaling favours'],
  ],
  'being named is not enough': [
    ['The report on whaling was printed in Norway.'],
    ['Ships from Japan lay beside a Norway lobster stall while traders spoke of whaling.'],
    ['It is clear that whaling has declined.'],
  ],
  'fear and hazards': [
    ['Brazil fears that piracy will spread along the coast.', 'brazil piracy concerned @ Brazil'],
    ['Japan is worried about piracy.', 'japan piracy concerned'],
    ['Norway conducts anti-piracy patrols.', 'norway piracy opposes'],
    ['Japan is helping its neighbours to fight pirates.', 'japan piracy opposes'],
    ['The return of piracy is of concern to Brazil.', 'brazil piracy concerned'],
    ['The new wave of piracy alarmed the Union.', 'union piracy concerned'],
    [
      'The Front is no threat to whaling, and it is not a danger to the subsidies.',
      'rebels whaling favours',
      'rebels subsidies favours',
    ],
  ],
  'two minds and none': [
    ['Norway has yet to resume whaling.', 'norway whaling mixed'],
    ['Japan keeps a wait-and-see attitude on whaling.', 'japan whaling mixed'],
    ['Brazil supports aid but opposes aid without conditions.', 'brazil aid mixed'],
    ['Brazil has not yet recognised the new council.', 'brazil talks none'],
    // what is asked is not held
    ['The question is whether Norway will support whaling.', 'norway whaling none'],
    ['The delegates asked whether – at last – Brazil will pay subsidies.', 'brazil subsidies none @ delegates'],
    ['Japan is worried about whether piracy will spread.', 'japan piracy concerned'],
    ["To what degree is Norway's commitment to aid to be believed?", 'norway aid mixed'],
  ],
  'what belongs to the actor': [
    [
      "A paper set out Norway's goals, including a demand that boats not be used for whaling.",
      'norway whaling opposes',
    ],
    ["Japan's refusal to end subsidies angered the delegates.", 'japan subsidies favours'],
    ["The delegates discussed Brazil's opposition to whaling.", 'brazil whaling opposes'],
    ['Their hosts noted the Norwegian interest in whaling.', 'norway whaling favours'],
    ['The delegates spoke of Norwegian relations and tensions over aid.', 'norway aid concerned'],
    ['Norway-backed fishers welcomed whaling.'],
  ],
  'a point of view': [
    ["From Japan's perspective, the moratorium is unnecessary.", 'japan whaling favours'],
    ['In Brazil, whaling is seen as a crime.', 'brazil whaling none'],
    ['Piracy is regarded by Norway as a growing danger.', 'norway piracy concerned'],
    ['According to Japan, subsidies are vital.', 'japan subsidies favours @ Japan'],
  ],
  'what two do together': [
    ['Kari Strand met the Japanese minister to end whaling.', 'norway whaling opposes', 'japan whaling opposes'],
    ['Brazil cooperates with Norway in fighting pirates.', 'brazil piracy opposes', 'norway piracy opposes'],
    ['Talks between Oslo and Tokyo about whaling went on.', 'norway whaling favours', 'japan whaling favours'],
  ],
  'what is called an aim or a concern': [
    ['Curbing piracy is the second aim of Norwegian policy.', 'norway piracy opposes'],
    ['Piracy is one of the old concerns of the cabinet in Oslo.', 'norway piracy concerned'],
    ['More aid remains a priority for Brazil.', 'brazil aid favours'],
    ['Whaling is a matter of taste.'],
  ],
  'who is to do it': [
    [
      'There is room for Japan and Norway to agree on subsidies.',
      'japan subsidies favours',
      'norway subsidies favours',
    ],
    ['It was impossible for Japan to agree on subsidies.'],
  ],
  'what a clause is about': [
    ['The subsidies that both Norway and Japan pay are old.', 'norway subsidies favours', 'japan subsidies favours'],
    ['This is a gift to Brazil, which for years has opposed whaling.', 'brazil whaling opposes'],
    ['Japan has suffered losses and rejects whaling.', 'japan whaling opposes'],
    ['Whaling was ruled out in Tokyo.', 'japan whaling opposes'],
    ['The end of the subsidies took Brazil by surprise.', 'brazil subsidies none'],
    ['Japan demanded that its ports not be used for whaling.', 'japan whaling opposes @ Japan'],
  ],
  'what is no attitude': [
    ['I do not think that Japan cares about whaling.', 'japan whaling none'],
    ['The Union will need to accept whaling.', 'union whaling none'],
    ['Norway used the Brazilian subsidies as an excuse.'],
    ['Japan tries to figure out when to stop whaling.', 'japan whaling mixed'],
    ['Brazil wants to prevent an aid crisis.', 'brazil aid favours'],
  ],
  'dealing with whom an issue is about': [
    ['Norway has kept its ties to the Front.', 'norway talks favours'],
    ['Japan sells boats to the Front.', 'japan talks favours'],
    ['Brazil shuns all contact with the Front.', 'brazil talks opposes'],
    ['Norway painted a picture of the Front.'],
    ['The Front recognised the new mayor.'],
  ],
  'who says so': [
    ['“We will resume whaling in the spring,” said Aiko Tanaka.', 'japan whaling favours @ Aiko Tanaka'],
    [
      'Kari Strand told reporters: “Whaling is necessary for our coast and its people.”',
      'norway whaling favours @ Kari Strand',
    ],
    [
      'Brazil wants an end to subsidies, said Jonas Berg, an analyst at a small institute.',
      'brazil subsidies opposes @ Jonas Berg',
    ],
    ['A senior Japanese official, Ken Mori, warned that piracy was back.', 'japan piracy concerned @ Ken Mori'],
    ['Former Norwegian officials called for more aid.'],
  ],
}

for (const [group, table] of Object.entries(tables)) {
  describe(group, () => {
    test.each(table.map(([sentence, ...statements]) => ({ sentence, statements })))(
      '$sentence',
      ({ sentence, statements }) => {
        expect(code(sentence).sort()).toEqual([...statements].sort())
      },
    )
  })
}

describe('words that point back', () => {
  test.each([
    ['it', ['Norway met the press. It supports whaling.'], ['norway whaling favours']],
    [
      'they',
      ['Norway and Japan signed a note. They oppose the moratorium.'],
      ['norway whaling favours', 'japan whaling favours'],
    ],
    [
      'both countries',
      ['Norway and Brazil share a shelf. Both countries send aid.'],
      ['norway aid favours', 'brazil aid favours'],
    ],
    [
      'it behind a personal adjective',
      ['Norway voted. It was quick to condemn subsidies.'],
      ['norway subsidies opposes'],
    ],
    ['they behind the actor', ['Japan aided the Union as they raised subsidies.'], ['union subsidies favours']],
    ['its', ['Japan held a vote. Its opposition to subsidies is old.'], ['japan subsidies opposes']],
    [
      'he',
      ['Ken Mori, a Japanese minister, arrived late. “Subsidies must end for all of us,” he said.'],
      ['japan subsidies opposes @ Ken Mori'],
    ],
    [
      'a bare surname',
      ['Ken Mori, a Japanese minister, spoke first. Subsidies should grow, Mori said.'],
      ['japan subsidies favours @ Ken Mori'],
    ],
  ])('%s', (_, paragraphs, statements) => {
    expect(code(...paragraphs).sort()).toEqual([...statements].sort())
  })
})

describe('quotations', () => {
  test('belong to the speaker who is named where they end', () => {
    expect(code('“Subsidies ruin our coast. They never worked for any of our ports,” Aiko Tanaka said.')).toEqual([
      'japan subsidies none @ Aiko Tanaka',
      'japan subsidies none @ Aiko Tanaka',
    ])
  })

  test('go on in the next sentence and paragraph until somebody else speaks', () => {
    expect(
      code('“Whaling must go on for our sake,” Kari Strand said.', '“Nothing that others say will change our minds.”'),
    ).toEqual(['norway whaling favours @ Kari Strand', 'norway whaling favours @ Kari Strand'])
  })

  test('of two words are no speech', () => {
    expect(code('Japan defends “scientific whaling” as research.')).toEqual(['japan whaling favours'])
  })
})

describe('from sentence to sentence', () => {
  test.each([
    [
      'a list of concerns',
      ['Norway is worried about two problems. First, whaling costs too much. The last problem is aid.'],
      ['norway whaling concerned', 'norway aid concerned'],
    ],
    [
      'a list of aims behind a colon',
      ['Japan pursues two aims: first, whaling must go on.'],
      ['japan whaling favours'],
    ],
    ['a list of nobody’s', ['Two problems remain. First, whaling costs too much.'], []],
    [
      'what was decided',
      ['Japan suspended whaling. The decision to suspend it surprised the crews.'],
      ['japan whaling opposes'],
    ],
    [
      'a noun that points',
      ['Japan pays subsidies to its crews. These subsidies have grown.'],
      ['japan subsidies favours', 'japan subsidies favours'],
    ],
    [
      'the short form of a term',
      ['A whaling ban was drafted in June. Norway welcomed the ban.'],
      ['norway whaling opposes @ Norway'],
    ],
    [
      'the view that was given last',
      ["From Japan's perspective, all is well. According to this view, whaling is necessary."],
      ['japan whaling favours'],
    ],
    [
      'the two that were named last, where the pair is older',
      [
        'Norway and Japan met. Rain fell. More rain fell. The mayor slept. Brazil and the Union dined. Both sides oppose whaling.',
      ],
      ['brazil whaling opposes', 'union whaling opposes'],
    ],
  ])('%s', (_, paragraphs, statements) => {
    expect(code(...paragraphs).sort()).toEqual([...statements].sort())
  })
})

describe('headings', () => {
  test('give the section to the actor whose view they name', () => {
    expect(rulesOf('# The Brazilian perspective', 'Whaling should be banned for ever.')).toEqual([
      'brazil whaling heading-sets-view',
    ])
  })

  test('that name nobody, or two, give it to nobody', () => {
    expect(code('# Perspectives of Japan and Brazil', 'Whaling should be banned for ever.')).toEqual([])
    expect(code('# Background', 'Whaling should be banned for ever.')).toEqual([])
  })
})

test('a term that met only the name of the actor says nothing of what that actor holds', () => {
  expect(code('The Front negotiates at dawn.')).toEqual([])
})

test('every rule is told with the words that showed it', () => {
  const [statement] = analyse([sourceOf(['Norway firmly opposes subsidies.'])], codebook).value.statements
  expect(statement).toMatchObject({ rule: 'actor-acts', cue: 'opposes', coder: 'rule', review: null })
})

test('a sentence where an actor and an issue meet without a position is a mention', () => {
  const { statements, mentions } = analyse([sourceOf(['The report on whaling was printed in Norway.'])], codebook).value
  expect(statements).toEqual([])
  expect(mentions).toEqual([{ source: 'note', anchor: 'note.1', actor: 'norway', issue: 'whaling' }])
})

test('what is taken up is the own conduct of the actor', () => {
  expect(rulesOf('Brazil defends its subsidies. These subsidies also harm Brazil.')).toEqual([
    'brazil subsidies actor-acts',
    'brazil subsidies conduct-goes-on',
  ])
  expect(rulesOf('Brazil took the Japanese subsidies as a chance. These subsidies also harm Brazil.')).toEqual([
    'brazil subsidies actor-acts',
  ])
})
