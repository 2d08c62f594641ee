import { describe, expect, test } from 'vitest'
import type { Day } from '../../../shared/basics/time.ts'
import type { CardId } from '../../../shared/card/card.ts'
import { buttonsSentence, countButtons, keyTotal } from '../../../shared/insight/answer-buttons.ts'
import { answerTimes, timeBinName, timeEdges, timesSentence } from '../../../shared/insight/answer-times.ts'
import {
  difficultyBins,
  distributionSentence,
  easeBins,
  intervalBins,
  recallBins,
} from '../../../shared/insight/distributions.ts'
import { needsMore } from '../../../shared/insight/enough-reviews.ts'
import { findLeeches, leechesSentence } from '../../../shared/insight/find-leeches.ts'
import { countHours, hourName, hoursSentence } from '../../../shared/insight/hourly-recall.ts'
import { countOverrides, overridesSentence } from '../../../shared/insight/overrides.ts'
import {
  retentionCell,
  retentionSentence,
  retentionTable,
  wholeRow,
} from '../../../shared/insight/retention-table.ts'
import { shareOrCount, tallyWithRange } from '../../../shared/insight/share-words.ts'
import { rangeStart } from '../../../shared/insight/stats-range.ts'
import { aCardId } from '../../support/factories.ts'
import { aReading, tallied, times } from './a-reading.ts'

const day = (text: string) => text as Day
const today = day('2026-03-02')
const mature = { before: { intervalDays: 21, recall: 0.9 } }

describe('shares', () => {
  test.each([
    [{ passed: 6, asked: 7 }, '6 of 7', '6 of 7 (49–97 %)'],
    [{ passed: 0, asked: 0 }, '0 of 0', '0 of 0'],
    [{ passed: 19, asked: 19 }, '19 of 19', '19 of 19 (83–100 %)'],
    [{ passed: 17, asked: 20 }, '85 %', '17 of 20 (64–95 %)'],
    [{ passed: 900, asked: 1000 }, '90 %', '900 of 1,000 (88–92 %)'],
  ])('a percentage of few never stands alone: %o', (tally, share, range) => {
    expect(shareOrCount(tally)).toBe(share)
    expect(tallyWithRange(tally)).toBe(range)
  })

  test.each([
    [0, 'Needs about 50 more reviews.'],
    [1, 'Needs about 50 more reviews.'],
    [12, 'Needs about 40 more reviews.'],
    [43, 'Needs about 7 more reviews.'],
    [49, 'Needs about 1 more review.'],
    [50, null],
  ])('with %d reviews a curve is missing: %s', (count, words) => {
    expect(needsMore(count)).toBe(words)
  })

  test.each([
    ['30', '2026-02-01'],
    ['90', '2025-12-03'],
    ['365', '2025-03-03'],
    ['all', null],
  ] as const)('the range %s begins on %s', (range, first) => {
    expect(rangeStart(range, today)).toBe(first)
  })
})

describe('retention', () => {
  test('each window holds its days, young and mature apart, and no drill and no first meeting', () => {
    const rows = retentionTable(
      [
        ...tallied(3, 4),
        ...tallied(1, 2, mature),
        ...times(5, { role: 'same_day' }),
        ...times(5, { role: 'new', before: null }),
        ...tallied(2, 2, { day: day('2026-02-24') }),
        ...tallied(0, 1, { day: day('2026-02-23') }),
        ...tallied(1, 1, { day: day('2025-12-03'), ...mature }),
        ...tallied(1, 1, { day: day('2025-12-02') }),
        ...tallied(1, 1, { day: day('2026-03-03') }),
      ],
      today,
    )
    expect(rows).toEqual([
      { days: 1, young: { asked: 4, passed: 3 }, mature: { asked: 2, passed: 1 } },
      { days: 7, young: { asked: 6, passed: 5 }, mature: { asked: 2, passed: 1 } }, // from 24 February on
      { days: 30, young: { asked: 7, passed: 5 }, mature: { asked: 2, passed: 1 } },
      { days: 90, young: { asked: 7, passed: 5 }, mature: { asked: 3, passed: 2 } },
    ])
    expect(rows.map(wholeRow).at(-1)).toEqual({ asked: 10, passed: 7 })
  })

  test.each([
    [[], null, 'Says something from the second day on: it counts cards you met on an earlier day.'],
    [tallied(1, 1), null, 'In the last 90 days you recalled 1 of 1 (21–100 %) at the first try of a day.'],
    [
      tallied(89, 100),
      0.9,
      'In the last 90 days you recalled 89 of 100 (81–94 %) at the first try of a day; you wanted 90 %. That fits.',
    ],
    [
      tallied(70, 100),
      0.9,
      'In the last 90 days you recalled 70 of 100 (60–78 %) at the first try of a day; you wanted 90 %. You recall less than you asked for.',
    ],
    [
      tallied(99, 100),
      0.8,
      'In the last 90 days you recalled 99 of 100 (95–100 %) at the first try of a day; you wanted 80 %. You recall more than you asked for.',
    ],
  ])('is it fine? %#', (readings, wanted, sentence) => {
    expect(retentionSentence(retentionTable(readings, today), wanted)).toBe(sentence)
  })

  test.each([
    [0, 0, '–'],
    [6, 7, '6 of 7'],
    [45, 50, '90 %'],
  ])('%d of %d stands in a cell as %s', (passed, asked, cell) => {
    expect(retentionCell({ passed, asked })).toBe(cell)
  })
})

