import type { CardKind, LintReason } from './card.ts'

/** What a card is checked against. */
export interface LintContext {
  /** The stems of the concept's term. */
  readonly concept: ReadonlySet<string>
  /** The stems of the quoted source lines. */
  readonly source: ReadonlySet<string>
  /** True when the author wrote the card: its wording is theirs. */
  readonly written: boolean
}

/** What the rules read of a card. */
export interface Lintable {
  readonly kind: CardKind
  readonly front: string
  readonly back: string
}

/** A card with the stems that several rules ask for. */
interface Stemmed extends Lintable {
  readonly question: readonly string[]
  readonly answer: readonly string[]
}

/** A rule gives its reason when a card breaks it. */
export type Rule = (card: Stemmed, context: LintContext) => LintReason | undefined

/** The gap of a cloze. */
export const gap = /_{3,}/g
/** The text with its code left out. */
export const withoutCode = (text: string): string => text.replace(/`[^`]*`/g, ' ')
/** The items of a list's answer, one a line. */
export const itemsOf = (back: string): string[] => back.split('\n').filter((item) => item.trim() !== '')
/** A reason with its code. */
export const reason = (code: string, sentence: string): LintReason => ({ code, sentence })

/** A question without the tool that it names first: "In Git, how do you …?" gives nothing away by it. */
export const withoutPlace = (front: string): string =>
  front.replace(/^(?:In|On|With) [^,?]{1,40}, (?=(?:how do you|what|which|where|when)\b)/, '')
