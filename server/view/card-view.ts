import type { CardView } from '../../shared/api/cards.ts'
import type { CardStateView, Source } from '../../shared/api/common.ts'
import { typedAnswer } from '../../shared/answer/typed-answer.ts'
import type { ExpectedAnswer } from '../../shared/answer/judge-answer.ts'
import type { CardContent, CardKind } from '../../shared/card/card.ts'
import { contentOfTexts } from '../../shared/card/kinds/content-of-texts.ts'
import type { CardsTable } from '../db/tables.ts'

/** A card row with the term of its concept. */
type CardRow = CardsTable & { term: string }

/** What is shown: the learner's own wording where there is one. */
export function shownText(row: Pick<CardsTable, 'front' | 'back' | 'edited_front' | 'edited_back'>): {
  front: string
  back: string
} {
  return { front: row.edited_front ?? row.front, back: row.edited_back ?? row.back }
}

/** What a card holds as it is shown. */
export function shownContent(
  row: Pick<CardsTable, 'kind' | 'front' | 'back' | 'edited_front' | 'edited_back'>,
): CardContent {
  const { front, back } = shownText(row)
  return contentOfTexts(row.kind as CardKind, front, back)
}

/** What a typed answer is compared with. The names that the notes accept go with their own wording, not with the learner's. */
export function shownTyped(
  row: Pick<CardsTable, 'kind' | 'front' | 'back' | 'edited_front' | 'edited_back' | 'accepted'>,
): { answers: string[]; mode: ExpectedAnswer['mode'] } | null {
  const accepted = row.edited_back === null ? (JSON.parse(row.accepted) as string[]) : []
  const typed = typedAnswer(shownContent(row), accepted)
  return typed === null ? null : { answers: [...typed.answers], mode: typed.mode }
}

/** A doubtful card that the learner accepted is as good as a ready one. */
export function shownStatus(row: Pick<CardsTable, 'status' | 'accepted_at'>): CardsTable['status'] {
  return row.status === 'doubtful' && row.accepted_at !== null ? 'ready' : row.status
}

/** The stored sources of a card or fact. */
export function toSources(json: string): Source[] {
  return JSON.parse(json) as Source[]
}

/** A card as the API shows it. */
export function toCardView(row: CardRow, state: CardStateView): CardView {
  return {
    id: row.id,
    kind: row.kind,
    status: shownStatus(row),
    ...shownText(row),
    edited: row.edited_front !== null || row.edited_back !== null,
    conceptId: row.concept_id,
    concept: row.term,
    factKey: row.fact_key,
    reasons: JSON.parse(row.reasons) as CardView['reasons'],
    sources: toSources(row.sources),
    flag: row.flag,
    state,
  }
}
