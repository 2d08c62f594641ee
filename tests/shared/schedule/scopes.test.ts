import { expect, test } from 'vitest'
import { syntheticLog } from '../../../shared/insight/synthetic-log.ts'
import { fewestScopeAnswers, fitFsrs, fitScope } from '../../../shared/schedule/fit/fit-fsrs.ts'
import { scoredAnswers } from '../../../shared/schedule/fit/scored-answers.ts'
import { trainScope } from '../../../shared/schedule/fit/train-fsrs.ts'
import { trainingSequences } from '../../../shared/schedule/fit/training-sequences.ts'
import { foldReviews } from '../../../shared/schedule/fold-reviews.ts'
import { fsrsScheduler } from '../../../shared/schedule/fsrs-scheduler.ts'
import { defaultFsrsParameters, isFsrsParameters } from '../../../shared/schedule/fsrs.ts'
import { type FsrsSetting, fsrsProfile } from '../../../shared/schedule/profile.ts'
import { newCardState } from '../../../shared/schedule/schedule.ts'
import { previewGrades } from '../../../shared/schedule/scheduler.ts'
import { aCardId, aReview, logged } from '../../support/factories.ts'
import { aHistory } from '../../support/histories.ts'

const usual: FsrsSetting = { weights: defaultFsrsParameters, desiredRetention: 0.9 }
const exam = { kind: 'tag', name: 'exam' } as const
const scopeOf = (card: string) => (card === aCardId(1) ? 'tag:exam' : undefined)

test('a setting without scopes has the name that it had before there were scopes', () => {
  expect(fsrsProfile({ ...usual, scopes: [] })).toBe(fsrsProfile(usual))
  const one = { ...usual, scopes: [{ scope: exam, desiredRetention: 0.95 }] }
  const other = { ...usual, scopes: [{ scope: exam, desiredRetention: 0.8 }] }
  expect(new Set([usual, one, other].map(fsrsProfile)).size).toBe(3)
})

test('the cards of a scope are due by its wanted recall, the others by the learner’s, and labels say so', () => {
  const scheduler = fsrsScheduler({ ...usual, scopes: [{ scope: exam, desiredRetention: 0.75 }] }, scopeOf)
  const answers = [1, 2].map((card) => logged(aReview({ cardId: aCardId(card) })))
  const own = foldReviews(answers, scheduler)
  const all = foldReviews(answers, fsrsScheduler(usual))
  const dueOn = (states: typeof own, card: number) => {
    const { schedule } = states.get(aCardId(card)) ?? newCardState
    return schedule.kind === 'new' ? '' : schedule.dueOn
  }
  expect(dueOn(own, 1) > dueOn(all, 1)).toBe(true)
  expect(dueOn(own, 2)).toBe(dueOn(all, 2))
  const rules = { fuzz: false, scheduler }
  for (const card of [1, 2]) {
    const [good] = previewGrades(newCardState, aCardId(card), [4], aReview().studyDay, rules)
    expect(good?.dueOn).toBe(dueOn(own, card))
  }
})

test('weights of a scope move the memory of its cards alone, in the drill too', () => {
  const weights = defaultFsrsParameters.with(2, 9).with(17, 1.5)
  const scopes = [{ scope: exam, desiredRetention: 0.9, weights }]
  const answers = [1, 2].flatMap((card) =>
    [4, 5].map((grade) => logged(aReview({ cardId: aCardId(card), grade: grade as 4 }))),
  )
  const own = foldReviews(answers, fsrsScheduler({ ...usual, scopes }, scopeOf))
  expect(own.get(aCardId(1))).toEqual(
    foldReviews(answers, fsrsScheduler({ ...usual, weights })).get(aCardId(1)),
  )
  expect(own.get(aCardId(2))).toEqual(foldReviews(answers, fsrsScheduler(usual)).get(aCardId(2)))
})

test('a scope is fitted from 1 024 scored answers on, not before', () => {
  const log = (cards: number) => Array.from({ length: cards }, () => aHistory([0, 4], [3, 4]))
  const fit = (cards: number) => fitScope(log(cards), defaultFsrsParameters, defaultFsrsParameters)
  expect(fewestScopeAnswers).toBe(1024)
  expect(fit(1023)).toMatchObject({ adopted: false, before: null })
  expect(fit(1024).before).not.toBeNull()
})

test('cards that are forgotten faster than the others get weights of their own, on the learner’s curve', () => {
  const histories = syntheticLog('scopes', { cards: 500, days: 400 })
  const own = fitFsrs(histories, defaultFsrsParameters).parameters
  // What comes so seldom is known less well each time.
  const hard = histories.map((history) =>
    history.map((answer, at) => (at % 3 === 1 ? { ...answer, grade: 2 as const } : answer)),
  )
  const fit = fitScope(hard, own, own)
  expect(fit.adopted).toBe(true)
  expect(fit.parameters[20]).toBe(own[20])
  expect(isFsrsParameters(fit.parameters)).toBe(true)
  expect(fitScope(hard, fit.parameters, own).adopted).toBe(false)
})

test('cards that are like the others keep what the others have', () => {
  const histories = syntheticLog('alike', { cards: 600, days: 400 })
  const own = fitFsrs(histories, defaultFsrsParameters).parameters
  expect(fitScope(histories.slice(0, 300), own, own).adopted).toBe(false)
  const none = scoredAnswers([])
  expect(trainScope(trainingSequences([], none, 0), own)).toBe(own)
})
