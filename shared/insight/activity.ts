import { type Day, addDays, daysBetween, weekdayOf } from '../basics/time.ts'
import { type AnswerReading, isRecalled } from './answer-readings.ts'
import { counted, whole } from './share-words.ts'

/** What was done on a study day. */
export interface ActiveDay {
  readonly day: Day
  readonly answers: number
  readonly passed: number
  readonly newCards: number
  readonly durationMs: number
}

/** The days with answers, oldest first. */
export function activeDays(readings: readonly AnswerReading[]): ActiveDay[] {
  const days = new Map<Day, { -readonly [Key in keyof ActiveDay]: ActiveDay[Key] }>()
  for (const reading of readings) {
    const known = days.get(reading.day)
    const day = known ?? { day: reading.day, answers: 0, passed: 0, newCards: 0, durationMs: 0 }
    if (known === undefined) days.set(reading.day, day)
    day.answers++
    day.passed += isRecalled(reading) ? 1 : 0
    day.newCards += reading.role === 'new' ? 1 : 0
    day.durationMs += reading.durationMs
  }
  return [...days.values()].sort((a, b) => (a.day < b.day ? -1 : 1))
}

/** Where the shades of the calendar begin: fixed, not by the learner's best day. */
export const heatSteps = [0, 1, 10, 25, 50] as const

/** The shade of so many answers, 0 to 4. */
export function heatOf(answers: number): number {
  return heatSteps.findLastIndex((step) => answers >= step)
}

/** `10–24`. */
export function heatName(shade: number): string {
  const [from, next] = [heatSteps[shade] ?? 0, heatSteps[shade + 1]]
  if (next === undefined) return `${from}+`
  return next - from === 1 ? String(from) : `${from}–${next - 1}`
}

/** The weeks of a calendar, Monday first; null where a week begins before it or ends after it. */
export function calendarWeeks(from: Day, until: Day): (Day | null)[][] {
  const monday = addDays(from, -((weekdayOf(from) + 6) % 7))
  const weeks = Math.floor(daysBetween(monday, until) / 7) + 1
  return Array.from({ length: weeks }, (_, week) =>
    Array.from({ length: 7 }, (_day, weekday) => {
      const day = addDays(monday, week * 7 + weekday)
      return day < from || day > until ? null : day
    }),
  )
}

/** The calendar in a sentence: days studied of days looked at, never a run of them. */
export function calendarSentence(days: readonly ActiveDay[], from: Day, until: Day): string {
  const within = days.filter(({ day }) => day >= from && day <= until)
  const answers = within.reduce((sum, day) => sum + day.answers, 0)
  const all = daysBetween(from, until) + 1
  if (answers === 0) return `No answers in ${counted(all, 'day')}.`
  return `You studied on ${whole(within.length)} of ${counted(all, 'day')}, with ${counted(answers, 'answer')}.`
}

/** Some days as one bar. */
export interface ActivePeriod {
  readonly from: Day
  readonly until: Day
  readonly answers: number
  readonly newCards: number
  readonly minutes: number
}

/** Most bars that a page shows side by side. */
const mostBars = 92

/** The days from `from` to `until` in equal parts of 1, 7 or 28 days, the last of which ends with `until`. */
export function activePeriods(days: readonly ActiveDay[], from: Day, until: Day): ActivePeriod[] {
  const all = Math.max(1, daysBetween(from, until) + 1)
  const length = [1, 7, 28].find((one) => Math.ceil(all / one) <= mostBars) ?? Math.ceil(all / mostBars)
  const count = Math.ceil(all / length)
  const periods = Array.from({ length: count }, (_, at) => {
    const last = addDays(until, -(count - 1 - at) * length)
    return { from: addDays(last, 1 - length), until: last, answers: 0, newCards: 0, minutes: 0 }
  })
  for (const { day, answers, newCards, durationMs } of days) {
    const period = periods[count - 1 - Math.floor(daysBetween(day, until) / length)]
    if (period === undefined || day > until) continue
    period.answers += answers
    period.newCards += newCards
    period.minutes += durationMs / 60_000
  }
  return periods
}

/** The bars of answers in a sentence. */
export function answersSentence(days: readonly ActiveDay[], from: Day, until: Day): string {
  const { answers, newCards, all } = sumsOf(days, from, until)
  if (answers === 0) return 'No answers.'
  return `${counted(answers, 'answer')} in ${counted(all, 'day')}, ${perDay(answers / all)} a day; ${whole(newCards)} of them to new cards.`
}

/** The bars of minutes in a sentence. */
export function minutesSentence(days: readonly ActiveDay[], from: Day, until: Day): string {
  const { ms, studied, answers } = sumsOf(days, from, until)
  if (answers === 0) return 'No time yet.'
  const minutes = ms / 60_000
  const all =
    minutes < 1
      ? 'Under a minute'
      : minutes < 90
        ? counted(Math.round(minutes), 'minute')
        : `${perDay(minutes / 60)} hours`
  return `${all} in all; ${perDay(minutes / studied)} minutes on a day with answers, ${perDay(ms / answers / 1000)} seconds an answer.`
}

function sumsOf(days: readonly ActiveDay[], from: Day, until: Day) {
  const within = days.filter(({ day }) => day >= from && day <= until)
  return {
    all: daysBetween(from, until) + 1,
    studied: within.length,
    answers: within.reduce((sum, day) => sum + day.answers, 0),
    newCards: within.reduce((sum, day) => sum + day.newCards, 0),
    ms: within.reduce((sum, day) => sum + day.durationMs, 0),
  }
}

/** One figure behind the point where it is small. */
function perDay(value: number): string {
  return value < 9.95 ? String(Math.round(value * 10) / 10) : whole(Math.round(value))
}
