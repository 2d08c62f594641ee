import { Refusal } from '../../shared/basics/refusal.ts'
import type { ReadingReply } from '../../shared/api/reading.ts'
import type { PlanHooks, Progress } from './library-plan.ts'

const nothing: Progress = { done: 0, of: 0, facts: 0, file: null }

/** The one reading that goes on, as the learner sees and steers it: how far it is, pause and cancel. */
export class ReadingState implements PlanHooks {
  #state: ReadingReply['state'] = 'idle'
  #progress = nothing
  #isCancelled = false
  #resume: (() => void) | null = null
  #steer: (word: 'pause' | 'resume' | 'cancel') => void = () => undefined

  get now(): ReadingReply {
    return { state: this.#state, ...this.#progress }
  }

  /** A reading begins; `steer` passes the learner's word on to the thread that reads. */
  begin(steer: (word: 'pause' | 'resume' | 'cancel') => void = () => undefined): void {
    this.#state = 'reading'
    this.#progress = nothing
    this.#isCancelled = false
    this.#steer = steer
  }

  /** From here on the change is stored; it can be undone and no longer cancelled. */
  store(): void {
    this.#state = 'storing'
  }

  end(): void {
    this.#state = 'idle'
    this.#progress = nothing
  }

  readonly report = (progress: Progress): void => {
    this.#progress = progress
  }

  readonly gate = async (): Promise<void> => {
    if (this.#state === 'paused') await new Promise<void>((resolve) => (this.#resume = resolve))
    if (this.#isCancelled) throw cancelled()
  }

  pause(): void {
    if (this.#state !== 'reading') return
    this.#state = 'paused'
    this.#steer('pause')
  }

  resume(): void {
    if (this.#state !== 'paused') return
    this.#state = 'reading'
    this.#steer('resume')
    this.#resume?.()
  }

  cancel(): void {
    if (this.#state !== 'reading' && this.#state !== 'paused') return
    this.#isCancelled = true
    this.#state = 'reading'
    // The last word counts: were a paused reading told to go on after this, it would read to its end.
    this.#steer('cancel')
    this.#resume?.()
  }
}

/** What a cancelled reading is refused with. */
export function cancelled(): Refusal {
  return new Refusal('cancelled', 'The reading was cancelled. Nothing was changed.')
}
