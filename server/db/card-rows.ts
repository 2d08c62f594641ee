import type { Source } from '../../shared/api/common.ts'
import type { EpochMs } from '../../shared/basics/time.ts'
import type { CardFlag } from '../../shared/card/card-flags.ts'
import type { CardId, CardKey, CardKind } from '../../shared/card/card.ts'
import type { CardStatus } from '../../shared/card/is-asked.ts'
import type { LintReason } from '../../shared/card/lint-rule.ts'
import { type SideLanguages, inEnglish } from '../../shared/card/side-languages.ts'
import type { ConceptId } from '../../shared/concept/concept.ts'
import type { FactKey } from '../../shared/fact/fact.ts'
import type { LearnerId } from '../../shared/schedule/review-event.ts'
import { defined } from './defined.ts'
import { type Json, fromJson, toJson } from './json-column.ts'
import type { CardsTable, ProposedColumns } from './tables.ts'

/** What the notes make of a card: what it asks, and what the rules think of it. */
export interface DrawnCard {
  readonly kind: CardKind
  readonly front: string
  readonly back: string
  readonly accepted: readonly string[]
  readonly status: CardStatus
  readonly reasons: readonly LintReason[]
}

/** A card as it is stored: the notes' side, and the learner's. */
export interface Card extends DrawnCard {
  readonly id: CardId
  readonly key: CardKey
  readonly conceptId: ConceptId
  readonly factKey: FactKey
  readonly sources: readonly Source[]
  /** What the sides are written in, as the notes give them. */
  readonly languages: SideLanguages
  /** The learner's own wording, which stands in place of the notes'. */
  readonly ownFront: string | null
  readonly ownBack: string | null
  /** When the learner took a doubtful card into the queue. */
  readonly acceptedAt: EpochMs | null
  readonly createdAt: EpochMs
  /** What waits for the learner's word; the card is asked as before until then. */
  readonly waiting: 'meaning' | 'gone' | null
  /** For `meaning`: what the notes make of the card now. */
  readonly proposed: DrawnCard | null
  /** Since when it is asked though its text is gone, because the learner said so. */
  readonly keptAt: EpochMs | null
  readonly skippedAt: EpochMs | null
  readonly flag: CardFlag | null
}

/** A stored card with the name of its concept. */
export interface NamedCard extends Card {
  readonly concept: string
}

/** The fields of a card that change. */
export type CardChanges = Partial<Omit<Card, 'id'>>

/** A row of `cards` as the card it is. The inverse of `toCardRow`. */
export function toCard(row: CardsTable): Card {
  return {
    id: row.id,
    key: row.card_key,
    conceptId: row.concept_id,
    factKey: row.fact_key,
    kind: row.kind,
    front: row.front,
    back: row.back,
    accepted: fromJson(row.accepted),
    ownFront: row.edited_front,
    ownBack: row.edited_back,
    status: row.status,
    acceptedAt: row.accepted_at,
    reasons: fromJson(row.reasons),
    sources: fromJson(row.sources),
    languages: toLanguages(row.languages),
    createdAt: row.created_at,
    waiting: row.waiting,
    proposed: toProposed(row.proposed),
    keptAt: row.kept_at,
    skippedAt: row.skipped_at,
    flag: row.flag,
  }
}

/** A row with the term of its concept as a card that can be shown. */
export function toNamedCard(row: CardsTable & { readonly term: string }): NamedCard {
  return { ...toCard(row), concept: row.term }
}

/** A card as a row of `cards`. */
export function toCardRow(learnerId: LearnerId, card: Card): CardsTable {
  return {
    learner_id: learnerId,
    id: card.id,
    card_key: card.key,
    concept_id: card.conceptId,
    fact_key: card.factKey,
    kind: card.kind,
    front: card.front,
    back: card.back,
    accepted: toJson(card.accepted),
    edited_front: card.ownFront,
    edited_back: card.ownBack,
    status: card.status,
    accepted_at: card.acceptedAt,
    reasons: toJson(card.reasons),
    sources: toJson(card.sources),
    languages: toLanguagesColumn(card.languages),
    created_at: card.createdAt,
    waiting: card.waiting,
    proposed: toProposedColumn(card.proposed),
    kept_at: card.keptAt,
    skipped_at: card.skippedAt,
    flag: card.flag,
  }
}

/** The columns of changed fields. The inverse of `toCardChanges`. */
export function toCardColumns(changes: CardChanges): Partial<CardsTable> {
  const { accepted, reasons, sources, languages, proposed } = changes
  return defined({
    card_key: changes.key,
    concept_id: changes.conceptId,
    fact_key: changes.factKey,
    kind: changes.kind,
    front: changes.front,
    back: changes.back,
    accepted: accepted && toJson(accepted),
    edited_front: changes.ownFront,
    edited_back: changes.ownBack,
    status: changes.status,
    accepted_at: changes.acceptedAt,
    reasons: reasons && toJson(reasons),
    sources: sources && toJson(sources),
    languages: languages && toLanguagesColumn(languages),
    created_at: changes.createdAt,
    waiting: changes.waiting,
    proposed: proposed === undefined ? undefined : toProposedColumn(proposed),
    kept_at: changes.keptAt,
    skipped_at: changes.skippedAt,
    flag: changes.flag,
  })
}

/** Changed columns, as an undo keeps them, as the fields of a card. */
export function toCardChanges(columns: Partial<CardsTable>): CardChanges {
  const { accepted, reasons, sources, languages, proposed } = columns
  return defined({
    key: columns.card_key,
    conceptId: columns.concept_id,
    factKey: columns.fact_key,
    kind: columns.kind,
    front: columns.front,
    back: columns.back,
    accepted: accepted && fromJson(accepted),
    ownFront: columns.edited_front,
    ownBack: columns.edited_back,
    status: columns.status,
    acceptedAt: columns.accepted_at,
    reasons: reasons && fromJson(reasons),
    sources: sources && fromJson(sources),
    languages: languages === undefined ? undefined : toLanguages(languages),
    createdAt: columns.created_at,
    waiting: columns.waiting,
    proposed: proposed === undefined ? undefined : toProposed(proposed),
    keptAt: columns.kept_at,
    skippedAt: columns.skipped_at,
    flag: columns.flag,
  })
}

const toLanguages = (column: Json<SideLanguages> | null): SideLanguages =>
  column === null ? inEnglish : fromJson(column)

const toLanguagesColumn = (languages: SideLanguages): Json<SideLanguages> | null =>
  languages.front === null && languages.back === null ? null : toJson(languages)

function toProposed(column: Json<ProposedColumns> | null): DrawnCard | null {
  if (column === null) return null
  const { kind, front, back, accepted, status, reasons } = fromJson(column)
  return { kind, front, back, accepted: fromJson(accepted), status, reasons: fromJson(reasons) }
}

function toProposedColumn(proposed: DrawnCard | null): Json<ProposedColumns> | null {
  if (proposed === null) return null
  const { kind, front, back, accepted, status, reasons } = proposed
  return toJson({ kind, front, back, accepted: toJson(accepted), status, reasons: toJson(reasons) })
}
