import { v7 as uuidv7 } from 'uuid'
import type { SchedulerBody, SchedulerReply } from '../../shared/api/scheduler.ts'
import { Refusal } from '../../shared/basics/refusal.ts'
import { eventsAhead } from '../../shared/schedule/events-ahead.ts'
import { profilesOf } from '../../shared/schedule/fold-reviews.ts'
import {
  type FsrsSetting,
  type ScopeSetting,
  fsrsProfile,
  haveSameWeights,
  sm2Profile,
} from '../../shared/schedule/profile.ts'
import type { LearnerId } from '../../shared/schedule/review-event.ts'
import { listSchedulerLog } from '../db/events.ts'
import { findActiveProfile } from '../db/learners.ts'
import { writing } from '../db/open-database.ts'
import { type StoredProfile, findProfile, insertProfile, listProfiles } from '../db/profiles.ts'
import { countScoredAnswers } from '../db/scored-answers.ts'
import type { Reader } from '../db/tables.ts'
import type { Learner } from '../learner.ts'
import type { AnswerTurn } from './answer-turn.ts'
import { serverDevice } from './append-events.ts'
import { readSettings, todayFor } from './learner-settings.ts'
import { followProfile } from './refold.ts'
import type { Schedulers } from './schedulers.ts'
import { keepOwnWeights, toScopeSettings, withScopes } from './scope-settings.ts'

/** What a change of the scheduler works with: how events are written, and the schedulers in use. */
export interface Study {
  readonly answers: AnswerTurn
  readonly schedulers: Schedulers
}

/** The scheduler in force, with what a client needs to grade by itself. */
export async function openScheduler(learner: Learner): Promise<SchedulerReply> {
  const { id: learnerId } = learner
  const db = learner.db.reader
  const profile = await findActiveProfile(db, learnerId)
  const scoredAnswers = await countScoredAnswers(db, learnerId)
  if (profile === sm2Profile) {
    return { profile, scheduler: 'sm2', weights: null, desiredRetention: null, fitted: false, scoredAnswers }
  }
  const stored = await findProfile(db, learnerId, profile)
  if (stored === undefined) throw new Error(`Inconsistent: profile ${profile} is active and not stored`)
  const { weights, desiredRetention, scopes } = stored.setting
  return {
    profile,
    scheduler: 'fsrs',
    weights: [...weights],
    desiredRetention,
    fitted: stored.evidence !== null,
    scoredAnswers,
    ...(scopes === undefined ? {} : { scopes: scopes.map(toScopeView) }),
  }
}

function toScopeView({ scope, desiredRetention, weights }: ScopeSetting) {
  return { ...scope, desiredRetention, weights: weights === undefined ? null : [...weights] }
}

/**
 * Changes the scheduler: an event of the log, and every schedule folded anew. Undoing the event changes it back. Without
 * `evidence` the weights have that of the same ones before.
 */
export async function changeScheduler(
  learner: Learner,
  study: Study,
  body: SchedulerBody,
  evidence: string | null = null,
): Promise<SchedulerReply> {
  if (body.scheduler === 'sm2') return putInForce(learner, study, null, null)
  const known = await findKnownProfile(learner.db.reader, learner.id)
  const setting = await toSetting(learner, body, known?.setting)
  const isKept = known !== undefined && haveSameWeights(setting, known.setting)
  return putInForce(learner, study, setting, evidence ?? (isKept ? known.evidence : null))
}

/** Puts FSRS with a setting in force, or SM-2 with null. */
export async function putInForce(
  learner: Learner,
  { answers, schedulers }: Study,
  setting: FsrsSetting | null,
  evidence: string | null,
): Promise<SchedulerReply> {
  const { id: learnerId, db, clock } = learner
  const now = clock()
  const profile = setting === null ? sm2Profile : fsrsProfile(setting)
  if (setting !== null) {
    await writing(db, (trx) => insertProfile(trx, learnerId, { id: profile, setting, madeAt: now, evidence }))
  }
  if ((await findActiveProfile(db.reader, learnerId)) !== profile) {
    const { today, zone } = todayFor(await readSettings(db.reader, learnerId), learner.zone, now)
    const base = () => ({ id: uuidv7(), deviceId: serverDevice, at: now, zone, studyDay: today })
    // A change that a clock which ran ahead put later than now would stay the newest one.
    const ahead = eventsAhead(await listSchedulerLog(db.reader, learnerId), 'schedulerChanged', now)
    const { verdicts } = await answers.record({
      learnerId,
      events: [
        ...ahead.map((logged) => ({ kind: 'undone', ...base(), targetId: logged.event.id })),
        { kind: 'schedulerChanged', ...base(), profile },
      ],
      receivedAt: now,
    })
    const refused = verdicts.find(({ verdict }) => verdict === 'rejected')
    if (refused !== undefined) throw new Error(`Inconsistent: ${refused.sentence ?? ''}`)
    await followProfile(learner, schedulers)
  }
  return openScheduler(learner)
}

/** FSRS as it is in force, or was last; undefined where it never was. */
export async function findKnownProfile(db: Reader, learnerId: LearnerId): Promise<StoredProfile | undefined> {
  const log = await listSchedulerLog(db, learnerId)
  const inForce = profilesOf(log).findLast((profile) => profile !== sm2Profile)
  const [made] = await listProfiles(db, learnerId)
  return inForce === undefined ? made : findProfile(db, learnerId, inForce)
}

async function toSetting(
  { id, db }: Learner,
  { weights, desiredRetention, scopes }: Extract<SchedulerBody, { scheduler: 'fsrs' }>,
  known: FsrsSetting | undefined,
): Promise<FsrsSetting> {
  const fsrs = await import('../../shared/schedule/fsrs.ts')
  const chosen = weights ?? known?.weights ?? fsrs.defaultFsrsParameters
  if (!fsrs.isFsrsParameters(chosen)) {
    throw new Refusal(
      'invalid_request',
      'These weights are outside what FSRS-6 can run on. Leave them out for the defaults.',
    )
  }
  const retention = desiredRetention ?? known?.desiredRetention ?? fsrs.desiredRetention.usual
  const rules = { weights: chosen, desiredRetention: retention }
  const wanted = scopes === undefined ? (known?.scopes ?? []) : await toScopeSettings(db.reader, id, scopes)
  return withScopes(rules, keepOwnWeights(wanted, rules, known))
}
