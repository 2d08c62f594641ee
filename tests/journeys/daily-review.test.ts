import { afterEach, beforeEach, expect, test } from 'vitest'
import type { CardReply } from '../../shared/api/cards.ts'
import type { MasterySummary } from '../../shared/api/concepts.ts'
import type { StatsReply } from '../../shared/api/stats.ts'
import { get, queue, record, reviewOf, undoOf } from '../support/api.ts'
import { type TestApp, buildTestApp } from '../support/build-test-app.ts'
import { expectCacheIsFold } from '../support/expect-cache-is-fold.ts'
import { dayMs } from '../support/factories.ts'

let app: TestApp
beforeEach(async () => {
  app = await buildTestApp()
})
afterEach(() => app.close())

test('cards from a note are answered today, come back tomorrow, and then after the intervals of SM-2', async () => {
  const today = await queue(app)
  const [first, second, ...others] = today.cards
  if (first === undefined || second === undefined) throw new Error('the note made too few cards')
  expect(today.counts.total).toBeGreaterThanOrEqual(10)

  await record(app, reviewOf(app, first, 4), reviewOf(app, second, 2))
  app.now += 11 * 60_000
  const drilled = await queue(app)
  expect(drilled.cards[0]).toMatchObject({ id: second.id, reason: 'drill' })
  expect(drilled.counts.total).toBe(others.length + 1)
  await record(app, reviewOf(app, second, 4))
  expect((await queue(app)).cards.map((card) => card.id)).not.toContain(second.id)

  app.now += dayMs
  const tomorrow = await queue(app)
  const due = tomorrow.cards.filter((card) => card.reason === 'review').map((card) => card.id)
  expect(due.toSorted()).toEqual([first.id, second.id].toSorted())

  await record(app, reviewOf(app, first, 4), reviewOf(app, second, 4))
  const schedules = await Promise.all([first, second].map((card) => get<CardReply>(app, `/cards/${card.id}`)))
  expect(schedules.map((card) => card.state.schedule)).toMatchObject([
    { intervalDays: 6, easeHundredths: 250, repetitions: 2, dueOn: '2026-03-09' },
    { intervalDays: 1, easeHundredths: 218, repetitions: 1, dueOn: '2026-03-04' },
  ])
  await expectCacheIsFold(app)
})

test('every preview is the day that answering with that key stores', async () => {
  const { cards } = await queue(app)
  for (const [index, card] of cards.slice(0, 4).entries()) {
    const preview = card.previews[index]
    if (preview === undefined) throw new Error('a key has no preview')
    const reply = await record(
      app,
      reviewOf(app, card, preview.grade, { plannedDueOn: preview.plannedDueOn }),
    )
    expect(reply.states[0]?.state.schedule).toMatchObject({ kind: 'sm2', dueOn: preview.dueOn })
  }
})

test('an answer can be taken back and given again, and the day’s counts follow', async () => {
  const card = (await queue(app)).cards[0]
  if (card === undefined) throw new Error('no card')
  const review = reviewOf(app, card, 4)
  await record(app, review)
  const before = await get<StatsReply>(app, '/stats')
  const undo = undoOf(app, review.id)
  await record(app, undo)
  expect((await queue(app)).cards.map((other) => other.id)).toContain(card.id)
  expect(
    (await get<CardReply>(app, `/cards/${card.id}`)).history.map((event) => [event.kind, event.undone]),
  ).toEqual([
    ['undone', false],
    ['reviewed', true],
  ])
  await expectCacheIsFold(app)
  await record(app, undoOf(app, undo.id))
  expect((await get<StatsReply>(app, '/stats')).days).toEqual(before.days)
  await expectCacheIsFold(app)
})

test('undoing twice is a duplicate, by event and by address', async () => {
  const card = (await queue(app)).cards[0]
  if (card === undefined) throw new Error('no card')
  const review = reviewOf(app, card, 4)
  await record(app, review)
  const [first] = (await record(app, undoOf(app, review.id))).verdicts
  const [second] = (await record(app, undoOf(app, review.id))).verdicts
  expect([first?.verdict, second?.verdict]).toEqual(['recorded', 'duplicate'])
  const response = await app.app.inject({ method: 'DELETE', url: `/api/v1/reviews/${review.id}` })
  expect(response.json()).toMatchObject({ verdicts: [{ verdict: 'duplicate' }] })
})

test('mastery moves with an answer, survives a restart, and falls with time', async () => {
  const concept = async () => (await get<MasterySummary>(app, '/mastery?zone=UTC')).overall
  const { cards } = await queue(app)
  expect((await concept()).recallNow).toBe(0)
  await record(app, ...cards.slice(0, 5).map((card) => reviewOf(app, card, 4)))
  const after = await concept()
  expect(after.recallNow).toBe(5)
  await app.restart()
  expect(await concept()).toEqual(after)
  app.now += 20 * dayMs
  expect((await concept()).recallNow).toBeLessThan(4.5)
})

test('a late answer from another device gives the same state as if it had come in time', async () => {
  const card = (await queue(app)).cards[0]
  if (card === undefined) throw new Error('no card')
  const early = reviewOf(app, card, 4)
  app.now += dayMs
  const late = reviewOf(app, card, 4, { deviceId: 'other' })
  await record(app, late)
  await record(app, early)
  expect((await get<CardReply>(app, `/cards/${card.id}`)).state.schedule).toMatchObject({
    repetitions: 2,
    intervalDays: 6,
  })
  await expectCacheIsFold(app)
})
