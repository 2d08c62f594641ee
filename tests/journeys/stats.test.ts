import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { CardSearchReply } from '../../shared/api/cards.ts'
import type { ConceptsReply } from '../../shared/api/concepts.ts'
import type { NotesReply } from '../../shared/api/notes.ts'
import type { StatsChartsReply } from '../../shared/api/stats-charts.ts'
import type { StatsReply } from '../../shared/api/stats.ts'
import { calibrationLine, totalCalibration } from '../../shared/insight/calibration.ts'
import { distributed } from '../../shared/insight/distributions.ts'
import { get, listAllConcepts, queue, record, reviewOf, send, undoOf } from '../support/api.ts'
import { type TestApp, buildTestApp, someNotes } from '../support/build-test-app.ts'
import { studyForDays } from '../support/seed-days.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

const knots = `---
tags: [exam]
---
# Knots

- **Bowline**: a knot that makes a loop which does not slip.
- **Clove hitch**: a knot that ties a rope to a post.
- **Reef knot**: a knot that joins two ends of one rope.
- **Sheet bend**: a knot that joins two ropes of unequal width.
`

const charts = (app: TestApp, query = '') => get<StatsChartsReply>(app, `/stats/charts${query}`)

async function study(app: TestApp, days: number): Promise<number> {
  return studyForDays(
    {
      now: () => app.now,
      setTime: (now) => void (app.now = now),
      queue: () => queue(app),
      record: (events) => record(app, ...events),
    },
    days,
  )
}

const shipped = (name: string) => readFileSync(new URL(`../../learnings/${name}`, import.meta.url), 'utf8')

