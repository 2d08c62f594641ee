import { afterEach, beforeEach, expect, test } from 'vitest'
import type { CardActionReply, CardReply } from '../../shared/api/cards.ts'
import type { QueueCard } from '../../shared/api/queue.ts'
import type { SchedulerReply } from '../../shared/api/scheduler.ts'
import { get, queue, record, reviewOf, send, undoOf } from '../support/api.ts'
import { type TestApp, buildTestApp } from '../support/build-test-app.ts'
import { expectCacheIsFold } from '../support/expect-cache-is-fold.ts'
import { dayMs } from '../support/factories.ts'

let app: TestApp
let card: QueueCard
beforeEach(async () => {
  app = await buildTestApp()
  const first = (await queue(app)).cards[0]
  if (first === undefined) throw new Error('no card')
  card = first
})
afterEach(() => app.close())

const year = 365 * dayMs
/** Does something while the clocks of server and device are a year ahead, and sets them right. */
async function aYearAhead(work: () => Promise<unknown>): Promise<void> {
  app.now += year
  await work()
  app.now += 60_000 - year
}

const answer = () => record(app, reviewOf(app, card, 4))
const act = async (body: object) =>
  (
    await send<CardActionReply>(app, 'POST', '/cards/actions', {
      zone: 'UTC',
      target: { ids: [card.id] },
      ...body,
    })
  ).body
const state = async () => (await get<CardReply>(app, `/cards/${card.id}`)).state
const takeBack = async ({ eventIds }: CardActionReply) =>
  record(app, ...eventIds.map((id) => undoOf(app, id)))

test('“Back to new” makes a card new that was answered while the clock ran ahead', async () => {
  await aYearAhead(answer)
  const before = await state()
  const done = await act({ action: 'reset' })
  expect(done).toMatchObject({
    count: 1,
    sentence: '1 card set back to new. 1 step from when the clock ran ahead was taken back.',
  })
  expect((await state()).schedule).toEqual({ kind: 'new' })
  await expectCacheIsFold(app)
  await takeBack(done)
  expect(await state()).toEqual(before)
  await act({ action: 'reset' })
  const { states } = await answer()
  expect(states[0]?.state).toMatchObject({ schedule: { dueOn: '2026-03-03', repetitions: 1 }, answers: 1 })
  await expectCacheIsFold(app)
})

test('“Set the day” gives a card its day, on what it was before the clock ran ahead', async () => {
  await answer()
  app.now += dayMs
  await aYearAhead(answer)
  const before = await state()
  const done = await act({ action: 'setDue', dueOn: '2026-03-09' })
  expect(done).toMatchObject({
    count: 1,
    sentence: '1 card given another day. 1 step from when the clock ran ahead was taken back.',
  })
  expect(await state()).toMatchObject({ schedule: { dueOn: '2026-03-09', repetitions: 1 }, answers: 1 })
  await expectCacheIsFold(app)
  await takeBack(done)
  expect(await state()).toEqual(before)
  await expectCacheIsFold(app)
})

test('“Set the day” says that a card is new which was answered only while the clock ran ahead', async () => {
  await aYearAhead(answer)
  const { count, sentence } = await act({ action: 'setDue', dueOn: '2026-03-09' })
  expect({ count, sentence }).toEqual({
    count: 1,
    sentence:
      '1 card given another day. 1 step from when the clock ran ahead was taken back, which leaves 1 card new, without a day.',
  })
  expect((await state()).schedule).toEqual({ kind: 'new' })
  expect((await queue(app)).cards.map(({ id }) => id)).toContain(card.id)
})

test('a day that was set, and a card put aside, while the clock ran ahead can be set and asked again', async () => {
  await answer()
  await aYearAhead(async () => {
    await act({ action: 'setDue', dueOn: '2027-06-01' })
    await act({ action: 'suspend' })
    await act({ action: 'bury' })
  })
  await act({ action: 'resume' })
  await act({ action: 'bury' })
  await act({ action: 'setDue', dueOn: '2026-03-04' })
  expect(await state()).toMatchObject({
    suspended: false,
    buriedUntil: '2026-03-03',
    schedule: { dueOn: '2026-03-04' },
  })
  await aYearAhead(() => act({ action: 'resume' }))
  await act({ action: 'suspend' })
  expect((await state()).suspended).toBe(true)
  await expectCacheIsFold(app)
})

test('a scheduler that was chosen while the clock ran ahead can be changed', async () => {
  await aYearAhead(() => send(app, 'PUT', '/scheduler', { scheduler: 'fsrs' }))
  await send(app, 'PUT', '/scheduler', { scheduler: 'sm2' })
  expect(await get<SchedulerReply>(app, '/scheduler')).toMatchObject({ scheduler: 'sm2' })
  await expectCacheIsFold(app)
})

test('where no clock ran ahead nothing is taken back', async () => {
  await answer()
  app.now += 1000
  expect(await act({ action: 'reset' })).toMatchObject({ sentence: '1 card set back to new.' })
  expect((await get<CardReply>(app, `/cards/${card.id}`)).history).toHaveLength(2)
})
