import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { ConceptReply } from '../../shared/api/concepts.ts'
import type { StatsReply } from '../../shared/api/stats.ts'
import type { WeekReply } from '../../shared/api/week.ts'
import { addDays } from '../../shared/basics/time.ts'
import { weekOf } from '../../shared/insight/week.ts'
import { levelNames } from '../../shared/mastery/levels.ts'
import { get, listAllConcepts, queue, record, reviewOf, undoOf } from '../support/api.ts'
import { type TestApp, buildTestApp, someNotes } from '../support/build-test-app.ts'
import { dayMs } from '../support/factories.ts'
import { studyForDays } from '../support/seed-days.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

const shipped = (name: string) => readFileSync(new URL(`../../learnings/${name}`, import.meta.url), 'utf8')
const weekAt = (app: TestApp, day: string | null = null) =>
  get<WeekReply>(app, day === null ? '/week' : `/week?day=${day}`)

describe('after sixty days', () => {
  let app: TestApp
  let weeks: WeekReply[]
  beforeAll(async () => {
    app = await buildTestApp({
      'caching.md': someNotes,
      'docker.md': shipped('docker.md'),
      'asynchronous-programming.md': shipped('asynchronous-programming.md'),
    })
    await studyForDays(
      {
        now: () => app.now,
        setTime: (now) => void (app.now = now),
        queue: () => queue(app),
        record: (events) => record(app, ...events),
      },
      60,
    )
    weeks = []
    const { today, firstDay } = await weekAt(app)
    for (let day = firstDay ?? today; day <= weekOf(today).until; day = addDays(day, 7))
      weeks.push(await weekAt(app, day))
  })
  afterAll(() => app.close())

  test('leafing through all weeks shows every day that Stats shows, once', async () => {
    const { days, retention } = await get<StatsReply>(app, '/stats')
    expect(weeks.length).toBeGreaterThanOrEqual(8)
    expect(weeks.flatMap((week) => week.days)).toEqual(days)
    const sum = (of: (week: WeekReply) => number) => weeks.reduce((total, week) => total + of(week), 0)
    expect(sum(({ firstTries }) => firstTries.asked)).toBe(retention.asked)
    expect(sum(({ firstTries }) => firstTries.passed)).toBe(retention.passed)
    expect(sum(({ stayed }) => stayed)).toBeGreaterThan(20)
    expect(sum(({ recalledLate }) => recalledLate)).toBeGreaterThan(0)
  })

  test('the moves of all weeks lead each concept to the level on which it stands', async () => {
    const concepts = await listAllConcepts(app)
    const moves = weeks.flatMap(({ rises, begun, falls }) => [
      ...rises,
      ...begun.map(({ conceptId }) => ({ conceptId, from: 0, to: 1 })),
      ...falls,
    ])
    expect(moves.some(({ from, to }) => to > from)).toBe(true)
    for (const { id, mastery } of concepts) {
      const own = moves.filter(({ conceptId }) => conceptId === id)
      expect(own.reduce((level, { from, to }) => level + to - from, 0)).toBe(mastery.level)
      for (const [i, { from }] of own.entries()) expect(from).toBe(own[i - 1]?.to ?? 0)
    }
  })

  test('a move names a step of the concept’s own history', async () => {
    const move = weeks.flatMap(({ rises }) => rises).at(-1)
    const { levels } = await get<ConceptReply>(app, `/concepts/${move?.conceptId}`)
    expect(levels.map(({ on }) => on)).toContain(move?.on)
    expect(levels.some(({ from }) => from === levelNames[move?.from ?? 0])).toBe(true)
  })

  test('what was forgotten has its question, the open ones first', () => {
    for (const { forgotten, forgottenTotal, stillForgotten, firstTries } of weeks) {
      expect(forgottenTotal).toBeLessThanOrEqual(firstTries.asked - firstTries.passed)
      expect(forgotten.every(({ front }) => front !== '')).toBe(true)
      const open = forgotten.filter(({ isRecalledSince }) => !isRecalledSince).length
      expect(open).toBe(Math.min(stillForgotten, forgotten.length))
      expect(forgotten.slice(0, open).every(({ isRecalledSince }) => !isRecalledSince)).toBe(true)
    }
  })

  test('what comes is told of this week and the last one, and is what the forecast says', async () => {
    const { forecast } = await get<StatsReply>(app, '/stats')
    const cards = forecast.slice(0, 7).reduce((sum, due) => sum + due, 0)
    expect(weeks.map(({ ahead }) => ahead?.cards ?? null)).toEqual(
      weeks.map((_, i) => (i < weeks.length - 2 ? null : cards)),
    )
  })

  test('an answer that is taken back leaves the week as it was', async () => {
    const before = await weekAt(app)
    const answer = reviewOf(app, (await queue(app)).cards[0] ?? { id: '' }, 1)
    await record(app, answer)
    expect(await weekAt(app)).not.toEqual(before)
    await record(app, undoOf(app, answer.id))
    expect(await weekAt(app)).toEqual(before)
  })

  test('a level that fades without an answer falls in the week in which it fades', async () => {
    const start = app.now
    app.now += 400 * dayMs
    const { today } = await weekAt(app)
    const later: WeekReply[] = []
    for (let day = addDays(today, -392); day <= today; day = addDays(day, 7))
      later.push(await weekAt(app, day))
    const faded = later.flatMap(({ days, falls }) => (days.length === 0 ? falls : []))
    expect(faded.length).toBeGreaterThan(0)
    expect(faded.map(({ why }) => why.kind)).toContain('faded')
    app.now = start
  })
})

test('before the first answer the week is empty, and that of the first day holds it', async () => {
  const app = await buildTestApp()
  const empty = await weekAt(app)
  expect(empty).toMatchObject({
    firstDay: null,
    days: [],
    rises: [],
    falls: [],
    forgottenTotal: 0,
    ahead: { cards: 0, minutes: 0 },
  })
  const [card] = (await queue(app)).cards
  await record(app, reviewOf(app, card ?? { id: '' }, 4))
  const first = await weekAt(app)
  expect(first.days.map(({ answers, newCards }) => [answers, newCards])).toEqual([[1, 1]])
  expect([first.begun.length, first.rises.length]).toEqual([1, 0])
  expect(first.firstDay).toBe(first.today)
  await app.close()
})

test.each([
  ['a day that no calendar has', '?day=2026-02-30', 'invalid_day'],
  ['a week that has not begun', '?day=2999-01-01', 'invalid_day'],
  ['what is no day', '?day=soon', 'invalid_request'],
  ['a field that is none', '?week=3', 'invalid_request'],
])('%s is refused', async (_, query, code) => {
  const app = await buildTestApp()
  const response = await app.app.inject({ url: `/api/v1/week${query}` })
  expect([response.statusCode, response.json<{ code: string }>().code]).toEqual([400, code])
  await app.close()
})

test('the week runs until Sunday, and Monday begins another', async () => {
  const app = await buildTestApp()
  const { today } = await weekAt(app)
  const { from, until } = await weekAt(app, addDays(today, -3))
  expect(addDays(from, 6)).toBe(until)
  expect((await weekAt(app, addDays(from, -1))).until).toBe(addDays(from, -1))
  await app.close()
})
