import { type BookStrings, type BookTable, type Chart, eachBlock, type Part, type Picture, text } from '@briefbook/ast'
import { diagnostic, didYouMean } from '@briefbook/diagnostics'
import type { Heading } from 'mdast'
import { toString as plainText } from 'mdast-util-to-string'
import type { PendingReference } from '../chapters/state.js'
import type { Context } from '../compose/context.js'

const sectionName = ({ data, ...heading }: Heading) => (data?.number ? `Section ${data.number}` : plainText(heading))

/**
 * What each thing that can be linked to is called where a link has no words of its own, null for a paragraph of a source; and what
 * is called by a number that counts on.
 */
function labels(
  parts: readonly Part[],
  strings: BookStrings,
): { names: Map<string, string | null>; counted: Set<string> } {
  const names = new Map<string, string | null>()
  const counted = new Set<string>()
  const named = ({ id, number, caption }: BookTable | Chart | Picture, kind: string) => {
    names.set(id, number === null ? caption : `${kind} ${number}`)
    if (number !== null) counted.add(id)
  }
  for (const part of parts) {
    names.set(part.id, `${strings.part} ${part.number}`)
    for (const chapter of part.children) {
      names.set(chapter.id, `Chapter ${chapter.number}`)
      eachBlock(chapter.children, block => {
        switch (block.type) {
          case 'heading':
            if (block.data?.id) names.set(block.data.id, sectionName(block))
            break
          case 'bookTable':
            named(block, strings.table)
            break
          case 'chart':
          case 'picture':
            named(block, strings.figure)
            break
          case 'keyJudgement':
            names.set(block.id, `${strings.keyJudgement} ${block.number}`)
            break
          case 'passage':
            names.set(block.id, null)
            break
          case 'reference':
            names.set(block.id, block.label)
        }
      })
    }
  }
  return { names, counted }
}

/** Looks up every link inside the book that a chapter makes, and names those that have no words of their own. */
export function resolveCrossReferences(
  context: Context,
  parts: readonly Part[],
  pending: readonly PendingReference[],
  sourceLabel: (anchor: string) => string,
): void {
  const { names, counted } = labels(parts, context.strings)
  for (const { node, chapter, origin } of pending) {
    const name = names.get(node.target)
    if (name === undefined) {
      context.diagnostics.push(
        diagnostic(
          'cross-reference-resolves',
          `Nothing in the book is called \`${node.target}\`.${didYouMean(node.target, names.keys())}`,
          {
            file: chapter.path,
            place: chapter.placeOf(origin),
          },
        ),
      )
    } else if (node.children.length === 0) {
      node.children = [text(name ?? sourceLabel(node.target))]
      if (counted.has(node.target)) node.counted = true
    }
  }
}
