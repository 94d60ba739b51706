import { readdirSync, readFileSync } from 'node:fs'

/** A process as Linux tells of it. */
interface ProcessEntry {
  pid: number
  parent: number
  /** Ended, and waiting for its parent to take notice. */
  isZombie: boolean
}

/** Every process, read from /proc: a bare machine has no `ps`. Empty on other systems than Linux. */
function processes(): ProcessEntry[] {
  if (process.platform !== 'linux') return []
  return readdirSync('/proc')
    .filter(name => /^\d+$/.test(name))
    .flatMap(name => {
      try {
        // proc(5): the name stands in brackets and may hold anything, brackets too.
        const stat = readFileSync(`/proc/${name}/stat`, 'utf8')
        const end = stat.lastIndexOf(')')
        const [state, parent] = stat.slice(end + 2).split(' ')
        return [
          {
            pid: Number(name),
            parent: Number(parent),
            isZombie: state === 'Z',
          },
        ]
      } catch {
        // It ended while the folder was read.
        return []
      }
    })
}

/** The processes below one that are alive, children of children too, oldest first. */
export function descendants(pid: number): number[] {
  const all = processes()
  const below = (of: number): ProcessEntry[] =>
    all.filter(p => p.parent === of).flatMap(child => [child, ...below(child.pid)])
  return below(pid)
    .filter(p => !p.isZombie)
    .map(p => p.pid)
    .sort((a, b) => a - b)
}

/** Whether a process is there and has not ended. */
export function isAlive(pid: number): boolean {
  return processes().some(p => p.pid === pid && !p.isZombie)
}

const read = (path: string) => {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}

/** How much memory a process holds, in megabytes (Linux); 0 where it has ended. */
export const residentMB = (pid: number) => Number(/VmRSS:\s+(\d+)/.exec(read(`/proc/${pid}/status`))?.[1] ?? 0) / 1024

/** The browsers below a process (Linux): each has processes of its own, which say of what type they are. */
export function browsersBelow(pid: number): number[] {
  return descendants(pid).filter(below => {
    const words = read(`/proc/${below}/cmdline`).split('\0')
    return words.includes('--headless') && !words.some(word => word.startsWith('--type='))
  })
}
