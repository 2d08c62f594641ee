import type { Settings } from '../../shared/api/settings.ts'
import type { CardId } from '../../shared/card/card.ts'
import type { EventId, LearnerId, LogDigest, LoggedEvent } from '../../shared/schedule/review-event.ts'
import type { CardState } from '../../shared/schedule/schedule.ts'
import type { Day, EpochMs } from '../../shared/basics/time.ts'
import type { DayCounts } from '../../shared/insight/count-day.ts'
import type { StoredAnswer, StoredQuiz } from './stored-quiz.ts'
import type { StabilityPerInterval } from '../../shared/schedule/predicted-recall.ts'
import type { FsrsSetting } from '../../shared/schedule/profile.ts'
import type { ConceptId } from '../../shared/concept/concept.ts'
import type { FactKey } from '../../shared/fact/fact.ts'
import type { ConceptStanding } from '../../shared/mastery/concept-standing.ts'

/** An event with the server's own fields. `cardId` of an `undone` is the card of what it undid. */
export interface StoredEvent extends LoggedEvent {
  readonly receivedAt: NonNullable<LoggedEvent['receivedAt']>
  readonly cardId: CardId | null
}

/** A card's cached fold with the place in the order up to which it was folded. */
export interface StoredState {
  readonly state: CardState
  readonly newestTime: number
  readonly newestId: string
}

/** What an engine has at hand at once, or waits for. */
export type MaybePromise<Result> = Result | Promise<Result>

/** Where answers are kept. One file an engine implements it. */
export interface AnswerStore {
  /**
   * Runs `work` as one commit, alone among all that write: however long it waits for something, no statement of another
   * writer comes between its own. When it fails, nothing of it is stored; a promise of it that is kept is on the disk.
   */
  inOneCommit<Result>(work: (commit: AnswerCommit) => MaybePromise<Result>): Promise<Result>
}

/** The answer path's questions and changes, as one commit sees and makes them. Only while that commit lasts. */
export interface AnswerCommit {
  findEvent(learnerId: LearnerId, id: EventId): MaybePromise<StoredEvent | null>
  /** Null for a card that is not stored: every card has a state, a new one too. */
  findState(learnerId: LearnerId, cardId: CardId): MaybePromise<StoredState | null>
  readCardLog(learnerId: LearnerId, cardId: CardId): MaybePromise<StoredEvent[]>
  cardsAnsweredOn(learnerId: LearnerId, day: Day): MaybePromise<CardId[]>
  /**
   * Adds an event that is the newest of its card, with the state it leads to and what it adds to the counts of its day: one
   * step, because nearly every answer is one.
   */
  insertNewest(
    stored: StoredEvent & { readonly cardId: CardId },
    state: StoredState,
    counts: DayCounts | null,
  ): MaybePromise<void>
  /** Adds an event that leaves every state and count as it is, or comes before others of its card. */
  insertEvent(stored: StoredEvent): MaybePromise<void>
  saveState(learnerId: LearnerId, cardId: CardId, stored: StoredState): MaybePromise<void>
  replaceDay(learnerId: LearnerId, day: Day, counts: DayCounts): MaybePromise<void>
  readLearner(learnerId: LearnerId): MaybePromise<LearnerOfLog>
  hasProfile(learnerId: LearnerId, profile: string): MaybePromise<boolean>
  /** Every change of scheduler in the log, and what undid one. */
  readSchedulerLog(learnerId: LearnerId): MaybePromise<StoredEvent[]>
  saveDigest(learnerId: LearnerId, digest: LogDigest): MaybePromise<void>
  /** Whether a quiz was ended, and what was answered in it, in the order of answering. */
  readQuizProgress(learnerId: LearnerId, quiz: StoredQuiz): MaybePromise<QuizProgress>
  insertQuizAnswer(learnerId: LearnerId, quizId: string, answer: StoredAnswer): MaybePromise<void>
  /** Puts another judgement, or other effects, in the place of those that the answer has. */
  updateQuizAnswer(learnerId: LearnerId, quizId: string, answer: StoredAnswer): MaybePromise<void>
  /** An option stood under a question of this card, and was taken or not. */
  countOption(learnerId: LearnerId, cardId: CardId, option: string, picked: boolean): MaybePromise<void>
  /** Takes an answer for right from now on. */
  acceptAnswer(learnerId: LearnerId, cardId: CardId, answer: string, at: EpochMs): MaybePromise<void>
  withdrawAnswer(learnerId: LearnerId, cardId: CardId, answer: string): MaybePromise<void>
  /** Null for a card that no concept counts. */
  findConceptPlace(learnerId: LearnerId, cardId: CardId): MaybePromise<ConceptPlace | null>
  /** What is kept of a concept; null while it waits to be made anew. */
  findStanding(learnerId: LearnerId, conceptId: ConceptId): MaybePromise<ConceptStanding | null>
  saveStanding(learnerId: LearnerId, conceptId: ConceptId, standing: ConceptStanding): MaybePromise<void>
  /** Leaves a concept to be made anew by whoever looks at it next: what changed lies in its past. */
  dropStanding(learnerId: LearnerId, conceptId: ConceptId): MaybePromise<void>
}

/** How far a quiz came. */
export interface QuizProgress {
  readonly isEnded: boolean
  readonly answers: readonly StoredAnswer[]
}

/** Where a card stands in its concept. */
export interface ConceptPlace {
  readonly conceptId: ConceptId
  readonly factKey: FactKey
  /** Its place among the cards that are asked about its fact, in order of their ids. */
  readonly card: number
}

/** What predictions were fitted to: SM-2's factors, and the parameters of the profile in force; null where none are. */
export interface FittedRecall {
  readonly perInterval: StabilityPerInterval | null
  readonly fsrs: FsrsSetting | null
}

/** What of a learner an answer depends on. */
export interface LearnerOfLog {
  readonly log: LogDigest
  readonly settings: Partial<Settings>
  /** The profile that the schedules are folded with. */
  readonly profile: string
  readonly fitted: FittedRecall
}
