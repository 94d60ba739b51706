import {
  type BookBlock,
  type Chapter,
  cell,
  crossReference,
  line,
  type NamedPerson,
  type Office,
  text,
} from '@briefbook/ast'
import { count, printDate } from '../strings/en.js'
import { generatedInSeries, paragraph } from './chapter.js'
import { type Context, table } from './context.js'
import { verdictOf } from './evidence.js'
import { printPlaces } from './places.js'
import { anchorReference } from './references.js'
import { quotedInLine } from './tongue.js'

/** How many wordings of a role a person's row shows. */
const rolesShown = 4

/** `foreign minister, 2004 to 21 May 2010` */
function printOffice({ role, from, until }: Office): string {
  if (from === null) return until === null ? role : `${role}, until ${printDate(until)}`
  return `${role}, ${until === null ? `since ${printDate(from)}` : `${printDate(from)} to ${printDate(until)}`}`
}

function roleLines(context: Context, { name, roles, offices }: NamedPerson) {
  const quoted = roles.slice(0, rolesShown).flatMap(({ role, source: id, anchor }) => {
    const source = context.sourceById.get(id)
    return source && verdictOf(context, source, { name: `the role of ${name}`, anchor, quote: role })
      ? [
          line(
            'evidence',
            ...quotedInLine(source, anchor, role, context.config.language),
            ' ',
            anchorReference(source, anchor),
          ),
        ]
      : []
  })
  const told = [...quoted, ...offices.map(office => line('text', `${printOffice(office)} (codebook)`))]
  return told.length === 0 ? ['–'] : told
}

/** Who speaks and of whom is spoken: the persons whom the sources name, with their roles in the sources' words. */
function persons(context: Context): BookBlock[] {
  const { people } = context.analysis
  if (people.length === 0) return [paragraph('No source names a person.')]
  const actorName = (id: string) => context.codebook.actors.find(actor => actor.id === id)?.name ?? id
  return [
    paragraph(
      'The persons of the codebook, and those of whom a title, an apposition or a verb of saying shows that they are persons. Whoever is named without any of these is not listed.',
    ),
    ...table(context, {
      id: 'people-table',
      kind: 'plain',
      caption: 'Persons in the sources',
      alternative: `${count(people.length, 'person', 'persons')}, each with the roles that the sources give and where they are named.`,
      head: ['Name', 'Role in the words of the sources', 'Speaks for', 'Named in'].map(title =>
        cell([title], { header: 'column' }),
      ),
      rows: people.map(person => [
        cell([person.name], { header: 'row' }),
        cell(roleLines(context, person)),
        cell([
          person.actor === null
            ? '–'
            : line(
                'text',
                context.ids.has(`actor-${person.actor}`)
                  ? crossReference(`actor-${person.actor}`, actorName(person.actor))
                  : text(actorName(person.actor)),
              ),
        ]),
        cell([line('text', ...printPlaces(context, person.anchors))]),
      ]),
      legend: [text('–: not told by the sources or the codebook')],
    }),
  ]
}

/** Dramatis personae. */
export function composePeople(context: Context): Chapter[] {
  return [generatedInSeries(context.ids.claim('people'), 'People', persons(context))]
}
