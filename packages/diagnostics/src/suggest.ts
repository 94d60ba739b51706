import leven from 'leven'

/** The name that was probably meant, where one is near enough: two letters exchanged, or a third of them different. */
export function suggest(given: string, names: Iterable<string>): string | null {
  const wanted = given.toLowerCase()
  let best: string | null = null
  let least = (given.length <= 3 ? 1 : Math.max(2, Math.floor(given.length / 3))) + 1
  for (const name of names) {
    const distance = leven(wanted, name.toLowerCase(), { maxDistance: least })
    if (distance < least) {
      least = distance
      best = name
    }
  }
  return best
}

/** ` Did you mean …?`, or nothing. To stand behind a message. */
export function didYouMean(given: string, names: Iterable<string>): string {
  const name = suggest(given, names)
  return name === null ? '' : ` Did you mean \`${name}\`?`
}
