import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { ExamsReply } from '../../shared/api/exams.ts'
import type { NotesReply } from '../../shared/api/notes.ts'
import type { StockReply } from '../../shared/api/stock.ts'
import { type Day, addDays } from '../../shared/basics/time.ts'
import { get, queue, record, reviewOf, send } from '../support/api.ts'
import { type TestApp, buildTestApp, someNotes } from '../support/build-test-app.ts'
import { dayMs } from '../support/factories.ts'

vi.setConfig({ testTimeout: 30_000 })

const knots = `---
tags: [sailing]
---
# Knots

- **Bowline**: a knot that makes a loop which does not slip.
- **Sheet bend**: a knot that joins two ropes of unequal width.
- **Clove hitch**: a knot that ties a rope to a post.
- **Reef knot**: a knot that joins two ends of one rope.
`

let app: TestApp
beforeEach(async () => {
  app = await buildTestApp({ 'caching.md': someNotes, 'knots.md': knots })
  await send(app, 'PUT', '/settings', { newPerDay: 2 })
})
afterEach(() => app.close())

const exams = () => get<ExamsReply>(app, '/exams?zone=UTC')
async function setExam(days: number, scope: object = { kind: 'tag', name: 'sailing' }) {
  const { today } = await queue(app)
  const exam = { title: 'Sailing', on: addDays(today as Day, days), ...scope }
  return send(app, 'PUT', '/settings', { exams: [exam] })
}
const noteOf = async (path: string) =>
  (await get<NotesReply>(app, '/notes')).notes.find((note) => note.path === path)

test.each([
  ['a tag', () => Promise.resolve({ kind: 'tag', name: 'sailing' })],
  ['a note', async () => ({ kind: 'note', name: (await noteOf('knots.md'))?.id })],
])('an exam on %s has a plan, and its new cards come first, on a device too', async (_, scope) => {
  const files = async () => (await queue(app)).cards.map(({ sources }) => sources[0]?.file)
  expect(new Set(await files())).toEqual(new Set(['caching.md']))
  expect((await setExam(20, await scope())).status).toBe(200)
  expect(new Set(await files())).toEqual(new Set(['knots.md']))
  expect((await get<StockReply>(app, '/stock')).cards[0]?.sources[0]?.file).toBe('knots.md')
  const [view] = (await exams()).exams
  expect(view).toMatchObject({ daysLeft: 20, plan: { unreached: 0, limit: 2 } })
  expect(view?.plan?.cards).toBeGreaterThan(3)
  expect(view?.plan?.newPerDay).toBe(1)
  expect(view?.plan?.recalled).toBeLessThanOrEqual(view?.plan?.cards ?? 0)
})

test('what a limit leaves out of reach is said, and more a day reaches it', async () => {
  await setExam(3)
  const plan = (await exams()).exams[0]?.plan
  expect(plan?.unreached).toBe((plan?.cards ?? 0) - 2)
  await send(app, 'PUT', '/settings', { newPerDay: plan?.newPerDay })
  expect((await exams()).exams[0]?.plan).toMatchObject({ unreached: 0 })
})

test('after its day it asks what to do, and its cards come first no more', async () => {
  await setExam(1)
  for (const card of (await queue(app)).cards) await record(app, reviewOf(app, card, 4))
  app.now += dayMs
  expect((await exams()).exams[0]).toMatchObject({ daysLeft: 0, plan: { begun: 2 } })
  app.now += dayMs
  expect((await exams()).exams[0]).toMatchObject({ daysLeft: -1, plan: null })
  const fresh = (await queue(app)).cards.filter(({ reason }) => reason === 'new')
  expect(fresh.map(({ sources }) => sources[0]?.file)).toEqual(['caching.md', 'caching.md'])
})

test('an exam about what is gone has a plan that says so; one on a day that is none is refused', async () => {
  await setExam(5, { kind: 'concept', name: 'gone' })
  expect((await exams()).exams[0]?.plan).toMatchObject({ cards: 0, unreached: 0 })
  const { body } = await send(app, 'PUT', '/settings', {
    exams: [{ kind: 'tag', name: 'x', title: 'X', on: '2026-02-30' }],
  })
  expect(body).toMatchObject({ code: 'invalid_day' })
})
