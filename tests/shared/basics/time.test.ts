import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type Day,
  type EpochMs,
  addDays,
  dayNumber,
  daysBetween,
  formatDay,
  isDay,
  isZone,
  studyDayOf,
} from '../../../shared/basics/time.ts'

test.each([
  ['2026-02-28', 1, '2026-03-01'],
  ['2024-02-28', 1, '2024-02-29'],
  ['2026-12-31', 1, '2027-01-01'],
  ['2026-03-01', -1, '2026-02-28'],
  ['2026-01-15', 36_500, '2125-12-22'],
])('%s and %i days is %s', (day, days, expected) => {
  expect(addDays(day as Day, days)).toBe(expected)
})

test('days and their numbers are inverse, and agree with the platform’s calendar', () => {
  fc.assert(
    fc.property(fc.integer({ min: -200_000, max: 200_000 }), (number) => {
      const day = formatDay(number)
      expect(dayNumber(day)).toBe(number)
      if (number >= 0) expect(day).toBe(new Date(number * 86_400_000).toISOString().slice(0, 10))
      expect(daysBetween(day, addDays(day, 37))).toBe(37)
    }),
  )
})

test.each(['2026-02-30', '2026-13-01', '2026-1-1', 'today', '', '2025-02-29'])('“%s” is no day', (text) => {
  expect(isDay(text)).toBe(false)
})

test.each([
  // At the change to summer time 04:30 comes three and a half hours after midnight.
  ['2025-03-30T03:30:00Z', 'Europe/London', '2025-03-30'],
  ['2025-03-30T02:59:00Z', 'Europe/London', '2025-03-29'],
  // At the change to winter time 03:30 comes four and a half hours after midnight.
  ['2025-10-26T03:30:00Z', 'Europe/London', '2025-10-25'],
  ['2025-10-26T04:00:00Z', 'Europe/London', '2025-10-26'],
  ['2026-03-02T00:30:00Z', 'UTC', '2026-03-01'],
  ['2026-03-02T18:30:00Z', 'Asia/Kolkata', '2026-03-02'],
  ['2026-03-02T22:30:00Z', 'Asia/Kolkata', '2026-03-03'],
  ['2026-03-02T10:30:00Z', 'Pacific/Kiritimati', '2026-03-02'],
])('%s in %s belongs to the study day %s', (instant, zone, day) => {
  expect(studyDayOf(Date.parse(instant) as EpochMs, zone, 4)).toBe(day)
})

test('time that goes on never takes the study day back', () => {
  const start = Date.parse('2025-01-01T00:00:00Z')
  for (const zone of ['Europe/London', 'America/New_York', 'Australia/Lord_Howe', 'UTC']) {
    let before = studyDayOf(start as EpochMs, zone, 4)
    for (let hour = 1; hour < 366 * 24; hour += 1) {
      const day = studyDayOf((start + hour * 3_600_000) as EpochMs, zone, 4)
      expect(day === before || day === addDays(before, 1)).toBe(true)
      before = day
    }
  }
})

test('a zone is known or not, and asking never throws', () => {
  expect(isZone('Europe/Paris')).toBe(true)
  expect(isZone('Mars/Olympus')).toBe(false)
  expect(isZone('')).toBe(false)
})
