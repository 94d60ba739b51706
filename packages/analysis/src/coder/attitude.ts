import type { Stance } from '@briefbook/ast'
import type { Lean } from '../lexicons/phrases.js'

/** What the words on the way from an actor to a term add up to. Cues are indices of words. */
export class Attitude {
  readonly cues: number[] = []
  #shown = false
  /** How many words lean, negations not counted. */
  #leans = 0
  /** Whether the direction has turned an odd number of times. */
  #turned = false
  #negated = false
  #fear = false
  #mixed = false
  #against = false
  #open = false
  #evil = false
  #asked = false

  get shown(): boolean {
    return this.#shown
  }

  get turned(): boolean {
    return this.#turned
  }

  add(lean: Lean, cue: number): void {
    this.#shown = true
    this.#leans++
    this.cues.push(cue)
    if (lean === 'con') this.#turned = !this.#turned
    if (lean === 'fear') this.#fear = true
    if (lean === 'mixed') this.#mixed = true
  }

  /** `not`, `no`, `without` */
  negate(cue: number): void {
    this.#shown = true
    this.cues.push(cue)
    this.#turned = !this.#turned
    this.#negated = !this.#negated
  }

  /** The actor's side does something against what is feared: `prevent the danger`. */
  actAgainst(): void {
    this.#against = true
  }

  /** The term is what makes an evil's name: `food` in `food crisis`. Who acts against that is for food. */
  nameEvil(): void {
    this.#evil = true
  }

  /** It is asked whether it is so: what is feared stays feared, and all else is left open. */
  ask(): void {
    this.#asked = true
  }

  /** The matter is told to be undecided or unsaid so far. */
  leaveOpen(): void {
    this.#open = true
  }

  /**
   * @param direction  Of the term: 1 speaks for the issue as worded, -1 against it.
   * @param fallback   The stance where no word showed one.
   * @param acting     Whether the actor does something: a mere `is not` or `does not have` shows no stance.
   */
  total(direction: 1 | -1, fallback: Stance, acting: boolean): Stance {
    if (this.#mixed) return 'mixed'
    if (this.#open || (this.#asked && !this.#fear)) return 'none'
    if (this.#evil) return this.#turned ? 'favours' : this.#fear ? 'concerned' : 'none'
    // `is no threat to stability` speaks for it.
    if (this.#fear && this.#negated) return direction === 1 ? 'favours' : 'opposes'
    if (this.#fear && !this.#against) return 'concerned'
    if (!this.#shown || (this.#leans === 0 && !acting)) return fallback
    return this.#turned === (direction === -1) ? 'favours' : 'opposes'
  }
}
