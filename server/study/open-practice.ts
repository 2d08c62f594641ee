import type { Day } from '../../shared/basics/time.ts'
import type { QueuedCard } from '../../shared/queue/build-queue.ts'
import { predictedRecall } from '../../shared/schedule/predicted-recall.ts'
import type { LearnerId } from '../../shared/schedule/review-event.ts'
import { isActive, isDue } from '../../shared/schedule/schedule.ts'
import { type CardSearch, searchCards } from '../db/card-search.ts'
import type { Reader } from '../db/tables.ts'
import { findTaggedNotes } from './find-tagged-notes.ts'
import type { QueuePlan } from './queue-plan.ts'
import { readRecallFit } from './read-recall-fit.ts'

/** Which cards are practised: every field that is there must fit. */
export type PracticeFilter = Omit<CardSearch, 'limit' | 'noteIds'> & { readonly tag?: string | undefined }

const mostPractised = 500

/**
 * Any search as a session. A card that is due is reviewed as on any day; the others are practice, which is logged and never
 * touches the schedule. The least sure come first.
 */
export async function planPractice(
  db: Reader,
  learnerId: LearnerId,
  filter: PracticeFilter,
  today: Day,
): Promise<QueuePlan> {
  const { tag, ...search } = filter
  const noteIds = tag === undefined ? undefined : (await findTaggedNotes(db, learnerId, [tag])).get(tag)
  const found = await searchCards(db, learnerId, { ...search, noteIds, limit: mostPractised }, today)
  const fit = await readRecallFit(db, learnerId)
  const queue = found
    .filter(({ state }) => isActive(state, today))
    .map(({ id, state }) => ({
      id,
      isDue: isDue(state, today),
      recall: predictedRecall(state, today, fit) ?? 1,
    }))
    .sort((a, b) => Number(b.isDue) - Number(a.isDue) || a.recall - b.recall || (a.id < b.id ? -1 : 1))
    .map((card): QueuedCard => ({ id: card.id, reason: card.isDue ? 'review' : 'practice' }))
  const review = queue.filter(({ reason }) => reason === 'review').length
  return { queue, counts: { drill: 0, review, new: 0, total: queue.length }, answeredToday: 0 }
}
