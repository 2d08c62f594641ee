import { type Day, addDays, daysBetween } from '../basics/time.ts'
import { counted, whole } from './share-words.ts'

/** How far the forecast looks. */
export const forecastDays = 30

/** Scheduled cards by the day they are due and the day before which they are hidden. */
export interface DueCount {
  readonly dueOn: Day
  readonly buriedUntil: Day | null
  readonly count: number
}

/** What comes in the next days if nothing is answered: each card on the day it is asked first. */
export interface Forecast {
  /** Cards by day, today's own first: those whose day is today, without the backlog. */
  readonly days: readonly number[]
  /** Cards whose day has passed: they wait today as well. */
  readonly backlog: number
  /** Cards that are due later than that. */
  readonly later: number
}

/** The forecast of scheduled cards. A hidden card counts on the day it is shown again. */
export function forecastOf(due: readonly DueCount[], today: Day): Forecast {
  const days = Array.from({ length: forecastDays }, () => 0)
  let backlog = 0
  let later = 0
  for (const { dueOn, buriedUntil, count } of due) {
    const isHidden = buriedUntil !== null && buriedUntil > today && buriedUntil > dueOn
    const at = daysBetween(today, isHidden ? buriedUntil : dueOn)
    if (at < 0) backlog += count
    else if (at < forecastDays) days[at] = (days[at] ?? 0) + count
    else later += count
  }
  return { days, backlog, later }
}

/** The bars in a sentence: what waits now, what comes, and the busiest day to come. */
export function forecastSentence({ days, backlog, later }: Forecast): string {
  const coming = days.reduce((sum, count) => sum + count, 0)
  if (backlog + coming + later === 0) return 'No card has a day yet: each gets one with its first answer.'
  const waits =
    backlog === 0
      ? 'Nothing waits from earlier days'
      : `${counted(backlog, 'card')} from earlier days ${backlog === 1 ? 'waits' : 'wait'}`
  if (coming === 0) return `${waits}; nothing more is due in ${forecastDays} days.`
  const most = Math.max(...days)
  const at = days.indexOf(most)
  const when = at === 0 ? 'today' : at === 1 ? 'tomorrow' : `in ${at} days`
  return `${waits}; ${counted(coming, 'card')} ${coming === 1 ? 'is' : 'are'} due in ${forecastDays} days. The busiest day is ${when}, with ${whole(most)}.`
}

/** How many of the answered cards would be recalled on a day, if none were answered until then; and how many would wait. */
export interface StopPoint {
  readonly days: number
  readonly recalled: number
  readonly waiting: number
}

/** What becomes of the answered cards if the learner stops today, day by day. */
export function ifYouStop(forecast: Forecast, today: Day, recalledOn: (day: Day) => number): StopPoint[] {
  let waiting = forecast.backlog
  return forecast.days.map((due, days) => {
    waiting += due
    return { days, recalled: recalledOn(addDays(today, days)), waiting }
  })
}

/** That in a sentence. */
export function stopSentence(points: readonly StopPoint[], cards: number): string {
  const [now, last] = [points[0], points.at(-1)]
  if (cards === 0 || now === undefined || last === undefined) return 'No card was answered yet.'
  const about = (value: number) => whole(Math.round(value))
  return `Of ${counted(cards, 'answered card')} you would recall about ${about(now.recalled)} today. If you stopped now: about ${about(last.recalled)} in ${last.days + 1} days, with ${counted(last.waiting, 'card')} waiting.`
}
