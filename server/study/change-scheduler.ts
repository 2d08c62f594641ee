import { v7 as uuidv7 } from 'uuid'
import type { SchedulerBody, SchedulerReply } from '../../shared/api/scheduler.ts'
import { Refusal } from '../../shared/basics/refusal.ts'
import { type FsrsSetting, fsrsProfile, sm2Profile } from '../../shared/schedule/profile.ts'
import { eventsAhead } from '../../shared/schedule/events-ahead.ts'
import { listSchedulerLog } from '../db/events.ts'
import { findActiveProfile } from '../db/learners.ts'
import { writing } from '../db/open-database.ts'
import { findProfile, insertProfile, listProfiles } from '../db/profiles.ts'
import { countScoredAnswers } from '../db/scored-answers.ts'
import type { Learner } from '../learner.ts'
import type { AnswerTurn } from './answer-turn.ts'
import { serverDevice } from './append-events.ts'
import { readSettings, todayFor } from './learner-settings.ts'
import { followProfile } from './refold.ts'
import type { Schedulers } from './schedulers.ts'

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
  const { weights, desiredRetention } = stored.setting
  return {
    profile,
    scheduler: 'fsrs',
    weights: [...weights],
    desiredRetention,
    fitted: stored.evidence !== null,
    scoredAnswers,
  }
}

/** Changes the scheduler: an event of the log, and every schedule folded anew. Undoing the event changes it back. */
export async function changeScheduler(
  learner: Learner,
  { answers, schedulers }: Study,
  body: SchedulerBody,
  evidence: string | null = null,
): Promise<SchedulerReply> {
  const { id: learnerId, db, clock } = learner
  const now = clock()
  const setting = body.scheduler === 'sm2' ? null : await toSetting(learner, body)
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

async function toSetting(
  { id, db }: Learner,
  { weights, desiredRetention }: Extract<SchedulerBody, { scheduler: 'fsrs' }>,
): Promise<FsrsSetting> {
  const fsrs = await import('../../shared/schedule/fsrs.ts')
  const [last] = await listProfiles(db.reader, id)
  const known = last?.setting
  const chosen = weights ?? known?.weights ?? fsrs.defaultFsrsParameters
  if (!fsrs.isFsrsParameters(chosen)) {
    throw new Refusal(
      'invalid_request',
      'These weights are outside what FSRS-6 can run on. Leave them out for the defaults.',
    )
  }
  return {
    weights: chosen,
    desiredRetention: desiredRetention ?? known?.desiredRetention ?? fsrs.desiredRetention.usual,
  }
}
