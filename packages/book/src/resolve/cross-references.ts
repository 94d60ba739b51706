import {
  type BookStrings,
  type BookTable,
  type Chart,
  type KeyJudgement,
  type Part,
  type Passage,
  type Picture,
  type Reference,
  text,
} from '@briefbook/ast'
import { diagnostic, didYouMean } from '@briefbook/diagnostics'
import type { Heading } from 'mdast'
import { toString as plainText } from 'mdast-util-to-string'
import { visit } from 'unist-util-visit'
import type { PendingReference } from '../chapters/state.js'
import type { Context } from '../compose/context.js'

/** What each thing that can be linked to is called where a link has no words of its own, and what is called by a number that counts on. */
function labels(
  parts: readonly Part[],
  strings: BookStrings,
  sourceLabel: (anchor: string) => string,
): { names: Map<string, string>; counted: Set<string> } {
  const names = new Map<string, string>()
  const counted = new Set<string>()
  for (const part of parts) {
    names.set(part.id, `${strings.part} ${part.number}`)
    for (const chapter of part.children) {
      names.set(chapter.id, `Chapter ${chapter.number}`)
      visit({ type: 'root', children: chapter.children as never[] }, (node: { type: string }) => {
        switch (node.type) {
          case 'heading': {
            const { data, ...heading } = node as Heading
            if (data?.id) names.set(data.id, data.number ? `Section ${data.number}` : plainText(heading))
            break
          }
          case 'bookTable': {
            const { id, number, caption } = node as BookTable
            names.set(id, number === null ? caption : `${strings.table} ${number}`)
            if (number !== null) counted.add(id)
            break
          }
          case 'chart': {
            const { id, number } = node as Chart
            names.set(id, `${strings.figure} ${number}`)
            if (number !== null) counted.add(id)
            break
          }
          case 'picture': {
            const { id, number, caption } = node as Picture
            names.set(id, number === null ? caption : `${strings.figure} ${number}`)
            if (number !== null) counted.add(id)
            break
          }
          case 'keyJudgement': {
            const { id, number } = node as KeyJudgement
            names.set(id, `${strings.keyJudgement} ${number}`)
            break
          }
          case 'passage': {
            const { id } = node as Passage
            names.set(id, sourceLabel(id))
            break
          }
          case 'reference': {
            const { id, label } = node as Reference
            names.set(id, label)
            break
          }
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
  const { names, counted } = labels(parts, context.strings, sourceLabel)
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
      node.children = [text(name)]
      if (counted.has(node.target)) node.counted = true
    }
  }
}
