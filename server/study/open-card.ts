import type { CardReply } from '../../shared/api/cards.ts'
import { Refusal } from '../../shared/basics/refusal.ts'
import type { CardId } from '../../shared/card/card.ts'
import { standingEvents } from '../../shared/schedule/fold-reviews.ts'
import { newCardState } from '../../shared/schedule/schedule.ts'
import { findCard, findCardEvents, findStates } from '../db/cards.ts'
import type { Learner } from '../learner.ts'
import { shownContent, shownLanguages, shownTyped, toCardView } from '../view/card-view.ts'
import { renderSides } from '../view/render-side.ts'

/** One card with its text rendered and every event of its log, undone ones marked. */
export async function openCard(learner: Learner, id: CardId): Promise<CardReply> {
  const { id: learnerId } = learner
  const db = learner.db.reader
  const card = await findCard(db, learnerId, id)
  if (card === undefined) throw new Refusal('not_found', `There is no card ${id}.`)
  const states = await findStates(db, learnerId, [id])
  const events = await findCardEvents(db, learnerId, id)
  const standing = new Set(standingEvents(events).map(({ event }) => event.id))
  const view = toCardView(card, states.get(id) ?? newCardState)
  return {
    ...view,
    ...renderSides(shownContent(card), shownLanguages(card)),
    typed: shownTyped(card),
    history: events.map(({ event }) => ({
      id: event.id,
      kind: event.kind,
      at: event.at,
      studyDay: event.studyDay,
      grade: event.kind === 'reviewed' ? event.grade : null,
      via: event.kind === 'reviewed' ? event.via : null,
      undone: !standing.has(event.id),
    })),
  }
}
