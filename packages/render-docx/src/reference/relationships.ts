/** A line of a `.rels` part. */
export interface Relationship {
  id: string
  /** The last word of its type: `header`, `image`. */
  kind: string
  target: string
  external: boolean
}

/** The value of an attribute as it stands between double quotes; undefined where the element has none. */
export function attribute(element: string, name: string): string | undefined {
  const [, double, single] = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(element) ?? []
  return double ?? single?.replaceAll('"', '&quot;')
}

export function relationships(xml: string): Relationship[] {
  return [...xml.matchAll(/<(?:\w+:)?Relationship\s[^>]*>/g)].map(([element]) => ({
    id: attribute(element, 'Id') ?? '',
    kind: attribute(element, 'Type')?.split('/').at(-1) ?? '',
    target: attribute(element, 'Target') ?? '',
    external: attribute(element, 'TargetMode') === 'External',
  }))
}

/** The name in the package of what a part at `from` refers to as `target`. */
export function resolvePart(from: string, target: string): string {
  const names = target.startsWith('/') ? [] : from.split('/').slice(0, -1)
  for (const name of target.split('/')) {
    if (name === '..') names.pop()
    else if (name !== '.' && name !== '') names.push(name)
  }
  return names.join('/')
}

/** Where the relationships of a part stand. */
export function relationshipsPart(part: string): string {
  const at = part.lastIndexOf('/') + 1
  return `${part.slice(0, at)}_rels/${part.slice(at)}.rels`
}
