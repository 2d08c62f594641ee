import { v7 as uuidv7 } from 'uuid'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { CardReply, CardSearchReply } from '../../shared/api/cards.ts'
import type { ComebackReply } from '../../shared/api/comeback.ts'
import type { NotesReply } from '../../shared/api/notes.ts'
import type { QueueReply } from '../../shared/api/queue.ts'
import type { Settings } from '../../shared/api/settings.ts'
import { get, queue, record, reviewOf, send } from '../support/api.ts'
import { type TestApp, buildTestApp } from '../support/build-test-app.ts'
import { eventually } from '../support/eventually.ts'
import { expectCacheIsFold } from '../support/expect-cache-is-fold.ts'
import { dayMs } from '../support/factories.ts'

let app: TestApp
beforeEach(async () => {
  app = await buildTestApp()
})
afterEach(() => app.close())

const settings = (body: object) => send(app, 'PUT', '/settings', body)
const open = (query: string) => get<QueueReply>(app, `/queue?zone=UTC&limit=200&${query}`)
async function answerAll(grade = 4): Promise<void> {
  for (const card of (await queue(app, 200)).cards) await record(app, reviewOf(app, card, grade))
}

test('other limits hold for their day alone', async () => {
  const { today } = await queue(app)
  await settings({ newPerDay: 2, todayOnly: { day: today, newPerDay: 5, reviewsPerDay: 10 } })
  expect((await queue(app, 200)).counts.new).toBe(5)
  app.now += dayMs
  expect((await queue(app, 200)).counts.new).toBe(2)
})

test('more new cards for one day come on top of what it had, and are gone with the day', async () => {
  await settings({ newPerDay: 2 })
  const { today, cards, moreNew } = await queue(app)
  expect(moreNew).toMatchObject({ limit: 2 })
  const before = await open('state=new')
  for (const card of before.cards.slice(0, 5)) await record(app, reviewOf(app, card, 4))
  const after = await queue(app)
  expect([after.counts.new, after.moreNew?.limit]).toEqual([0, 5])
  const more = { day: today, newPerDay: 5 + 3, reviewsPerDay: 200 }
  await settings({ todayOnly: more })
  expect((await queue(app)).counts.new).toBe(3)
  await settings({ todayOnly: null })
  expect((await queue(app)).counts.new).toBe(0)
  await settings({ todayOnly: more })
  app.now += dayMs
  expect(await queue(app)).toMatchObject({ counts: { new: cards.length }, moreNew: { limit: 2 } })
})

test('minutes a day steer the new cards: worked out at once when said, and anew on every later day', async () => {
  await answerAll()
  app.now += dayMs
  await settings({ minutesPerDay: 10 })
  const steered = await send<Settings>(app, 'POST', '/steering')
  expect(steered.status).toBe(200)
  const { body } = steered
  expect(body.steered).toMatchObject({ on: (await queue(app)).today, forMinutes: 10 })
  expect(body.steered?.minutes).toBeLessThanOrEqual(10)
  expect(body.newPerDay).toBeGreaterThan(0)
  const more = (await settings({ minutesPerDay: 30 })) && (await send<Settings>(app, 'POST', '/steering'))
  expect(more.body.newPerDay).toBeGreaterThan(body.newPerDay)
  // The first look of a new day is answered with the old limit, and has the new one worked out behind it.
  app.now += dayMs
  const first = await queue(app)
  expect(first.settings.steered?.on).not.toBe(first.today)
  await eventually(async () => (await queue(app)).settings.steered?.on).toBe(first.today)
  await settings({ minutesPerDay: null })
  const kept = (await queue(app)).settings.newPerDay
  expect((await send<Settings>(app, 'POST', '/steering')).body).toMatchObject({
    minutesPerDay: null,
    newPerDay: kept,
  })
})

test('more new cards are not offered where none would be asked', async () => {
  await settings({ newPerDay: 200 })
  expect((await queue(app)).moreNew).toBeNull()
  await settings({ newPerDay: 4 })
  await answerAll()
  app.now += dayMs
  const { today } = await queue(app)
  await settings({ reviewsPerDay: 1 })
  expect((await queue(app)).moreNew).toBeNull()
  await settings({ reviewsPerDay: 200, comeback: { from: today, days: 3 } })
  expect((await queue(app)).moreNew).toBeNull()
  await settings({ comeback: null, breaks: [{ from: today, until: today }] })
  expect((await queue(app)).moreNew).toBeNull()
  await settings({ breaks: [] })
  expect((await queue(app)).moreNew).not.toBeNull()
})

