import type { Nodes, Root } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote'
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough'
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table'
import { gfmFootnote } from 'micromark-extension-gfm-footnote'
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough'
import { gfmTable } from 'micromark-extension-gfm-table'
import type { Construct, Extension } from 'micromark-util-types'
import { stack } from '../../lists.js'
import { splitMarkdown } from './split.js'

/** A stretch of a Markdown text, parsed by itself. */
export interface ParsedPiece {
  root: Root
  /** Where it begins in the text; the positions of its nodes count from there. */
  at: number
}

// No literal autolinks: an address is text to us either way, and finding them takes quadratic time. One tilde is no
// strikethrough: in the texts that we read it means "about".
const extensions = [gfmTable(), gfmFootnote(), gfmStrikethrough({ singleTilde: false })]
const mdastExtensions = [gfmTableFromMarkdown(), gfmFootnoteFromMarkdown(), gfmStrikethroughFromMarkdown()]

/** As the parser compares labels: `[Foo  Bar]` and `[foo bar]` are one. */
const normal = (label: string) => label.replace(/\s+/g, ' ').trim().toLowerCase().toUpperCase()

/** Lets a piece refer to what the others define: the parser is told before it looks at the first bracket. */
function knowing(labels: readonly string[]): Extension {
  const told = new WeakSet<object>()
  const tell: Construct = {
    name: 'knownDefinitions',
    add: 'before',
    tokenize(_effects, _ok, nok) {
      const { parser } = this
      if (!told.has(parser)) {
        told.add(parser)
        parser.gfmFootnotes ??= []
        for (const label of labels) {
          if (label.startsWith('^')) parser.gfmFootnotes.push(label.slice(1))
          else parser.defined.push(label)
        }
      }
      return nok
    },
  }
  return { text: { 91: tell, 93: tell } }
}

const parse = (text: string, known: readonly string[] = []): Root =>
  fromMarkdown(text, {
    extensions: known.length === 0 ? extensions : [...extensions, knowing(known)],
    mdastExtensions,
  })

/** The labels that a tree defines, of notes with their `^`. */
function definitionsOf(root: Root): string[] {
  const labels: string[] = []
  const open: Nodes[] = [root]
  for (let node = open.pop(); node; node = open.pop()) {
    if (node.type === 'definition') labels.push(normal(node.identifier))
    else if (node.type === 'footnoteDefinition') labels.push(`^${normal(node.identifier)}`)
    if ('children' in node) stack(open, node.children as Nodes[])
  }
  return labels
}

/** The labels that a text may refer to. Inside a quotation a label that goes on in the next line has a `>` in it. */
const labelsIn = (text: string): string[] => [
  ...new Set(
    [...text.matchAll(/\[((?:[^[\]\\]|\\[\s\S]){1,999})\]/g)].map(([, label = '']) =>
      normal(label.replace(/\n[ \t>]*/g, ' ')),
    ),
  ),
]

/** Parses CommonMark with GFM's tables, footnotes and strikethrough, in pieces that together have the whole's tree. */
export function parseMarkdown(text: string, least?: number): ParsedPiece[] {
  const pieces = splitMarkdown(text, least)
  const wholes = pieces.map(({ start, end }) => text.slice(start, end))
  // What a piece defines does not depend on the others; what it refers to does.
  const first = wholes.map(whole => (whole.includes(']:') ? parse(whole) : null))
  const own = first.map(root => new Set(root ? definitionsOf(root) : []))
  const defined = new Set(own.flatMap(labels => [...labels]))
  return pieces.map(({ start }, i) => {
    const whole = wholes[i] as string
    const foreign = defined.size === 0 ? [] : labelsIn(whole).filter(label => defined.has(label) && !own[i]?.has(label))
    const root = foreign.length === 0 ? (first[i] ?? parse(whole)) : parse(whole, foreign)
    return { root, at: start }
  })
}
