import type { Confidence, Judged } from './given-answer.ts'
import type { QuizQuestion } from './question.ts'
import type { QuizLength, QuizMode } from './quiz-request.ts'

/**
 * A quiz as it is stored and taken offline: every question that may come, and the order planned. What comes next is
 * decided by `nextQuestion` from this and the answers so far.
 */
export interface QuizPaper {
  readonly length: QuizLength
  readonly mode: QuizMode
  readonly asksConfidence: boolean
  readonly questions: readonly QuizQuestion[]
  /** Ids of questions in the order planned; the others are in reserve (easier forms, second looks). */
  readonly order: readonly string[]
  /** For "until sure": what is believed of each concept before the first answer. */
  readonly concepts: readonly {
    readonly conceptId: string
    readonly concept: string
    readonly known: number
  }[]
  /** Questions in reserve for a second look: `again` asks what `first` asked, in another form or order. */
  readonly secondLooks: readonly { readonly first: string; readonly again: string }[]
  /** Questions in reserve that ask the fact of `planned` in an easier form. */
  readonly easier: readonly { readonly planned: string; readonly easier: string }[]
  /** Kinds that could not be made and were replaced, for the result: "2 matching questions were replaced". */
  readonly replaced: readonly { readonly kind: QuizQuestion['kind']; readonly times: number }[]
}

/** One answered question, in the order of answering. */
export interface QuizStep {
  readonly questionId: string
  readonly judged: Judged
  readonly confidence: Confidence | null
  readonly unknown: boolean
  readonly durationMs: number
}

/** Why a question is asked now. */
export type AskReason = 'planned' | 'second_look' | 'easier_form'

/** Why a concept is asked no more. */
export type ConceptEnding = 'known' | 'not_known' | 'six_asked' | 'no_more_questions'

/** Why a quiz ended. */
export type StopReason =
  | { readonly kind: 'all_asked' }
  | { readonly kind: 'minutes_over' }
  /** Each concept is decided, or has no more questions. */
  | { readonly kind: 'sure' }
  | { readonly kind: 'limit'; readonly asked: number }
  /** The learner ended it. */
  | { readonly kind: 'left' }

/** What a quiz does next. */
export type QuizTurn =
  | {
      readonly kind: 'ask'
      readonly question: QuizQuestion
      readonly reason: AskReason
      /** About how many are still to come, this one included. */
      readonly left: number
    }
  | { readonly kind: 'stop'; readonly reason: StopReason; readonly sentence: string }

/** What "until sure" found out about a concept. */
export interface ConceptFinding {
  readonly conceptId: string
  readonly concept: string
  readonly asked: number
  readonly right: number
  /** P(known) before and after. */
  readonly before: number
  readonly after: number
  /** Null while it is open. */
  readonly ending: ConceptEnding | null
  readonly sentence: string
}

/** One square of the map of an exam. */
export interface ExamPlace {
  readonly questionId: string
  readonly number: number
  readonly state: 'open' | 'answered'
}

/** How a question went, for the result. */
export interface QuizOutcome {
  readonly question: QuizQuestion
  readonly step: QuizStep
  readonly group: ResultGroup
  /** False for a second look: only first tries are scored. */
  readonly isFirstTry: boolean
}

export const resultGroups = ['sure_but_wrong', 'wrong', 'lucky_guess', 'right'] as const
/** In the order in which a result lists them. */
export type ResultGroup = (typeof resultGroups)[number]

/** How often the learner was right, by how sure they were. */
export interface Calibration {
  readonly confidence: Confidence
  readonly asked: number
  readonly right: number
  /** The Wilson 95 % range; null while nothing was asked. */
  readonly range: { readonly low: number; readonly high: number } | null
}