test('nothing is asked in a break, and everything is there after it', async () => {
  await answerAll()
  app.now += dayMs
  const { today, counts } = await queue(app, 200)
  expect(counts.total).toBeGreaterThan(0)
  await settings({ breaks: [{ from: today, until: today }] })
  expect(await queue(app, 200)).toMatchObject({ breakUntil: today, cards: [] })
  app.now += dayMs
  expect((await queue(app, 200)).counts.total).toBeGreaterThanOrEqual(counts.total)
})

test('a comeback plan asks a share a day, most overdue first, and no new cards', async () => {
  await answerAll()
  app.now += 30 * dayMs
  const preview = await get<ComebackReply>(app, '/comeback?days=4')
  expect(preview.days).toHaveLength(4)
  await settings({ comeback: { from: preview.from, days: 4 } })
  const first = await queue(app, 200)
  expect(first.counts).toMatchObject({ review: preview.days[0]?.reviews, new: 0 })
  expect(first.comebackDaysLeft).toBe(4)
  await settings({ comeback: null })
  expect((await queue(app, 200)).counts.new).toBeGreaterThanOrEqual(0)
})

test('practice over any search is logged and never moves a schedule; what is due is reviewed', async () => {
  await answerAll()
  const note = (await get<NotesReply>(app, '/notes')).notes[0]
  const practised = await open(`noteId=${note?.id ?? ''}&state=learned`)
  expect(practised.cards.length).toBeGreaterThan(3)
  expect(new Set(practised.cards.map(({ reason }) => reason))).toEqual(new Set(['practice']))
  const [card] = practised.cards
  const before = await get<CardReply>(app, `/cards/${card?.id ?? ''}`)
  await record(app, reviewOf(app, { id: before.id }, 1, { effect: 'none' }))
  const after = await get<CardReply>(app, `/cards/${before.id}`)
  expect(after.state).toEqual(before.state)
  expect(after.history.length).toBe(before.history.length + 1)
  app.now += dayMs
  const due = await open('state=due')
  expect(new Set(due.cards.map(({ reason }) => reason))).toEqual(new Set(['review']))
  expect((await open('q=nothing-like-this')).cards).toEqual([])
  expect((await open('tag=locks')).cards).toEqual([])
  await app.writeNote(
    'locks.md',
    '# Locks #locks/mutex\n\n- **Mutex**: a lock that one thread holds at a time.\n',
  )
  expect((await open('tag=locks')).cards.length).toBeGreaterThan(0)
})

test.each(['sm2', 'fsrs'] as const)(
  'a card whose first try fails day after day is called a leech under %s, and is still asked',
  async (scheduler) => {
    await send(app, 'PUT', '/scheduler', { scheduler })
    await settings({ leechLapses: 3, fuzz: false })
    const [card] = (await queue(app)).cards
    if (card === undefined) throw new Error('no card')
    const leeches = async () => [
      (await open('state=leech')).cards.map(({ id, isLeech }) => [id, isLeech]),
      (await get<CardSearchReply>(app, '/cards/search?q=is:leech')).cards.map(({ id }) => id),
    ]
    for (let day = 0; day < 3; day++) {
      await record(app, reviewOf(app, card, 1))
      app.now += dayMs
    }
    expect(await leeches()).toEqual([[], []])
    await record(app, reviewOf(app, card, 1))
    expect(await leeches()).toEqual([[[card.id, true]], [card.id]])
    await expectCacheIsFold(app)
  },
)

test('days that the calendar does not have, and breaks that end before they begin, are refused', async () => {
  const { today } = await queue(app)
  expect((await settings({ comeback: { from: '2026-02-30', days: 3 } })).body).toMatchObject({
    code: 'invalid_day',
  })
  expect((await settings({ breaks: [{ from: today, until: '2020-01-01' }] })).status).toBe(400)
})

test('a card buried, put off or begun anew by its own event is asked accordingly', async () => {
  await settings({ fuzz: false })
  const [card] = (await queue(app)).cards
  if (card === undefined) throw new Error('no card')
  const { deviceId, at, zone, studyDay } = reviewOf(app, card, 4)
  const event = (more: object) => ({ id: uuidv7(), deviceId, at, zone, studyDay, cardId: card.id, ...more })
  const ids = async () => (await queue(app, 200)).cards.map(({ id }) => id)
  const tomorrow = new Date(app.now + dayMs).toISOString().slice(0, 10)
  await record(app, event({ kind: 'buried', until: tomorrow }))
  expect(await ids()).not.toContain(card.id)
  app.now += dayMs
  expect(await ids()).toContain(card.id)
})
