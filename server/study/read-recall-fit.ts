import type { FsrsSetting } from '../../shared/schedule/profile.ts'
import {
  type RecallFit,
  type StabilityPerInterval,
  defaultRecallFit,
} from '../../shared/schedule/predicted-recall.ts'
import type { LearnerId } from '../../shared/schedule/review-event.ts'
import { findRecallRow } from '../db/learners.ts'
import type { Reader } from '../db/tables.ts'

/** What the learner's predictions were fitted to, the defaults elsewhere. */
export async function readRecallFit(db: Reader, learnerId: LearnerId): Promise<RecallFit> {
  const { sm2_recall, parameters } = await findRecallRow(db, learnerId)
  const weights = parameters === null ? null : (JSON.parse(parameters) as FsrsSetting).weights
  return {
    perInterval:
      sm2_recall === null ? defaultRecallFit.perInterval : (JSON.parse(sm2_recall) as StabilityPerInterval),
    fsrsDecay: weights?.[20] ?? defaultRecallFit.fsrsDecay,
  }
}
