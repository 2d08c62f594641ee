import { expect, test } from 'vitest'
import { type Day, addDays, weekdayOf } from '../../../shared/basics/time.ts'
import { lightestDay } from '../../../shared/queue/balance-load.ts'
import { weighEasyDays } from '../../../shared/queue/easy-days.ts'
import { aCardId } from '../../support/factories.ts'

test('whoever spreads cards over the emptiest days leaves an easy day about half of what the others get', () => {
  const week = Array.from({ length: 7 }, (_, at) => addDays('2026-03-02' as Day, at))
  const easy = week[5] as Day
  const counts = new Map(week.map((day) => [day, 0]))
  for (let card = 0; card < 130; card++) {
    const due = weighEasyDays(
      [...counts].map(([day, count]) => ({ day, count })),
      [weekdayOf(easy)],
    )
    const day = lightestDay({ due, restDays: [], breaks: [], siblingDays: () => new Set() })(
      week,
      aCardId(card),
    )
    counts.set(day, (counts.get(day) ?? 0) + 1)
  }
  expect(counts.get(easy)).toBe(10)
  for (const day of week) if (day !== easy) expect(counts.get(day)).toBe(20)
})

test('without easy days every day is a whole one', () => {
  const due = [{ day: '2026-03-02' as Day, count: 3 }]
  expect([...weighEasyDays(due, [])]).toEqual([['2026-03-02', 3]])
})
