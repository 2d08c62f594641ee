import type { Brand } from '../basics/brand.ts'
import type { ConceptKey } from '../concept/concept.ts'
import type { FactKey } from '../fact/fact.ts'
import type { SourceQuote } from '../note/note.ts'

export const cardKinds = ['basic', 'reverse', 'cloze', 'list_recall', 'typed'] as const
export type CardKind = (typeof cardKinds)[number]

/** What a card asks about: `hash(["card", term, factKind, factSlot, cardKind, cardSlot])`. Survives rewording, moving and reordering. */
export type CardKey = Brand<string, 'CardKey'>
/** The minted id of a stored card (UUIDv7). It never changes; events name it. */
export type CardId = Brand<string, 'CardId'>

/** Why a card is doubtful, or was refused: a code for programs and a sentence for people. */
export interface LintReason {
  readonly code: string
  readonly sentence: string
}

/** A question as the generator proposes it, before it meets what is stored. Plain data: it survives JSON. */
export interface GeneratedCard {
  readonly key: CardKey
  readonly kind: CardKind
  /** Inline Markdown (code spans at most). A cloze shows its one gap as `___`. */
  readonly front: string
  /** Inline Markdown. A `list_recall` holds one item a line. */
  readonly back: string
  /** Other answers that count as right when typed (aliases, acronym or expansion). */
  readonly accepted: readonly string[]
  readonly conceptKey: ConceptKey
  /** Cards of the same fact are siblings. */
  readonly factKey: FactKey
  readonly status: 'ready' | 'doubtful'
  /** Empty when ready. */
  readonly reasons: readonly LintReason[]
  /** Every place in every note that states the fact. Never empty. */
  readonly sources: readonly SourceQuote[]
}
