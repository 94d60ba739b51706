import type { BookConfig } from '@briefbook/book'
import type { Limits } from '@briefbook/parser'

/** What the reading of one source may take. */
export interface Budget {
  /** Wall clock. */
  seconds: number
  /** Of the process that reads: its heap; the whole of it may have half as much again. */
  memoryMb: number
  /** What the parser itself holds to. */
  parser: Limits
}

/** The default of `memoryMb`. To ask the book's package for it would take longer than to start a process. */
export const usualMemoryMb = 1024

const bytesInMb = 1024 * 1024

/** The `limits` of book.yaml as those who read count them. */
export function budgetOf(limits: BookConfig['limits']): Budget {
  return {
    seconds: limits.seconds,
    memoryMb: limits.memoryMb,
    parser: {
      maxFileBytes: limits.fileMb * bytesInMb,
      maxTextCharacters: limits.textCharacters,
      maxUnpackedBytes: limits.unpackedMb * bytesInMb,
      maxPages: limits.pages,
    },
  }
}
