import type { Brand } from '../basics/brand.ts'
import type { ConceptKey } from '../concept/concept.ts'
import type { FactKey } from '../fact/fact.ts'
import type { SourceQuote } from '../note/note.ts'
import type { BasicContent } from './kinds/basic.ts'
import type { ChoiceContent } from './kinds/choice.ts'
import type { ClozeContent } from './kinds/cloze.ts'
import type { ListContent } from './kinds/list-recall.ts'
import type { ReverseContent } from './kinds/reverse.ts'
import type { TypedContent } from './kinds/typed.ts'
import type { LintReason } from './lint-rule.ts'
import type { SideLanguages } from './side-languages.ts'
import type { Worth } from './worth.ts'

/** What a card holds. One file a kind in `kinds/`, and a line in `kinds/card-kinds.ts`. */
export type CardContent =
  BasicContent | ReverseContent | ClozeContent | ListContent | TypedContent | ChoiceContent
export type CardKind = CardContent['kind']
export type ContentOf<Kind extends CardKind> = Extract<CardContent, { readonly kind: Kind }>

/** What a card asks about: `hash(["card", term, factKind, factSlot, cardKind, cardSlot])`. Survives rewording, moving and reordering. */
export type CardKey = Brand<string, 'CardKey'>
/** The minted id of a stored card (UUIDv7). It never changes; events name it. */
export type CardId = Brand<string, 'CardId'>

/** A question as the generator proposes it, before it meets what is stored. Plain data: it survives JSON. */
export interface GeneratedCard {
  readonly key: CardKey
  readonly content: CardContent
  /** Both sides as plain text, made from the content by the rules of its kind. */
  readonly front: string
  readonly back: string
  /** Other answers that count as right when typed (aliases, acronym or expansion). */
  readonly accepted: readonly string[]
  readonly languages: SideLanguages
  readonly conceptKey: ConceptKey
  /** Cards of the same fact are siblings. */
  readonly factKey: FactKey
  readonly status: 'ready' | 'doubtful'
  /** Empty when ready. */
  readonly reasons: readonly LintReason[]
  readonly worth: Worth
  /** Every place in every note that states the fact. Never empty. */
  readonly sources: readonly SourceQuote[]
}
