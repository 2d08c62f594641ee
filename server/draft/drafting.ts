import type { DraftingReply, DraftingState } from '../../shared/api/drafting.ts'
import { Refusal } from '../../shared/basics/refusal.ts'
import type { LearnerId } from '../../shared/schedule/review-event.ts'
import type { Model } from './ask-model.ts'

/** What is told of a drafting, apart from today's limit. */
export type DraftingProgress = Omit<DraftingReply, 'leftToday' | 'perDay'>

/** Which note is drafted for whom. */
export interface DraftingOf {
  readonly learnerId: LearnerId
  readonly noteId: string
  readonly file: string
  /** How many sections are sent. */
  readonly of: number
}

type Steps = Pick<
  DraftingProgress,
  'done' | 'section' | 'accepted' | 'refused' | 'notices' | 'sentence' | 'waitMs'
>

const nothingDone: Steps = {
  done: 0,
  section: null,
  accepted: 0,
  refused: [],
  notices: [],
  sentence: null,
  waitMs: null,
}

/** More refused drafts of one run nobody looks at. */
const mostRefused = 200

/** One note on its way to the model, as the learner sees and steers it. */
export class DraftingJob {
  readonly about: DraftingOf
  /** Settles when nothing of it goes on any more. */
  running: Promise<void> = Promise.resolve()
  #state: DraftingState = 'drafting'
  #steps = nothingDone
  #resume: (() => void) | null = null
  readonly #cancelling = new AbortController()

  constructor(about: DraftingOf) {
    this.about = about
  }

  get state(): DraftingState {
    return this.#state === 'drafting' && this.#steps.waitMs !== null ? 'waiting' : this.#state
  }
  get steps(): Steps {
    return this.#steps
  }
  /** Breaks off what is being asked. */
  get signal(): AbortSignal {
    return this.#cancelling.signal
  }
  get isOver(): boolean {
    return this.#state !== 'drafting' && this.#state !== 'paused'
  }

  /** Waits while the learner wants it to; false when it was cancelled. */
  async mayGoOn(): Promise<boolean> {
    if (this.#state === 'paused') await new Promise<void>((resolve) => (this.#resume = resolve))
    return !this.signal.aborted
  }

  readonly onWait = (waitMs: number | null): void => {
    this.#steps = { ...this.#steps, waitMs }
  }

  /** A section is on its way. */
  send(section: Steps['section']): void {
    this.#steps = { ...this.#steps, section }
  }

  /** A section came back. */
  take({ accepted, refused }: Pick<Steps, 'accepted' | 'refused'>): void {
    const { steps } = this
    this.#steps = {
      ...steps,
      done: steps.done + 1,
      section: null,
      accepted: steps.accepted + accepted,
      refused: [...steps.refused, ...refused].slice(0, mostRefused),
      waitMs: null,
    }
  }

  notice(sentence: string): void {
    this.#steps = { ...this.#steps, notices: [...this.#steps.notices, sentence].slice(-mostRefused) }
  }

  end(state: 'done' | 'stopped' | 'cancelled', sentence: string | null): void {
    if (this.isOver) return
    this.#state = state
    this.#steps = { ...this.#steps, section: null, sentence, waitMs: null }
  }

  pause(): void {
    if (this.#state === 'drafting') this.#state = 'paused'
  }

  resume(): void {
    if (this.#state !== 'paused') return
    this.#state = 'drafting'
    this.#resume?.()
  }

  cancel(): void {
    this.end('cancelled', 'The drafting was cancelled. What was drafted until then waits for you.')
    this.#cancelling.abort()
    this.#resume?.()
  }
}

/** What is drafted on this server: one note at a time, whoever asks. */
export class Drafting {
  /** Null when no model is named: then there is nothing to ask. */
  readonly model: Model | null
  #job: DraftingJob | null = null
  #wording: AbortController | null = null

  constructor(model: Model | null) {
    this.model = model
  }

  /** The model, or word of how to name one. */
  named(): Model {
    if (this.model !== null) return this.model
    throw new Refusal(
      'model_off',
      'No language model is named, so nothing is sent anywhere. Start the server with MODEL_URL and MODEL_NAME.',
    )
  }

  begin(about: DraftingOf): DraftingJob {
    if (this.#job !== null && !this.#job.isOver)
      throw new Refusal('drafting_now', 'A note is being drafted already. Wait for it, or cancel it first.')
    this.#job = new DraftingJob(about)
    return this.#job
  }

  nowFor(learnerId: LearnerId): DraftingProgress {
    const { model } = this
    const job = this.jobOf(learnerId)
    return {
      model: model === null ? null : { name: model.name, host: model.host },
      state: job?.state ?? 'idle',
      noteId: job?.about.noteId ?? null,
      file: job?.about.file ?? null,
      of: job?.about.of ?? 0,
      ...(job?.steps ?? nothingDone),
    }
  }

  /** Nobody sees what is drafted for somebody else. */
  jobOf(learnerId: LearnerId): DraftingJob | null {
    return this.#job?.about.learnerId === learnerId ? this.#job : null
  }

  /** Asks for better words for one card when no other card is being worded. */
  async wording<Result>(ask: (signal: AbortSignal) => Promise<Result>): Promise<Result> {
    if (this.#wording !== null)
      throw new Refusal('drafting_now', 'Another card is being worded. Try again in a moment.')
    const asking = new AbortController()
    this.#wording = asking
    try {
      return await ask(asking.signal)
    } finally {
      this.#wording = null
    }
  }

  /** The server ends: nothing is asked any more, and what was answered is stored. */
  async stop(): Promise<void> {
    this.#wording?.abort()
    this.#job?.cancel()
    await this.#job?.running
  }
}
