import { dayNumber } from '../basics/time.ts'
import { curveFactor } from '../schedule/forgetting-curve.ts'
import { type RecallFit, defaultDecay, relativeOverdueness } from '../schedule/predicted-recall.ts'
import type { CardState } from '../schedule/schedule.ts'

/**
 * What predicts whether a card is recalled: days until recall falls to 90 %, counted from a day, and how slowly it falls.
 * Days are counted as `dayNumber` counts them.
 */
export interface CardMemory {
  readonly on: number
  readonly stability: number
  readonly decay: number
  /** The day of the last answer where that failed and nothing was recalled since. */
  readonly forgottenOn: number | null
}

/** One card that asks for a fact, as mastery counts it. */
export interface CardStanding {
  /** False while the learner lets it rest: such a card covers nothing. */
  readonly isActive: boolean
  /** It shows options to choose among: a fact that nothing else asks for can never be shown to be recalled. */
  readonly showsOptions: boolean
  /** The day of the last answer of any kind and effect. */
  readonly answeredOn: number | null
  /** Null before the first answer that counted for the schedule. */
  readonly memory: CardMemory | null
}

/** A card that nobody answered. */
export const newCardStanding = (showsOptions: boolean): CardStanding => ({
  isActive: true,
  showsOptions,
  answeredOn: null,
  memory: null,
})

/** What a card's state says of its memory. The same curve as `predictedRecall`. */
export function memoryOf({ schedule, lastAnswer }: CardState, fit: RecallFit): CardMemory | null {
  if (schedule.kind === 'new') return null
  const stability =
    schedule.kind === 'fsrs'
      ? schedule.stability
      : 1 / relativeOverdueness(1, schedule.intervalDays, schedule.repetitions, fit.perInterval)
  return {
    on: dayNumber(schedule.repeatedOn),
    // Four digits are more than any prediction is worth, and rows of thousands of cards stay short.
    stability: Number(stability.toPrecision(4)),
    decay: schedule.kind === 'fsrs' ? fit.fsrsDecay : defaultDecay,
    forgottenOn: lastAnswer !== null && lastAnswer.grade < 3 ? dayNumber(lastAnswer.on) : null,
  }
}

/** The chance of recall on a day; none for what was forgotten that day and not recalled since. */
export function recallOn({ on, stability, decay, forgottenOn }: CardMemory, day: number): number {
  return forgottenOn === day ? 0 : recallAfterDays(day - on, stability, decay)
}

/** The curve that predicts: 1 on the day itself, 0.9 when `stability` days have gone by. */
export function recallAfterDays(days: number, stability: number, decay: number): number {
  return (1 + (factorOf(decay) * Math.max(0, days)) / stability) ** -decay
}

/** F of the curve. All cards of a learner fall alike, and a power costs more than all the rest. */
function factorOf(decay: number): number {
  if (decay !== lastDecay) {
    lastDecay = decay
    lastFactor = curveFactor(decay)
  }
  return lastFactor
}
let lastDecay = Number.NaN
let lastFactor = 0
