import type { ConceptKey } from '../concept/concept.ts'
import type { FactKey } from '../fact/fact.ts'
import type { CardId, CardKey, CardKind } from './card.ts'

/** A card as it is stored, as far as finding it again needs. */
export interface StoredCard {
  readonly id: CardId
  readonly key: CardKey
  readonly kind: CardKind
  readonly front: string
  readonly back: string
  readonly conceptKey: ConceptKey
  readonly factKey: FactKey
  /** The files that state its fact. */
  readonly files: readonly string[]
  readonly retired: boolean
}
