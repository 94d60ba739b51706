import { lettersOfScript, type Paper, type Tokens } from '@briefbook/ast'
import { type Diagnostic, diagnostic, type LocatedYaml, type Result, readYaml } from '@briefbook/diagnostics'
import { z } from 'zod'
import { faintWritings, leastContrast } from './contrast.js'
import { millimetres, points } from './lengths.js'

// Without the quotation marks, YAML takes what stands behind # for a remark.
const colourForm = 'A colour is written "#1f3a5f", in quotation marks.'

const colour = z
  .string(colourForm)
  .regex(/^#[0-9a-f]{6}$/i, colourForm)
  .describe('A colour, such as `#1f3a5f`.')

const fontFile = z.strictObject({
  weight: z.number().int().min(100).max(900),
  style: z.enum(['normal', 'italic']).default('normal'),
  file: z.string().describe('Path inside an npm package, or from the template folder.'),
  range: z.string().nullable().default(null).describe('CSS unicode-range, where several files share weight and style.'),
})

const fontFamily = z.strictObject({
  family: z.string().min(1),
  fallback: z.array(z.string()).min(1).describe('What to take where the family is missing; a generic family last.'),
  files: z.array(fontFile).default([]),
})

const scriptFamily = fontFamily.extend({
  package: z
    .string()
    .nullable()
    .default(null)
    .describe('An npm package of Fontsource, static or variable, whose files are taken: no `files` then.'),
})

const scripts = z
  .record(
    z.string().refine(code => lettersOfScript(code) !== null, {
      error: 'A script is named by its ISO 15924 code: Arab, Hebr, Deva, Thai; Hans, Hant, Jpan, Kore.',
    }),
    z
      .strictObject({ text: scriptFamily, display: scriptFamily })
      .partial()
      .refine(({ text, display }) => text ?? display, {
        error: 'A script has a family for text, for display, or both.',
      }),
  )
  .describe('Families for letters that the two above do not have, by the ISO 15924 code of their script.')

const page = z.strictObject({
  top: millimetres,
  bottom: millimetres,
  inner: millimetres.describe('Margin towards the spine.'),
  outer: millimetres,
  notes: millimetres.describe('Width of the column for notes beside the text.'),
  'notes-gap': millimetres.describe('Between the text and the notes.'),
  edge: millimetres.describe('What office printers leave white along the edge: thumb tabs keep out of it.'),
})

const sizes = z.strictObject({
  text: points,
  small: points,
  note: points,
  table: points,
  'table-least': points.describe('No table is set smaller than this.'),
  title: points,
  part: points,
  chapter: points,
  section: points,
  subsection: points,
})

const tabs = z.strictObject({
  width: millimetres,
  height: millimetres.describe('At most; tabs are lower where there are more parts than room.'),
})

/** What is set otherwise on a paper of another size. */
const onPaper = z
  .strictObject({ page: page.partial(), sizes: sizes.partial(), tabs: tabs.partial() })
  .partial()
  .describe('What is otherwise on this paper.')

const families = z.strictObject({ text: fontFamily, display: fontFamily, scripts: scripts.default({}) })

const lineHeights = z.strictObject({ text: z.number(), display: z.number(), table: z.number() })

const colours = z.strictObject({
  ink: colour,
  muted: colour,
  rule: colour,
  accent: colour,
  'on-accent': colour.describe('What is written on a ground of the accent.'),
  watermark: colour.describe('The word across the pages of a draft: pale.'),
  extracted: colour,
  written: colour,
  stances: z.strictObject({ favours: colour, opposes: colour, concerned: colour, mixed: colour, none: colour }),
  states: z.strictObject({ mentioned: colour, absent: colour }),
  levels: z.tuple([colour, colour, colour, colour, colour]),
})

const papers = z.strictObject({ A4: onPaper, Letter: onPaper, A5: onPaper }).partial()

/** The form of tokens.yaml: the look of a book, said once for PDF and DOCX. */
export const tokensSchema = z.strictObject({
  page,
  tabs: tabs.describe('The tabs at the fore-edge that show the parts.'),
  fonts: families,
  sizes,
  'line-height': lineHeights,
  colours,
  papers: papers.default({}),
})

/** The form of the tokens.yaml of a template that extends another: what is different from that. */
export const houseTokensSchema = z
  .strictObject({
    page: page.partial(),
    tabs: tabs.partial(),
    fonts: families.extend({ scripts }).partial(),
    sizes: sizes.partial(),
    'line-height': lineHeights.partial(),
    colours: colours
      .extend({ stances: colours.shape.stances.partial(), states: colours.shape.states.partial() })
      .partial(),
    papers,
  })
  .partial()

type TokensFile = z.output<typeof tokensSchema>

const isTable = (value: unknown): value is { [key: string]: unknown } =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Where a family of fonts stands: `fonts.text`, `fonts.scripts.Arab.text`. */
const isFamily = ([first, second, ...others]: readonly string[]) =>
  first === 'fonts' && second !== undefined && (second === 'scripts' ? others.length === 2 : others.length === 0)

/** One table over another, key by key; a font family is taken whole, for its files belong to it. */
function over(base: unknown, own: unknown, path: readonly string[] = []): unknown {
  if (own === undefined) return base
  if (!isTable(base) || !isTable(own) || isFamily(path)) return own
  const keys = [...new Set([...Object.keys(base), ...Object.keys(own)])]
  return Object.fromEntries(keys.map(key => [key, over(base[key], own[key], [...path, key])]))
}

const pageTokens = (values: z.output<typeof page>): Tokens['page'] => ({
  topMm: values.top,
  bottomMm: values.bottom,
  innerMm: values.inner,
  outerMm: values.outer,
  notesMm: values.notes,
  notesGapMm: values['notes-gap'],
  edgeMm: values.edge,
})

const sizeTokens = (values: z.output<typeof sizes>): Tokens['sizes'] => ({
  textPt: values.text,
  smallPt: values.small,
  notePt: values.note,
  tablePt: values.table,
  tableLeastPt: values['table-least'],
  titlePt: values.title,
  partPt: values.part,
  chapterPt: values.chapter,
  sectionPt: values.section,
  subsectionPt: values.subsection,
})

/** A script that has one family has it for both roles. */
function fontTokens({ scripts, ...fonts }: TokensFile['fonts']): Tokens['fonts'] {
  const both = Object.entries(scripts).flatMap(([code, { text, display }]) => {
    const one = text ?? display
    return one ? [[code, { text: text ?? one, display: display ?? one }] as const] : []
  })
  return { ...fonts, scripts: Object.fromEntries(both) }
}

/** What the file says, as it is for a paper. */
function tokensOf(file: TokensFile, paper: Paper): Tokens {
  const own = file.papers[paper]
  const { 'on-accent': onAccent, ...rest } = file.colours
  const { width, height } = { ...file.tabs, ...own?.tabs }
  return {
    page: pageTokens({ ...file.page, ...own?.page }),
    tabs: { widthMm: width, heightMm: height },
    fonts: fontTokens(file.fonts),
    sizes: sizeTokens({ ...file.sizes, ...own?.sizes }),
    lineHeight: file['line-height'],
    colours: { ...rest, onAccent },
  }
}

function has(value: unknown, path: readonly string[]): boolean {
  const [key, ...rest] = path
  return (
    key === undefined ||
    (typeof value === 'object' &&
      value !== null &&
      key in value &&
      has((value as { [key: string]: unknown })[key], rest))
  )
}

/** Faint writings, those of one place in one message: a slip in one colour makes many. */
function contrastDiagnostics(tokens: Tokens, files: readonly LocatedYaml<{ colours?: unknown }>[]): Diagnostic[] {
  const name = (path: readonly string[]) => `\`${path.join('.')}\``
  const groups = new Map<string, { file: string; place: Diagnostic['place']; writings: string[] }>()
  for (const { ink, ground, ratio } of faintWritings(tokens.colours)) {
    const paths = [ink, ...(ground ? [ground] : [])]
    // Where its colours are said: the last file that says one of them.
    const said = [...files]
      .reverse()
      .flatMap(file => paths.filter(path => has(file.value.colours, path)).map(path => ({ file, path })))[0]
    const file = said?.file.file ?? ''
    const key = JSON.stringify([file, said?.path])
    const place = said ? said.file.placeOf(['colours', ...said.path]) : null
    const group = groups.get(key) ?? { file, place, writings: [] }
    group.writings.push(`${name(ink)} on ${ground ? name(ground) : 'white'} has ${ratio.toFixed(1)}`)
    groups.set(key, group)
  }
  return [...groups.values()].map(({ file, place, writings }) =>
    diagnostic('writing-stands-out', `The contrast is too small: ${writings.join(', ')}.`, {
      file,
      place,
      expected: `at least ${leastContrast} to 1 (WCAG 2.2, AA)`,
    }),
  )
}

/** A file of tokens: its text, and how messages name it. */
export interface TokensSource {
  text: string
  file: string
}

/**
 * Reads the tokens of a template, as they are for a paper.
 *
 * @param first   A whole tokens.yaml.
 * @param others  Those of templates that extend it, each over the ones before: what is different.
 */
export function readTokens(
  first: TokensSource,
  others: readonly TokensSource[] = [],
  paper: Paper = 'A4',
): Result<Tokens | null> {
  const base = readYaml(first.text, first.file, tokensSchema)
  const read: LocatedYaml<{ colours?: unknown }>[] = base.value ? [base.value] : []
  const diagnostics = [...base.diagnostics]
  let file = base.value?.value
  for (const other of others) {
    const own = readYaml(other.text, other.file, houseTokensSchema)
    diagnostics.push(...own.diagnostics)
    if (own.value) read.push(own.value)
    if (!own.value) file = undefined
    else if (file) file = over(file, own.value.value) as TokensFile
  }
  const tokens = file ? tokensOf(file, paper) : null
  if (tokens) diagnostics.push(...contrastDiagnostics(tokens, read))
  return { value: tokens, diagnostics }
}
