import type { WrittenCard } from '../card/write-card.ts'

/** How a draft asks: a question with its answer, a sentence with a gap (`___`), or a question with a list. */
export const draftKinds = ['basic', 'cloze', 'list'] as const
export type DraftKind = (typeof draftKinds)[number]

/** A card that somebody from outside proposes. All of it is text: nothing in it is followed, run or shown as markup. */
export interface Draft {
  readonly kind: DraftKind
  /** For a cloze the sentence, with `___` for what is left out. */
  readonly question: string
  /** For a list one item a line; for a cloze what stands in the gap. */
  readonly answer: string
  /** The words of the note that state the answer. */
  readonly quote: string
  /** Where the quote stands, where that is known: first and last line, counted from 1. */
  readonly lines: readonly [first: number, last: number] | null
  /** What it is about, where that was said. */
  readonly concept: string | null
  /** What is wrong in the note, where the answer knowingly says something else. */
  readonly corrects: string | null
}

/** The note that drafts are held against. */
export interface DraftedNote {
  readonly text: string
  /** The title, which may name what the lines leave out. */
  readonly title: string
}

/** Why a draft is not even shown. */
export const draftRefusals = [
  'empty',
  'markup',
  'too_long',
  'quote_too_short',
  'quote_not_found',
  'not_grounded',
  'no_gap',
  'form',
  'not_worth',
  'same_card',
  'rejected_lines',
  'too_many',
  'not_a_card',
] as const
export type DraftRefusal = (typeof draftRefusals)[number]

/** What the gate says of a draft. */
export type DraftVerdict =
  | {
      readonly kind: 'accepted'
      readonly draft: Draft
      /** The lines of the note that its quote stands in, counted from 1. */
      readonly lines: readonly number[]
      /** The card that it would be, as a note writes it. */
      readonly written: WrittenCard
    }
  | { readonly kind: 'refused'; readonly code: DraftRefusal; readonly sentence: string }

/** What is known of the learner's cards and words, prepared once for many drafts. */
export interface DraftLibrary {
  /** The question of a card that asks the same or nearly the same; undefined when there is none. */
  readonly sameAs: (front: string, back: string) => string | undefined
  /** Remembers an accepted draft, so that the next one cannot ask it again. */
  readonly add: (front: string, back: string) => void
  /** Lines and questions that the learner wants no card of. */
  readonly rejected: ReadonlySet<string>
  /** How many more drafts of this note may wait. */
  readonly room: number
  /** How many drafts wait by the first line that they quote. */
  readonly onLine: ReadonlyMap<number, number>
}
