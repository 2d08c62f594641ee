import { minimise } from '../../basics/minimise.ts'
import { type FsrsRating, defaultFsrsParameters } from '../fsrs.ts'
import type { AnswerSequences } from './fsrs-gradient.ts'
import {
  type FsrsModel,
  fsrsModel,
  leastInitialStability,
  modelRecall,
  sameDayStability,
} from './fsrs-model.ts'
import { parameterSpread } from './parameter-spread.ts'

const mostInitialStability = 100

/**
 * Where training starts for the four initial stabilities: for each first rating, the stability under which the answers of
 * the second day are most likely, by the default curve and with the same price on leaving the default. A few descents are
 * too short a way from 2 days to 30.
 */
export function startStabilities(sequences: AnswerSequences): number[] {
  const model = fsrsModel(defaultFsrsParameters)
  return ([1, 2, 3, 4] as const).map((rating) => {
    const seconds = secondDays(sequences, rating)
    const usual = defaultFsrsParameters[rating - 1] as number
    const spread = parameterSpread[rating - 1] as number
    return Math.exp(
      minimise(Math.log(leastInitialStability), Math.log(mostInitialStability), (logStability) => {
        const stability = Math.exp(logStability)
        return secondsLoss(model, sequences, seconds, stability) + ((stability - usual) / spread) ** 2
      }),
    )
  })
}

/** The answers from a card's first to the first of its second day. */
interface SecondDay {
  readonly first: number
  readonly second: number
}

/** Those of the cards that were first rated so. */
function secondDays({ starts, rating, elapsedDays }: AnswerSequences, wanted: FsrsRating): SecondDay[] {
  const days: SecondDay[] = []
  for (let card = 0; card < starts.length - 1; card++) {
    const first = starts[card] as number
    const end = starts[card + 1] as number
    let second = first + 1
    while (second < end && elapsedDays[second] === 0) second++
    if (second < end && rating[first] === wanted) days.push({ first, second })
  }
  return days
}

function secondsLoss(
  model: FsrsModel,
  { elapsedDays, rating, weight }: AnswerSequences,
  days: readonly SecondDay[],
  start: number,
): number {
  let loss = 0
  for (const { first, second } of days) {
    let stability = start
    for (let at = first + 1; at < second; at++)
      stability = sameDayStability(model, stability, rating[at] as FsrsRating)
    const recall = modelRecall(model, elapsedDays[second] as number, stability)
    loss -= (weight[second] as number) * Math.log(rating[second] === 1 ? 1 - recall : recall)
  }
  return loss
}
