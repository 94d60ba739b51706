import { type Place, type Result, readYaml, type YamlPath } from '@briefbook/diagnostics'
import { type Coding, codingsSchema, type Finding } from './schema.js'

/** What codings.yaml says, and where it says it. */
export interface Codings {
  /** How messages name the file. */
  file: string
  codings: Coding[]
  findings: Finding[]
  /** The place of a value, as `['codings', 3, 'actor']`. */
  placeOf(path: YamlPath): Place
}

/**
 * Reads codings.yaml. Whether actors, issues, sources and statements are there is told when the codings are applied.
 *
 * @returns The codings, or null where the file has errors. An empty file has no codings.
 */
export function readCodings(text: string, file: string): Result<Codings | null> {
  const { value: yaml, diagnostics } = readYaml(text, file, codingsSchema)
  if (yaml === null) return { value: null, diagnostics }
  const { codings = [], findings = [] } = yaml.value
  return { value: { file, codings, findings, placeOf: path => yaml.placeOf(path) }, diagnostics }
}
