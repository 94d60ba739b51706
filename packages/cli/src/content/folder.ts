import { createHash } from 'node:crypto'
import { readdir, readFile, realpath, stat } from 'node:fs/promises'
import { isAbsolute, join, relative, resolve, sep } from 'node:path'
import { DiagnosticError, diagnostic } from '@briefbook/diagnostics'
import { decodeText } from './text.js'

/** SHA-256 in hexadecimal. */
export function sha256(data: Uint8Array | string): string {
  return createHash('sha256').update(data).digest('hex')
}

/** A file that went into a book. */
export interface InputFile {
  /** From the book's folder, with forward slashes. */
  path: string
  sha256: string
}

/**
 * The folder that a book, or a template, lives in: the only place that its files are read from. Remembers what was
 * read, for the manifest.
 */
export class Folder {
  readonly path: string
  readonly #prefix: string
  readonly #read = new Map<string, string>()
  /** Where the folder really is, looked up once. */
  #base: Promise<string> | undefined

  /** @param prefix  Stands in front of the paths in the manifest. */
  constructor(path: string, prefix = '') {
    this.path = resolve(path)
    this.#prefix = prefix
  }

  /** Everything read so far, by path. */
  get inputs(): InputFile[] {
    return [...this.#read]
      .map(([path, hash]) => ({ path: this.#prefix + path, sha256: hash }))
      .sort((a, b) => (a.path < b.path ? -1 : 1))
  }

  /** A path from the folder, with forward slashes, for messages and ids. */
  name(path: string): string {
    return relative(this.path, join(this.path, path)).split(sep).join('/')
  }

  /**
   * The absolute path of something in the folder.
   *
   * @throws DiagnosticError where it leads out of the folder, also by a symbolic link.
   */
  async locate(path: string): Promise<string> {
    const full = resolve(this.path, path)
    const outside = (child: string, parent: string) =>
      child !== parent && (relative(parent, child).startsWith('..') || isAbsolute(relative(parent, child)))
    this.#base ??= realpath(this.path).catch(() => this.path)
    const [real, base] = await Promise.all([realpath(full).catch(() => full), this.#base])
    if (outside(full, this.path) || (real !== full && outside(real, base))) {
      throw new DiagnosticError([
        diagnostic('file-stays-inside', `\`${path}\` leads out of the folder.`, { file: path }),
      ])
    }
    return full
  }

  /** The bytes of a file; null where there is none. */
  async read(path: string): Promise<Uint8Array | null> {
    const full = await this.locate(path)
    try {
      const bytes = await readFile(full)
      this.#read.set(this.name(path), sha256(bytes))
      return bytes
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException
      if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'EISDIR') return null
      throw new DiagnosticError([
        diagnostic('file-is-there', `The file cannot be read: ${(error as Error).message}.`, { file: this.name(path) }),
      ])
    }
  }

  /**
   * A text file, without its byte order mark; null where there is none.
   *
   * @throws DiagnosticError where it is not in UTF-8, or git has left two versions in it.
   */
  async readText(path: string): Promise<string | null> {
    const bytes = await this.read(path)
    if (!bytes) return null
    const { value, diagnostics } = decodeText(bytes, this.name(path))
    if (diagnostics.length > 0) throw new DiagnosticError(diagnostics)
    return value
  }

  /** The files of a folder and the folders in it, sorted by their path; null where there is no such folder. */
  async list(path: string): Promise<string[] | null> {
    const full = await this.locate(path)
    const info = await stat(full).catch(() => null)
    if (!info?.isDirectory()) return null
    const entries = await readdir(full, { recursive: true, withFileTypes: true })
    const files: string[] = []
    for (const entry of entries) {
      const file = relative(this.path, join(entry.parentPath, entry.name))
      const isFile =
        entry.isFile() || (entry.isSymbolicLink() && (await stat(join(this.path, file)).catch(() => null))?.isFile())
      if (isFile) files.push(file.split(sep).join('/'))
    }
    return files.sort()
  }
}
