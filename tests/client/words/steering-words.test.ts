import { expect, test } from 'vitest'
import type { Day } from '../../../shared/basics/time.ts'
import { defaultSettings } from '../../../shared/queue/settings.ts'
import type { Settings } from '../../../shared/api/settings.ts'
import { steeringWords } from '../../../client/words/steering-words.ts'

const settings = (changes: Partial<Settings>): Settings => ({ ...defaultSettings, ...changes })
const steered = { on: '2026-03-10' as Day, forMinutes: 15, minutes: 14.6, minutesWithoutNew: 9.2 }
const aDay = (day: string, minutes: number) => ({
  day: day as Day,
  answers: 9,
  passed: 8,
  newCards: 1,
  durationMs: minutes * 60_000,
})
const stats = {
  today: '2026-03-10',
  days: [aDay('2026-03-01', 99), aDay('2026-03-03', 51), aDay('2026-03-09', 40)],
}

test.each<[Partial<Settings>, Parameters<typeof steeringWords>[1], string | null]>([
  [{}, stats, null],
  [{ minutesPerDay: 15 }, stats, 'Working out how many new cards fit …'],
  [{ minutesPerDay: 20, steered }, stats, 'Working out how many new cards fit …'],
  [
    { minutesPerDay: 15, steered, newPerDay: 9 },
    stats,
    'About 9 new cards a day keep you at 15 minutes; last week 13.',
  ],
  [{ minutesPerDay: 15, steered, newPerDay: 1 }, null, 'About 1 new card a day keeps you at 15 minutes.'],
  [
    { minutesPerDay: 15, steered: { ...steered, minutesWithoutNew: 22.4 }, newPerDay: 0 },
    null,
    'Your reviews alone take about 22 minutes a day this month: nothing new until they fit into 15.',
  ],
  [
    { minutesPerDay: 15, steered, newPerDay: 9 },
    { today: '2026-03-10', days: [aDay('2026-03-08', 30)] },
    'About 9 new cards a day keep you at 15 minutes.',
  ],
])('minutes that steer are told as they are: %#', (changes, seen, words) => {
  expect(steeringWords(settings(changes), seen)).toBe(words)
})
