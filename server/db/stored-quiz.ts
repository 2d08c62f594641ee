import type { QuizEndReason, QuizSetup } from '../../shared/api/quizzes.ts'
import type { EpochMs } from '../../shared/basics/time.ts'
import type { CardId } from '../../shared/card/card.ts'
import type { Confidence, GivenAnswer, Judged } from '../../shared/quiz/given-answer.ts'
import type { Mistake } from '../../shared/quiz/mix-ups.ts'
import type { QuestionKind } from '../../shared/quiz/question.ts'
import type { QuizChange } from '../../shared/quiz/quiz-effects.ts'
import type { QuizPaper } from '../../shared/quiz/quiz-paper.ts'
import type { QuizLearner } from '../../shared/quiz/quiz-request.ts'
import type { DeviceId, EventId } from '../../shared/schedule/review-event.ts'

/** A quiz as it is stored, the key of each question included. */
export interface StoredQuiz {
  readonly id: string
  /** What it is about, in a word or two. */
  readonly name: string
  readonly createdAt: EpochMs
  readonly setup: QuizSetup
  readonly paper: QuizPaper
  /** By question: names the notes know that a slip might spell. */
  readonly terms: Readonly<Record<string, readonly string[]>>
  /** Seconds that this learner took for a question of each kind, when the quiz was made: what a slow answer is held against. */
  readonly secondsPer: QuizLearner['secondsPer']
  readonly end: { readonly at: EpochMs; readonly reason: QuizEndReason } | null
}

/** What an answer did to the schedule of one card. */
export interface StoredEffect {
  readonly cardId: CardId
  readonly change: QuizChange
  readonly words: string
  /** The events that stand for it in the log now. */
  readonly eventIds: readonly EventId[]
  /** The learner took the change back; the answer stays as evidence. */
  readonly undone: boolean
}

/** An answer with how it was judged and what it did. */
export interface StoredAnswer {
  readonly questionId: string
  readonly eventId: EventId
  readonly deviceId: DeviceId
  /** When the learner answered, by the device's clock, and where. */
  readonly at: EpochMs
  readonly zone: string
  readonly answeredAt: EpochMs
  readonly kind: QuestionKind
  readonly given: GivenAnswer
  readonly judged: Judged
  readonly confidence: Confidence | null
  readonly durationMs: number
  /** What it was judged before the learner said that it was right; null where they did not. */
  readonly beforeAppeal: Judged | null
  readonly effects: readonly StoredEffect[]
  readonly mistakenFor: readonly Mistake[]
}

/** What a row of `quiz_answers` holds of an answer besides its names. */
export type QuizAnswerColumn = Omit<StoredAnswer, 'questionId' | 'eventId' | 'answeredAt'>

/** What a row of `quizzes` holds besides the questions. */
export interface QuizPlanColumn extends Pick<StoredQuiz, 'name' | 'setup' | 'terms' | 'secondsPer'> {
  readonly paper: Omit<QuizPaper, 'questions'>
}
