import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { type Diagnostic, diagnostic } from '@briefbook/diagnostics'
import decompress from 'woff2-encoder/decompress'
import { type Folder, sha256 } from '../content/folder.js'

/** A file of the template's folder, or of a package that the template depends on. */
async function readOwn(folder: Folder, file: string): Promise<Uint8Array | null> {
  if (!file.startsWith('@') && !/^[a-z]/i.test(file)) return folder.read(file)
  const own = await folder.read(file)
  if (own) return own
  try {
    return await readFile(createRequire(join(folder.path, 'package.json')).resolve(file))
  } catch {
    return null
  }
}

/** Uncompressed files by the hash of the compressed ones: `watch` needs the same few in every build. */
const decompressed = new Map<string, Promise<Uint8Array>>()

/** A font file as TrueType or OpenType: without the web's compression. Null where it is neither. */
async function uncompressed(file: string, bytes: Uint8Array, hash: string): Promise<Uint8Array | null> {
  if (!file.endsWith('.woff2')) return /\.(ttf|otf)$/.test(file) ? bytes : null
  const known = decompressed.get(hash) ?? decompress(bytes)
  decompressed.set(hash, known)
  return known
}

/** A font file that is there. */
export interface ReadFont {
  bytes: Uint8Array
  sha256: string
  /** As TrueType or OpenType; null where it is neither, nor compressed as WOFF 2. */
  ttf: Uint8Array | null
}

/** The files of a template and of those that it extends, each read once. */
export class TemplateFiles {
  readonly #fonts = new Map<string, Promise<ReadFont | null>>()

  /**
   * @param folders   The template named first, then what it extends.
   * @param namedIn   The file that messages point to.
   */
  constructor(
    readonly folders: readonly Folder[],
    readonly namedIn: string,
  ) {}

  /** The file of the first template that has it; null where none has. */
  async read(file: string): Promise<Uint8Array | null> {
    for (const folder of this.folders) {
      const bytes = await readOwn(folder, file)
      if (bytes) return bytes
    }
    return null
  }

  async #readFont(file: string): Promise<ReadFont | null> {
    const bytes = await this.read(file)
    if (!bytes) return null
    const hash = sha256(bytes)
    return { bytes, sha256: hash, ttf: await uncompressed(file, bytes, hash) }
  }

  font(file: string): Promise<ReadFont | null> {
    const known = this.#fonts.get(file) ?? this.#readFont(file)
    this.#fonts.set(file, known)
    return known
  }

  /** That a font is not there. */
  missing(what: string): Diagnostic {
    return diagnostic('font-is-there', what, { file: this.namedIn })
  }
}
