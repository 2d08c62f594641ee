import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { QueueCard } from '../../shared/api/queue.ts'
import type { StockCardsReply, StockReply } from '../../shared/api/stock.ts'
import { get, queue, record, reviewOf, send } from '../support/api.ts'
import { type TestApp, buildTestApp } from '../support/build-test-app.ts'
import { dayMs } from '../support/factories.ts'

vi.setConfig({ testTimeout: 60_000 })

const sums = Array.from({ length: 260 }, (_, i) => `Q: What is the sum of ${i} and 1?\nA: ${i + 1}\n`)

let app: TestApp
beforeEach(async () => {
  app = await buildTestApp({ 'sums.md': `# Sums\n\n${sums.join('\n')}` })
  await send(app, 'PUT', '/settings', { newPerDay: 300, reviewsPerDay: 300, burySiblings: false })
})
afterEach(() => app.close())

const stock = () => get<StockReply>(app, '/stock?zone=UTC')
const more = async (ids: readonly string[]) =>
  (await get<StockCardsReply>(app, `/stock/cards?ids=${ids.join(',')}`)).cards
const idsOf = (cards: readonly Pick<QueueCard, 'id'>[]) => cards.map(({ id }) => id)

async function answerAll(grade: number): Promise<void> {
  for (const card of (await queue(app)).cards) await record(app, reviewOf(app, card, grade))
}

test('a stock names all that is due on the next days, gives the first of it, and the rest by its ids', async () => {
  // The queue hands out a page at a time.
  for (let page = 0; page < 6; page++) await answerAll(5)
  app.now += 2 * dayMs
  const given = await stock()
  expect(given.ids).toHaveLength(260)
  expect(idsOf(given.cards)).toEqual(given.ids.slice(0, 200))
  const rest = await more(given.ids.slice(200))
  expect(idsOf(rest)).toEqual(given.ids.slice(200))
  expect(rest[0]).toMatchObject({ reason: 'review', previews: [], state: { schedule: { kind: 'sm2' } } })
  expect(given.elsewhere).toEqual([])
})

test('a stock is never larger than the days ask, with some to spare; the others are counted', async () => {
  await send(app, 'PUT', '/settings', { newPerDay: 10 })
  expect((await stock()).ids).toHaveLength(60)
  await send(app, 'PUT', '/settings', { newPerDay: 300 })
  for (let page = 0; page < 6; page++) await answerAll(5)
  app.now += 20 * dayMs
  await send(app, 'PUT', '/settings', { reviewsPerDay: 20 })
  const given = await stock()
  expect(given.ids).toHaveLength(200)
  expect(given.elsewhere.reduce((sum, { count }) => sum + count, 0)).toBe(60)
})

test('a stock tells which cards were answered today, and whether for the first time', async () => {
  const [first] = (await queue(app)).cards
  if (first === undefined) throw new Error('nothing to ask')
  await record(app, reviewOf(app, first, 4))
  expect((await stock()).answered).toMatchObject([{ id: first.id, isNew: true }])
  app.now += dayMs
  expect((await stock()).answered).toEqual([])
  await record(app, reviewOf(app, first, 4))
  expect((await stock()).answered).toMatchObject([{ id: first.id, isNew: false }])
})

test('cards that are gone are left out of what a device asks for', async () => {
  const [first] = (await stock()).ids
  const gone = '01890000-0000-7000-8000-00000000dead'
  expect(idsOf(await more([gone, first ?? '']))).toEqual([first])
})
