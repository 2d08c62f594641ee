import { type Day, addDays } from '../basics/time.ts'
import { causeSentence, dayWords } from '../mastery/level-words.ts'
import { levelNames } from '../mastery/levels.ts'
import type { ActiveDay } from './activity.ts'
import { counted, tallyWithRange, whole } from './share-words.ts'
import { type ForgottenFront, type MovedConcept, type WeekReport, isEmptyWeek } from './week-report.ts'
import { type Week, isWithin, weekBeside, weekOf } from './week.ts'

/** `23 to 29 November 2026`: long enough to stand on paper by itself. */
export function weekName({ from, until }: Week): string {
  const [begin, end] = [partsOf(from), partsOf(until)]
  if (begin.year !== end.year) return `${begin.whole} to ${end.whole}`
  return begin.month === end.month
    ? `${begin.day} to ${end.whole}`
    : `${begin.day} ${begin.month} to ${end.whole}`
}

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

function partsOf(day: Day) {
  const [year, month, date] = [
    day.slice(0, 4),
    months[Number(day.slice(5, 7)) - 1] ?? '',
    Number(day.slice(8)),
  ]
  return { year, month, day: date, whole: `${date} ${month} ${year}` }
}

/** What was done: days, answers and minutes, never a run of days. */
export function doneSentence(report: WeekReport): string {
  const { days, inQuizzes } = report
  if (days.length === 0) return nothingDone(report)
  const { answers, newCards, ms } = sumsOf(days)
  const parts = [
    ...(newCards === 0 ? [] : [`${whole(newCards)} to cards you had not met`]),
    ...(inQuizzes === 0 ? [] : [`${whole(inQuizzes)} in quizzes`]),
  ]
  const besides = parts.length === 0 ? '' : `; ${parts.join(', ')}`
  const minutes = ms < 60_000 ? 'under a minute' : counted(Math.round(ms / 60_000), 'minute')
  return `${counted(answers, 'answer')} on ${counted(days.length, 'day')} in ${minutes}${besides}.`
}

function nothingDone({ from, until, today, firstDay }: WeekReport): string {
  if (firstDay === null)
    return 'No card was answered yet: a week has something to tell after your first review.'
  if (until < firstDay) return 'Nothing was answered in this week: your first answer came later.'
  return isWithin(today, { from, until })
    ? 'Nothing was answered in this week so far.'
    : 'Nothing was answered in this week.'
}

/** Whether what was asked again was recalled: the count, how sure that is, what was predicted, and the week before. */
export function triesSentence({ firstTries, triesBefore, expected }: WeekReport): string {
  if (firstTries.asked === 0) return 'No card that you had met before was asked.'
  const before =
    triesBefore.asked === 0
      ? ''
      : ` The week before: ${whole(triesBefore.passed)} of ${whole(triesBefore.asked)}.`
  return `Of cards met before you recalled ${tallyWithRange(firstTries)} at the first try; about ${whole(Math.round(expected))} were predicted.${before}`
}

/** What stayed: proof, not practice. One sentence each, none where there is nothing. */
export function learntSentences({ stayed, recalledLate }: WeekReport): string[] {
  return [
    ...(stayed === 0 ? [] : [`${counted(stayed, 'card')} recalled on a later day for the first time.`]),
    ...(recalledLate === 0 ? [] : [`${counted(recalledLate, 'card')} recalled after three weeks or more.`]),
  ]
}

/** Concepts that were begun, by their names: a first answer is a beginning, and proves nothing yet. */
export function begunSentence({ begun }: WeekReport): string | null {
  if (begun.length === 0) return null
  const named = begun.slice(0, mostBegun).map(({ term }) => term)
  const more = begun.length - named.length
  return `Begun: ${named.join(', ')}${more === 0 ? '' : `, and ${counted(more, 'more concept')}`}.`
}
const mostBegun = 12

/** `Familiar → Solid, on 24 Nov. 5 facts recalled.` */
export function moveSentence({ from, to, on, why }: MovedConcept, today: Day): string {
  return `${levelNames[from]} → ${levelNames[to]}, on ${dayWords(on, today)}. ${causeSentence(why)}`
}

/** What was forgotten, in a sentence that says what is still open of it. */
export function forgottenSentence({ forgottenTotal, stillForgotten, firstTries }: WeekReport): string | null {
  if (forgottenTotal === 0) return firstTries.asked === 0 ? null : 'No card was forgotten at its first try.'
  const cards = counted(forgottenTotal, 'card')
  if (stillForgotten === 0) return `${cards} forgotten at the first try, and recalled since.`
  const open =
    stillForgotten === forgottenTotal
      ? 'not recalled since'
      : `${whole(stillForgotten)} of them not recalled since`
  return `${cards} forgotten at the first try; ${open}.`
}

/** `not recalled since`, `recalled since`; with the days where it was more than one. */
export function forgottenWords({ failedDays, isRecalledSince }: ForgottenFront): string {
  const since = isRecalledSince ? 'recalled since' : 'not recalled since'
  return failedDays === 1 ? since : `on ${failedDays} days; ${since}`
}

/** What comes, in a sentence; null where the week is long over. */
export function aheadSentence({ ahead }: WeekReport): string | null {
  if (ahead === null) return null
  if (ahead.cards === 0) return 'No card you have met comes up in the next 7 days.'
  return `${counted(ahead.cards, 'card')} you have met ${ahead.cards === 1 ? 'comes' : 'come'} up in the next 7 days: about ${counted(ahead.minutes, 'minute')}, besides new ones.`
}

/** What a first page says of the week that is over: null where nothing was answered in it. */
export function lastWeekSentence(days: readonly ActiveDay[], today: Day): string | null {
  const week = weekBeside(weekOf(today), -1)
  const within = days.filter(({ day }) => isWithin(day, week))
  const { answers } = sumsOf(within)
  return answers === 0
    ? null
    : `Last week: ${counted(answers, 'answer')} on ${counted(within.length, 'day')}.`
}

/** What a page says where a week holds nothing at all; null where it does. */
export function emptyWeekSentence(report: WeekReport): string | null {
  return isEmptyWeek(report) ? nothingDone(report) : null
}

/** The first week that can be leafed back to, and whether a later one has begun. */
export function weeksBeside(report: WeekReport): {
  readonly earlier: Day | null
  readonly later: Day | null
} {
  const { from, firstDay, today } = report
  const earlier = firstDay !== null && from > firstDay ? addDays(from, -7) : null
  const later = addDays(from, 7)
  return { earlier, later: later <= today ? later : null }
}

function sumsOf(days: readonly Pick<ActiveDay, 'answers' | 'newCards' | 'durationMs'>[]) {
  return days.reduce(
    (sums, day) => ({
      answers: sums.answers + day.answers,
      newCards: sums.newCards + day.newCards,
      ms: sums.ms + day.durationMs,
    }),
    { answers: 0, newCards: 0, ms: 0 },
  )
}
