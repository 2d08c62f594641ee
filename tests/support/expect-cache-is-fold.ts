import { expect } from 'vitest'
import { toDayCounts } from '../../server/db/study-days.ts'
import { countDay } from '../../shared/insight/count-day.ts'
import { foldReviews, profileOf } from '../../shared/schedule/fold-reviews.ts'
import { newCardState } from '../../shared/schedule/schedule.ts'
import { type LearnerId, addToDigest, emptyDigest } from '../../shared/schedule/review-event.ts'
import { toStoredEvent } from '../../server/db/event-rows.ts'
import { toCardState } from '../../server/db/state-rows.ts'
import { Schedulers } from '../../server/study/schedulers.ts'
import { findStandingFaults } from '../../server/study/standings.ts'
import type { TestApp } from './build-test-app.ts'

/** The invariant behind everything: schedules, standings, study days and digest are what the log says, to the byte. */
export async function expectCacheIsFold(test: {
  readonly deps: Pick<TestApp['deps'], 'db'> & Partial<Pick<TestApp['deps'], 'schedulers'>>
}): Promise<void> {
  const { reader } = test.deps.db
  const log = (await reader.selectFrom('events').selectAll().execute()).map(toStoredEvent)
  const cached = new Map(
    (await reader.selectFrom('schedules').selectAll().execute()).map((row) => [
      row.card_id,
      toCardState(row),
    ]),
  )
  const schedulers = test.deps.schedulers ?? new Schedulers()
  const folded = foldReviews(log, schedulers.of(profileOf(log)))
  for (const [cardId, state] of cached)
    expect({ cardId, state: folded.get(cardId) ?? newCardState }).toEqual({ cardId, state })
  expect(cached.size).toBeGreaterThanOrEqual(folded.size)

  const learners = await reader.selectFrom('learners').select('id').execute()
  for (const { id } of learners)
    for await (const fault of findStandingFaults(reader, id as LearnerId, schedulers))
      expect(fault).toBeNull()

  const byCard = [...new Set(log.map((event) => event.cardId))].map((id) =>
    log.filter((event) => event.cardId === id),
  )
  for (const row of await reader.selectFrom('study_days').selectAll().execute()) {
    const day = row.day
    expect({ day, ...countDay(byCard, day) }).toEqual({ day, ...toDayCounts(row) })
  }

  const learner = await reader.selectFrom('learners').selectAll().executeTakeFirstOrThrow()
  const digest = log.reduce((before, { event }) => addToDigest(before, event), emptyDigest)
  expect({ count: learner.event_count, digest: learner.event_digest }).toEqual(digest)
}
