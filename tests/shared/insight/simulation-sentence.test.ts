import { expect, test } from 'vitest'
import type { Band } from '../../../shared/insight/band.ts'
import type { SimulatedDay } from '../../../shared/insight/simulate.ts'
import { simulationSentence } from '../../../shared/insight/simulation-sentence.ts'

const around = (median: number, reach = 0): Band => ({ median, low: median - reach, high: median + reach })
const aDay = (reviews: number, backlog: number): SimulatedDay => ({
  reviews: around(reviews, 10),
  newCards: around(5),
  minutes: around(reviews / 10),
  recall: around(0.874),
  backlog: around(backlog),
})

test.each([
  [
    [aDay(40, 9), aDay(60, 0)],
    [aDay(20, 0), aDay(0, 0)],
    'About 50 reviews a day (40–60 in eight of ten runs), 5 minutes; as it is, 10 reviews and 1 minute. On the last day 87 % of all answered cards would be recalled, with nothing left over.',
  ],
  [
    [aDay(1200, 1500)],
    [aDay(10, 0)],
    'About 1,200 reviews a day (1,190–1,210 in eight of ten runs), 120 minutes; as it is, 10 reviews and 1 minute. On the last day 87 % of all answered cards would be recalled, with 1,500 left over.',
  ],
])('a simulation says what a day costs and what it brings: %#', (tried, now, sentence) => {
  expect(simulationSentence(tried, now)).toBe(sentence)
})
