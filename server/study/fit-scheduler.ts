import type { FitReply } from '../../shared/api/memory.ts'
import type { ScopeBody } from '../../shared/api/scheduler.ts'
import { Refusal } from '../../shared/basics/refusal.ts'
import { fewestScopeAnswers } from '../../shared/schedule/fit/fit-fsrs.ts'
import type { Fit } from '../../shared/schedule/fit/fit-on-earlier.ts'
import { type ScopeSetting, rulesIn } from '../../shared/schedule/profile.ts'
import type { StabilityPerInterval } from '../../shared/schedule/predicted-recall.ts'
import type { LearnerId } from '../../shared/schedule/review-event.ts'
import { scopeKey } from '../../shared/schedule/scope.ts'
import { findActiveProfile, saveSm2Recall } from '../db/learners.ts'
import { writing } from '../db/open-database.ts'
import { findProfile } from '../db/profiles.ts'
import { dropStandings } from '../db/standings.ts'
import type { Writer } from '../db/tables.ts'
import type { Learner } from '../learner.ts'
import { type Study, changeScheduler, openScheduler, putInForce } from './change-scheduler.ts'
import type { MemoryRunner } from './memory-runner.ts'
import { readRecallFit } from './read-recall-fit.ts'
import { toScope, withScopes } from './scope-settings.ts'

/**
 * Fits the scheduler in force to the learner's own answers: FSRS its weights, SM-2 the factors of its predictions. Nothing
 * changes unless the new ones predict the latest fifth of the answers better.
 */
export async function fitScheduler(learner: Learner, study: Study, run: MemoryRunner): Promise<FitReply> {
  const { id: learnerId, db } = learner
  const now = await openScheduler(learner)
  if (now.weights === null) {
    const { perInterval } = await readRecallFit(db.reader, learnerId)
    const fit = await run({ kind: 'fitSm2', learnerId, current: perInterval })
    if (fit.adopted) await writing(db, (trx) => adoptSm2Recall(trx, learnerId, fit.parameters))
    return { ...figures(fit), scheduler: await openScheduler(learner) }
  }
  const fit = await run({ kind: 'fitFsrs', learnerId, current: now.weights })
  if (!fit.adopted) return { ...figures(fit), scheduler: now }
  const { before, after, margin, trainedOn, heldOut } = fit
  const evidence = JSON.stringify({ before, after, margin, trainedOn, heldOut })
  const body = {
    scheduler: 'fsrs' as const,
    weights: [...fit.parameters],
    ...(now.desiredRetention === null ? {} : { desiredRetention: now.desiredRetention }),
  }
  return { ...figures(fit), scheduler: await changeScheduler(learner, study, body, evidence) }
}

/** From now on SM-2's predictions go by these factors, and the levels of all days with them. */
export async function adoptSm2Recall(
  trx: Writer,
  learnerId: LearnerId,
  perInterval: StabilityPerInterval,
): Promise<void> {
  await saveSm2Recall(trx, learnerId, perInterval)
  await dropStandings(trx, learnerId)
}

/**
 * Fits FSRS to the cards of a scope alone. From so many of its answers on, and past the same gate, they get weights of their
 * own; the wanted recall stays what it was there.
 */
export async function fitScope(
  learner: Learner,
  study: Study,
  run: MemoryRunner,
  named: ScopeBody,
): Promise<FitReply> {
  const { id: learnerId, db } = learner
  const scope = await toScope(db.reader, learnerId, named)
  const stored = await findProfile(db.reader, learnerId, await findActiveProfile(db.reader, learnerId))
  if (stored === undefined)
    throw new Refusal(
      'invalid_request',
      'SM-2 has no weights. Choose FSRS first, then fit it to a part of the cards.',
    )
  const { setting } = stored
  const scopes = setting.scopes ?? []
  const key = scopeKey(scope)
  const before = rulesIn(setting, key)
  const fit = await run({ kind: 'fitScope', learnerId, scope, current: before.weights, own: setting.weights })
  const told = { ...figures(fit), sentence: scopeSentence(fit) }
  if (!fit.adopted) return { ...told, scheduler: await openScheduler(learner) }
  const fitted: ScopeSetting = { scope, desiredRetention: before.desiredRetention, weights: fit.parameters }
  const others = scopes.some((one) => scopeKey(one.scope) === key)
    ? scopes.map((one) => (scopeKey(one.scope) === key ? fitted : one))
    : [...scopes, fitted]
  return {
    ...told,
    scheduler: await putInForce(learner, study, withScopes(setting, others), stored.evidence),
  }
}

function scopeSentence(fit: Fit<unknown>): string {
  if (fit.before !== null) return sentenceOf(fit)
  return `Fewer than ${fewestScopeAnswers.toLocaleString('en')} answers after a day or more are too few to fit these cards apart. Your other cards’ parameters stay theirs, too.`
}

function figures(fit: Fit<unknown>): Omit<FitReply, 'scheduler'> {
  const { adopted, before, after, margin, trainedOn, heldOut } = fit
  return { adopted, before, after, margin: margin ?? null, trainedOn, heldOut, sentence: sentenceOf(fit) }
}

function sentenceOf({ adopted, before, after, margin, heldOut }: Fit<unknown>): string {
  if (before === null || after === null || margin === undefined)
    return 'There are too few answers yet to fit anything to them. The usual parameters stay.'
  const compared = `On your latest ${heldOut} answers the error of the predictions (log loss) was ${before.toFixed(3)} before and ${after.toFixed(3)} after fitting`
  if (adopted)
    return `${compared}: the new parameters predict them better, so every prediction is made with them from now on.`
  return after < before
    ? `${compared}. So small a win may be luck (it had to be more than ${margin.toFixed(4)}), so the current parameters stay.`
    : `${compared}: the current parameters predict them as well or better, so they stay. With few answers fitting can hurt.`
}
