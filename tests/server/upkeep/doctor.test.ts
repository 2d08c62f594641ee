import { afterEach, beforeEach, expect, test } from 'vitest'
import { openSqliteFile } from '../../../server/db/sqlite/sqlite-driver.ts'
import { type Fault, examine } from '../../../server/upkeep/doctor.ts'
import { repair } from '../../../server/upkeep/repair.ts'
import { queue, record, reviewOf } from '../../support/api.ts'
import { type TestApp, buildTestApp } from '../../support/build-test-app.ts'
import { expectCacheIsFold } from '../../support/expect-cache-is-fold.ts'
import { dayMs } from '../../support/factories.ts'

let app: TestApp
beforeEach(async () => {
  app = await buildTestApp()
  for (let day = 0; day < 6; day++) {
    for (const card of (await queue(app, 10)).cards) await record(app, reviewOf(app, card, 4))
    app.now += dayMs
  }
})
afterEach(() => app.close())

async function faults(): Promise<Fault['what'][]> {
  const found: Fault['what'][] = []
  const { db, schedulers } = app.deps
  for await (const { what } of examine(db.reader, app.learner.id, schedulers)) found.push(what)
  return found
}
function damage(statement: string): void {
  const file = openSqliteFile(app.deps.db.file)
  file.pragma('foreign_keys = off')
  file.exec(statement)
  file.close()
}

test('a database that was only used has nothing to mend', async () => {
  expect(await faults()).toEqual([])
})

test.each([
  ['a schedule', 'update schedules set interval_days = interval_days + 7 where answers > 0', 'schedule'],
  ['a study day', 'update study_days set passed = passed + 1', 'study_day'],
  ['the digest', "update learners set event_digest = '0123456789abcdef'", 'digest'],
  ['an event that was changed', 'update events set grade = 1 where rowid = 1', 'digest'],
  ['the scheduler', "update learners set profile = 'fsrs-lost'", 'profile'],
  ['whether a card is asked', 'update schedules set asked = 1 - asked', 'asked'],
] as const)('the doctor finds %s', async (_what, statement, fault) => {
  damage(statement)
  expect(await faults()).toContain(fault)
})

test('mending makes every cache anew from the log, and a second look finds nothing', async () => {
  damage('update schedules set interval_days = 99, asked = 1 - asked; update study_days set passed = 0')
  damage('delete from study_days where day = (select min(day) from study_days)')
  await repair(app.deps.db, app.learner.id, app.deps.schedulers)
  expect(await faults()).toEqual([])
  await expectCacheIsFold(app)
})
