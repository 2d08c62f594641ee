import { createRequire } from 'node:module'
import { expect, test } from 'vitest'
import { syntheticLog } from '../../../../shared/insight/synthetic-log.ts'
import type { CardHistory } from '../../../../shared/schedule/card-history.ts'
import { fewestFsrsAnswers, fitFsrs } from '../../../../shared/schedule/fit/fit-fsrs.ts'
import { defaultFsrsParameters, isFsrsParameters, ratingOf } from '../../../../shared/schedule/fsrs.ts'
import { logLoss } from '../../../../shared/schedule/fit/log-loss.ts'
import { predictFsrs } from '../../../../shared/schedule/fit/replay-fsrs.ts'
import { type ScoredAnswers, scoredAnswers } from '../../../../shared/schedule/fit/scored-answers.ts'
import { trainFsrs } from '../../../../shared/schedule/fit/train-fsrs.ts'
import { trainingSequences } from '../../../../shared/schedule/fit/training-sequences.ts'
import { aHistory } from '../../../support/histories.ts'

const histories = syntheticLog('fit', { cards: 600, days: 500 })
const scored = scoredAnswers(histories)

/** The part we use of fsrs-rs, the optimiser of Anki, which ships no types. */
interface FsrsRs {
  readonly FSRSBindingReview: new (rating: number, elapsedDays: number) => object
  readonly FSRSBindingItem: new (reviews: readonly object[]) => object
  readonly computeParameters: (
    items: readonly object[],
    options: { readonly enableShortTerm: boolean },
  ) => Promise<number[]>
}

const fsrsRs = loadFsrsRs()

function loadFsrsRs(): FsrsRs | null {
  try {
    return createRequire(import.meta.url)('@open-spaced-repetition/binding-linux-x64-gnu') as FsrsRs
  } catch {
    return null
  }
}

/** What fsrs-rs makes of the first answers: it wants every prefix of a card as an item of its own, in order of time. */
function trainWithFsrsRs(
  { FSRSBindingItem, FSRSBindingReview, computeParameters }: FsrsRs,
  answers: ScoredAnswers,
  until: number,
): Promise<number[]> {
  const items = Array.from({ length: until }, (_, rank) => {
    const history: CardHistory = histories[answers.card[rank] ?? 0] ?? []
    return new FSRSBindingItem(
      history.slice(0, (answers.index[rank] ?? 0) + 1).flatMap(({ day, grade, drill = [] }, at, taught) => [
        new FSRSBindingReview(ratingOf(grade), day - (history[at - 1]?.day ?? day)),
        // An item ends with the answer that is predicted.
        ...(at + 1 === taught.length ? [] : drill.map((later) => new FSRSBindingReview(ratingOf(later), 0))),
      ]),
    )
  })
  return computeParameters(items, { enableShortTerm: true })
}

test('what is learnt predicts later answers as well as fsrs-rs does, to 0.001 of log loss', async (context) => {
  if (fsrsRs === null) {
    context.skip('@open-spaced-repetition/binding-linux-x64-gnu is not installed on this machine')
    return
  }
  const until = Math.floor(scored.count * 0.8)
  const loss = (parameters: readonly number[]) =>
    logLoss(predictFsrs(histories, scored, parameters), scored.recalled, until, scored.count)
  const ours = loss(trainFsrs(trainingSequences(histories, scored, until)))
  const theirs = loss(await trainWithFsrsRs(fsrsRs, scored, until))
  expect(Math.abs(ours - theirs)).toBeLessThan(0.001)
  expect(ours).toBeLessThan(loss(defaultFsrsParameters) - 0.005)
})

test('the same answers give the same parameters, and they can be scheduled with', () => {
  const first = fitFsrs(histories, defaultFsrsParameters)
  expect(fitFsrs(histories, defaultFsrsParameters)).toEqual(first)
  expect(isFsrsParameters(first.parameters)).toBe(true)
})

test('new parameters that win over the later answers are adopted, with what was won', () => {
  const fit = fitFsrs(histories, defaultFsrsParameters)
  expect(fit.adopted).toBe(true)
  expect(fit.after).toBeLessThan(fit.before ?? 0)
  expect(fit.heldOut).toBe(Math.floor(scored.count * 0.2))
  expect(fit.trainedOn + fit.heldOut).toBe(scored.count)
})

test('new parameters that do not win are not adopted', () => {
  const { parameters } = fitFsrs(histories, defaultFsrsParameters)
  const again = fitFsrs(histories, parameters)
  expect(again.adopted).toBe(false)
  expect(again.parameters).toBe(parameters)
})

test('a learner who changed is not fitted to how they were', () => {
  // All is forgotten for a while, then everything is known: what the past says is wrong about the rest.
  const early = Array.from({ length: 120 }, () => aHistory([0, 2], [3, 2], [3, 2]))
  const late = Array.from({ length: 30 }, () => aHistory([100, 4], [3, 4], [8, 4]))
  const fit = fitFsrs([...early, ...late], defaultFsrsParameters)
  expect(fit.adopted).toBe(false)
  expect(fit.parameters).toBe(defaultFsrsParameters)
})

test('what comes after the training part does not change what is learnt from it', () => {
  const until = Math.floor(scored.count / 2)
  const lastDay = histories[scored.card[until] ?? 0]?.[scored.index[until] ?? 0]?.day ?? 0
  const forgotten = histories.map((history) =>
    history.map((answer) => (answer.day > lastDay ? { ...answer, grade: 1 as const } : answer)),
  )
  const learnt = (log: readonly CardHistory[]) => trainFsrs(trainingSequences(log, scoredAnswers(log), until))
  expect(learnt(forgotten)).toEqual(learnt(histories))
})

test('too few answers fit nothing', () => {
  const few = Array.from({ length: fewestFsrsAnswers - 1 }, () => aHistory([0, 4], [3, 4]))
  expect(fitFsrs(few, defaultFsrsParameters)).toEqual({
    parameters: defaultFsrsParameters,
    adopted: false,
    before: null,
    after: null,
    trainedOn: 0,
    heldOut: 0,
  })
  expect(fitFsrs([], defaultFsrsParameters).adopted).toBe(false)
})

test('a log of one kind of answer is fitted without a number that is none', () => {
  for (const grade of [0, 3, 5]) {
    const same = Array.from({ length: 100 }, () => aHistory([0, grade], [1, grade], [6, grade], [15, grade]))
    expect(isFsrsParameters(fitFsrs(same, defaultFsrsParameters).parameters)).toBe(true)
    const all = scoredAnswers(same)
    expect(isFsrsParameters(trainFsrs(trainingSequences(same, all, all.count)))).toBe(true)
  }
})

test('a card answered more often than training reads still fits', () => {
  const long = Array.from({ length: 5 }, () =>
    aHistory(...Array.from({ length: 200 }, (_, at) => [1 + (at % 3), at % 5 === 0 ? 2 : 4] as const)),
  )
  expect(isFsrsParameters(fitFsrs(long, defaultFsrsParameters).parameters)).toBe(true)
})
