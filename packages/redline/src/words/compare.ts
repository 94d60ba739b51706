import { diffArrays } from 'diff'

interface Worded {
  text: string
  note?: string
}

const wordCharacter = /^[\p{L}\p{M}\p{N}'’]$/u

/** Items in groups that are words, single marks, spaces or notes; by the index behind the last of each. */
function groups(items: readonly Worded[]): { key: string; end: number }[] {
  const found: { key: string; end: number }[] = []
  let word = ''
  items.forEach(({ text, note }, i) => {
    const inWord = note === undefined && wordCharacter.test(text)
    const last = found.at(-1)
    if (inWord && word !== '' && last) {
      word += text
      last.key = word
      last.end = i + 1
      return
    }
    word = inWord ? text : ''
    found.push({ key: note === undefined ? (text === '\u00a0' ? ' ' : text) : `\ufffc${note}`, end: i + 1 })
  })
  return found
}

/**
 * Which items of `b` are which of `a`, word by word: for each of `b` the index in `a`, or null for what is new.
 * (Myers, "An O(ND) Difference Algorithm", 1986, by the `diff` library.)
 */
export function compareWords(a: readonly Worded[], b: readonly Worded[]): (number | null)[] {
  const [from, to] = [groups(a), groups(b)]
  const matches: (number | null)[] = b.map(() => null)
  let [i, j] = [0, 0]
  const changes = diffArrays(
    from.map(group => group.key),
    to.map(group => group.key),
  )
  for (const { added, removed, value } of changes) {
    if (removed) i += value.length
    else if (added) j += value.length
    else {
      for (let k = 0; k < value.length; k++, i++, j++) {
        const start = from[i - 1]?.end ?? 0
        const end = from[i]?.end ?? start
        const target = to[j - 1]?.end ?? 0
        for (let n = 0; n < end - start; n++) matches[target + n] = start + n
      }
    }
  }
  return matches
}