describe('after ten weeks', () => {
  let app: TestApp
  let answers: number
  beforeAll(async () => {
    app = await buildTestApp({
      'caching.md': someNotes,
      'knots.md': knots,
      'docker.md': shipped('docker.md'),
      'asynchronous-programming.md': shipped('asynchronous-programming.md'),
    })
    answers = await study(app, 70)
  })
  afterAll(() => app.close())

  test('the days of the charts are those that are kept with every answer', async () => {
    const { days, firstDay } = await charts(app, '?range=all')
    const kept = await get<StatsReply>(app, '/stats')
    expect(answers).toBeGreaterThan(300)
    expect(days).toEqual(kept.days)
    expect(firstDay).toBe(kept.days[0]?.day)
  })

  test('retention counts the first answer of a day of cards met before, and the predictions speak of the same answers', async () => {
    const { retention, calibration } = await charts(app, '?range=all')
    const kept = await get<StatsReply>(app, '/stats')
    const last = retention.at(-1)
    expect(last?.days).toBe(90)
    expect((last?.young.asked ?? 0) + (last?.mature.asked ?? 0)).toBe(kept.retention.asked)
    expect((last?.young.passed ?? 0) + (last?.mature.passed ?? 0)).toBe(kept.retention.passed)
    expect(last?.mature.asked).toBeGreaterThan(0)
    const total = totalCalibration(calibration)
    expect([total.answers, total.recalled]).toEqual([kept.retention.asked, kept.retention.passed])
    expect(total.expected).toBeGreaterThan(total.answers * 0.5)
    expect(total.expected).toBeLessThan(total.answers)
  })

  test('what waits today in the forecast is what the queue asks, and all of it waits if nobody answers', async () => {
    const { forecast, stop, answered } = await charts(app)
    const { counts } = await queue(app)
    expect(forecast.backlog + (forecast.days[0] ?? 0)).toBe(counts.review)
    expect(forecast.days).toHaveLength(30)
    const coming = forecast.days.reduce((sum, due) => sum + due, 0)
    expect(stop.at(-1)?.waiting).toBe(forecast.backlog + coming)
    expect(forecast.backlog + coming + forecast.later).toBe(answered)
    expect(stop.at(-1)?.recalled).toBeLessThan(stop[0]?.recalled ?? 0)
  })

  test('every answered card stands once in each distribution', async () => {
    const { intervals, ease, recall, answered } = await charts(app)
    expect(ease.kind).toBe('ease')
    for (const bins of [intervals, ease.bins, recall]) expect(distributed(bins)).toBe(answered)
    await send(app, 'PUT', '/scheduler', { scheduler: 'fsrs' })
    const under = await charts(app)
    expect(under).toMatchObject({ wanted: 0.9, ease: { kind: 'difficulty' } })
    expect(distributed(under.ease.bins)).toBe(answered)
    await send(app, 'PUT', '/scheduler', { scheduler: 'sm2' })
  })

  test('concepts add up to all cards, and a note and its tag say the same', async () => {
    const all = await charts(app, '?range=all')
    const concepts = await listAllConcepts(app)
    const parts = await Promise.all(concepts.map(({ id }) => charts(app, `?range=all&concept=${id}`)))
    const sum = (valueOf: (reply: StatsChartsReply) => number) =>
      parts.reduce((total, part) => total + valueOf(part), 0)
    for (const valueOf of [
      (reply: StatsChartsReply) => reply.times.answers,
      (reply: StatsChartsReply) => totalCalibration(reply.calibration).recalled,
      (reply: StatsChartsReply) => reply.forecast.backlog,
      (reply: StatsChartsReply) => reply.answered,
    ])
      expect(sum(valueOf)).toBe(valueOf(all))
    const note = (await get<NotesReply>(app, '/notes')).notes.find(({ path }) => path === 'knots.md')
    const { scope: ofNote, ...byNote } = await charts(app, `?note=${note?.id}`)
    const { scope: ofTag, ...byTag } = await charts(app, '?tag=%23Exam')
    expect(byNote.times.answers).toBeGreaterThan(0)
    expect(byTag).toEqual(byNote)
    expect(ofNote).toMatchObject({ kind: 'note', title: 'Knots' })
    expect(ofTag).toEqual({ kind: 'tag', name: 'exam', title: '#exam' })
  })

  test('a range takes the answers of its days alone', async () => {
    const [month, all] = [await charts(app, '?range=30'), await charts(app, '?range=all')]
    expect(month.days).toEqual(all.days.filter(({ day }) => day > '2026-04-11'))
    expect(month.times.answers).toBe(month.days.reduce((sum, day) => sum + day.answers, 0))
    expect(month.firstDay).toBe(all.firstDay)
    expect(month.retention).toEqual(all.retention)
  })

  test('cards whose first try failed on many days are named with their question', async () => {
    await send(app, 'PUT', '/settings', { leechLapses: 2 })
    const { leeches, leechTotal, leechDays } = await charts(app)
    expect([leechDays, leechTotal]).toEqual([2, leeches.length])
    expect(leeches[0]?.front).not.toBe('')
    expect(leeches[0]?.failedDays).toBeGreaterThanOrEqual(leeches.at(-1)?.failedDays ?? 0)
    // One law says what a leech is: the list of Stats, a search, and Today name the same cards.
    const found = await get<CardSearchReply>(app, '/cards/search?q=is:leech&limit=200&zone=UTC')
    expect(leeches.map(({ card }) => card).sort()).toEqual(found.cards.map(({ id }) => id).sort())
    expect(leeches.every(({ failedDays }) => failedDays >= 2)).toBe(true)
  })

  test('typed misses are counted, and those that were passed nevertheless', async () => {
    const { overrides } = await charts(app, '?range=all')
    expect(overrides.misses).toBeGreaterThan(overrides.passed)
    expect(overrides.passed).toBeGreaterThan(0)
  })

  test('an answer that is taken back is in no figure', async () => {
    const before = await charts(app)
    const card = (await queue(app)).cards[0]
    if (card === undefined) throw new Error('nothing is due')
    const answer = reviewOf(app, card, 2)
    await record(app, answer)
    expect((await charts(app)).times.answers).toBe(before.times.answers + 1)
    await record(app, undoOf(app, answer.id))
    expect(await charts(app)).toEqual(before)
  })

  test('the line beside a concept’s numbers holds its own answers alone', async () => {
    const [concept] = (await get<ConceptsReply>(app, '/concepts')).concepts
    const whole = await charts(app, `?range=all&concept=${concept?.id}`)
    const line = await get<{ answers: number; expected: number; recalled: number }>(
      app,
      `/stats/calibration?concept=${concept?.id}`,
    )
    expect(calibrationLine(line)).toBe(calibrationLine(totalCalibration(whole.calibration)))
    expect(line.answers).toBeGreaterThan(0)
  })
})

test('nothing was answered: every figure is nought and nothing is made up', async () => {
  const app = await buildTestApp()
  const reply = await charts(app)
  expect(reply).toMatchObject({
    range: '90',
    scope: null,
    wanted: null,
    firstDay: null,
    days: [],
    answered: 0,
    forecast: { backlog: 0, later: 0 },
    times: { answers: 0, medianMs: 0 },
    leeches: [],
    overrides: { misses: 0, passed: 0, quizAppeals: 0 },
  })
  expect(totalCalibration(reply.calibration).answers).toBe(0)
  await app.close()
})

test.each([
  ['two scopes at once', '?tag=exam&note=x', 400],
  ['a concept that is not there', '?concept=nobody', 404],
  ['a range that is none', '?range=12', 400],
  ['a field that is none', '?folder=x', 400],
])('%s is refused', async (_, query, status) => {
  const app = await buildTestApp()
  for (const path of ['/stats/charts', '/stats/calibration'])
    if (path === '/stats/charts' || !query.includes('range'))
      expect((await app.app.inject({ url: `/api/v1${path}${query}` })).statusCode).toBe(status)
  await app.close()
})
