import { type Document, isMap, isNode, isPair, isScalar, LineCounter, type Node, parseDocument } from 'yaml'
import { z } from 'zod'
import { type Diagnostic, diagnostic, type Place } from './diagnostic.js'
import { slipOf } from './slip.js'
import { didYouMean } from './suggest.js'

/** Steps from the top of a YAML document to a value: keys and indices. */
export type YamlPath = readonly PropertyKey[]

/** What a YAML file says, and where in the file it says it. */
export interface LocatedYaml<T> {
  file: string
  value: T
  /** The place of the value at a path, or of the nearest one above it that is there. */
  placeOf(path: YamlPath): Place
}

type JsonSchema = {
  properties?: { [key: string]: JsonSchema }
  additionalProperties?: JsonSchema | boolean
  items?: JsonSchema
  anyOf?: JsonSchema[]
  $ref?: string
  $defs?: { [name: string]: JsonSchema }
}

/** The keys that a schema allows at a path. */
function knownKeys(root: JsonSchema, path: YamlPath): string[] {
  const resolve = (schema: JsonSchema): JsonSchema[] => {
    if (schema.$ref) return resolve(root.$defs?.[schema.$ref.replace('#/$defs/', '')] ?? {})
    return schema.anyOf ? schema.anyOf.flatMap(resolve) : [schema]
  }
  let level = resolve(root)
  for (const step of path) {
    level = level.flatMap(schema => {
      if (typeof step === 'number') return schema.items ? resolve(schema.items) : []
      const next = schema.properties?.[String(step)] ?? schema.additionalProperties
      return typeof next === 'object' ? resolve(next) : []
    })
  }
  return level.flatMap(schema => Object.keys(schema.properties ?? {}))
}

function nodeAt(document: Document, path: YamlPath): Node | null {
  for (let length = path.length; length >= 0; length--) {
    const node = length === 0 ? document.contents : document.getIn(path.slice(0, length), true)
    if (isNode(node) && node.range) return node
  }
  return null
}

function keyAt(document: Document, path: YamlPath, key: string): Node | null {
  const map = path.length === 0 ? document.contents : document.getIn(path, true)
  if (!isMap(map)) return null
  const pair = map.items.find(item => isPair(item) && isScalar(item.key) && String(item.key.value) === key)
  return pair && isScalar(pair.key) ? pair.key : null
}

const printPath = (path: YamlPath) =>
  path.map((step, i) => (typeof step === 'number' ? `[${step}]` : i === 0 ? String(step) : `.${String(step)}`)).join('')

/** What the slips that people make most are called by those who do not know how YAML is parsed. */
const inPlainWords: { readonly [code: string]: string } = {
  BLOCK_IN_FLOW: 'A list that was begun with `[`, or a mapping with `{`, is not closed before this line.',
  BAD_INDENT: 'This stands in too little or too far, or a `[`, `{` or quotation mark before it is not closed.',
  MULTILINE_IMPLICIT_KEY:
    'A key and its value stand on one line, with a colon and a space between: one is missing here.',
  BLOCK_AS_IMPLICIT_KEY:
    'Two keys where one is expected: a value with a colon in it stands in quotation marks; or the next line stands in too far; or a `[` before is not closed.',
  TAB_AS_INDENT: 'Lines are indented by spaces, not by tabs.',
  DUPLICATE_KEY: 'Keys are unique: this one is there already, further up.',
}

/**
 * Reads a YAML file against a schema, every message with its line and column.
 *
 * @param text    The file's text. An empty file is read as an empty mapping.
 * @param file    How messages name it.
 * @param schema  Objects should be strict, so that unknown keys are told.
 * @returns The value, or null where the file cannot be read or does not fit; then `diagnostics` has errors.
 */
export function readYaml<T>(
  text: string,
  file: string,
  schema: z.ZodType<T>,
): { value: LocatedYaml<T> | null; diagnostics: Diagnostic[] } {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  const point = (offset: number) => {
    const { line, col } = lines.linePos(offset)
    return { line: Math.max(1, line), column: Math.max(1, col), offset }
  }
  const place = ([start, end]: readonly [number, number, ...unknown[]]): Place => ({
    start: point(start),
    end: point(end),
  })
  const placeOf = (path: YamlPath): Place => {
    const range = nodeAt(document, path)?.range
    return range ? place(range) : { start: point(0) }
  }

  const [error] = document.errors
  if (error) {
    // What is told of the lines below comes of this one, most times.
    const message = inPlainWords[error.code] ?? `${error.message}.`
    return {
      value: null,
      diagnostics: [diagnostic('yaml-is-well-formed', message, { file, place: place(error.pos) })],
    }
  }

  let data: unknown
  try {
    data = document.contents === null ? {} : document.toJS()
  } catch (error) {
    // Aliases that multiply each other: a few lines that would take all memory.
    return {
      value: null,
      diagnostics: [diagnostic('yaml-is-well-formed', (error as Error).message, { file, place: placeOf([]) })],
    }
  }
  const parsed = schema.safeParse(data, { reportInput: true })
  if (parsed.success) return { value: { file, value: parsed.data, placeOf }, diagnostics: [] }

  const json = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as JsonSchema
  const diagnostics = parsed.error.issues.flatMap(issue => {
    if (issue.code === 'unrecognized_keys') {
      const known = knownKeys(json, issue.path)
      return issue.keys.map(key => {
        const range = keyAt(document, issue.path, key)?.range
        const under = issue.path.length ? ` under \`${printPath(issue.path)}\`` : ''
        return diagnostic('key-is-known', `The key \`${key}\` is not known${under}.${didYouMean(key, known)}`, {
          file,
          place: range ? place(range) : placeOf(issue.path),
          ...(known.length ? { expected: known.join(', ') } : {}),
        })
      })
    }
    const name = issue.path.length ? `\`${printPath(issue.path)}\`` : 'The file'
    const { message, expected } = slipOf(name, issue)
    return [diagnostic('value-is-valid', message, { file, place: placeOf(issue.path), expected })]
  })
  return { value: null, diagnostics }
}
