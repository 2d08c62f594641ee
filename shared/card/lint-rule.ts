/** Why a card is doubtful, or was refused: a code for programs and a sentence for people. */
export interface LintReason {
  readonly code: string
  readonly sentence: string
}

/** What a card is checked against. */
export interface LintContext {
  /** The stems of the concept's term. */
  readonly concept: ReadonlySet<string>
  /** The stems of the quoted source lines. */
  readonly source: ReadonlySet<string>
  /** True when the author wrote the card: its wording is theirs. */
  readonly written: boolean
  /** True for a card in another language: what looks for English words says nothing of it. */
  readonly abroad?: boolean
}

/** What the rules read of a card: its two sides as plain text, their stems, and what its kind holds. */
export interface Linted<Content = unknown> {
  readonly content: Content
  readonly front: string
  readonly back: string
  readonly question: readonly string[]
  readonly answer: readonly string[]
}

/** A rule gives its reason when a card breaks it. Rules that read sides alone serve every kind. */
export type Rule<Content = unknown> = (card: Linted<Content>, context: LintContext) => LintReason | undefined

/** The text with its code left out. */
export const withoutCode = (text: string): string => text.replace(/`[^`]*`/g, ' ')
/** A reason with its code. */
export const reason = (code: string, sentence: string): LintReason => ({ code, sentence })

/** Other answers would be as right as the note's own. */
export const openAnswer = reason('open_list', 'Many other answers would be just as right.')

/** The term alone could mean anything, and nothing above it says what. */
export const generalTerm = reason('general_term', 'The word alone could mean anything: say of what.')

/** A question without the tool that it names first: "In Git, how do you …?" gives nothing away by it. */
export const withoutPlace = (front: string): string =>
  front.replace(/^(?:In|On|With) [^,?]{1,40}, (?=(?:how do you|what|which|where|when)\b)/, '')

/** True when the answer has no number but those of its question: a new number is news. */
export const tellsNoNumber = (front: string, back: string): boolean => {
  const asked = new Set(front.match(/\d+/g))
  return (back.match(/\d+/g) ?? []).every((number) => asked.has(number))
}
