import { expect, test } from 'vitest'
import { syntheticLog, syntheticStart } from '../../../shared/insight/synthetic-log.ts'
import { readSm2 } from '../../../shared/schedule/fit/replay-sm2.ts'

const size = { cards: 300, days: 400 }
const histories = syntheticLog('a', size)

test('the same seed gives the same log, another seed another', () => {
  expect(syntheticLog('a', size)).toEqual(histories)
  expect(syntheticLog('b', size)).not.toEqual(histories)
})

test('every history is one of rising days within the log', () => {
  expect(histories).toHaveLength(size.cards)
  for (const history of histories) {
    expect(history.length).toBeGreaterThan(0)
    history.forEach(({ day }, at) => {
      expect(day).toBeGreaterThan(history[at - 1]?.day ?? syntheticStart - 1)
      expect(day).toBeLessThan(syntheticStart + size.days)
    })
  }
})

test('it holds what real logs hold: early, on time and late, recalled and forgotten, all four keys', () => {
  const { scored, elapsedDays, intervalDays } = readSm2(histories)
  const timing = [...elapsedDays].map((elapsed, rank) => Math.sign(elapsed - (intervalDays[rank] ?? 0)))
  for (const sign of [-1, 0, 1]) expect(timing.filter((one) => one === sign).length).toBeGreaterThan(100)
  const recalled = scored.recalled.reduce((sum, one) => sum + one, 0) / scored.count
  expect(recalled).toBeGreaterThan(0.75)
  expect(recalled).toBeLessThan(0.95)
  const grades = new Set(histories.flat().map(({ grade }) => grade))
  expect(grades).toEqual(new Set([1, 2, 3, 4, 5]))
})
