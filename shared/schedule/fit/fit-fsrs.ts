import type { CardHistory } from '../card-history.ts'
import { type Fit, fitOnEarlier } from './fit-on-earlier.ts'
import type { FsrsParameters } from '../fsrs.ts'
import { predictFsrs } from './replay-fsrs.ts'
import { scoredAnswers } from './scored-answers.ts'
import { trainFsrs, trainScope } from './train-fsrs.ts'
import { trainingSequences } from './training-sequences.ts'

/** Fewer scored answers say too little to fit 21 numbers and to check them on a part that was set aside. */
export const fewestFsrsAnswers = 128

/**
 * Fits FSRS-6 to a learner's own answers. The new parameters are adopted only if they clearly beat the current ones on the
 * last fifth of the answers, which they were not trained on; what is adopted is what was tried, not a second training on
 * everything. So current ones that an earlier fit adopted have not seen the held-out answers either: it was fair to both.
 */
export function fitFsrs(histories: readonly CardHistory[], current: FsrsParameters): Fit<FsrsParameters> {
  const scored = scoredAnswers(histories)
  const fitting = {
    train: (until: number) => trainFsrs(trainingSequences(histories, scored, until)),
    predict: (parameters: FsrsParameters) => predictFsrs(histories, scored, parameters),
  }
  return fitOnEarlier(scored, current, fitting, fewestFsrsAnswers)
}

/**
 * From so many scored answers on, the cards of a scope may have parameters of their own. Between 128 and 1 024 answers fitting
 * still hurt in one of two real logs, and a scope that wins by luck is one of many that could.
 */
export const fewestScopeAnswers = 1024

/**
 * Fits FSRS-6 to the cards of a scope, with the gate of `fitFsrs`. `current` is what they are scheduled by now, `own` what the
 * learner's other cards are.
 */
export function fitScope(
  histories: readonly CardHistory[],
  current: FsrsParameters,
  own: FsrsParameters,
): Fit<FsrsParameters> {
  const scored = scoredAnswers(histories)
  const fitting = {
    train: (until: number) => trainScope(trainingSequences(histories, scored, until), own),
    predict: (parameters: FsrsParameters) => predictFsrs(histories, scored, parameters),
  }
  return fitOnEarlier(scored, current, fitting, fewestScopeAnswers)
}
