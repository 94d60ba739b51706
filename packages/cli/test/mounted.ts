import { execFileSync } from 'node:child_process'

/** A file system of its own, so small or so closed that a book cannot be written; null, and told, where that may not be made. */
export function mounted(folder: string, options: string): (() => void) | null {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'briefbook-test', folder], { stdio: 'ignore' })
    return () => execFileSync('umount', [folder], { stdio: 'ignore' })
  } catch {
    console.log('skipped: a file system cannot be mounted here')
    return null
  }
}
