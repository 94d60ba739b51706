import { type Codebook, stances } from '@briefbook/ast'
import { actorLines, discardLines, issueLines, scalar } from '../write.js'
import { guidOf } from './guid.js'

interface CodeToWrite {
  guid: string
  name: string
  codable: boolean
  description: readonly string[]
  children: readonly CodeToWrite[]
}

/** Names of the groups that a codebook is exported as. */
const groups = { actors: 'Actors', issues: 'Issues', stances: 'Stances' } as const

/** What XML 1.0 has no way to write, and other signs that no name is printed with. */
const forbidden = /[\p{Cc}\p{Cs}\ufffe\uffff]/gu

/** A name as an attribute holds it: one line, nothing that XML forbids; the id where nothing is left. */
export const attributeName = (name: string, id: string): string =>
  name.replace(forbidden, ' ').replace(/\s+/g, ' ').trim() || id

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** The name where the attribute cannot hold it as it is. */
const fullName = (name: string, id: string) => (attributeName(name, id) === name ? [] : [`name: ${scalar(name)}`])

function codesOf({ actors, issues, discard }: Codebook): CodeToWrite[] {
  const group = (key: keyof typeof groups, description: readonly string[], children: readonly CodeToWrite[]) => ({
    guid: guidOf(key),
    name: groups[key],
    codable: false,
    description,
    children,
  })
  const code = (key: keyof typeof groups, id: string, name: string, lines: readonly string[]): CodeToWrite => ({
    guid: guidOf(key, id),
    name: attributeName(name, id),
    codable: true,
    description: [`id: ${scalar(id)}`, ...fullName(name, id), ...lines],
    children: [],
  })
  return [
    group(
      'actors',
      discardLines(discard),
      actors.map(({ id, name, ...rest }) => code('actors', id, name, actorLines(rest))),
    ),
    group(
      'issues',
      [],
      issues.map(({ id, name, ...rest }) => code('issues', id, name, issueLines(rest))),
    ),
    group(
      'stances',
      [],
      stances.map(stance => code('stances', stance, stance, [])),
    ),
  ]
}

function codeLines({ guid, name, codable, description, children }: CodeToWrite, indent: string): string[] {
  const start = `${indent}<Code guid="${guid}" name="${escaped(name).replaceAll('"', '&quot;')}" isCodable="${codable}"`
  if (description.length === 0 && children.length === 0) return [`${start}/>`]
  return [
    `${start}>`,
    ...(description.length > 0 ? [`${indent}  <Description>${escaped(description.join('\n'))}</Description>`] : []),
    ...children.flatMap(child => codeLines(child, `${indent}  `)),
    `${indent}</Code>`,
  ]
}

/**
 * A codebook as REFI-QDA codebook (.qdc), for NVivo, MAXQDA, ATLAS.ti, QualCoder and others: the actors, the issues and
 * the stances as groups of codes. What only Briefbook knows stands in a code's description, as codebook.yaml writes it.
 */
export function exportCodebook(codebook: Codebook): string {
  const schema = 'urn:QDA-XML:codebook:1.0'
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<CodeBook xmlns="${schema}" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="${schema} http://schema.qdasoftware.org/versions/Codebook/v1.0/Codebook.xsd" origin="Briefbook">`,
    '  <Codes>',
    ...codesOf(codebook).flatMap(code => codeLines(code, '    ')),
    '  </Codes>',
    '</CodeBook>',
    '',
  ].join('\n')
}
