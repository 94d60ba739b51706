import { readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { PageLabelRange } from '@briefbook/ast'
import { DiagnosticError, diagnostic } from '@briefbook/diagnostics'
import type { AccessibilityCheck } from '@briefbook/render-pdf'
import { sha256 } from '../content/folder.js'
import { takeAway, takeAwayOrphans, takeName, writeBeside, writeProblem } from './beside.js'
import { toJson } from './records.js'

/** A file to write: its path from the output folder, and its bytes. */
export interface OutputFile {
  path: string
  bytes: Uint8Array
  pages?: number
}

/** What manifest.json says. */
export interface Manifest {
  book: string
  edition: string | null
  /** Whose tracked changes the DOCX shows; null where it shows none. */
  redline: string | null
  inputs: { path: string; sha256: string }[]
  outputs: { path: string; sha256: string; pages?: number }[]
  tool: { name: string; version: string }
  browser: { name: string; version: string } | null
  fonts: { family: string; weight: number; style: string; file: string; sha256: string }[]
  /** The page, from 1, that each anchor and heading stands on. */
  pages: { readonly [id: string]: number }
  /** Parts with a blank page in front. */
  blanks: string[]
  /** How pages are numbered in print: `pages` counts through the file. */
  pageLabels: PageLabelRange[]
  /** What was looked at in the PDF, and whether everybody can read it; null without a PDF. */
  accessibility: AccessibilityCheck[] | null
}

/** What a build writes last: where it is, a book is. */
export const manifestFile = 'manifest.json'

/** The manifest of the last build; null where there is none or it is of another make. */
export async function readManifest(folder: string): Promise<Manifest | null> {
  try {
    const manifest = JSON.parse(await readFile(join(folder, manifestFile), 'utf8')) as Partial<Manifest>
    const { outputs, pages, blanks } = manifest
    return Array.isArray(outputs) && Array.isArray(blanks) && pages && typeof pages === 'object'
      ? (manifest as Manifest)
      : null
  } catch {
    return null
  }
}

/** Whether all files of a build are still there. */
export async function areThere(folder: string, paths: readonly string[]): Promise<boolean> {
  const found = await Promise.all(paths.map(path => stat(join(folder, path)).catch(() => null)))
  return found.every(info => info?.isFile())
}

function cannotWrite(path: string, error: unknown): DiagnosticError {
  const { message, hint } = writeProblem(path, error)
  return new DiagnosticError([diagnostic('output-can-be-written', message, { hint })])
}

/**
 * Writes one file beside its place and then to its name.
 *
 * @throws DiagnosticError where it cannot be written; a file that was there is then untouched.
 */
export async function writeWhole(path: string, text: string): Promise<void> {
  try {
    await writeBeside(path, new TextEncoder().encode(text))
    await takeName(path)
  } catch (error) {
    throw cannotWrite(path, error)
  } finally {
    await takeAway(path)
  }
}

/**
 * Writes several files, all or none: all beside their places first, then each to its name; where one cannot take its name,
 * those that did are put back.
 *
 * @param files  By absolute path.
 * @throws DiagnosticError where they cannot be written; files that were there are then untouched.
 */
export async function writeTogether(files: readonly OutputFile[]): Promise<void> {
  const before = new Map<string, Uint8Array | null>()
  try {
    for (const { path, bytes } of files) await writeBeside(path, bytes)
    for (const { path } of files) {
      before.set(path, await readFile(path).catch(() => null))
      await takeName(path)
    }
  } catch (error) {
    for (const [path, bytes] of before) {
      if (bytes === null) await rm(path, { force: true }).catch(() => undefined)
      else await writeFile(path, bytes).catch(() => undefined)
    }
    throw cannotWrite([...before.keys()].at(-1) ?? files[0]?.path ?? '', error)
  } finally {
    for (const { path } of files) await takeAway(path)
  }
}

/** Which paths of the last build are ours to remove: none that leads out of the folder. */
const isInside = (path: string) => !path.split(/[\\/]/).includes('..') && !/^([a-z]:|[\\/])/i.test(path)

/**
 * Writes the files of a build, all beside their places first and then each to its name, so that every file is an old
 * or a new one, never a part of one. Files of the last build that this one does not make are removed.
 *
 * @throws DiagnosticError where the folder cannot be written to; the files of the last build are then untouched.
 */
export async function writeOutputs(
  folder: string,
  files: readonly OutputFile[],
  manifest: Omit<Manifest, 'outputs'>,
): Promise<void> {
  const outputs = files.map(({ path, bytes, pages }) => ({
    path,
    sha256: sha256(bytes),
    ...(pages === undefined ? {} : { pages }),
  }))
  const { book, edition, redline, inputs, ...rest } = manifest
  const record: Manifest = { book, edition, redline, inputs, outputs, ...rest }
  const all = [...files, { path: manifestFile, bytes: new TextEncoder().encode(toJson(record)) }]
  const last = await readManifest(folder)
  const places = all.map(({ path }) => join(folder, path))
  let at = folder
  try {
    await takeAwayOrphans(folder)
    for (const [i, { bytes }] of all.entries()) {
      at = places[i] as string
      await writeBeside(at, bytes)
    }
    for (const place of places) {
      at = place
      await takeName(place)
    }
    const stale = (last?.outputs ?? []).filter(({ path }) => isInside(path) && !files.some(file => file.path === path))
    for (const { path } of stale) await rm(join(folder, path), { force: true })
  } catch (error) {
    throw cannotWrite(at, error)
  } finally {
    for (const place of places) await takeAway(place)
  }
}
