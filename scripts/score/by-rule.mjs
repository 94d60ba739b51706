// How far each rule of the coder is to be trusted, by texts that were coded by hand.
import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'

const wordsOf = text =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? []

/** Whether two quotes are one passage: one holds the other, or six in ten of their words are the same. */
function isSamePassage(a, b) {
  const [x, y] = [wordsOf(a), wordsOf(b)]
  const [s, t] = [x.join(' '), y.join(' ')]
  if (s.length > 15 && t.length > 15 && (s.includes(t) || t.includes(s))) return true
  const [p, q] = [new Set(x), new Set(y)]
  const both = [...p].filter(word => q.has(word)).length
  return both / Math.max(1, p.size + q.size - both) >= 0.6
}

/**
 * Of the statements of coded sources, by rule: how many there are, how many a coder has too (precision), in how many of
 * those the stance is a coder's, and what share of the codes on which both coders agree the rule finds (recall).
 */
function scoreByRule(dump, goldFiles) {
  const read = file => JSON.parse(readFileSync(file, 'utf8'))
  const sources = read(join(dump, 'sources.json'))
  const statements = read(join(dump, 'statements.json'))
  const rules = new Map()
  let wanted = 0
  for (const gold of goldFiles.map(read)) {
    const source = sources.find(({ file }) => basename(file) === gold.source)
    wanted += gold.statements.filter(code => code.coders === 2).length
    for (const statement of statements.filter(one => one.source === source?.id)) {
      const codes = gold.statements.filter(
        code =>
          code.actor === statement.actor &&
          code.issue === statement.issue &&
          isSamePassage(code.quote, statement.quote),
      )
      const rule = rules.get(statement.rule) ?? { found: 0, right: 0, stance: 0, agreed: 0 }
      rules.set(statement.rule, rule)
      rule.found++
      if (codes.length === 0) continue
      rule.right++
      if (codes.some(code => code.stances.includes(statement.stance))) rule.stance++
      if (codes.some(code => code.coders === 2)) rule.agreed++
    }
  }
  return { wanted, rules: [...rules].sort(([, a], [, b]) => b.found - a.found) }
}

export function printByRule(dump, goldFiles) {
  const { wanted, rules } = scoreByRule(dump, goldFiles)
  const share = (n, of) => (of === 0 ? '–' : (n / of).toFixed(2))
  console.log('\nBy the rule that found the statement\n')
  console.log(`${'rule'.padEnd(20)} statements  precision  recall  stance`)
  for (const [name, { found, right, stance, agreed }] of rules)
    console.log(
      `${name.padEnd(20)} ${String(found).padStart(10)}  ${share(right, found).padStart(9)}  ${share(agreed, wanted).padStart(6)}  ${share(stance, right).padStart(6)}`,
    )
}
