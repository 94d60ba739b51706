import {
  type Actor,
  type Chart,
  type GridMark,
  type MatrixCell,
  type Stance,
  stanceSigns,
  stances,
} from '@briefbook/ast'
import { list } from '../../strings/en.js'
import { type Context, grid } from '../context.js'

/** From most for to most against. */
const order: readonly Stance[] = ['favours', 'mixed', 'none', 'concerned', 'opposes']

const differSign = '≠'

/** Where one actor stands on every issue: a line a stance, so that the actors of a book can be laid side by side. */
export function stancesPicture(context: Context, actor: Actor): Chart[] {
  const { issues } = context.codebook
  const matrix = context.analysis.matrices.find(({ id }) => id === 'actor-issue')
  const row = matrix?.rows.findIndex(({ id }) => id === actor.id) ?? -1
  const cells = issues.map((issue): MatrixCell | undefined => {
    const column = matrix?.columns.findIndex(({ id }) => id === issue.id) ?? -1
    return matrix?.cells[row]?.[column]
  })
  const shown = order.filter(stance => cells.some(cell => (cell?.stances[stance] ?? 0) > 0))
  if (shown.length === 0) return []
  const differ = cells.some(cell => cell?.disagreement)
  const most = Math.max(1, ...cells.flatMap(cell => stances.map(stance => cell?.stances[stance] ?? 0)))
  const { strings } = context
  const targetOf = (issue: string) => {
    const id = `actor-${actor.id}-${issue}`
    return context.ids.has(id) ? id : null
  }
  const marks = cells.flatMap((cell, column): GridMark[] => {
    const target = targetOf(issues[column]?.id ?? '')
    const own = shown.flatMap((stance, at): GridMark[] => {
      const n = cell?.stances[stance] ?? 0
      return n === 0 ? [] : [{ row: at, column, area: n / most, paint: stance, text: String(n), target }]
    })
    const sign = { row: shown.length, column, area: 0, paint: null, text: differSign, target }
    return cell?.disagreement ? [...own, sign] : own
  })
  const told = cells.flatMap((cell, i) => {
    const own = order.filter(stance => (cell?.stances[stance] ?? 0) > 0)
    if (!cell || own.length === 0) return []
    const tally = own.map(stance => `${cell.stances[stance]} ${strings.stances[stance]}`).join(', ')
    return [`${issues[i]?.name}: ${tally}${cell.disagreement ? ' (the sources differ)' : ''}`]
  })
  const silent = issues.filter((_, i) => (cells[i]?.statements.length ?? 0) === 0).map(({ name }) => name)
  return grid(context, {
    id: `actor-${actor.id}-stances`,
    kind: 'stances',
    caption: `${actor.name}: stances by issue`,
    alternative: `Statements by stance. ${told.join('; ')}.${silent.length > 0 ? ` None on ${list(silent)}.` : ''}`,
    rows: [
      ...shown.map(stance => ({ label: strings.stances[stance], sign: stanceSigns[stance] })),
      ...(differ ? [{ label: 'sources differ', sign: differSign }] : []),
    ],
    columns: issues.map(({ id, name }) => ({ label: name, target: targetOf(id) })),
    marks,
    key: [],
  })
}
