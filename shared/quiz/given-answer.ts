import type { CardId } from '../card/card.ts'
import type { FactKey } from '../fact/fact.ts'
import type { Evidence } from './question.ts'

export const confidences = ['guess', 'likely', 'sure'] as const
/** How sure the learner was before they saw the verdict: under 67 %, up to 80 %, above. */
export type Confidence = (typeof confidences)[number]

/** What a learner gives. Which kinds a question takes, `takesAnswer` says. */
export type GivenAnswer =
  /** "I don't know." */
  | { readonly kind: 'unknown' }
  /** For `typed` and a typed `problem`. The ticks are of the check's ideas, after they were shown. */
  | { readonly kind: 'text'; readonly text: string; readonly ticked?: readonly number[] }
  /** For `multiple_choice`, `confusable`, a `problem` with options, and `own_choice` with one key. */
  | { readonly kind: 'option'; readonly index: number }
  /** For `own_choice`. */
  | { readonly kind: 'options'; readonly indexes: readonly number[] }
  /** For `order`: the numbers of the steps as shown, the first one first. */
  | { readonly kind: 'order'; readonly order: readonly number[] }
  /** For `match`: to each pair, in their order, a place among the rights; null where left open. */
  | { readonly kind: 'pairs'; readonly rights: readonly (number | null)[] }
  /** For `true_false`: with the correction when "false" was said. */
  | {
      readonly kind: 'truth'
      readonly says: boolean
      readonly correction?: string
      readonly ticked?: readonly number[]
    }

/** How it went. A near miss is right with a slip of the pen. */
export type QuizVerdict = 'right' | 'near' | 'wrong'

/** How one part of an answer went: an item of a list, an idea, a step, a pair. */
export interface JudgedPart {
  /** As the right answer has it. Inline Markdown. */
  readonly text: string
  readonly verdict: QuizVerdict
  /** What stood there instead, where something did. */
  readonly given: string | null
}

/** What one card was shown to be worth by an answer. */
export interface JudgedCard {
  readonly cardId: CardId
  readonly factKey: FactKey
  readonly verdict: QuizVerdict
}

/** An answer and how it was judged. */
export interface Judged {
  readonly verdict: QuizVerdict
  /** The share that was right, for what has parts; 0 or 1 for the rest. Shown, never a verdict by itself. */
  readonly credit: number
  readonly parts: readonly JudgedPart[]
  /** What this answer shows, which may be less than the question could: seeing that it is false, and not why. */
  readonly evidence: Evidence
  readonly guessChance: number
  /** One for most kinds, one a pair for `match`. */
  readonly cards: readonly JudgedCard[]
  /** The spelling it came closest to; null for what is not typed, and for what matches nothing. */
  readonly matched: string | null
  /** Whether "I was right" makes sense: something was typed, and compared by its spelling. */
  readonly canAppeal: boolean
}

/** All that is shown after an answer but for the rendering. */
export interface QuizFeedback {
  readonly verdict: QuizVerdict
  /** The verdict in words: "Right", "Right, with a slip", "3 of 4 pairs", "Not known yet". */
  readonly words: string
  /** What was given, as inline Markdown; null for "I don't know". */
  readonly given: string | null
  /** The right answer: a text, or the items or steps in order. Markdown. */
  readonly answer: string | readonly string[]
  readonly parts: readonly JudgedPart[]
  readonly alsoRight: readonly string[]
  /** One for each wrong option or swapped value: its text, and what it is the answer to. */
  readonly wrong: readonly { readonly text: string; readonly why: string }[]
  /** For a confusable pair: what the notes say of each. */
  readonly apart: readonly { readonly name: string; readonly said: string }[]
  /** True where the text was put together by us from what the notes say: said beside it. */
  readonly isAssembled: boolean
  /** Right and sure: one line is enough. */
  readonly isFolded: boolean
}
