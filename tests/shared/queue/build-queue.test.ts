import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Day, addDays } from '../../../shared/basics/time.ts'
import { type DueCandidate, type QueueInput, buildQueue } from '../../../shared/queue/build-queue.ts'
import { interleave, longestRun } from '../../../shared/queue/interleave.ts'
import { aCardId } from '../../support/factories.ts'

const today = '2026-03-10' as Day
const limits = { newPerDay: 20, reviewsPerDay: 200, burySiblings: true }
const nothing: QueueInput = {
  drill: [],
  due: [],
  fresh: [],
  siblingsOfToday: new Set(),
  introducedToday: 0,
  reviewedToday: 0,
}
const aDue = (number: number, overdueDays: number, changes: Partial<DueCandidate> = {}): DueCandidate => ({
  id: aCardId(number),
  factKey: `fact-${number}`,
  sources: [],
  conceptId: `concept-${number}`,
  intervalDays: 10,
  repetitions: 3,
  stability: null,
  repeatedOn: addDays(today, -10 - overdueDays),
  ...changes,
})
const aNew = (number: number, conceptId = `concept-${number}`) => ({
  id: aCardId(number),
  factKey: `fact-${number}`,
  sources: [],
  conceptId,
})
const many = <Item>(count: number, make: (number: number) => Item) =>
  Array.from({ length: count }, (_, index) => make(index + 1))

test('open drills come first, the one that waited longest before the others', () => {
  const drill = [
    { ...aNew(1), answeredAt: 200 },
    { ...aNew(2), answeredAt: 100 },
  ]
  const queue = buildQueue({ ...nothing, drill, due: [aDue(3, 90)] }, limits, today)
  expect(queue.map((card) => card.id)).toEqual([aCardId(2), aCardId(1), aCardId(3)])
})

test('reviews are asked in order of their predicted recall, the lowest first', () => {
  const due = [aDue(1, 0), aDue(2, 30), aDue(3, 5)]
  expect(buildQueue({ ...nothing, due }, limits, today).map((card) => card.id)).toEqual([
    aCardId(2),
    aCardId(3),
    aCardId(1),
  ])
})

test('of two cards of one line only one is asked today', () => {
  const line = { file: 'ropes.md', lines: [4] }
  const due = [
    aDue(1, 3, { sources: [line] }),
    aDue(2, 2, { sources: [{ file: 'knots.md', lines: [1] }, line] }),
  ]
  const fresh = [
    { ...aNew(3), sources: [line] },
    { ...aNew(4), sources: [{ file: 'ropes.md', lines: [5] }] },
  ]
  const asked = (input: Partial<QueueInput>): string[] =>
    buildQueue({ ...nothing, ...input }, limits, today).map(({ id }) => id)
  expect(asked({ due, fresh })).toEqual([aCardId(1), aCardId(4)])
  expect(asked({ fresh, siblingsOfToday: new Set(['ropes.md:4']) })).toEqual([aCardId(4)])
})

test('of two cards of one fact only one is asked today', () => {
  const due = [aDue(1, 3, { factKey: 'same' }), aDue(2, 2, { factKey: 'same' })]
  const fresh = [{ ...aNew(3), factKey: 'same' }]
  expect(buildQueue({ ...nothing, due, fresh }, limits, today)).toHaveLength(1)
  expect(buildQueue({ ...nothing, due, siblingsOfToday: new Set(['same']) }, limits, today)).toHaveLength(0)
  expect(buildQueue({ ...nothing, due, fresh }, { ...limits, burySiblings: false }, today)).toHaveLength(3)
})

test('the day’s limits hold, and what was answered before counts', () => {
  const input = {
    ...nothing,
    due: many(300, (number) => aDue(number, 1)),
    fresh: many(50, (number) => aNew(1000 + number)),
  }
  expect(buildQueue(input, limits, today)).toHaveLength(200)
  expect(buildQueue({ ...input, due: input.due.slice(0, 10) }, limits, today)).toHaveLength(30)
  expect(buildQueue({ ...input, due: [], introducedToday: 15 }, limits, today)).toHaveLength(5)
  expect(buildQueue({ ...input, fresh: [], reviewedToday: 190 }, limits, today)).toHaveLength(10)
})

test('new cards wait when the reviews fill the day', () => {
  const input = {
    ...nothing,
    due: many(200, (number) => aDue(number, 1)),
    fresh: many(5, (number) => aNew(1000 + number)),
  }
  expect(buildQueue(input, limits, today).some((card) => card.reason === 'new')).toBe(false)
})

test('new cards are spread evenly among the reviews', () => {
  const input = {
    ...nothing,
    due: many(20, (number) => aDue(number, 1)),
    fresh: many(5, (number) => aNew(1000 + number)),
  }
  const places = buildQueue(input, limits, today).flatMap((card, place) =>
    card.reason === 'new' ? [place] : [],
  )
  expect(places).toEqual([4, 9, 14, 19, 24])
})

test('no concept is asked more than twice in a row while another waits, and no card is lost', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 40 }), (groups) => {
      const items = groups.map((group, index) => ({ group, index }))
      const result = interleave(items, (item) => item.group)
      expect(result.toSorted((a, b) => a.index - b.index)).toEqual(items)
      for (let place = longestRun; place < result.length; place++) {
        const run = result.slice(place - longestRun, place + 1)
        const isOverrun = run.every((item) => item.group === run[0]?.group)
        // An overrun is allowed only when nothing of another group was left.
        if (isOverrun) expect(result.slice(place).every((item) => item.group === run[0]?.group)).toBe(true)
      }
      for (const group of ['a', 'b', 'c']) {
        const own = result.filter((item) => item.group === group).map((item) => item.index)
        expect(own).toEqual(own.toSorted((a, b) => a - b))
      }
    }),
  )
})
