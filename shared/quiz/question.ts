import type { CardId } from '../card/card.ts'
import type { Side } from '../card/kinds/kind-rules.ts'
import type { FactKey } from '../fact/fact.ts'
import type { SourceQuote } from '../note/note.ts'

export const questionKinds = [
  'typed',
  'problem',
  'multiple_choice',
  'own_choice',
  'order',
  'match',
  'true_false',
  'confusable',
] as const
/** In which form a quiz asks. `own_choice` are options that the notes' author wrote. */
export type QuestionKind = (typeof questionKinds)[number]

/** What a right answer shows: that the learner knows it when they see it, or that they can bring it forth. */
export type Evidence = 'recognition' | 'recall'

interface QuestionBase {
  /** The same for the same seed, card and form; no two questions of a quiz share one. */
  readonly id: string
  /** The card that is asked: its schedule may move. Of `match` the first; the others stand in its pairs. */
  readonly cardId: CardId
  readonly factKey: FactKey
  readonly conceptId: string
  /** The name of the concept when the quiz was made. */
  readonly concept: string
  readonly prompt: Side
  /** The chance to be right without knowing: 0 when typed, 1/k of k options, 1/n! of n steps. */
  readonly guessChance: number
  readonly evidence: Evidence
  /** Where the notes say so: kept with the question, so that it can be explained when its note is gone. */
  readonly sources: readonly SourceQuote[]
}

/** How what was typed is held against what is right. */
export type AnswerCheck =
  // Where accents are free they may be left out.
  /**
   * One spelling or another; the first is the one that is shown. Slips of the pen are told apart. Of code, the `examples`
   * are names, paths, hashes and numbers that anyone may have otherwise.
   */
  | {
      readonly kind: 'spelling'
      readonly answers: readonly string[]
      readonly mode: 'text' | 'code'
      readonly examples: readonly string[]
      readonly accents?: 'free'
    }
  /** A list, in any order, one item a line: each item has its spellings, and each counts by itself. */
  | {
      readonly kind: 'items'
      readonly items: readonly (readonly string[])[]
      readonly accents?: 'free'
    }
  /** A text too long to compare: the learner ticks which of its ideas they had. */
  | { readonly kind: 'ideas'; readonly ideas: readonly string[] }

/** One option. Inline Markdown. */
export interface QuizOption {
  readonly text: string
  /** The card whose right answer it is; null for the key, for a past mistake and for its author's own options. */
  readonly origin: CardId | null
  /** One sentence as plain text: what it is the answer to, or null for the key. */
  readonly whyWrong: string | null
}

/** A field to type into. */
export interface TypedControl {
  readonly kind: 'typed'
  /** As it is shown. Markdown. */
  readonly answer: string
  readonly check: AnswerCheck
  /** What the notes give as right besides, shown as "also in your notes". */
  readonly alsoRight: readonly string[]
}

/** Options of which one is right. */
export interface OptionsControl {
  readonly kind: 'options'
  readonly options: readonly QuizOption[]
  readonly keyIndex: number
  /** The right answer as the notes have it; among the options all stand in one dress. Markdown. */
  readonly answer: string
}

/** A short answer, a gap, a list or a text that must be brought forth. */
export interface TypedQuestion extends QuestionBase {
  readonly kind: 'typed'
  readonly control: TypedControl
}

/** How a problem is solved, or which problem something solves. Typed, or with options at the first meeting. */
export interface ProblemQuestion extends QuestionBase {
  readonly kind: 'problem'
  readonly asks: 'solution' | 'problem'
  readonly control: TypedControl | OptionsControl
}

/** Three options, four where all pass: one is right, the others are right answers to other questions. */
export interface MultipleChoiceQuestion extends QuestionBase {
  readonly kind: 'multiple_choice'
  readonly control: OptionsControl
}

/** The options that its author wrote below a question; more than one may be right. */
export interface OwnChoiceQuestion extends QuestionBase {
  readonly kind: 'own_choice'
  readonly options: readonly QuizOption[]
  /** Ascending, never empty. */
  readonly keyIndexes: readonly number[]
}

/** Steps to put in order. */
export interface OrderQuestion extends QuestionBase {
  readonly kind: 'order'
  /** As they are shown. Inline Markdown. */
  readonly steps: readonly string[]
  /** The right order: the first number names the step that comes first. */
  readonly rightOrder: readonly number[]
}

/** One line of a question of pairs: a card by itself, which counts by itself. */
export interface MatchPair {
  readonly cardId: CardId
  readonly factKey: FactKey
  readonly conceptId: string
  /** Inline Markdown. */
  readonly left: string
  /** Its place among the rights as they are shown. */
  readonly rightIndex: number
  readonly sources: readonly SourceQuote[]
}

/** Four or five names and what each is. */
export interface MatchQuestion extends QuestionBase {
  readonly kind: 'match'
  readonly pairs: readonly MatchPair[]
  /** As they are shown. Inline Markdown. */
  readonly rights: readonly string[]
}

/** A statement. One that is false is to be put right as well. */
export interface TrueFalseQuestion extends QuestionBase {
  readonly kind: 'true_false'
  readonly truth: boolean
  /** What stands in the statement, and what should; the same where it is true. Inline Markdown. */
  readonly said: string
  readonly answer: string
  /** How a correction is judged; null for a true statement. */
  readonly correction: AnswerCheck | null
  /** What the wrong value is the answer to; null for a true statement. */
  readonly whyWrong: string | null
}

/** Two that were mixed up, or are easily: which of them is it? */
export interface ConfusableQuestion extends QuestionBase {
  readonly kind: 'confusable'
  readonly control: OptionsControl
  /** What tells them apart, by the notes: each with what they say of it. */
  readonly apart: readonly { readonly name: string; readonly said: string }[]
}

/** A question as it is asked. Plain data: it survives JSON, and holds all it takes to judge and explain it. */
export type QuizQuestion =
  | TypedQuestion
  | ProblemQuestion
  | MultipleChoiceQuestion
  | OwnChoiceQuestion
  | OrderQuestion
  | MatchQuestion
  | TrueFalseQuestion
  | ConfusableQuestion

export type QuestionOf<Kind extends QuestionKind> = Extract<QuizQuestion, { readonly kind: Kind }>

/** The options of a question; none where it has something else to answer with. */
export function optionsOf(question: QuizQuestion): readonly QuizOption[] {
  if (question.kind === 'own_choice') return question.options
  return 'control' in question && question.control.kind === 'options' ? question.control.options : []
}