describe('answer buttons', () => {
  test('the keys are counted by the age of the memory; grades 0 to 2 are Again, drill is left out', () => {
    const readings = [0, 1, 2, 3, 4, 5].map((grade) => aReading({ grade: grade as 0 }))
    expect(
      countButtons([
        ...readings,
        aReading({ role: 'new', before: null, grade: 3 }),
        aReading({ before: { intervalDays: 20, recall: 1 }, grade: 5 }),
        aReading({ ...mature, grade: 5 }),
        aReading({ role: 'same_day', grade: 4 }),
      ]),
    ).toEqual([
      { maturity: 'new', keys: [0, 1, 0, 0] },
      { maturity: 'young', keys: [3, 1, 1, 2] },
      { maturity: 'mature', keys: [0, 0, 0, 1] },
    ])
    expect(keyTotal([3, 1, 1, 2])).toBe(7)
  })

  test.each([
    [times(10), 'Needs about 40 more reviews.'],
    [times(60), 'Good is pressed most: 60 of 60 times (100 %). No card had an interval of three weeks yet.'],
    [
      [...times(60), ...tallied(1, 4, mature)],
      'Good is pressed most: 61 of 64 times (95 %). Mature cards got Again 3 of 4 times.',
    ],
    [
      tallied(90, 100, mature),
      'Good is pressed most: 90 of 100 times (90 %). Mature cards got Again 10 of 100 times (10 %).',
    ],
  ])('the chart says: %#', (readings, sentence) => {
    expect(buttonsSentence(countButtons(readings))).toBe(sentence)
  })
})

describe('hours', () => {
  test('first answers of a day are counted at their hour', () => {
    const hours = countHours([
      ...tallied(1, 2, { hour: 0 }),
      aReading({ hour: 23 }),
      aReading({ hour: 23, role: 'same_day' }),
    ])
    expect(hours).toHaveLength(24)
    expect([hours[0], hours[12], hours[23]]).toEqual([
      { asked: 2, passed: 1 },
      { asked: 0, passed: 0 },
      { asked: 1, passed: 1 },
    ])
    expect([hourName(9), hourName(23)]).toEqual(['09:00–10:00', '23:00–00:00'])
  })

  test.each([
    [tallied(9, 10), 'Needs about 40 more reviews.'],
    [
      [...tallied(25, 29, { hour: 8 }), ...tallied(25, 29, { hour: 9 })],
      'No hour has 30 first answers yet, so none can be compared.',
    ],
    [
      [...tallied(27, 30, { hour: 8 }), ...tallied(25, 29, { hour: 9 })],
      'Only one hour has 30 first answers: 08:00–09:00, 27 of 30 (74–97 %).',
    ],
    [
      [...tallied(27, 30, { hour: 8 }), ...tallied(20, 30, { hour: 22 }), ...tallied(0, 29, { hour: 3 })],
      'You recall most at 08:00–09:00, 27 of 30 (74–97 %), least at 22:00–23:00, 20 of 30 (49–81 %).',
    ],
  ])('the chart says: %#', (readings, sentence) => {
    expect(hoursSentence(countHours(readings))).toBe(sentence)
  })
})

describe('time', () => {
  test('every answer lies in one bin, and the middle one and the slowest tenth are its own', () => {
    const readings = Array.from({ length: 100 }, (_, i) => ({ durationMs: (i + 1) * 1000 }))
    const result = answerTimes(readings)
    expect(result.bins.reduce((sum, count) => sum + count, 0)).toBe(100)
    expect(result).toMatchObject({ answers: 100, medianMs: 50_000, slowMs: 90_000 })
    expect(
      answerTimes([{ durationMs: 0 }, { durationMs: 1999 }, { durationMs: 2000 }]).bins.slice(0, 3),
    ).toEqual([2, 1, 0])
    expect([timeBinName(0), timeBinName(timeEdges.length - 1)]).toEqual(['0–2 s', '60 s and more'])
    expect(timesSentence(result)).toBe(
      'Half of 100 answers took 50 s or less; one in ten took longer than 90 s.',
    )
    expect(timesSentence(answerTimes(times(3)))).toBe('Needs about 50 more answers.')
    expect(answerTimes([])).toMatchObject({ answers: 0, medianMs: 0 })
  })
})

