/**
 * Lets one writer work at a time, in order of asking. SQLite has one writer anyway; waiting here, without blocking the
 * event loop, replaces waiting inside the driver, which would block it.
 */
export class WriteTurns {
  #last: Promise<unknown> = Promise.resolve()

  /** Runs `work` when every earlier writer has finished, whether it succeeded or not. */
  take<Result>(work: () => Promise<Result> | Result): Promise<Result> {
    const turn = this.#last.then(work)
    this.#last = turn.catch(() => undefined)
    return turn
  }
}
