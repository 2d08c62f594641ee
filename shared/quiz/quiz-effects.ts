import type { Day } from '../basics/time.ts'
import type { CardId } from '../card/card.ts'
import type { Grade } from '../schedule/review-event.ts'
import type { Confidence } from './given-answer.ts'

export const quizEffectSettings = ['balanced', 'only_failures', 'off'] as const
/** How much a quiz may move schedules. */
export type QuizEffectSetting = (typeof quizEffectSettings)[number]

/** An event to write for an answer: the shell adds ids, device, moment, zone and profile. */
export type QuizEvent =
  | {
      readonly kind: 'reviewed'
      readonly cardId: CardId
      readonly grade: Grade
      readonly durationMs: number
      readonly via: 'quiz'
      readonly effect: 'schedule' | 'none'
      readonly kindShown: string
      readonly confidence?: Confidence
    }
  | { readonly kind: 'dueSet'; readonly cardId: CardId; readonly dueOn: Day }

/** What became of a card's schedule. */
export type QuizChange =
  | { readonly kind: 'none' }
  /** It counted as this grade. */
  | { readonly kind: 'graded'; readonly grade: Grade }
  /** It comes back by that day, and nothing else of its schedule moved. */
  | { readonly kind: 'recheck'; readonly dueOn: Day }

/** What an answer does to the schedule of one card, and what is said of it. */
export interface QuizEffect {
  readonly cardId: CardId
  readonly events: readonly QuizEvent[]
  readonly change: QuizChange
  /** Shown beside it: "Counted as Good", "Back tomorrow, to check again". */
  readonly words: string
}
