import type { SimulatedLearner } from './simulated-learner.ts'
import type { SimulatedScheduler } from './simulated-scheduler.ts'
import type { SimulatedCollection, SimulatedCounts, SimulationSettings } from './simulation.ts'
import type { PerRating } from './study-habits.ts'

/** A run on its way. */
interface Run {
  readonly collection: SimulatedCollection
  readonly settings: SimulationSettings
  readonly scheduler: SimulatedScheduler
  readonly learner: SimulatedLearner
  /** The cards that come due on each day. */
  readonly dueIn: readonly number[][]
  backlog: readonly number[]
  /** Cards with a lower number were introduced. */
  introduced: number
}

/** One run: day after day the due cards are answered, most urgent first, then new ones, as far as the limits go. */
export function runSimulation(
  collection: SimulatedCollection,
  settings: SimulationSettings,
  days: number,
  scheduler: SimulatedScheduler,
  learner: SimulatedLearner,
): SimulatedCounts[] {
  const dueIn: number[][] = Array.from({ length: days }, () => [])
  scheduler.dueOn.forEach((dueOn, card) => dueIn[Math.max(0, dueOn - collection.today)]?.push(card))
  const introduced = collection.histories.length
  const run: Run = { collection, settings, scheduler, learner, dueIn, backlog: [], introduced }
  return dueIn.map((_, offset) => studyDay(run, offset))
}

function studyDay(run: Run, offset: number): SimulatedCounts {
  const { collection, settings, scheduler, learner } = run
  const day = collection.today + offset
  const share = shareOf(settings, day, offset)
  const due = [...run.backlog, ...(run.dueIn[offset] ?? [])]
  const count = Math.ceil(share * Math.min(settings.reviewsPerDay, due.length))
  const { asked, left } = mostUrgent(due, count, (card) => scheduler.urgency(card, day))
  // New cards stop when reviews reach the limit, as in the product's queue.
  const fresh =
    due.length < settings.reviewsPerDay ? introduce(run, Math.ceil(share * settings.newPerDay)) : []
  const seconds =
    answerAll(run, asked, offset, collection.habits.reviewSeconds) +
    answerAll(run, fresh, offset, collection.habits.firstSeconds)
  run.backlog = left
  return {
    reviews: asked.length,
    newCards: fresh.length,
    minutes: seconds / 60,
    recall: learner.recall(day),
    backlog: left.length,
  }
}

/** Answers the cards, puts each on the day it is asked again, and gives the seconds it took. */
function answerAll(run: Run, cards: readonly number[], offset: number, seconds: PerRating): number {
  const day = run.collection.today + offset
  return cards.reduce((spent, card) => {
    const ratings = run.learner.answer(card, day)
    run.dueIn[offset + run.scheduler.answer(card, day, ratings)]?.push(card)
    return spent + (seconds[ratings[0] - 1] as number)
  }, 0)
}

/** The next cards that were never asked, as many as there are. */
function introduce(run: Run, count: number): number[] {
  const total = run.collection.histories.length + run.collection.newCards
  const fresh = Math.min(count, total - run.introduced)
  const first = run.introduced
  run.introduced += fresh
  return Array.from({ length: fresh }, (_, step) => first + step)
}

/** How much of the day's work is done: none in a break. */
function shareOf({ weekdays, pause }: SimulationSettings, day: number, offset: number): number {
  if (pause !== null && offset >= pause.from && offset < pause.from + pause.days) return 0
  // Day 0 was a Thursday.
  return weekdays[(day + 3) % 7] ?? 1
}

/** Parts the due cards into the `count` most urgent and the rest. Of equals, those that came due first. */
function mostUrgent(
  due: readonly number[],
  count: number,
  urgencyOf: (card: number) => number,
): { asked: readonly number[]; left: readonly number[] } {
  if (count >= due.length) return { asked: due, left: [] }
  if (count === 0) return { asked: [], left: due }
  const urgencies = Float64Array.from(due, urgencyOf)
  const limit = urgencies.toSorted()[due.length - count] as number
  let room = count - urgencies.reduce((above, urgency) => above + (urgency > limit ? 1 : 0), 0)
  const asked: number[] = []
  const left: number[] = []
  due.forEach((card, at) => {
    const urgency = urgencies[at] as number
    const isAsked = urgency > limit || (urgency === limit && room-- > 0)
    ;(isAsked ? asked : left).push(card)
  })
  return { asked, left }
}
