import type { Nodes, Paragraph, PhrasingContent, Root } from 'mdast'
import { stack } from '../../lists.js'

/** What is printed as the mark of a note: a number, a letter, a sign. */
const mark = /^[[(]?(\d{1,3}|[a-z]|[ivx]{2,5}|[*†‡§¶]{1,3})[\])]?$/

/** A superscript that PDF converters leave as HTML: where its tags and its words are among its parent's children. */
export interface Superscript {
  /** How many children it takes, the closing tag included. */
  length: number
  value: string
}

const isTag = (node: PhrasingContent | undefined, tag: RegExp) => node?.type === 'html' && tag.test(node.value)

export function superscriptAt(children: readonly PhrasingContent[], at: number): Superscript | null {
  if (!isTag(children[at], /^<sup\b[^>]*>$/i)) return null
  for (let end = at + 1; end < Math.min(children.length, at + 6); end++) {
    if (!isTag(children[end], /^<\/sup>$/i)) continue
    const inner = children.slice(at + 1, end)
    const value = inner.map(child => ('value' in child && child.type !== 'html' ? child.value : '')).join('')
    return { length: end - at + 1, value: value.trim() }
  }
  return null
}

/** The labels in a superscript: `1`, or `1, 2`; empty where it is none of a note, as in `13<sup>th</sup>`. */
export function noteLabels(value: string): string[] {
  const labels = value.split(/\s*[,;]\s*/).map(part => mark.exec(part)?.[1])
  return labels.every((label): label is string => label !== undefined) ? labels : []
}

/** The label of the note that a paragraph begins with, and how many of its children belong to the mark. */
export function leadingNote(paragraph: Paragraph): { label: string; skip: number } | null {
  const { children } = paragraph
  let at = 0
  // Some converters put an empty anchor in front of the mark.
  while (at < children.length && isTag(children[at], /^<\/?(?:span|a)\b/i)) at++
  const found = superscriptAt(children, at)
  const label = found && noteLabels(found.value)
  if (!found || label?.length !== 1) return null
  const skip = at + found.length
  return skip < children.length ? { label: label[0] as string, skip } : null
}

/** The labels of all notes whose text the document has. */
export function collectNotes(root: Root): Set<string> {
  const labels = new Set<string>()
  const open: Nodes[] = [root]
  for (let node = open.pop(); node; node = open.pop()) {
    if (node.type === 'paragraph') {
      const note = leadingNote(node)
      if (note) labels.add(note.label)
    } else if ('children' in node) stack(open, node.children as Nodes[])
  }
  return labels
}
