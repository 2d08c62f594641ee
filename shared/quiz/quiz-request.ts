import type { EpochMs } from '../basics/time.ts'
import type { CardId } from '../card/card.ts'
import type { FactKey } from '../fact/fact.ts'
import type { Confidence, QuizVerdict } from './given-answer.ts'
import type { MixUp } from './mix-ups.ts'
import type { QuestionKind } from './question.ts'

/** What a quiz is about. It asks about nothing else. */
export type QuizScope =
  | { readonly kind: 'library' }
  | { readonly kind: 'concepts'; readonly conceptIds: readonly string[] }
  /** Every topic whose path begins so. */
  | { readonly kind: 'topic'; readonly path: readonly string[] }
  /** A note, or with a closing slash a folder. */
  | { readonly kind: 'note'; readonly path: string }
  | { readonly kind: 'tag'; readonly tag: string }
  /** What a search, a list of misses or of leeches names. */
  | { readonly kind: 'cards'; readonly cardIds: readonly CardId[] }

/** What comes first. */
export type QuizFocus = 'mixed' | 'weakest' | 'sure_but_wrong' | 'just_imported'

export type QuizLength =
  | { readonly kind: 'count'; readonly count: number }
  | { readonly kind: 'minutes'; readonly minutes: number }
  /** Until it is decided of each concept whether it is known, or a limit is reached. */
  | { readonly kind: 'until_sure' }

export type QuizMode =
  | { readonly kind: 'practice' }
  /** Fixed order, answers may be changed until the end, feedback only then. */
  | { readonly kind: 'exam'; readonly minutes: number | null }

/** What a learner asks for. */
export interface QuizRequest {
  readonly scope: QuizScope
  readonly focus: QuizFocus
  readonly length: QuizLength
  /** Those that are switched on. */
  readonly kinds: readonly QuestionKind[]
  readonly mode: QuizMode
  readonly asksConfidence: boolean
  /** The same seed, material and learner give the same quiz. */
  readonly seed: string
}

export const quizPresets = [
  'mixed',
  'weakest',
  'sure_but_wrong',
  'just_imported',
  'all_of_one_concept',
] as const
export type QuizPreset = (typeof quizPresets)[number]

/** How a card stands. */
export interface QuizStanding {
  /** The predicted chance of recall today; null for a card never answered. */
  readonly recall: number | null
  /** Answers behind that prediction: the fewer, the less it says. */
  readonly answers: number
  /** The last answer of any kind, in a review or quiz. */
  readonly lastAnsweredAt: EpochMs | null
  readonly createdAt: EpochMs
}

/** A question that was answered in an earlier quiz. */
export interface PastQuestion {
  readonly cardId: CardId
  readonly factKey: FactKey
  readonly kind: QuestionKind
  readonly answeredAt: EpochMs
  readonly verdict: QuizVerdict
  readonly confidence: Confidence | null
  /** What was typed, '' for what was not. */
  readonly given: string
}

/** How an option fared under a card's questions. */
export interface OptionRecord {
  readonly cardId: CardId
  /** As it was shown. */
  readonly option: string
  readonly shown: number
  readonly picked: number
  /** The learner said that it is right as well, or makes no sense: it never comes back. */
  readonly reported: boolean
}

/** What a quiz must know of its learner. Plain data, gathered by the shell. */
export interface QuizLearner {
  readonly now: EpochMs
  readonly standings: ReadonlyMap<CardId, QuizStanding>
  /** In any order. Typed misses of reviews may stand here too. */
  readonly history: readonly PastQuestion[]
  readonly options: readonly OptionRecord[]
  /** Questions that were reported: a card in a form. */
  readonly reported: readonly { readonly cardId: CardId; readonly kind: QuestionKind }[]
  /** How many concepts build on each, by its id. */
  readonly dependants: ReadonlyMap<string, number>
  readonly confusions: readonly MixUp[]
  /** Median seconds an answer took, where known. */
  readonly secondsPer: Readonly<Partial<Record<QuestionKind, number>>>
}

/** Someone of whom nothing is known yet. */
export const newLearner: QuizLearner = {
  now: 0 as EpochMs,
  standings: new Map(),
  history: [],
  options: [],
  reported: [],
  dependants: new Map(),
  confusions: [],
  secondsPer: {},
}

/** Why a quiz cannot be as it was asked for. */
export type QuizShortfall =
  /** Nothing is in that scope. */
  | { readonly kind: 'no_cards'; readonly sentence: string }
  /** There are cards, but none can be asked in a form that is switched on. */
  | { readonly kind: 'no_questions'; readonly sentence: string }
  /** Fewer than wanted. */
  | { readonly kind: 'too_few'; readonly possible: number; readonly sentence: string }
  /** All of it was answered in the last minutes. */
  | { readonly kind: 'just_answered'; readonly sentence: string }
  /** No sure-but-wrong answers, or nothing was imported lately. */
  | { readonly kind: 'nothing_in_focus'; readonly sentence: string }

/** What is known of a quiz before it starts. */
export interface QuizPlan {
  /** Questions that could be asked: of each fact in as many forms as one quiz bears. */
  readonly possible: number
  /** Different facts among them. */
  readonly facts: number
  /** True where a large library was counted by a sample: "about". */
  readonly isEstimate: boolean
  /** In how many of those facts each kind could be asked; kinds switched off are counted, too. */
  readonly kinds: Readonly<Record<QuestionKind, number>>
  readonly concepts: readonly {
    readonly conceptId: string
    readonly concept: string
    readonly facts: number
  }[]
  /** Concepts with fewer than three facts that can be asked: nothing is decided of them. */
  readonly thinConcepts: number
  /** What a quiz of the length asked for will take. */
  readonly questions: number
  readonly minutes: number
  /** Null when it can be as asked for. Of `too_few` it can start nevertheless. */
  readonly shortfall: QuizShortfall | null
  /** "18 questions possible; 4 concepts have fewer than 3 facts." */
  readonly sentence: string
}
