import type { Chapter } from '@briefbook/ast'
import type { Definition, FootnoteDefinition, Heading } from 'mdast'
import { toString as plainText } from 'mdast-util-to-string'
import { visit } from 'unist-util-visit'
import type { Context } from '../compose/context.js'
import { depthsWithoutHoles } from '../resolve/depths.js'
import { slug } from '../resolve/ids.js'
import { block } from './blocks.js'
import { type ChapterFile, parseChapter } from './parse.js'
import { type ChapterState, messageTo, normaliseLabel, type PendingReference } from './state.js'

/** `20-key-judgements.md` as a title, for a chapter that begins without one. */
function titleOfFile(path: string): string {
  const words = (path.split('/').at(-1) ?? path)
    .replace(/\.[^.]+$/, '')
    .replace(/^\d+[-_. ]*/, '')
    .replace(/[-_]+/g, ' ')
    .trim()
  return words === '' ? path : words.charAt(0).toUpperCase() + words.slice(1)
}

/** Where the words of a title stand; undefined where marks or references make that more than one stretch. */
function placeOfTitle({ children }: Heading): Chapter['position'] {
  const [only, ...more] = children
  return only?.type === 'text' && more.length === 0 ? only.position : undefined
}

/** Turns a file of Markdown into a chapter, everything in it resolved but the links inside the book. */
export function composeChapter(context: Context, file: ChapterFile): { chapter: Chapter; pending: PendingReference[] } {
  const parsed = parseChapter(file)
  const definitions = new Map<string, Definition>()
  const footnotes = new Map<string, FootnoteDefinition>()
  visit(parsed.tree, node => {
    // The first of a label wins (CommonMark 0.31, 4.7).
    if (node.type === 'definition' && !definitions.has(normaliseLabel(node.identifier))) {
      definitions.set(normaliseLabel(node.identifier), node)
    } else if (node.type === 'footnoteDefinition' && !footnotes.has(normaliseLabel(node.identifier))) {
      footnotes.set(normaliseLabel(node.identifier), node)
    }
  })
  const state: ChapterState = {
    context,
    chapter: parsed,
    definitions,
    footnotes,
    pending: [],
    depthOf: depthsWithoutHoles(),
    blocks: nodes => nodes.flatMap(node => block(state, node)),
    message: messageTo(context, parsed),
  }
  const content = parsed.tree.children.filter(node => node.type !== 'yaml')
  const [first] = content
  const head = first?.type === 'heading' && first.depth === 1 ? first : null
  const title = head && plainText(head)
  if (title === null) state.message('chapter-has-a-title', 'The chapter begins without a title.', first ?? parsed.tree)
  const name = title ?? titleOfFile(file.path)
  const id = context.ids.claim(slug(name))
  const position = head ? placeOfTitle(head) : undefined
  return {
    chapter: {
      type: 'chapter',
      id,
      number: '',
      title: name,
      voice: 'written',
      file: file.path,
      listsSections: true,
      ...(position ? { position } : {}),
      children: state.blocks(title === null ? content : content.slice(1)),
    },
    pending: state.pending,
  }
}
