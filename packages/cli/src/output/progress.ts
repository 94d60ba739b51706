import type { Effects } from '../effects.js'
import { jsonRecord, type Telling } from './report.js'

/** How far a stage has come, where it counts. */
export interface Count {
  done: number
  of: number
}

/** Told when a stage begins, and as it goes on. */
export type OnStage = (stage: string, detail?: string, count?: Count) => void

/** Short work says nothing of time. */
const patienceMs = 2000

/** Off a terminal, long work says now and then how far it has come. */
const plainEveryMs = 10_000

function printTime(ms: number): string {
  const seconds = Math.max(1, Math.round(ms / 1000))
  return seconds < 90 ? `${seconds} s` : `${Math.round(seconds / 60)} min`
}

/**
 * Says what is being done: on a terminal in one line that changes, elsewhere a line for each stage and one every ten
 * seconds of counted work, with `json` a record in place of each line.
 */
export class Progress {
  readonly #effects: Effects
  readonly #telling: Telling
  #stage = ''
  #detail = ''
  #count: Count | null = null
  #began = 0
  /** How long each stage took the last time: `watch` makes one book again and again. */
  readonly #took = new Map<string, number>()
  #toldAt = 0
  #open = false
  #ticking: NodeJS.Timeout | undefined

  constructor(effects: Effects, telling: Telling) {
    this.#effects = effects
    this.#telling = telling
  }

  readonly stage: OnStage = (stage, detail = '', count) => {
    const now = performance.now()
    const isNew = stage !== this.#stage
    if (isNew) {
      this.#end(now)
      this.#stage = stage
      this.#began = now
    }
    this.#detail = detail
    this.#count = count ?? null
    if (this.#effects.isTerminal && !this.#telling.json) {
      this.#draw()
      // The seconds go on while nothing is told: a long print, for one.
      this.#ticking ??= setInterval(() => this.#draw(), 1000).unref()
    } else if (isNew || (count && now - this.#toldAt > plainEveryMs)) {
      this.#toldAt = now
      this.#plain()
    }
  }

  /** Clears the line, so that what is printed next begins on a clean one. */
  done(): void {
    clearInterval(this.#ticking)
    this.#ticking = undefined
    if (this.#open) this.#effects.stderr('\r\u001b[K')
    this.#open = false
    this.#end(performance.now())
    this.#stage = ''
  }

  /** `about 40 s left` where the stage counts or was gone through before, and goes on long enough to tell; else how long it takes already. */
  #time(): string {
    const elapsed = performance.now() - this.#began
    if (elapsed < patienceMs) return ''
    const left = this.#left(elapsed)
    if (left === null) return `, ${printTime(elapsed)}`
    return left < 1000 ? '' : `, about ${printTime(left)} left`
  }

  /** In milliseconds; null where it cannot be told. */
  #left(elapsed: number): number | null {
    if (this.#count)
      return this.#count.done === 0 ? null : (elapsed / this.#count.done) * (this.#count.of - this.#count.done)
    const took = this.#took.get(this.#stage) ?? 0
    return took > elapsed ? took - elapsed : null
  }

  #said(): string {
    const count = this.#count ? ` ${this.#count.done} of ${this.#count.of}` : ''
    return `${this.#stage}${count}`
  }

  #draw(): void {
    const time = this.#time()
    const detail = this.#detail === '' ? '' : ` ${this.#detail}`
    const room = (this.#effects.columns ?? 80) - time.length - 1
    this.#effects.stderr(`\r\u001b[K${(this.#said() + detail).slice(0, room)}${time}`)
    this.#open = true
  }

  #plain(): void {
    const { json } = this.#telling
    const fields = { stage: this.#stage, ...this.#count }
    this.#effects.stderr(json ? jsonRecord('stage', fields) : `${this.#said()}${this.#time()}\n`)
  }

  #end(now: number): void {
    if (this.#stage !== '') this.#took.set(this.#stage, now - this.#began)
    if (this.#stage === '' || !this.#telling.verbose || this.#telling.json) return
    const clear = this.#open ? '\r\u001b[K' : ''
    this.#effects.stderr(`${clear}  ${this.#stage}: ${Math.round(now - this.#began)} ms\n`)
  }
}
