import fc from 'fast-check'
import { expect, test } from 'vitest'
import { scoredAnswers } from '../../../../shared/schedule/fit/scored-answers.ts'
import { trainingSequences } from '../../../../shared/schedule/fit/training-sequences.ts'
import { defaultFsrsParameters, nextFsrs, ratingOf } from '../../../../shared/schedule/fsrs.ts'
import { addLossGradient, newTape } from '../../../../shared/schedule/fit/fsrs-gradient.ts'
import {
  fsrsModel,
  initialDifficulty,
  initialStability,
  modelRecall,
  nextDifficulty,
  nextStability,
  sameDayStability,
} from '../../../../shared/schedule/fit/fsrs-model.ts'
import type { Memory } from '../../../../shared/schedule/memory-model.ts'
import { aHistory, drilledHistory } from '../../../support/histories.ts'

const defaults = defaultFsrsParameters

test('the model that is fitted is the model that schedules', () => {
  const model = fsrsModel(defaults)
  fc.assert(
    fc.property(drilledHistory, (history) => {
      let memory: Memory | null = null
      let ours: Memory = { stability: 0, difficulty: 0 }
      const steps = history.flatMap(({ day, grade, drill = [] }, at) => [
        { elapsed: day - (history[at - 1]?.day ?? day), grade },
        ...drill.map((later) => ({ elapsed: 0, grade: later })),
      ])
      for (const [at, { elapsed, grade }] of steps.entries()) {
        const rating = ratingOf(grade)
        const recall = at === 0 ? 1 : modelRecall(model, elapsed, ours.stability)
        ours =
          at === 0
            ? { stability: initialStability(model, rating), difficulty: initialDifficulty(model, rating) }
            : {
                stability:
                  elapsed === 0
                    ? sameDayStability(model, ours.stability, rating)
                    : nextStability(model, ours.stability, ours.difficulty, recall, rating),
                difficulty: nextDifficulty(model, ours.difficulty, rating),
              }
        memory = nextFsrs(memory, elapsed, grade, defaults)
        // Stored stabilities are rounded to 1e-8, which adds up where drill makes them tiny.
        expect(Math.abs(ours.stability - memory.stability)).toBeLessThan(5e-6 * memory.stability + 1e-7)
        expect(ours.difficulty).toBeCloseTo(memory.difficulty, 5)
      }
    }),
    { numRuns: 200 },
  )
})

/** Loss and slopes of one card whose answers all count. */
function lossOf(history: ReturnType<typeof aHistory>, parameters: readonly number[]) {
  const scored = scoredAnswers([history])
  const sequences = trainingSequences([history], scored, scored.count)
  const gradient = new Float64Array(21)
  const loss = addLossGradient(fsrsModel(parameters), sequences, 0, newTape(64), gradient)
  return { loss, gradient }
}

test.each([
  ['passes of every kind', aHistory([0, 4], [2, 3], [5, 4], [9, 5], [30, 4], [70, 3])],
  ['lapses', aHistory([0, 3], [1, 4], [20, 2], [3, 4], [9, 1], [2, 5], [60, 2], [4, 4])],
  ['a failure to begin with', aHistory([0, 2], [1, 2], [1, 4], [4, 4], [15, 4])],
  ['an easy start', aHistory([0, 5], [8, 5], [90, 4], [400, 2], [10, 4])],
  ['drill after a first failure', aHistory([0, 2, 3, 4], [1, 2, 2, 2, 4], [1, 4], [5, 2, 5], [9, 4])],
  ['drill of what was easy', aHistory([0, 5, 5], [12, 4, 5], [60, 3, 2, 4], [30, 4])],
  ['lapses that keep all they may', aHistory([0, 2], [1, 2], [1, 2, 2], [1, 2], [1, 2], [2, 4])],
] as const)('the slopes are those that small steps measure: %s', (_, history) => {
  const { gradient } = lossOf(history, defaults)
  for (let index = 0; index < 21; index++) {
    const value = defaults[index] ?? 0
    const step = Math.max(1e-7, Math.abs(value) * 1e-6)
    const above = lossOf(history, defaults.with(index, value + step)).loss
    const below = lossOf(history, defaults.with(index, value - step)).loss
    const measured = (above - below) / (2 * step)
    expect(Math.abs((gradient[index] ?? 0) - measured)).toBeLessThan(1e-4 * Math.max(1, Math.abs(measured)))
  }
})

test('later answers of the day that nothing follows teach nothing', () => {
  const bare = lossOf(aHistory([0, 4], [3, 4], [9, 2]), defaults)
  expect(lossOf(aHistory([0, 4], [3, 4], [9, 2, 2, 4]), defaults)).toEqual(bare)
  expect(lossOf(aHistory([0, 4], [3, 4, 5], [9, 2]), defaults)).not.toEqual(bare)
})

test('answers that weigh nothing, or that nothing predicted, move nothing', () => {
  const still = new Float64Array(21)
  const history = aHistory([0, 4], [3, 2], [1, 4])
  const scored = scoredAnswers([history])
  const sequences = trainingSequences([history], scored, scored.count)
  sequences.weight.fill(0)
  expect(addLossGradient(fsrsModel(defaults), sequences, 0, newTape(64), still)).toBe(0)
  expect(Math.max(...still.map(Math.abs))).toBe(0)
  expect(lossOf(aHistory([0, 4]), defaults)).toEqual({ loss: 0, gradient: new Float64Array(21) })
})
