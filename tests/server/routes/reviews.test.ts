import { v7 as uuidv7 } from 'uuid'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { CardReply } from '../../../shared/api/cards.ts'
import type { QueueCard } from '../../../shared/api/queue.ts'
import type { ReviewsReply } from '../../../shared/api/reviews.ts'
import { get, queue, record, reviewOf, send, undoOf } from '../../support/api.ts'
import { type TestApp, buildTestApp } from '../../support/build-test-app.ts'
import { expectCacheIsFold } from '../../support/expect-cache-is-fold.ts'
import { dayMs } from '../../support/factories.ts'

let app: TestApp
let card: QueueCard
beforeEach(async () => {
  app = await buildTestApp()
  const first = (await queue(app)).cards[0]
  if (first === undefined) throw new Error('no card')
  card = first
})
afterEach(() => app.close())

test('a bad event is rejected alone, with a code and a sentence, and the rest is recorded', async () => {
  const good = reviewOf(app, card, 4)
  const bad = [
    [{ ...reviewOf(app, card, 4), grade: 9 }, 'invalid_request'],
    [{ ...reviewOf(app, card, 4), at: '2026-03-02' }, 'invalid_time'],
    [{ ...reviewOf(app, card, 4), at: 1000 }, 'invalid_time'],
    [{ ...reviewOf(app, card, 4), at: app.now + 0.5 }, 'invalid_time'],
    // Past what a date can say, past what a calendar of four digits can, and past whole numbers.
    ...[8_640_000_000_000_001, 253_402_300_800_000, Number.MAX_SAFE_INTEGER, 1e300, -0].flatMap((at) =>
      ['reviewed', 'buried', 'dueSet', 'undone', 'suspended', 'schedulerChanged'].map(
        (kind) => [{ ...anEvent(kind), at }, 'invalid_time'] as const,
      ),
    ),
    [{ ...anEvent('dueSet'), dueOn: '2026-02-30' }, 'invalid_day'],
    [{ ...anEvent('buried'), until: 7 }, 'invalid_request'],
    [{ ...anEvent('undone'), targetId: ['a'] }, 'invalid_request'],
    [{ ...anEvent('reviewed'), zone: { name: 'UTC' } }, 'invalid_request'],
    [{ ...anEvent('reviewed'), studyDay: null }, 'invalid_request'],
    [[[]], 'invalid_request'],
    [7, 'invalid_request'],
    [true, 'invalid_request'],
    [{ ...reviewOf(app, card, 4), zone: 'Mars/Olympus' }, 'invalid_zone'],
    [{ ...reviewOf(app, card, 4), studyDay: '2026-02-30' }, 'invalid_day'],
    [{ ...reviewOf(app, card, 4), studyDay: '2026-01-01' }, 'invalid_day'],
    [{ ...reviewOf(app, card, 4), cardId: uuidv7() }, 'unknown_card'],
    [{ ...reviewOf(app, card, 4), colour: 'red' }, 'invalid_request'],
    [{ ...reviewOf(app, card, 4), kindShown: 'ba\u0000sic' }, 'unstorable_text'],
    [{ ...reviewOf(app, card, 4), kindShown: 'ba\ud800sic' }, 'unstorable_text'],
    [undoOf(app, uuidv7()), 'unknown_target'],
    [{ ...reviewOf(app, card, 4), learnerId: uuidv7() }, 'invalid_request'],
    [null, 'invalid_request'],
    ['event', 'invalid_request'],
    [{}, 'invalid_request'],
  ] as const
  const { verdicts, log } = await record(app, ...(bad.map(([event]) => event) as object[]), good)
  expect(verdicts.slice(0, -1).map((verdict) => [verdict.verdict, verdict.code])).toEqual(
    bad.map(([, code]) => ['rejected', code]),
  )
  expect(
    verdicts.every((verdict) => verdict.verdict === 'recorded' || (verdict.sentence ?? '').endsWith('.')),
  ).toBe(true)
  expect(verdicts.at(-1)).toMatchObject({ id: good.id, verdict: 'recorded' })
  expect(log.count).toBe(1)
  await expectCacheIsFold(app)
})

test('an event with a prototype in it, or nested without end, is rejected alone', async () => {
  const good = reviewOf(app, card, 4)
  const polluted = JSON.stringify(reviewOf(app, card, 4)).replace('{', '{"__proto__": {"isAdmin": true}, ')
  const built = JSON.stringify(reviewOf(app, card, 4)).replace(
    '{',
    '{"constructor": {"prototype": {"isAdmin": true}}, ',
  )
  const deep = `{"kind": ${'['.repeat(2000)}${']'.repeat(2000)}}`
  const response = await app.app.inject({
    method: 'POST',
    url: '/api/v1/reviews',
    headers: { 'content-type': 'application/json' },
    payload: `{"events": [${polluted}, ${built}, ${deep}, ${JSON.stringify(good)}]}`,
  })
  expect(response.json<ReviewsReply>().verdicts.map(({ verdict, code }) => code ?? verdict)).toEqual([
    'invalid_request',
    'invalid_request',
    'invalid_request',
    'recorded',
  ])
  expect('isAdmin' in {}).toBe(false)
  await expectCacheIsFold(app)
})

