import { describe, expect, test } from 'vitest'
import { type Day, addDays } from '../../../shared/basics/time.ts'
import {
  type ActiveDay,
  activePeriods,
  answersSentence,
  calendarSentence,
  calendarWeeks,
  heatName,
  heatOf,
  minutesSentence,
} from '../../../shared/insight/activity.ts'
import { forecastOf, forecastSentence, ifYouStop, stopSentence } from '../../../shared/insight/forecast.ts'

const day = (text: string) => text as Day
const today = day('2026-03-02')
const active = (text: string, answers: number, minutes = answers / 6): ActiveDay => ({
  day: day(text),
  answers,
  passed: answers,
  newCards: Math.floor(answers / 5),
  durationMs: minutes * 60_000,
})

test.each([
  [0, 0, '0'],
  [1, 1, '1–9'],
  [9, 1, '1–9'],
  [10, 2, '10–24'],
  [49, 3, '25–49'],
  [50, 4, '50+'],
  [5000, 4, '50+'],
])('%d answers have the shade %d, which is called %s', (answers, shade, name) => {
  expect(heatOf(answers)).toBe(shade)
  expect(heatName(shade)).toBe(name)
})

describe('the calendar', () => {
  test.each([
    ['2026-03-02', '2026-03-02', 1],
    ['2026-03-01', '2026-03-02', 2],
    ['2025-03-03', '2026-03-02', 53],
    ['2016-03-03', '2026-03-02', 523],
  ])('from %s to %s has %d weeks that begin on Monday, and each day once', (from, until, weeks) => {
    const calendar = calendarWeeks(day(from), day(until))
    expect(calendar).toHaveLength(weeks)
    const days = calendar.flat().filter((one) => one !== null)
    expect([days[0], days.at(-1)]).toEqual([from, until])
    expect(new Set(days).size).toBe(days.length)
    expect(calendar.every((week) => week.length === 7)).toBe(true)
    expect(calendar.at(-1)?.[0]).toBe('2026-03-02')
  })

  test('says on how many days one studied, and nothing of a run of days', () => {
    const days = [active('2026-02-20', 12), active('2026-03-02', 30)]
    expect(calendarSentence(days, day('2026-02-01'), today)).toBe(
      'You studied on 2 of 30 days, with 42 answers.',
    )
    expect(calendarSentence([], today, today)).toBe('No answers in 1 day.')
  })
})

describe('the bars', () => {
  test.each([
    ['2026-02-01', 30, 1],
    ['2025-12-03', 90, 1],
    ['2025-03-03', 53, 7],
    ['2016-03-04', 92, 40],
  ])('from %s there are %d of %d days each, the last of which ends today', (from, count, length) => {
    const periods = activePeriods([], day(from), today)
    expect(periods).toHaveLength(count)
    expect(periods.at(-1)).toMatchObject({ from: addDays(today, 1 - length), until: today })
    expect((periods[0]?.from ?? '') <= from).toBe(true)
  })

  test('every answer of the range is in one of them', () => {
    const days = [active('2025-03-03', 5), active('2025-03-09', 6), active('2026-03-02', 7)]
    const periods = activePeriods(days, day('2025-03-03'), today)
    expect(periods.reduce((sum, { answers }) => sum + answers, 0)).toBe(18)
    expect(periods.at(-1)).toMatchObject({ answers: 7, newCards: 1 })
  })

  test('are said in a sentence each', () => {
    const days = [active('2026-03-01', 12, 2), active('2026-03-02', 60, 8)]
    const from = day('2026-02-01')
    expect(answersSentence(days, from, today)).toBe(
      '72 answers in 30 days, 2.4 a day; 14 of them to new cards.',
    )
    expect(minutesSentence(days, from, today)).toBe(
      '10 minutes in all; 5 minutes on a day with answers, 8.3 seconds an answer.',
    )
    expect(answersSentence([], from, today)).toBe('No answers.')
    expect(minutesSentence([], from, today)).toBe('No time yet.')
    expect(minutesSentence([active('2026-03-02', 1, 0.1)], today, today)).toMatch(/^Under a minute in all/)
  })
})

describe('the forecast', () => {
  const due = (dueOn: string, count: number, buriedUntil: string | null = null) => ({
    dueOn: day(dueOn),
    count,
    buriedUntil: buriedUntil === null ? null : day(buriedUntil),
  })

  test('what is late is the backlog, what is hidden comes on its day, and what lies beyond is counted apart', () => {
    const forecast = forecastOf(
      [
        due('2026-02-01', 4),
        due('2026-03-01', 1),
        due('2026-03-02', 7),
        due('2026-03-01', 2, '2026-03-03'),
        due('2026-03-31', 5),
        due('2026-04-01', 6),
        due('2026-03-05', 1, '2026-02-01'),
      ],
      today,
    )
    expect(forecast).toMatchObject({ backlog: 5, later: 6 })
    expect(forecast.days).toHaveLength(30)
    expect([forecast.days[0], forecast.days[1], forecast.days[3], forecast.days[29]]).toEqual([7, 2, 1, 5])
    expect(ifYouStop(forecast, today, (on) => (on === today ? 10 : 4))).toMatchObject([
      { days: 0, recalled: 10, waiting: 12 },
      { days: 1, recalled: 4, waiting: 14 },
      ...Array.from({ length: 27 }, () => ({ recalled: 4 })),
      { days: 29, recalled: 4, waiting: 20 },
    ])
    expect(forecastSentence(forecast)).toBe(
      '5 cards from earlier days wait; 15 cards are due in 30 days. The busiest day is today, with 7.',
    )
  })

  test.each([
    [[], 'No card has a day yet: each gets one with its first answer.'],
    [[due('2026-02-01', 1)], '1 card from earlier days waits; nothing more is due in 30 days.'],
    [
      [due('2026-03-03', 1)],
      'Nothing waits from earlier days; 1 card is due in 30 days. The busiest day is tomorrow, with 1.',
    ],
    [
      [due('2026-03-08', 9)],
      'Nothing waits from earlier days; 9 cards are due in 30 days. The busiest day is in 6 days, with 9.',
    ],
  ])('says: %#', (counts, sentence) => {
    expect(forecastSentence(forecastOf(counts, today))).toBe(sentence)
  })

  test('says what becomes of it if one stops', () => {
    const points = ifYouStop(forecastOf([due('2026-03-01', 12)], today), today, (on) =>
      on === today ? 71 : 48.4,
    )
    expect(stopSentence(points, 104)).toBe(
      'Of 104 answered cards you would recall about 71 today. If you stopped now: about 48 in 30 days, with 12 cards waiting.',
    )
    expect(stopSentence(points, 0)).toBe('No card was answered yet.')
  })
})
