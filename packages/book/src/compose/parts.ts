import type { Chapter, Part } from '@briefbook/ast'
import { diagnostic, didYouMean } from '@briefbook/diagnostics'
import { composeChapter } from '../chapters/compose.js'
import type { ChapterFile } from '../chapters/parse.js'
import type { PendingReference } from '../chapters/state.js'
import { type BookConfig, type GeneratedChapter, generatedChapters } from '../config/book-config.js'
import { slug } from '../resolve/ids.js'
import { composeActors } from './actors.js'
import { composeAgreements } from './agreements.js'
import { composeAtAGlance, composeMainMatrix } from './at-a-glance.js'
import { composeChanges } from './changes.js'
import type { Context } from './context.js'
import { composeDossiers } from './dossiers.js'
import { composeFigures } from './figures.js'
import { composeGaps } from './gaps.js'
import { composeGlossary } from './glossary.js'
import { composeIndex } from './index-of-actors.js'
import { composeIssues } from './issues.js'
import { composeReferences } from './list-of-sources.js'
import { composeMethod } from './method.js'
import { composePeople } from './people.js'
import { composeReadingGuide } from './reading-guide.js'
import { composeTimeline } from './timeline.js'

/** What makes each generated chapter. */
const composers = {
  changes: composeChanges,
  'reading-guide': composeReadingGuide,
  'at-a-glance': composeAtAGlance,
  matrix: composeMainMatrix,
  agreements: composeAgreements,
  gaps: composeGaps,
  actors: composeActors,
  issues: composeIssues,
  timeline: composeTimeline,
  figures: composeFigures,
  people: composePeople,
  glossary: composeGlossary,
  dossiers: composeDossiers,
  references: composeReferences,
  method: composeMethod,
  index: composeIndex,
} satisfies { [name in GeneratedChapter]: (context: Context) => Chapter[] }

/** Chapters that are left out where they would only say that there is nothing of their kind. */
const optional: readonly GeneratedChapter[] = ['timeline', 'figures', 'people', 'glossary']

const saysNothing = (name: GeneratedChapter, { children }: Chapter) =>
  optional.includes(name) && children.length === 1 && children[0]?.type === 'paragraph'

/** Whether a written chapter leads to an id. */
const isLinked = (files: readonly ChapterFile[], id: string) => files.some(({ text }) => text.includes(`(#${id})`))

type PartPlan = NonNullable<BookConfig['parts']>

/** In the order of a template: the written chapters in the order of their names. */
const allWritten = 'written'

const isGenerated = (name: string): name is GeneratedChapter => (generatedChapters as readonly string[]).includes(name)
const fileName = (path: string) => path.split('/').at(-1) ?? path

/** The order of a book that does not say its own: the written chapters in the order of their names, then the rest. */
function defaultParts(): PartPlan {
  return [
    { title: 'Introduction', chapters: [allWritten, 'reading-guide'] },
    { title: 'At a glance', chapters: ['at-a-glance', 'agreements', 'gaps'] },
    { title: 'Actor by actor', chapters: ['actors'] },
    { title: 'Issue by issue', chapters: ['issues'] },
    { title: 'Events, figures and people', chapters: ['timeline', 'figures', 'people', 'glossary'] },
    { title: 'The sources', chapters: ['dossiers', 'references'] },
    { title: 'Method and index', chapters: ['method', 'index'] },
  ]
}

/** What has changed is told first, wherever else a book does not say. */
function withChanges(plan: PartPlan): PartPlan {
  const [first, ...others] = plan
  if (!first || plan.some(({ chapters }) => chapters.includes('changes'))) return plan
  return [{ ...first, chapters: ['changes', ...first.chapters] }, ...others]
}

/**
 * The parts of the book with their chapters. Generated chapters are composed first, so that their ids do not depend on
 * what analysts call theirs.
 *
 * @param order  The template's, for a book that does not say its own.
 * @param placeOf  Where book.yaml names a chapter, for a message.
 */
export function composeParts(
  context: Context,
  files: readonly ChapterFile[],
  order: PartPlan | null,
  place: { file: string; placeOf(path: readonly (string | number)[]): Parameters<typeof diagnostic>[2] },
): { parts: Part[]; pending: PendingReference[] } {
  const written = files.map(f => fileName(f.path)).sort()
  const own =
    context.config.parts ??
    (order ?? defaultParts()).map(({ title, chapters }) => ({
      title,
      chapters: chapters.flatMap(name => (name === allWritten ? written : [name])),
    }))
  const plan = context.since === null ? own : withChanges(own)
  for (const { chapters } of plan) for (const name of chapters) context.planned.add(name)
  const fileByName = new Map(files.map(f => [fileName(f.path), f]))
  const made = new Map<string, Chapter[]>()
  for (const { chapters } of plan) {
    for (const name of chapters) {
      if (!isGenerated(name) || made.has(name)) continue
      const own = composers[name](context)
      made.set(
        name,
        own.filter(chapter => !saysNothing(name, chapter) || isLinked(files, chapter.id)),
      )
    }
  }
  const pending: PendingReference[] = []
  const parts = plan.map(({ title, chapters }, i): Part => {
    const children = chapters.flatMap((name): Chapter[] => {
      // A chapter that is named twice is shown once.
      const ready = made.get(name)
      if (isGenerated(name)) {
        made.set(name, [])
        return ready ?? []
      }
      const file = fileByName.get(name)
      if (!file) {
        const known = [...fileByName.keys(), ...generatedChapters]
        context.diagnostics.push(
          diagnostic('chapter-is-known', `There is no chapter \`${name}\`.${didYouMean(name, known)}`, {
            ...place.placeOf(['parts', i, 'chapters', context.config.parts?.[i]?.chapters.indexOf(name) ?? 0]),
            expected: known.join(', '),
          }),
        )
        return []
      }
      const composed = composeChapter(context, file)
      pending.push(...composed.pending)
      return [composed.chapter]
    })
    return { type: 'part', id: context.ids.claim(`part-${slug(title)}`), number: '', title, children }
  })
  // A template may leave them out on purpose.
  if (context.config.parts)
    for (const { path } of files)
      if (!context.planned.has(fileName(path)))
        context.diagnostics.push(
          diagnostic('chapter-is-in-a-part', 'This chapter is in no part of the book: it is not printed.', {
            file: path,
          }),
        )
  return { parts: parts.filter(part => part.children.length > 0), pending }
}
