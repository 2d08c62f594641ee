import { afterEach, beforeEach, expect, test } from 'vitest'
import type { LogReply, ReviewsReply } from '../../shared/api/reviews.ts'
import type { QueueCard } from '../../shared/api/queue.ts'
import { finishRestore } from '../../server/db/sqlite/finish-restore.ts'
import { createMemoryStore } from '../../client/state/outbox-store.ts'
import { createOutbox } from '../../client/state/outbox.ts'
import { get, queue, reviewOf, send } from '../support/api.ts'
import { type TestApp, buildTestApp } from '../support/build-test-app.ts'
import { expectCacheIsFold } from '../support/expect-cache-is-fold.ts'
import { dayMs } from '../support/factories.ts'

let app: TestApp
beforeEach(async () => {
  app = await buildTestApp()
})
afterEach(() => app.close())

/** The page's own outbox, on a device that keeps what was acknowledged. */
function aDevice(name: string) {
  let given = 0
  const setBack: number[] = []
  const outbox = createOutbox({
    store: Promise.resolve(createMemoryStore()),
    now: () => app.now,
    later: () => () => {},
    send: async (events) => (await send<ReviewsReply>(app, 'POST', '/reviews', { events })).body,
    onSetBack: (count) => setBack.push(count),
  })
  return {
    outbox,
    setBack,
    answer: async (cards: readonly QueueCard[]) => {
      for (const card of cards) {
        app.now += 1000
        given += 1
        await outbox.add(reviewOf(app, card, 4, { deviceId: name }) as never)
      }
      await outbox.flush()
    },
    given: () => given,
    /** The device asks for its day, as when its page is opened. */
    open: async () => {
      await outbox.meetEpoch((await queue(app, 5)).epoch)
      await outbox.flush()
    },
  }
}

const logOf = async () => (await get<LogReply>(app, '/reviews?limit=1')).log

test('after a restore of yesterday’s backup every device gives back what it lacked, once', async () => {
  const devices = ['phone', 'desk', 'tablet'].map(aDevice)
  const day = async () => {
    for (const device of devices) {
      await device.open()
      await device.answer((await queue(app, 4)).cards)
    }
  }
  await day()
  const backup = await app.deps.backups.make('by-hand')
  const backedUp = await logOf()
  app.now += dayMs
  await day()
  const whole = await logOf()
  expect(whole.count).toBe(devices.reduce((sum, { given }) => sum + given(), 0))

  await app.deps.backups.stage(backup.id)
  // The server begins anew: it opens the folder again, and that puts the backup in its place.
  await app.restart()
  expect(await logOf()).toEqual(backedUp)
  expect(backedUp.count).toBeLessThan(whole.count)
  for (const device of devices) await device.open()

  expect(await logOf()).toEqual(whole)
  expect(devices.flatMap(({ setBack }) => setBack)).toEqual(devices.map(({ given }) => given()))
  for (const { outbox } of devices) expect(outbox.waiting.value).toBe(0)
  await expectCacheIsFold(app)
  expect(finishRestore(`${app.folder}/data`)).toBeNull()
})

test('what was written since is kept beside, and a second restore goes forward again', async () => {
  const device = aDevice('phone')
  await device.answer((await queue(app, 4)).cards)
  const early = await app.deps.backups.make('by-hand')
  await device.answer((await queue(app, 4)).cards)
  const late = await app.deps.backups.make('by-hand')
  const whole = await logOf()
  await app.deps.backups.stage(early.id)
  await app.restart()
  expect((await logOf()).count).toBe(4)
  await app.deps.backups.stage(late.id)
  await app.restart()
  expect(await logOf()).toEqual(whole)
  await expectCacheIsFold(app)
})
