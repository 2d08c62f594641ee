import { afterEach, beforeEach, expect, test } from 'vitest'
import type { CardsReply } from '../../shared/api/cards.ts'
import type { ConceptsReply } from '../../shared/api/concepts.ts'
import type { FitReply } from '../../shared/api/memory.ts'
import type { QueueCard } from '../../shared/api/queue.ts'
import type { SchedulerReply } from '../../shared/api/scheduler.ts'
import type { StockReply } from '../../shared/api/stock.ts'
import { type Day, addDays } from '../../shared/basics/time.ts'
import type { CardId } from '../../shared/card/card.ts'
import type { Grade } from '../../shared/schedule/review-event.ts'
import type { CardState } from '../../shared/schedule/schedule.ts'
import { previewGrades } from '../../shared/schedule/scheduler.ts'
import { loadFsrs } from '../../client/state/load-fsrs.ts'
import { fitScope } from '../../server/study/fit-scheduler.ts'
import type { MemoryRunner } from '../../server/study/memory-runner.ts'
import { examine } from '../../server/upkeep/doctor.ts'
import { defaultFsrsParameters } from '../../shared/schedule/fsrs.ts'
import { get, noteIdOf, queue, record, reviewOf, send, undoOf } from '../support/api.ts'
import { type TestApp, buildTestApp, someNotes } from '../support/build-test-app.ts'
import { expectCacheIsFold } from '../support/expect-cache-is-fold.ts'
import { dayMs } from '../support/factories.ts'

const knots = (tags: string) => `---
tags: [${tags}]
---
# Knots

- **Bowline**: a knot that makes a loop which does not slip.
- **Clove hitch**: a knot that ties a rope to a post.
- **Reef knot**: a knot that joins two ends of one rope.
- **Sheet bend**: a knot that joins two ropes of unequal width.
`

let app: TestApp
beforeEach(async () => {
  app = await buildTestApp({ 'caching.md': someNotes, 'knots.md': knots('exam') })
  await send(app, 'PUT', '/scheduler', { scheduler: 'fsrs' })
  for (let day = 0; day < 4; day++) {
    for (const card of (await queue(app, 60)).cards.slice(0, 40))
      await record(app, reviewOf(app, card, [4, 5, 4, 3][(day + card.id.charCodeAt(30)) % 4] ?? 4))
    app.now += 2 * dayMs
  }
})
afterEach(() => app.close())

const choose = (body: object) =>
  send<SchedulerReply & { code?: string }>(app, 'PUT', '/scheduler', { scheduler: 'fsrs', ...body })
/** The due day of every answered card, by its note. */
async function dueDays(): Promise<{ knots: Map<string, string>; others: Map<string, string> }> {
  const { cards } = await get<CardsReply>(app, '/cards?limit=200')
  const due = (own: boolean) =>
    new Map(
      cards.flatMap(({ id, state: { schedule }, sources }): [string, string][] =>
        schedule.kind === 'new' || sources.some(({ file }) => file === 'knots.md') !== own
          ? []
          : [[id, schedule.dueOn]],
      ),
    )
  return { knots: due(true), others: due(false) }
}
const daysOf = (due: Map<string, string>) => [...due.values()].reduce((sum, day) => sum + Date.parse(day), 0)