test('the same event sent twice is recorded once; the same id with other content is a conflict', async () => {
  const review = reviewOf(app, card, 4)
  const first = await record(app, review, review)
  expect(first.verdicts.map((verdict) => verdict.verdict)).toEqual(['recorded', 'duplicate'])
  const again = await record(app, review, { ...review, grade: 2 })
  expect(again.verdicts).toMatchObject([
    { verdict: 'duplicate' },
    { verdict: 'rejected', code: 'id_conflict' },
  ])
  expect(again.log).toEqual(first.log)
  await expectCacheIsFold(app)
})

test('an event from a clock that runs ahead is recorded, flagged, and counts for the day it was received', async () => {
  const ahead = { ...reviewOf(app, card, 4), at: app.now + 3 * dayMs, studyDay: '2026-03-05' }
  const { verdicts, states } = await record(app, ahead)
  expect(verdicts[0]).toMatchObject({ verdict: 'recorded', clockAhead: true, countedOn: '2026-03-02' })
  expect(states[0]?.state.schedule).toMatchObject({ dueOn: '2026-03-03' })
  await expectCacheIsFold(app)
})

test.each([1, 2, 3, 9, 29])(
  'an answer revealed on one study day and graded %i days later is recorded, on the day its labels were shown for',
  async (days) => {
    const revealed = { studyDay: '2026-03-02' }
    app.now += days * dayMs
    const { verdicts, states } = await record(app, reviewOf(app, card, 4, revealed))
    expect(verdicts).toMatchObject([{ verdict: 'recorded', countedOn: '2026-03-02' }])
    expect(states[0]?.state.schedule).toMatchObject({ repeatedOn: '2026-03-02', dueOn: '2026-03-03' })
    await expectCacheIsFold(app)
  },
)

test('an answer revealed before a flight to the west is recorded, though its day has not begun there', async () => {
  const west = reviewOf(app, card, 4, { zone: 'Pacific/Honolulu', studyDay: '2026-03-03' })
  expect((await record(app, west)).verdicts).toMatchObject([{ verdict: 'recorded' }])
  const never = reviewOf(app, card, 4, { zone: 'Pacific/Honolulu', studyDay: '2026-03-05' })
  expect((await record(app, never)).verdicts).toMatchObject([{ verdict: 'rejected', code: 'invalid_day' }])
})

test('answers that arrive together are committed together, and each gets its own verdict', async () => {
  const { cards } = await queue(app)
  const replies = await Promise.all(cards.map((one) => record(app, reviewOf(app, one, 4))))
  expect(replies.map((reply) => reply.verdicts[0]?.verdict)).toEqual(cards.map(() => 'recorded'))
  expect(Math.max(...replies.map((reply) => reply.log.count))).toBe(cards.length)
  await expectCacheIsFold(app)
})

test('a batch of more than a thousand events is refused whole', async () => {
  const { status, body } = await send(app, 'POST', '/reviews', {
    events: Array.from({ length: 1001 }, () => ({})),
  })
  expect([status, body.code]).toEqual([413, 'too_many_events'])
})

test('suspending hides a card until it is resumed; resetting makes it new; burying hides it for a day', async () => {
  const ids = async () => (await queue(app)).cards.map((one) => one.id)
  const {
    kind: _,
    grade: _g,
    durationMs: _d,
    via: _v,
    effect: _e,
    kindShown: _k,
    profile: _p,
    ...base
  } = reviewOf(app, card, 4)
  await app.app.inject({ method: 'PUT', url: `/api/v1/cards/${card.id}/suspension` })
  expect(await ids()).not.toContain(card.id)
  await app.app.inject({ method: 'DELETE', url: `/api/v1/cards/${card.id}/suspension` })
  expect(await ids()).toContain(card.id)
  await record(app, { ...base, id: uuidv7(), kind: 'buried', until: '2026-03-03' })
  expect(await ids()).not.toContain(card.id)
  app.now += dayMs
  expect(await ids()).toContain(card.id)
  await record(app, reviewOf(app, card, 4))
  await record(app, { ...base, id: uuidv7(), at: app.now + 1000, studyDay: '2026-03-03', kind: 'reset' })
  expect((await get<CardReply>(app, `/cards/${card.id}`)).state.schedule).toEqual({ kind: 'new' })
  await expectCacheIsFold(app)
})

test('DELETE appends an undone event and deletes nothing', async () => {
  const review = reviewOf(app, card, 4)
  await record(app, review)
  const response = await app.app.inject({ method: 'DELETE', url: `/api/v1/reviews/${review.id}` })
  expect(response.statusCode).toBe(200)
  expect(response.json()).toMatchObject({ verdicts: [{ verdict: 'recorded' }], log: { count: 2 } })
  expect((await get<CardReply>(app, `/cards/${card.id}`)).history).toHaveLength(2)
})

/** An event of a kind about the first card, as far as its kind goes. */
function anEvent(kind: string): Record<string, unknown> {
  const { id, deviceId, at, zone, studyDay, ...review } = reviewOf(app, card, 4)
  const base = { id, deviceId, at, zone, studyDay, kind }
  if (kind === 'reviewed') return { ...base, ...review }
  if (kind === 'undone') return { ...base, targetId: uuidv7() }
  if (kind === 'schedulerChanged') return { ...base, profile: 'sm2' }
  if (kind === 'buried') return { ...base, cardId: card.id, until: '2026-03-03' }
  if (kind === 'dueSet') return { ...base, cardId: card.id, dueOn: '2026-03-03' }
  return { ...base, cardId: card.id }
}
