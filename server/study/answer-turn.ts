import type { Database } from '../db/open-database.ts'
import { type RecordedBatch, type ReviewBatch, recordReviews } from './record-reviews.ts'
import { Schedulers } from './schedulers.ts'

interface Waiting {
  readonly batch: ReviewBatch
  readonly resolve: (recorded: RecordedBatch) => void
  readonly reject: (error: unknown) => void
}

/**
 * Commits the answers that arrive in one turn of the event loop together: the disk is waited for once, not once an
 * answer, and each is still acknowledged only after it is durable.
 */
export class AnswerTurn {
  readonly #db: Database
  readonly #schedulers: Schedulers
  #waiting: Waiting[] = []

  constructor(db: Database, schedulers: Schedulers = new Schedulers()) {
    this.#db = db
    this.#schedulers = schedulers
  }

  record(batch: ReviewBatch): Promise<RecordedBatch> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ batch, resolve, reject })
      if (this.#waiting.length === 1) setImmediate(() => void this.#db.turns.take(() => this.#commit()))
    })
  }

  #commit(): void {
    const waiting = this.#waiting
    this.#waiting = []
    const together = this.#tryAll(waiting)
    if (together !== null) {
      for (const [index, { resolve }] of waiting.entries()) {
        const recorded = together[index]
        if (recorded !== undefined) resolve(recorded)
      }
      return
    }
    // One of them failed and took the commit with it: each gets its own, so that the others do not suffer.
    for (const one of waiting) {
      try {
        one.resolve(this.#db.answers.inOneCommit(() => this.#record(one.batch)))
      } catch (error) {
        one.reject(error)
      }
    }
  }

  #record(batch: ReviewBatch): RecordedBatch {
    return recordReviews(this.#db.answers, batch, this.#schedulers)
  }

  #tryAll(waiting: readonly Waiting[]): RecordedBatch[] | null {
    try {
      return this.#db.answers.inOneCommit(() => waiting.map(({ batch }) => this.#record(batch)))
    } catch {
      return null
    }
  }
}
