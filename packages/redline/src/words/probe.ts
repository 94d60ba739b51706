import { plainWords } from '@briefbook/ast'
import type { Nodes } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough'
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough'

/** A character with its marks, such as `a emphasis strong`. */
type Marked = string

function flatten(node: Nodes, marks: readonly string[]): Marked[] {
  switch (node.type) {
    case 'text':
      return [...node.value].map(character => [character, ...[...marks].sort()].join(' '))
    case 'inlineCode':
      return [...node.value].map(character => [character, ...[...marks, 'code'].sort()].join(' '))
    case 'break':
      return ['\n']
    case 'html':
      return ['html']
    default: {
      const own = ['emphasis', 'strong', 'delete', 'link'].includes(node.type) ? [...marks, node.type] : marks
      return 'children' in node ? (node.children as Nodes[]).flatMap(child => flatten(child, own)) : [node.type]
    }
  }
}

const isSpace = (marked: Marked) => /^\s/.test(marked)

/** Whether a paragraph of Markdown says these characters with these marks, and is a paragraph. */
export function saysSame(markdown: string, expected: readonly { text: string; marks: readonly string[] }[]): boolean {
  const wanted = expected.map(({ text, marks }) => [text, ...[...marks].sort()].join(' '))
  const tree = fromMarkdown(markdown.trim(), {
    extensions: [gfmStrikethrough()],
    mdastExtensions: [gfmStrikethroughFromMarkdown()],
  })
  const [only, ...more] = tree.children
  const words = plainWords(expected.map(({ text }) => text).join(''))
  if (only === undefined) return words === ''
  // A directive of a line of its own looks like a paragraph to CommonMark.
  if (only.type !== 'paragraph' || more.length > 0 || /^:{2,}/.test(words)) return false
  const said = flatten(only, [])
  const told = (all: readonly Marked[]) =>
    plainWords(all.map(marked => String.fromCodePoint(marked.codePointAt(0) ?? 32)).join(''))
  const sounds = (all: readonly Marked[]) => all.filter(marked => !isSpace(marked)).join('|')
  return told(said) === told(wanted) && sounds(said) === sounds(wanted)
}
