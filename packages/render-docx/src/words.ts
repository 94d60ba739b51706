import { type IRunOptions, SoftHyphen, Tab, TextRun, type XmlComponent } from 'docx'
import type { Marks, State } from './state.js'
import type { CharacterStyle } from './styles/index.js'
import { languageOf } from './text/language.js'
import { type ScriptRun, scriptRuns } from './text/scripts.js'
import { element } from './xml/element.js'
import type { Revision } from './xml/revisions.js'
import { says } from './xml/said.js'

/** A run has one character style; the marks that it does not stand for are set beside it. */
function styleOf({ link, strong, emphasis, deleted }: Marks): CharacterStyle | undefined {
  if (link === 'external') return 'Hyperlink'
  if (link === 'internal') return 'CrossReference'
  if (strong) return 'Strong'
  if (emphasis) return 'Emphasis'
  return deleted ? 'Deleted' : undefined
}

/** How a run looks at a place: its style and marks, its language, its direction, its script. */
function runOptions(state: State, style?: CharacterStyle, run?: ScriptRun): IRunOptions {
  const { marks, language } = state.place
  const chosen = style ?? styleOf(marks)
  const foreign = language === state.document.book.meta.language ? undefined : languageOf(language)
  return {
    ...(chosen === undefined ? {} : { style: chosen }),
    ...(marks.strong && chosen !== 'Strong' ? { bold: true } : {}),
    // What has no italics would be slanted.
    ...(marks.emphasis && run?.upright ? { italics: false } : {}),
    ...(marks.emphasis && !run?.upright && chosen !== 'Emphasis' ? { italics: true } : {}),
    ...(marks.deleted && chosen !== 'Deleted' ? { strike: true } : {}),
    ...((run?.rightToLeft ?? state.rightToLeft) ? { rightToLeft: true } : {}),
    ...(run?.font ? { font: run.font } : {}),
    ...(foreign ? { language: foreign } : {}),
  }
}

const hyphen = '\u00ad'

/**
 * A piece of text as an element. Given as a string, `CURRENT` and `SECTION` would be fields to the library; a soft
 * hyphen would be printed by Word.
 */
function pieceOf(text: string, revision: Revision | null): XmlComponent {
  if (text === '\t') return new Tab()
  if (text === hyphen) return new SoftHyphen()
  return element(revision === 'deleted' ? 'w:delText' : 'w:t', { 'xml:space': 'preserve' }, [text])
}

/** A run as the tracked change that its place makes of it. */
export const recorded = (state: State, run: XmlComponent): XmlComponent =>
  state.document.revisions.run(state.place.revision, run)

function drawn(state: State, line: string, options: IRunOptions): XmlComponent {
  const { revision } = state.place
  const pieces = line.split(/([\t\u00ad])/).filter(piece => piece !== '')
  const children = pieces.map(piece => pieceOf(piece, revision))
  return recorded(state, says(new TextRun({ ...options, children }), line))
}

/** Words as a run, as the place marks them; line ends are spaces, as in Markdown. */
export function words(state: State, text: string, style?: CharacterStyle): XmlComponent {
  return drawn(state, text.replaceAll('\n', ' '), runOptions(state, style))
}

/** Words of any language as runs: those of another script or direction have their own. */
export function foreignWords(state: State, text: string, style?: CharacterStyle): XmlComponent[] {
  const { fonts } = state.document.tokens
  return scriptRuns(fonts, text.replaceAll('\n', ' '), state.place.language, state.rightToLeft).map(run =>
    drawn(state, run.text, runOptions(state, style, run)),
  )
}

/** A tab on its own. */
export function tab(state: State): XmlComponent {
  return recorded(state, says(new TextRun({ children: [new Tab()] }), '\t'))
}
