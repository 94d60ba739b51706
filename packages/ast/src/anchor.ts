import type { Source, SourceBlock } from './source.js'

/** The anchor of the n-th block of a source, counted from 1. */
export function formatAnchor(source: string, n: number): string {
  return `${source}.${n}`
}

/** The source and the number of an anchor; null where the text is not one. */
export function parseAnchor(anchor: string): { source: string; n: number } | null {
  const match = /^([\p{L}\p{N}][\p{L}\p{N}_-]*)\.([1-9]\d*)$/u.exec(anchor)
  return match ? { source: match[1] as string, n: Number(match[2]) } : null
}

/** The block of a source with an anchor. */
export function findBlock(source: Source, anchor: string): SourceBlock | undefined {
  const at = parseAnchor(anchor)
  const block = at?.source === source.id ? source.children[at.n - 1] : undefined
  return block?.anchor === anchor ? block : source.children.find(b => b.anchor === anchor)
}

/** How an anchor is printed: `SWP ¶12`. */
export function printAnchor(label: string, anchor: string): string {
  return `${label} ¶${parseAnchor(anchor)?.n ?? anchor}`
}
