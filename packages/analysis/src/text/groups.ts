/** A value that is made when it is first asked for, and then kept. */
export function once<T>(make: () => T): () => T {
  let made: { value: T } | null = null
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

/**
 * Puts things that are alike into groups, in their order: each goes to the first group with all of whose members it is
 * alike (complete linkage), so that no chain of likenesses ties together what is not.
 *
 * @param keys  Only things with a key in common are compared.
 */
export function groupAlike<T>(
  things: readonly T[],
  keys: (thing: T) => readonly string[],
  alike: (a: T, b: T) => boolean,
): T[][] {
  const groups: T[][] = []
  const byKey = new Map<string, T[][]>()
  for (const thing of things) {
    const own = keys(thing)
    const candidates = new Set(own.flatMap(key => byKey.get(key) ?? []))
    let group = [...candidates].find(members => members.every(member => alike(member, thing)))
    if (group) group.push(thing)
    else {
      group = [thing]
      groups.push(group)
    }
    for (const key of own) {
      const filed = byKey.get(key)
      if (!filed) byKey.set(key, [group])
      else if (!filed.includes(group)) filed.push(group)
    }
  }
  return groups
}
