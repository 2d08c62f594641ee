import type { CardHistory } from '../schedule/card-history.ts'
import type { FsrsParameters, FsrsRating } from '../schedule/fsrs.ts'
import {
  type FsrsModel,
  fsrsModel,
  initialDifficulty,
  initialStability,
  modelRecall,
  nextDifficulty,
  nextStability,
  sameDayStability,
} from '../schedule/fit/fsrs-model.ts'
import { replayFsrs } from '../schedule/fit/replay-fsrs.ts'
import { type DayRatings, drawDay, pickRating } from './same-day-answers.ts'
import type { StudyHabits } from './study-habits.ts'

/**
 * How far a card's real memory lies from what any model believes of it: the spread of the logarithm of its stability. It
 * keeps a scheduler with the very parameters of the simulated learner from knowing the future.
 */
const cardSpread = 0.3

/** The learner of a simulation: a hidden memory of every card, from which the answers are drawn. */
export interface SimulatedLearner {
  /** Draws the answers to a card on a day and remembers them. A card not answered before is new. */
  readonly answer: (card: number, day: number) => DayRatings
  /** The mean chance of recall on a day over all cards answered so far; 0 when there are none. */
  readonly recall: (day: number) => number
}

/** What the learner knows of a collection at the start, for as many runs as wanted, each by its own seed. */
export function startLearner(
  histories: readonly CardHistory[],
  cards: number,
  parameters: FsrsParameters,
  habits: StudyHabits,
): (seed: number) => SimulatedLearner {
  const model = fsrsModel(parameters)
  const known = histories.map((history) => replayFsrs(history, parameters))
  const answeredOn = histories.map((history) => history.at(-1)?.day ?? 0)
  return (seed) => {
    const memory: HiddenMemories = {
      stability: new Float64Array(cards),
      difficulty: new Float64Array(cards),
      answeredOn: Int32Array.from({ length: cards }, (_, card) => answeredOn[card] ?? 0),
      answers: new Int32Array(cards),
      luck: Float64Array.from({ length: cards }, (_, card) => drawLuck(seed, card)),
    }
    known.forEach((start, card) => {
      memory.stability[card] = start?.stability ?? 0
      memory.difficulty[card] = start?.difficulty ?? 0
    })
    return {
      answer: (card, day) => answer(model, memory, habits, seed, card, day),
      recall: (day) => meanRecall(model, memory, day),
    }
  }
}

/** The truth of all cards; a stability of 0 is a card not answered yet. */
interface HiddenMemories {
  readonly stability: Float64Array
  readonly difficulty: Float64Array
  readonly answeredOn: Int32Array
  /** Answers in this run: each draws anew. */
  readonly answers: Int32Array
  /** What the card's stability is really worth. */
  readonly luck: Float64Array
}

function answer(
  model: FsrsModel,
  memory: HiddenMemories,
  habits: StudyHabits,
  seed: number,
  card: number,
  day: number,
): DayRatings {
  const isNew = memory.stability[card] === 0
  const count = (memory.answers[card] as number) + 1
  memory.answers[card] = count
  const draw = drawAt(seed, card, count)
  const first = isNew
    ? begin(model, memory, card, pickRating(habits.firstRatings, draw))
    : repeat(model, memory, habits, card, day, draw)
  memory.answeredOn[card] = day
  const ratings = drawDay(first, isNew ? 'firstDay' : 'laterDay', (drill) =>
    drawAt(seed, card, count + drill * drillDraws),
  )
  for (let at = 1; at < ratings.length; at++) drill(model, memory, card, ratings[at] as FsrsRating)
  return ratings
}

/** No card is answered on so many days that a draw of its drill is that of another day. */
const drillDraws = 100_000

function begin(model: FsrsModel, memory: HiddenMemories, card: number, rating: FsrsRating): FsrsRating {
  memory.stability[card] = initialStability(model, rating)
  memory.difficulty[card] = initialDifficulty(model, rating)
  return rating
}

function repeat(
  model: FsrsModel,
  memory: HiddenMemories,
  habits: StudyHabits,
  card: number,
  day: number,
  draw: number,
): FsrsRating {
  const stability = memory.stability[card] as number
  const elapsed = day - (memory.answeredOn[card] as number)
  const recall = modelRecall(model, elapsed, stability * (memory.luck[card] as number))
  // What is left of an even draw below the chance is an even draw again.
  const rating = draw < recall ? pickRating(habits.recalledRatings, draw / recall) : 1
  const difficulty = memory.difficulty[card] as number
  memory.stability[card] = nextStability(model, stability, difficulty, recall, rating)
  memory.difficulty[card] = nextDifficulty(model, difficulty, rating)
  return rating
}

function drill(model: FsrsModel, memory: HiddenMemories, card: number, rating: FsrsRating): void {
  memory.stability[card] = sameDayStability(model, memory.stability[card] as number, rating)
  memory.difficulty[card] = nextDifficulty(model, memory.difficulty[card] as number, rating)
}

function meanRecall(model: FsrsModel, memory: HiddenMemories, day: number): number {
  let sum = 0
  let seen = 0
  for (let card = 0; card < memory.stability.length; card++) {
    const stability = memory.stability[card] as number
    if (stability === 0) continue
    seen++
    const elapsed = day - (memory.answeredOn[card] as number)
    sum += modelRecall(model, elapsed, stability * (memory.luck[card] as number))
  }
  return seen === 0 ? 0 : sum / seen
}

/** About lognormal with median 1: the sum of three even draws stands for the bell. */
function drawLuck(seed: number, card: number): number {
  const bell = 2 * (drawAt(seed, card, -1) + drawAt(seed, card, -2) + drawAt(seed, card, -3) - 1.5)
  return Math.exp(cardSpread * bell)
}

/**
 * An even draw in [0, 1) for an answer of a card. It hangs on these alone and not on what was asked before, so two
 * settings are compared with the same luck.
 */
function drawAt(seed: number, card: number, answer: number): number {
  let mixed = Math.imul(seed ^ Math.imul(card + 1, 0x9e3779b1), 0x85ebca6b) ^ Math.imul(answer, 0xc2b2ae35)
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x7feb352d)
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x846ca68b)
  return ((mixed ^ (mixed >>> 16)) >>> 0) / 4_294_967_296
}