describe('leeches', () => {
  const [a, b] = [aCardId(1), aCardId(2)]
  const on = (card: CardId, date: string, grade: 2 | 4, role: 'new' | 'review' | 'same_day' = 'review') =>
    aReading({ card, day: day(date), grade, role })

  test('days count on which the first try failed: not the first meeting, not drill, not before a reset', () => {
    const readings = [
      on(a, '2026-01-01', 2, 'new'),
      on(a, '2026-01-02', 2),
      on(a, '2026-01-02', 2, 'same_day'),
      on(a, '2026-01-03', 2),
      on(a, '2026-01-04', 4),
      on(b, '2026-01-01', 4, 'new'),
      on(b, '2026-01-02', 2),
      on(b, '2026-01-03', 2),
      on(b, '2026-01-04', 4, 'new'),
      on(b, '2026-01-05', 2),
    ]
    expect(findLeeches(readings, new Set([a]))).toEqual([
      { card: a, failedDays: 2, askedDays: 3, lastFailedOn: '2026-01-03' },
    ])
    expect(
      findLeeches(readings, new Set([a, b, aCardId(3)])).map(({ card, failedDays }) => [card, failedDays]),
    ).toEqual([
      [a, 2],
      [b, 1],
    ])
  })

  test.each([
    [0, 'No card that failed its first try on 6 days or more is still to be learnt.'],
    [
      1,
      'One card failed its first try on 6 days or more, and was not recalled over three weeks since: reword, split or suspend it.',
    ],
    [
      12,
      '12 cards failed their first try on 6 days or more, and were not recalled over three weeks since: reword, split or suspend them.',
    ],
  ])('of %d the list says: %s', (count, sentence) => {
    expect(leechesSentence(count, 6)).toBe(sentence)
  })
})

describe('overrides', () => {
  const miss = { form: 'typed_miss' }
  test.each([
    [[], 0, 'No typed answer of a review was judged wrong.'],
    [[], 2, 'No typed answer of a review was judged wrong. In quizzes you said 2 times that you were right.'],
    [
      [...tallied(3, 12, miss), ...tallied(5, 9), ...tallied(2, 2, { ...miss, via: 'quiz' })],
      1,
      'Of typed answers that were judged wrong you passed 3 of 12 (9–53 %). In quizzes you said once that you were right.',
    ],
  ])('the figure says: %#', (readings, appeals, sentence) => {
    expect(overridesSentence(countOverrides(readings, appeals))).toBe(sentence)
  })
})

describe('distributions', () => {
  const names = (bins: readonly { readonly name: string; readonly cards: number }[]) =>
    bins.filter(({ cards }) => cards > 0).map(({ name, cards }) => [name, cards])

  test('every value lies in one bin, those beyond the edges in the outermost', () => {
    const of = (...values: readonly number[]) => values.map((value) => ({ value, count: 2 }))
    expect(names(intervalBins(of(1, 2, 3, 30, 365, 366, 36_500)))).toEqual([
      ['1 d', 2],
      ['2–3 d', 4],
      ['15–30 d', 2],
      ['121–365 d', 2],
      ['over 1 y', 4],
    ])
    expect(names(easeBins(of(130, 149, 250, 300)))).toEqual([
      ['1.3–1.49', 4],
      ['2.5–2.69', 2],
      ['2.9+', 2],
    ])
    expect(names(difficultyBins(of(1, 5.5, 10)))).toEqual([
      ['1–2', 2],
      ['5–6', 2],
      ['9–10', 2],
    ])
    expect(names(recallBins(of(0, 0.85, 1)))).toEqual([
      ['0–10 %', 2],
      ['80–90 %', 2],
      ['90–100 %', 2],
    ])
  })

  test('few cards draw no curve; many say where their middle lies', () => {
    expect(distributionSentence(intervalBins([{ value: 1, count: 3 }]), 'an interval')).toBe(
      'Needs about 20 more answered cards.',
    )
    const bins = intervalBins([
      { value: 1, count: 9 },
      { value: 6, count: 10 },
      { value: 40, count: 12 },
    ])
    expect(distributionSentence(bins, 'an interval')).toBe(
      '12 of 31 cards have an interval of 31–60 d; the middle one has 4–7 d.',
    )
  })
})
