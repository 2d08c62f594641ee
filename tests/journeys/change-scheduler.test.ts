import { v7 as uuidv7 } from 'uuid'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { CardReply, CardsReply } from '../../shared/api/cards.ts'
import type { ConceptReply, ConceptsReply, MasterySummary } from '../../shared/api/concepts.ts'
import type { FitReply, SimulationReply } from '../../shared/api/memory.ts'
import type { SchedulerReply } from '../../shared/api/scheduler.ts'
import { adoptSm2Recall } from '../../server/study/fit-scheduler.ts'
import { writing } from '../../server/db/open-database.ts'
import { insertProfile } from '../../server/db/profiles.ts'
import type { EpochMs } from '../../shared/basics/time.ts'
import { fsrsProfile } from '../../shared/schedule/profile.ts'
import { defaultFsrsParameters } from '../../shared/schedule/fsrs.ts'
import { defaultDecay } from '../../shared/schedule/predicted-recall.ts'
import { get, queue, record, reviewOf, send, undoOf } from '../support/api.ts'
import { type TestApp, buildTestApp } from '../support/build-test-app.ts'
import { expectCacheIsFold } from '../support/expect-cache-is-fold.ts'
import { dayMs } from '../support/factories.ts'

let app: TestApp
beforeEach(async () => {
  app = await buildTestApp()
  for (let day = 0; day < 12; day++) {
    for (const card of (await queue(app, 30)).cards.slice(0, 15))
      await record(app, reviewOf(app, card, [4, 2, 5, 3][(day + card.id.charCodeAt(30)) % 4] ?? 4))
    app.now += dayMs
  }
})
afterEach(() => app.close())

const states = async () =>
  (await get<CardsReply>(app, '/cards?limit=200')).cards.map(({ id, state }) => ({ id, state }))
const choose = (body: object) => send<SchedulerReply>(app, 'PUT', '/scheduler', body)

test('switching to FSRS folds the same log anew, and switching back loses nothing', async () => {
  const before = await states()
  const { status, body } = await choose({ scheduler: 'fsrs' })
  expect(status).toBe(200)
  expect(body).toMatchObject({ scheduler: 'fsrs', desiredRetention: 0.9, fitted: false })
  const kinds = new Set((await states()).map(({ state }) => state.schedule.kind))
  expect(kinds).toContain('fsrs')
  expect(kinds).not.toContain('sm2')
  await expectCacheIsFold(app)
  await choose({ scheduler: 'sm2' })
  expect(await states()).toEqual(before)
  await expectCacheIsFold(app)
})

test('under FSRS, the day on the key is the day that is stored, early and late', async () => {
  await choose({ scheduler: 'fsrs', desiredRetention: 0.85 })
  for (let day = 0; day < 5; day++) {
    for (const card of (await queue(app, 10)).cards.filter(({ reason }) => reason !== 'drill')) {
      const preview = card.previews[2]
      const planned = preview?.plannedDueOn === undefined ? {} : { plannedDueOn: preview.plannedDueOn }
      await record(app, reviewOf(app, card, preview?.grade ?? 4, planned))
      const { schedule } = (await get<CardReply>(app, `/cards/${card.id}`)).state
      expect(schedule.kind === 'fsrs' ? schedule.dueOn : null).toBe(preview?.dueOn)
    }
    app.now += 3 * dayMs
  }
  await expectCacheIsFold(app)
})

test('a higher desired retention never asks later', async () => {
  await choose({ scheduler: 'fsrs', desiredRetention: 0.8 })
  const relaxed = await states()
  await choose({ scheduler: 'fsrs', desiredRetention: 0.95 })
  const strict = new Map((await states()).map(({ id, state }) => [id, state.schedule]))
  for (const { id, state } of relaxed) {
    const other = strict.get(id)
    if (state.schedule.kind === 'fsrs' && other?.kind === 'fsrs')
      expect(other.dueOn <= state.schedule.dueOn).toBe(true)
  }
})

test('a change that another device makes, and its undo, are followed', async () => {
  const { body } = await choose({ scheduler: 'fsrs' })
  await choose({ scheduler: 'sm2' })
  const event = { ...base(), kind: 'schedulerChanged', profile: body.profile }
  await record(app, event)
  expect(await get<SchedulerReply>(app, '/scheduler')).toMatchObject({ profile: body.profile })
  await expectCacheIsFold(app)
  await record(app, undoOf(app, event.id))
  expect(await get<SchedulerReply>(app, '/scheduler')).toMatchObject({ scheduler: 'sm2' })
  await expectCacheIsFold(app)
  await app.restart()
  expect(await get<SchedulerReply>(app, '/scheduler')).toMatchObject({ scheduler: 'sm2' })
})

