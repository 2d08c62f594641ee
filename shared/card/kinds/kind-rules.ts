import type { Rule } from '../lint-rule.ts'

/** One side of a card, as the page lays it out. Texts are inline Markdown; an answer may hold blocks. */
export type Side =
  | { readonly kind: 'text'; readonly text: string }
  /** A sentence with one gap left open. */
  | { readonly kind: 'gap'; readonly before: string; readonly after: string }
  | { readonly kind: 'items'; readonly items: readonly string[] }
  /** A question with the options that one is to choose from. */
  | { readonly kind: 'choices'; readonly text: string; readonly options: readonly string[] }

/** All that is to be known about one kind of card. A new kind answers every question here, or nothing compiles. */
export interface KindRules<Content> {
  /** The question as plain text, for searches, comparisons and files. */
  readonly front: (content: Content) => string
  /** The answer as plain text. */
  readonly back: (content: Content) => string
  /** The content that a learner means by the two texts that they typed; a sentence says what is missing. */
  readonly read: (front: string, back: string) => Content | { readonly problem: string }
  /** What the page shows before and after the card is turned. */
  readonly sides: (content: Content) => { readonly prompt: Side; readonly answer: Side }
  /** The mechanical rules for a card that we worded, and for one that its author wrote. */
  readonly lint: { readonly ours: readonly Rule<Content>[]; readonly written: readonly Rule<Content>[] }
  /** True where the fact stands in the question too: another question is another meaning there. */
  readonly statesInFront: boolean
  /** Cards that are asked alike compete for one question: the name of their form. */
  readonly form: string
  /** What is offered to be typed: every short answer, only a name of one or two words, or nothing. */
  readonly typing: 'short' | 'name' | 'never'
  readonly quiz: QuizRules<Content>
}

/** What a quiz may do with a kind of card. */
export interface QuizRules<Content> {
  /** Every answer that the card holds, each by itself. */
  readonly answers: (content: Content) => readonly string[]
  /** What the answer is: a name, a list, or what its question and fact say. */
  readonly answerIs: 'name' | 'list' | 'by_question'
  /** True where the question tells the meaning and the answer is its term. */
  readonly isTurned: boolean
  /** Whether the question stands as it is above options. */
  readonly offersOptions: boolean
  /** The statement that the card makes with some answer put in; null where its question must be turned round first. */
  readonly fill: (content: Content, answer: string) => string | null
  /** What some answer of the card is to its question: "is the answer to". */
  readonly answerTo: string
}
