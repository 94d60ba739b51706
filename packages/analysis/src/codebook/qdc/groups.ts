import { stances } from '@briefbook/ast'
import { bodies } from '../../lexicons/organisations.js'
import { countryOf } from '../gazetteer.js'
import type { Qdc, QdcCode } from './read.js'

/** What a code of another program is to us. */
export type Kind = 'actors' | 'issues'

/** A code that becomes an actor or an issue, with the names of the groups that it stands in. */
export interface PlacedCode {
  code: QdcCode
  kind: Kind
  path: string[]
}

const groupNames: { readonly [kind in Kind]: RegExp } = {
  actors:
    /\b(?:actors?|agents?|stakeholders?|organi[sz]ations?|institutions?|countries|players|participants|governments|akteure|acteurs|actores)\b/i,
  issues:
    /\b(?:issues?|topics?|themes?|concepts?|subjects?|arguments?|claims?|problems?|questions?|themen|thèmes|temas)\b/i,
}

const kinds: readonly Kind[] = ['actors', 'issues']

/** Whether the name of a group says what is in it. */
function kindOfName(name: string): Kind | null {
  const fitting = kinds.filter(kind => groupNames[kind].test(name))
  return fitting.length === 1 ? (fitting[0] as Kind) : null
}

const bodyNames: ReadonlySet<string> = new Set(bodies.flatMap(({ name, aliases }) => [name, ...aliases]))

const isKnownActor = ({ name }: QdcCode) => countryOf(name) !== null || bodyNames.has(name)

/** Whether most codes of a list bear the name of a state or an organisation. */
const areActors = (codes: readonly QdcCode[]) =>
  codes.length > 0 && codes.filter(isKnownActor).length * 2 >= codes.length

/** The codes for stances that a codebook of ours brings along, or a group like it. */
const isStances = ({ children }: QdcCode): boolean =>
  children.length > 1 && children.every(({ name }) => (stances as readonly string[]).includes(name))

/** The actors or issues of a group: its codes, and those of a code that only groups and is not coded with. */
function entries(codes: readonly QdcCode[], kind: Kind, path: string[]): PlacedCode[] {
  return codes.flatMap(code =>
    !code.codable && code.children.length > 0
      ? entries(code.children, kind, [...path, code.name])
      : [{ code, kind, path }],
  )
}

/** Names that the user gave to groups. */
export interface GroupNames {
  actors?: string | undefined
  issues?: string | undefined
}

function* everyCode(codes: readonly QdcCode[]): Generator<QdcCode> {
  const rest = [...codes].reverse()
  for (let code = rest.pop(); code; code = rest.pop()) {
    yield code
    rest.push(...[...code.children].reverse())
  }
}

const same = (a: string, b: string) => a.trim().toLowerCase() === b.trim().toLowerCase()

/** The group or set that the user named; null where there is none of that name. */
export function findNamed({ codes, sets }: Qdc, name: string): QdcCode | ReadonlySet<string> | null {
  for (const code of everyCode(codes)) if (same(code.name, name)) return code
  const set = sets.find(one => same(one.name, name))
  return set ? new Set(set.members) : null
}

/** What the sets of a file say of its codes, by their GUID: ATLAS.ti groups codes so. */
function kindsOfSets({ sets }: Qdc, named: ReadonlyMap<Kind, QdcCode | ReadonlySet<string>>): Map<string, Kind> {
  const found = new Map<string, Kind>()
  for (const { name, members } of sets) {
    const kind = kindOfName(name)
    if (kind) for (const guid of members) found.set(guid, kind)
  }
  for (const [kind, group] of named) if (group instanceof Set) for (const guid of group) found.set(guid, kind)
  return found
}

/**
 * Tells the codes of another program apart: actors or issues. In this order: the groups that the user named, sets and
 * groups whose names say it, groups of which at least half are states and organisations that are known by name; what
 * stands alone is an actor if it is such a state or organisation, else an issue.
 */
export function placeCodes(qdc: Qdc, named: ReadonlyMap<Kind, QdcCode | ReadonlySet<string>>): PlacedCode[] {
  const bySet = kindsOfSets(qdc, named)
  const groups = new Map([...named].flatMap(([kind, group]) => (group instanceof Set ? [] : [[group, kind] as const])))
  const place = (code: QdcCode, path: string[]): PlacedCode[] => {
    const { name, children } = code
    const inside = [...path, name]
    const given = groups.get(code as QdcCode & ReadonlySet<string>)
    if (given) return entries(children, given, [])
    const set = code.guid === null ? undefined : bySet.get(code.guid)
    if (set) return [{ code, kind: set, path }]
    // A group inside which the user named another is walked through.
    if ([...everyCode(children)].some(child => groups.has(child as QdcCode & ReadonlySet<string>)))
      return children.flatMap(child => place(child, inside))
    if (children.length === 0) return [{ code, kind: isKnownActor(code) ? 'actors' : 'issues', path }]
    const kind = named.size === 2 ? null : kindOfName(name)
    if (kind) return entries(children, kind, [])
    if (isStances(code)) return []
    // One code over all others, as some programs write it.
    if (qdc.codes.length === 1 && code === qdc.codes[0]) return children.flatMap(child => place(child, []))
    if (areActors(children)) return entries(children, 'actors', inside)
    return code.codable
      ? [{ code, kind: isKnownActor(code) ? 'actors' : 'issues', path }]
      : children.flatMap(child => place(child, inside))
  }
  return qdc.codes.flatMap(code => place(code, []))
}