test('a tag, a note and a concept can have a wanted recall of their own, at once and with one undo', async () => {
  const before = await dueDays()
  expect(before.knots.size).toBeGreaterThan(2)
  const knots = await noteIdOf(app, 'knots.md')
  for (const scope of [
    { kind: 'tag', name: '#Exam' },
    { kind: 'note', name: knots },
  ]) {
    const { status, body } = await choose({ scopes: [{ ...scope, desiredRetention: 0.97 }] })
    expect(status).toBe(200)
    expect(body.scopes).toMatchObject([{ kind: scope.kind, desiredRetention: 0.97, weights: null }])
    const after = await dueDays()
    expect(daysOf(after.knots)).toBeLessThan(daysOf(before.knots))
    expect(after.others).toEqual(before.others)
    await expectCacheIsFold(app)
    const { body: without } = await choose({ scopes: [] })
    expect(without.scopes).toBeUndefined()
    expect(await dueDays()).toEqual(before)
  }
  const concept = (await get<ConceptsReply>(app, '/concepts')).concepts.find(({ term }) => term === 'Bowline')
  await choose({ scopes: [{ kind: 'concept', name: concept?.id, desiredRetention: 0.97 }] })
  const changed = [...(await dueDays()).knots].filter(([id, day]) => day !== before.knots.get(id))
  expect(changed.length).toBeLessThan(before.knots.size)
  const change = (await app.deps.db.reader.selectFrom('events').selectAll().execute()).filter(
    ({ kind }) => kind === 'schedulerChanged',
  )
  await record(app, undoOf(app, change.at(-1)?.id ?? ''))
  expect(await dueDays()).toEqual(before)
  await expectCacheIsFold(app)
})

test('label, plan and stored day are one in a scope, for server and device', async () => {
  await choose({ scopes: [{ kind: 'tag', name: 'exam', desiredRetention: 0.8 }] })
  await send(app, 'PATCH', '/settings', { fuzz: true })
  app.now += 20 * dayMs
  const { cards, today } = await queue(app, 60)
  const scoped = cards.filter(({ scope }) => scope === 'tag:exam')
  expect(scoped.length).toBeGreaterThan(0)
  expect(scoped.length).toBeLessThan(cards.length)
  const scheduler = loadFsrs(await get<SchedulerReply>(app, '/scheduler'), cards)
  for (const card of cards) {
    const grades = card.previews.map(({ grade }) => grade as Grade)
    const rules = { fuzz: false, ...(scheduler === null ? {} : { scheduler }) }
    const plain = previewGrades(card.state as CardState, card.id as CardId, grades, today as Day, rules)
    const shown = card.previews.find(({ grade }) => grade === 4)
    const nominal = plain.find(({ grade }) => grade === 4)
    const planned = shown?.plannedDueOn === undefined ? {} : { plannedDueOn: shown.plannedDueOn }
    const { states } = await record(app, reviewOf(app, card, 4, planned))
    const [stored] = states
    expect(stored?.state.schedule).toMatchObject({ dueOn: shown?.dueOn })
    // The device, which knows no loads, comes to the same interval.
    if (stored?.state.schedule.kind === 'fsrs' && nominal !== undefined)
      expect(addDays(today as Day, stored.state.schedule.intervalDays)).toBe(nominal.dueOn)
  }
  await expectCacheIsFold(app)
  const stock = await get<StockReply>(app, '/stock')
  expect(new Set(stock.cards.map(({ scope }: QueueCard) => scope))).not.toContain('tag:other')
})

test('a card that comes into a scope, or leaves it, is scheduled anew with the change of its note', async () => {
  const before = await dueDays()
  await choose({ scopes: [{ kind: 'tag', name: 'exam', desiredRetention: 0.97 }] })
  const within = await dueDays()
  await app.writeNote('knots.md', knots('later'))
  expect(await dueDays()).toEqual(before)
  await expectCacheIsFold(app)
  await app.writeNote('knots.md', knots('later, exam'))
  expect(await dueDays()).toEqual(within)
  await expectCacheIsFold(app)
  for (let starts = 0; starts < 2; starts++) {
    const faults = []
    const { db, schedulers } = app.deps
    for await (const fault of examine(db.reader, app.learner.id, schedulers)) faults.push(fault)
    expect(faults).toEqual([])
    await app.restart()
    await expectCacheIsFold(app)
  }
})

test('another wanted recall for all keeps the scopes, and so does SM-2 for a while', async () => {
  await choose({ scopes: [{ kind: 'tag', name: 'exam', desiredRetention: 0.97 }] })
  expect((await choose({ desiredRetention: 0.8 })).body.scopes).toHaveLength(1)
  await send(app, 'PUT', '/scheduler', { scheduler: 'sm2' })
  await expectCacheIsFold(app)
  expect((await choose({})).body).toMatchObject({ desiredRetention: 0.8, scopes: [{ name: 'exam' }] })
})

