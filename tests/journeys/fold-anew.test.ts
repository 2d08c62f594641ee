import type { Kysely } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { CardsReply } from '../../shared/api/cards.ts'
import type { SchedulerReply } from '../../shared/api/scheduler.ts'
import { up as foldAnew } from '../../migrations/0011-fold-anew.ts'
import { openSqliteFile } from '../../server/db/sqlite/sqlite-driver.ts'
import { get, queue, record, reviewOf, send } from '../support/api.ts'
import { type TestApp, buildTestApp } from '../support/build-test-app.ts'
import { expectCacheIsFold } from '../support/expect-cache-is-fold.ts'
import { dayMs } from '../support/factories.ts'

let app: TestApp
beforeEach(async () => {
  app = await buildTestApp()
})
afterEach(() => app.close())

/** Some days of study in which a card that is not known is asked until it is. */
async function study(): Promise<void> {
  for (let day = 0; day < 8; day++) {
    for (const card of (await queue(app, 10)).cards) {
      await record(app, reviewOf(app, card, [2, 3, 4, 5][(day + card.id.charCodeAt(30)) % 4] ?? 4))
      app.now += 60_000
      if (day % 2 === 0) await record(app, reviewOf(app, card, 2), reviewOf(app, card, 4))
      app.now += 60_000
    }
    app.now += dayMs
  }
}

function change(...statements: readonly string[]): void {
  const file = openSqliteFile(app.deps.db.file)
  for (const statement of statements) file.exec(statement)
  file.close()
}

const states = async () =>
  (await get<CardsReply>(app, '/cards?limit=200')).cards.map(({ id, state }) => [id, state])

/** What the rules of November 2026 left: memory without drill, an interval beyond any calendar, a day counted twice. */
const olderCache = [
  'update schedules set stability = stability * 2, last_answer_on = repeated_on where stability is not null',
  "update schedules set interval_days = 4000000000 where kind = 'sm2'",
  'update study_days set review_cards = review_cards + 1, review_passed = review_passed + 1',
] as const

test.each(['sm2', 'fsrs'] as const)(
  'the first start after the rules of the fold changed folds the log anew, under %s',
  async (scheduler) => {
    if (scheduler === 'fsrs') await send(app, 'PUT', '/scheduler', { scheduler })
    await study()
    const before = await states()
    change(...olderCache)
    expect(await states()).not.toEqual(before)
    await foldAnew(app.deps.db.writer as Kysely<unknown>)
    await app.restart()
    expect(await states()).toEqual(before)
    expect(await get<SchedulerReply>(app, '/scheduler')).toMatchObject({ scheduler })
    await expectCacheIsFold(app)
  },
)

test('later starts leave the cache as it is', async () => {
  await study()
  const before = await states()
  change("update schedules set lapses = 77 where kind = 'sm2'")
  await app.restart()
  expect(await states()).not.toEqual(before)
})
