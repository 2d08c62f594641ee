import type { CardReply } from '../../shared/api/cards.ts'
import { Refusal } from '../../shared/basics/refusal.ts'
import { standingEvents } from '../../shared/schedule/fold-reviews.ts'
import { newCardState } from '../../shared/schedule/schedule.ts'
import { findCard, findCardEvents, findSchedules } from '../db/cards.ts'
import { toStoredEvent } from '../db/event-rows.ts'
import { toCardState } from '../db/state-rows.ts'
import type { Learner } from '../learner.ts'
import { shownContent, shownTyped, toCardView } from '../view/card-view.ts'
import { renderSides } from '../view/render-side.ts'

/** One card with its text rendered and every event of its log, undone ones marked. */
export async function openCard(learner: Learner, id: string): Promise<CardReply> {
  const { id: learnerId } = learner
  const db = learner.db.reader
  const row = await findCard(db, learnerId, id)
  if (row === undefined) throw new Refusal('not_found', `There is no card ${id}.`)
  const [schedule] = await findSchedules(db, learnerId, [id])
  const events = await findCardEvents(db, learnerId, id)
  const standing = new Set(standingEvents(events.map(toStoredEvent)).map(({ event }) => event.id as string))
  const view = toCardView(row, schedule === undefined ? newCardState : toCardState(schedule))
  return {
    ...view,
    ...renderSides(shownContent(row)),
    typed: shownTyped(row),
    history: events.map((event) => ({
      id: event.id,
      kind: event.kind,
      at: event.at,
      studyDay: event.study_day,
      grade: event.grade,
      via: event.via,
      undone: !standing.has(event.id),
    })),
  }
}