test('of several scopes that hold a card the first counts', async () => {
  const exam = { kind: 'tag', name: 'exam', desiredRetention: 0.97 }
  const knots = await noteIdOf(app, 'knots.md')
  const relaxed = { kind: 'note', name: knots, desiredRetention: 0.7 }
  await choose({ scopes: [exam] })
  const alone = await dueDays()
  await choose({ scopes: [exam, relaxed] })
  expect(await dueDays()).toEqual(alone)
  await choose({ scopes: [relaxed, exam] })
  expect(daysOf((await dueDays()).knots)).toBeGreaterThan(daysOf(alone.knots))
})

test.each([
  [
    'a concept that is not there',
    [{ kind: 'concept', name: 'nowhere', desiredRetention: 0.9 }],
    404,
    'not_found',
  ],
  ['a note that is not there', [{ kind: 'note', name: 'nowhere', desiredRetention: 0.9 }], 404, 'not_found'],
  [
    'a recall beyond its limits',
    [{ kind: 'tag', name: 'exam', desiredRetention: 0.99 }],
    400,
    'invalid_request',
  ],
  [
    'a tag named twice',
    [
      { kind: 'tag', name: 'exam', desiredRetention: 0.9 },
      { kind: 'tag', name: '#EXAM', desiredRetention: 0.8 },
    ],
    400,
    'invalid_request',
  ],
])('%s is refused and changes nothing', async (_, scopes, status, code) => {
  const before = await get<SchedulerReply>(app, '/scheduler')
  const refused = await choose({ scopes })
  expect([refused.status, refused.body.code]).toEqual([status, code])
  expect(await get<SchedulerReply>(app, '/scheduler')).toEqual(before)
})

test('a scope with too few answers is not fitted apart, and SM-2 has nothing to fit', async () => {
  const fit = () =>
    send<FitReply & { code?: string }>(app, 'POST', '/scheduler/scopes/fit', { kind: 'tag', name: 'exam' })
  const { status, body } = await fit()
  expect([status, body.adopted, body.before]).toEqual([200, false, null])
  expect(body.sentence).toContain('1,024')
  await send(app, 'PUT', '/scheduler', { scheduler: 'sm2' })
  expect((await fit()).body).toMatchObject({ code: 'invalid_request' })
})

test('weights that won for a scope hold for its cards alone, until the learner’s own change', async () => {
  await choose({ scopes: [{ kind: 'tag', name: 'exam', desiredRetention: 0.85 }] })
  const before = await dueDays()
  const parameters = defaultFsrsParameters.with(2, 0.5).with(3, 0.5).with(8, 0.3)
  const won = {
    parameters,
    adopted: true,
    before: 0.4,
    after: 0.38,
    margin: 0.01,
    trainedOn: 900,
    heldOut: 225,
  }
  const run = (async () => won) as unknown as MemoryRunner
  const { scheduler, sentence } = await fitScope(app.learner, app.deps, run, { kind: 'tag', name: '#exam' })
  expect(sentence).toContain('made with them from now on')
  expect(scheduler.scopes).toEqual([
    { kind: 'tag', name: 'exam', desiredRetention: 0.85, weights: [...parameters] },
  ])
  const after = await dueDays()
  expect(daysOf(after.knots)).toBeLessThan(daysOf(before.knots))
  expect(after.others).toEqual(before.others)
  await expectCacheIsFold(app)
  const stricter = await choose({ scopes: [{ kind: 'tag', name: 'exam', desiredRetention: 0.95 }] })
  expect(stricter.body.scopes).toMatchObject([{ weights: [...parameters] }])
  const anew = await choose({ weights: defaultFsrsParameters.with(0, 0.3) })
  expect(anew.body.scopes).toMatchObject([{ desiredRetention: 0.95, weights: null }])
  await expectCacheIsFold(app)
})
