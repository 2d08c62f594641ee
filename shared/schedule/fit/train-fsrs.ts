import { randomFrom, shuffled } from '../../basics/random.ts'
import { newAdam } from './adam.ts'
import { type FsrsParameters, defaultFsrsParameters, fsrsBounds, withStartsInOrder } from '../fsrs.ts'
import { type AnswerSequences, addLossGradient, newTape } from './fsrs-gradient.ts'
import { fsrsModel, leastInitialStability, leastSameDayDamping } from './fsrs-model.ts'
import { parameterSpread } from './parameter-spread.ts'
import { startStabilities } from './start-stabilities.ts'
import { longestSequence } from './training-sequences.ts'

const epochs = 6
const batchSize = 512
const learningRate = 0.04
/** A Hard that grows nothing would leave no slope to come back by. */
const leastHardFactor = 0.01

/**
 * The parameters of FSRS-6 under which the answers are most likely, with a price on leaving the defaults (L2). Adam with a
 * cosine fall of the rate, as fsrs-rs trains; but a batch is whole cards with some 512 answers between them, so that a
 * card is walked once and not once for each of its answers. The same answers give the same parameters, to the four
 * digits that parameters are published with.
 */
export function trainFsrs(sequences: AnswerSequences): FsrsParameters {
  if (cardsIn(sequences).length === 0) return defaultFsrsParameters
  const start = [...startStabilities(sequences), ...defaultFsrsParameters.slice(4)]
  return descend(sequences, { start, towards: defaultFsrsParameters, fixed: [] })
}

/**
 * The same for the cards of a scope: from the learner's own parameters, with the price on leaving those. How fast recall
 * falls (w20) stays the learner's, so that one curve shows every recall.
 */
export function trainScope(sequences: AnswerSequences, own: FsrsParameters): FsrsParameters {
  if (cardsIn(sequences).length === 0) return own
  return descend(sequences, { start: own, towards: own, fixed: [20] })
}

/** Where a descent begins, what it pays for leaving, and what it leaves as it is. */
interface Descending {
  readonly start: readonly number[]
  readonly towards: FsrsParameters
  readonly fixed: readonly number[]
}

function descend(sequences: AnswerSequences, { start, towards, fixed }: Descending): FsrsParameters {
  const cards = cardsIn(sequences)
  const parameters = Float64Array.from(start)
  const step = newAdam(parameters.length)
  const gradient = new Float64Array(parameters.length)
  const tape = newTape(longestSequence)
  const random = randomFrom('fit-fsrs')
  for (let epoch = 0; epoch < epochs; epoch++) {
    const batches = batchesOf(sequences, shuffled(cards, random))
    batches.forEach((batch, place) => {
      const model = fsrsModel(parameters)
      gradient.fill(0)
      for (const card of batch) addLossGradient(model, sequences, card, tape, gradient)
      addPrice(gradient, parameters, towards, 1 / batches.length)
      for (const index of fixed) gradient[index] = 0
      const progress = (epoch + place / batches.length) / epochs
      stepInBounds(parameters, gradient, (weights) => step(weights, gradient, rateAt(progress)))
    })
  }
  return Array.from(parameters, (parameter, index) =>
    fixed.includes(index) ? (start[index] as number) : Math.round(parameter * 1e4) / 1e4,
  )
}

function rateAt(progress: number): number {
  return learningRate * 0.5 * (1 + Math.cos(Math.PI * progress))
}

function cardsIn({ starts }: AnswerSequences): number[] {
  return Array.from({ length: starts.length - 1 }, (_, card) => card).filter(
    (card) => (starts[card + 1] as number) - (starts[card] as number) > 1,
  )
}

/** Cards in portions of some `batchSize` scored answers. */
function batchesOf({ starts, weight }: AnswerSequences, cards: readonly number[]): number[][] {
  const batches: number[][] = [[]]
  let answers = 0
  for (const card of cards) {
    if (answers >= batchSize) {
      batches.push([])
      answers = 0
    }
    batches.at(-1)?.push(card)
    for (let at = starts[card] as number; at < (starts[card + 1] as number); at++)
      if (weight[at] !== 0) answers++
  }
  return batches
}

/** The slope of Σ((w − usual)/spread)², of which each batch pays its share. */
function addPrice(
  gradient: Float64Array,
  parameters: Float64Array,
  towards: FsrsParameters,
  share: number,
): void {
  parameters.forEach((parameter, index) => {
    const away = parameter - (towards[index] as number)
    const spread = parameterSpread[index] as number
    gradient[index] = (gradient[index] as number) + (share * 2 * away) / spread ** 2
  })
}

/**
 * One step of the descent, kept within bounds. The four initial stabilities step by their logarithm: they lie between
 * minutes and months, and one rate cannot be right for both.
 */
function stepInBounds(
  parameters: Float64Array,
  gradient: Float64Array,
  step: (parameters: Float64Array) => void,
): void {
  for (let index = 0; index < 4; index++) {
    const stability = parameters[index] as number
    gradient[index] = (gradient[index] as number) * stability
    parameters[index] = Math.log(stability)
  }
  step(parameters)
  for (let index = 0; index < 4; index++) parameters[index] = Math.exp(parameters[index] as number)
  trainingBounds.forEach(([least, most], index) => {
    parameters[index] = Math.min(most, Math.max(least, parameters[index] as number))
  })
  parameters.set(withStartsInOrder([...parameters]))
}

const trainingBounds = fsrsBounds.map(([least, most], index): readonly [number, number] => {
  if (index < 4) return [leastInitialStability, most]
  if (index === 19) return [leastSameDayDamping, most]
  return [index === 15 ? leastHardFactor : least, most]
})