test('a profile that nobody made and weights that no model can run on are refused', async () => {
  const { body } = await send<{ verdicts: { code?: string }[] }>(app, 'POST', '/reviews', {
    events: [{ ...base(), kind: 'schedulerChanged', profile: 'fsrs-nothing' }],
  })
  expect(body.verdicts).toMatchObject([{ verdict: 'rejected', code: 'unknown_profile' }])
  const refused = await choose({ scheduler: 'fsrs', weights: Array.from({ length: 21 }, () => 1e9) })
  expect(refused.status).toBe(400)
})

function base() {
  const { deviceId, at, zone, studyDay } = reviewOf(app, { id: 'none' }, 4)
  return { id: uuidv7(), deviceId, at, zone, studyDay }
}

test('fitting with few answers changes nothing and says so; a simulation starts from the real cards', async () => {
  const fit = await send<FitReply>(app, 'POST', '/scheduler/fit')
  expect(fit.body).toMatchObject({ adopted: false, before: null })
  expect(fit.body.sentence).toContain('too few answers')
  const { body } = await send<SimulationReply>(app, 'POST', '/simulations', { days: 30, newPerDay: 5 })
  expect(body.days).toHaveLength(30)
  expect(body.days.reduce((sum, day) => sum + day.reviews.median, 0)).toBeGreaterThan(0)
  const fsrs = await send<SimulationReply>(app, 'POST', '/simulations', { days: 5, scheduler: 'fsrs' })
  expect(fsrs.body.days).toHaveLength(5)
})

test('another wanted recall leaves fitted weights what they are: fitted', async () => {
  const weights = defaultFsrsParameters.with(2, 3)
  const setting = { weights, desiredRetention: 0.9 }
  const { id, db } = app.learner
  const fitted = { id: fsrsProfile(setting), setting, madeAt: app.now as EpochMs, evidence: '{}' }
  await writing(db, (trx) => insertProfile(trx, id, fitted))
  await choose({ scheduler: 'fsrs', weights: [...weights], desiredRetention: 0.9 })
  expect((await choose({ scheduler: 'fsrs', desiredRetention: 0.85 })).body).toMatchObject({ fitted: true })
  await choose({ scheduler: 'sm2' })
  expect((await choose({ scheduler: 'fsrs' })).body).toMatchObject({ fitted: true, desiredRetention: 0.85 })
  const others = await choose({ scheduler: 'fsrs', weights: [...defaultFsrsParameters] })
  expect(others.body).toMatchObject({ fitted: false })
})

test('every number of recall is the learner’s own where a fit was adopted', async () => {
  const concepts = async () => {
    const { concepts: rows } = await get<ConceptsReply>(app, '/concepts')
    const { overall } = await get<MasterySummary>(app, '/mastery')
    const shown = await get<ConceptReply>(app, `/concepts/${rows[0]?.id ?? ''}`)
    return { overall: overall.recallNow, cards: shown.facts.flatMap(({ cards }) => cards[0]?.recall ?? []) }
  }
  const simulated = async () =>
    (await send<SimulationReply>(app, 'POST', '/simulations', { days: 20 })).body.days.at(-1)?.recall.median
  const usual = { concepts: await concepts(), recall: await simulated() }
  const { id, db } = app.learner
  await writing(db, (trx) => adoptSm2Recall(trx, id, [0.1, 0.2, 0.1, 0.1]))
  expect((await queue(app)).recallFit).toEqual({ perInterval: [0.1, 0.2, 0.1, 0.1], fsrsDecay: defaultDecay })
  const fitted = await concepts()
  expect(fitted.overall).toBeLessThan(usual.concepts.overall)
  expect(fitted.cards.length).toBeGreaterThan(0)
  // A simulation is about memory, and what FSRS was fitted to describes it under SM-2 as well.
  const weights = defaultFsrsParameters.with(20, 0.8)
  await choose({ scheduler: 'fsrs', weights: [...weights] })
  expect((await queue(app)).recallFit).toMatchObject({ fsrsDecay: 0.8 })
  await choose({ scheduler: 'sm2' })
  expect(await simulated()).not.toBe(usual.recall)
})
