import type { CardHistory } from '../schedule/card-history.ts'
import {
  type FsrsParameters,
  type FsrsRating,
  fsrsIntervalDays,
  fsrsRecall,
  gradeOf,
  nextFsrs,
} from '../schedule/fsrs.ts'
import type { Memory } from '../schedule/memory-model.ts'
import { relativeOverdueness } from '../schedule/predicted-recall.ts'
import { replayFsrs } from '../schedule/fit/replay-fsrs.ts'
import { type Sm2Standing, stepSm2 } from '../schedule/fit/replay-sm2.ts'
import type { DayRatings } from './same-day-answers.ts'
import { type Sm2State, nextStoredSm2, sm2Start } from '../schedule/sm2.ts'

/** Which scheduler a simulation asks by. */
export type SchedulerChoice = { readonly kind: 'sm2' } | FsrsChoice
interface FsrsChoice {
  readonly kind: 'fsrs'
  readonly parameters: FsrsParameters
  readonly retention: number
}

/**
 * A scheduler as a simulation meets it: it is told days and grades, and says when to ask again. It sees nothing of the
 * memory that the answers are drawn from. The steps are those of the product, without fuzz.
 */
export interface SimulatedScheduler {
  /** The day on which each card of the collection is due at the start. */
  readonly dueOn: readonly number[]
  /** Steps a card, known or new, by the answers of a day, and gives the days until it is asked again. */
  readonly answer: (card: number, day: number, ratings: DayRatings) => number
  /** The larger, the sooner the card is asked when not all can be. */
  readonly urgency: (card: number, day: number) => number
}

/**
 * The scheduler as it stands with a collection, from the cards' histories. Gives a fresh one for each run; cards beyond
 * the collection are new.
 */
export function startScheduler(
  histories: readonly CardHistory[],
  choice: SchedulerChoice,
): () => SimulatedScheduler {
  return choice.kind === 'sm2' ? startSm2(histories) : startFsrs(histories, choice)
}

function startSm2(histories: readonly CardHistory[]): () => SimulatedScheduler {
  const standings = histories.map((history) => history.reduce<Sm2Standing | null>(stepSm2, null))
  return () => {
    const states: Sm2State[] = standings.map((standing) => standing?.state ?? sm2Start)
    const repeatedOn = standings.map((standing) => standing?.repeatedOn ?? 0)
    return {
      dueOn: standings.map((standing) => standing?.dueOn ?? 0),
      answer(card, day, [first]) {
        const next = nextStoredSm2(states[card] ?? sm2Start, gradeOf(first))
        states[card] = next
        repeatedOn[card] = day
        return next.intervalDays
      },
      urgency(card, day) {
        const { intervalDays, repetitions } = states[card] ?? sm2Start
        return relativeOverdueness(day - (repeatedOn[card] ?? day), intervalDays, repetitions)
      },
    }
  }
}

function startFsrs(
  histories: readonly CardHistory[],
  { parameters, retention }: FsrsChoice,
): () => SimulatedScheduler {
  const started = histories.map((history) => replayFsrs(history, parameters))
  const answeredOn = histories.map((history) => history.at(-1)?.day ?? 0)
  const intervalDays = (memory: Memory | null) =>
    fsrsIntervalDays(memory?.stability ?? 0, retention, parameters)
  return () => {
    const memories = [...started]
    const repeatedOn = [...answeredOn]
    return {
      dueOn: started.map((memory, card) => (answeredOn[card] ?? 0) + intervalDays(memory)),
      answer(card, day, ratings) {
        const elapsed = day - (repeatedOn[card] ?? day)
        let memory = nextFsrs(memories[card] ?? null, elapsed, gradeOf(ratings[0]), parameters)
        const days = intervalDays(memory)
        for (let at = 1; at < ratings.length; at++)
          memory = nextFsrs(memory, 0, gradeOf(ratings[at] as FsrsRating), parameters)
        memories[card] = memory
        repeatedOn[card] = day
        return days
      },
      urgency(card, day) {
        const elapsed = day - (repeatedOn[card] ?? day)
        return 1 - fsrsRecall(elapsed, memories[card]?.stability ?? 1, parameters)
      },
    }
  }
}
