import { minimise } from '../../basics/minimise.ts'
import { recallAfter } from '../forgetting-curve.ts'
import { type FsrsRating, defaultFsrsParameters } from '../fsrs.ts'
import type { AnswerSequences } from './fsrs-gradient.ts'
import { leastInitialStability } from './fsrs-model.ts'
import { parameterSpread } from './parameter-spread.ts'

const mostInitialStability = 100

/**
 * Where training starts for the four initial stabilities: for each first rating, the stability under which the second
 * answers are most likely, by the default curve and with the same price on leaving the default. A few descents are too
 * short a way from 2 days to 30.
 */
export function startStabilities(sequences: AnswerSequences): number[] {
  return ([1, 2, 3, 4] as const).map((rating) => {
    const seconds = secondAnswers(sequences, rating)
    const usual = defaultFsrsParameters[rating - 1] as number
    const spread = parameterSpread[rating - 1] as number
    return Math.exp(
      minimise(Math.log(leastInitialStability), Math.log(mostInitialStability), (logStability) => {
        const stability = Math.exp(logStability)
        return secondsLoss(sequences, seconds, stability) + ((stability - usual) / spread) ** 2
      }),
    )
  })
}

/** The places of the second answers of cards that were first rated so. */
function secondAnswers({ starts, rating }: AnswerSequences, first: FsrsRating): number[] {
  const places: number[] = []
  for (let card = 0; card < starts.length - 1; card++) {
    const start = starts[card] as number
    if (start + 1 < (starts[card + 1] as number) && rating[start] === first) places.push(start + 1)
  }
  return places
}

function secondsLoss(
  { elapsedDays, rating, weight }: AnswerSequences,
  places: readonly number[],
  stability: number,
): number {
  const decay = defaultFsrsParameters[20] as number
  return places.reduce((loss, place) => {
    const recall = recallAfter((elapsedDays[place] as number) / stability, decay)
    return loss - (weight[place] as number) * Math.log(rating[place] === 1 ? 1 - recall : recall)
  }, 0)
}
