import type { AnswerCommit, AnswerStore } from '../db/answer-store.ts'
import { type RecordedBatch, type ReviewBatch, recordReviews } from './record-reviews.ts'
import { Schedulers } from './schedulers.ts'

/** Adds a batch of events in the same commit. */
export type RecordBatch = (batch: ReviewBatch) => Promise<RecordedBatch>

/** Work that waits for its commit. */
interface Waiting {
  /** Does the work, and returns what tells whoever waits once the commit is durable. */
  readonly run: (commit: AnswerCommit) => Promise<() => void>
  readonly reject: (error: unknown) => void
}

/**
 * Commits the answers that arrive in one turn of the event loop together: the disk is waited for once, not once an
 * answer, and each is still acknowledged only after it is durable.
 */
export class AnswerTurn {
  readonly #store: AnswerStore
  readonly #schedulers: Schedulers
  #waiting: Waiting[] = []

  constructor(store: AnswerStore, schedulers: Schedulers = new Schedulers()) {
    this.#store = store
    this.#schedulers = schedulers
  }

  record(batch: ReviewBatch): Promise<RecordedBatch> {
    return this.take((_commit, record) => record(batch))
  }

  /**
   * Does `work` in the commit of this turn of the event loop. It is done once more, in a commit of its own, when other work
   * of the same turn fails.
   */
  take<Result>(work: (commit: AnswerCommit, record: RecordBatch) => Promise<Result>): Promise<Result> {
    return new Promise((resolve, reject) => {
      const run = async (commit: AnswerCommit) => {
        const result = await work(commit, (batch) => recordReviews(commit, batch, this.#schedulers))
        return () => resolve(result)
      }
      this.#waiting.push({ run, reject })
      if (this.#waiting.length === 1) setImmediate(() => void this.#commit())
    })
  }

  async #commit(): Promise<void> {
    const group: Waiting[] = []
    try {
      const done = await this.#store.inOneCommit(async (commit) => {
        // Whoever came while this commit waited for its turn goes with it.
        group.push(...this.#waiting.splice(0))
        const told: (() => void)[] = []
        for (const { run } of group) told.push(await run(commit))
        return told
      })
      for (const tell of done) tell()
    } catch {
      // One of them failed and took the commit with it: each gets its own, so that the others do not suffer.
      for (const { run, reject } of [...group, ...this.#waiting.splice(0)]) {
        try {
          const tell = await this.#store.inOneCommit(run)
          tell()
        } catch (error) {
          reject(error)
        }
      }
    }
  }
}
