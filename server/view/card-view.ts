import type { CardView } from '../../shared/api/cards.ts'
import type { CardStateView } from '../../shared/api/common.ts'
import { typedAnswer } from '../../shared/answer/typed-answer.ts'
import type { ExpectedAnswer } from '../../shared/answer/judge-answer.ts'
import type { CardContent } from '../../shared/card/card.ts'
import { type CardStatus, isAsked } from '../../shared/card/is-asked.ts'
import { contentOfTexts } from '../../shared/card/kinds/content-of-texts.ts'
import { type SideLanguages, sideLanguage } from '../../shared/card/side-languages.ts'
import type { Card, NamedCard } from '../db/card-rows.ts'
import { quotedSources } from './source-view.ts'

/** What is shown: the learner's own wording where there is one. */
export function shownText(card: Pick<Card, 'front' | 'back' | 'ownFront' | 'ownBack'>): {
  front: string
  back: string
} {
  return { front: card.ownFront ?? card.front, back: card.ownBack ?? card.back }
}

/** What a card holds as it is shown. */
export function shownContent(
  card: Pick<Card, 'kind' | 'front' | 'back' | 'ownFront' | 'ownBack'>,
): CardContent {
  const { front, back } = shownText(card)
  return contentOfTexts(card.kind, front, back)
}

/** What both sides are written in: the learner's own words tell it by themselves, else as the notes' side does. */
export function shownLanguages(card: Pick<Card, 'ownFront' | 'ownBack' | 'languages'>): SideLanguages {
  const { ownFront, ownBack, languages } = card
  return {
    front: ownFront === null ? languages.front : sideLanguage(ownFront, languages.front),
    back: ownBack === null ? languages.back : sideLanguage(ownBack, languages.back),
  }
}

/** What a text of a card is written in that may come from either side. */
export function languageOf(
  text: string,
  card: Pick<Card, 'ownFront' | 'ownBack' | 'languages'>,
): string | null {
  const { front, back } = shownLanguages(card)
  return sideLanguage(text, front === back ? front : null)
}

/** What a typed answer is compared with. The names that the notes accept go with their own wording, not with the learner's. */
export function shownTyped(
  card: Pick<Card, 'kind' | 'front' | 'back' | 'ownFront' | 'ownBack' | 'accepted'>,
): { answers: string[]; mode: ExpectedAnswer['mode'] } | null {
  const accepted = card.ownBack === null ? card.accepted : []
  const typed = typedAnswer(shownContent(card), accepted)
  return typed === null ? null : { answers: [...typed.answers], mode: typed.mode }
}

/** A doubtful card that the learner accepted is as good as a ready one. */
export function shownStatus(card: Pick<Card, 'status' | 'acceptedAt'>): CardStatus {
  return isAsked(card) ? 'ready' : card.status
}

/** A card as the API shows it. */
export function toCardView(card: NamedCard, state: CardStateView): CardView {
  return {
    id: card.id,
    kind: card.kind,
    status: shownStatus(card),
    ...shownText(card),
    languages: shownLanguages(card),
    edited: card.ownFront !== null || card.ownBack !== null,
    conceptId: card.conceptId,
    concept: card.concept,
    factKey: card.factKey,
    reasons: [...card.reasons],
    sources: quotedSources(card.sources),
    flag: card.flag,
    state,
  }
}
