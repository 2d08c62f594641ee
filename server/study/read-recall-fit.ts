import { type RecallFit, defaultRecallFit } from '../../shared/schedule/predicted-recall.ts'
import type { LearnerId } from '../../shared/schedule/review-event.ts'
import type { FittedRecall } from '../db/answer-store.ts'
import { findFittedRecall } from '../db/learners.ts'
import type { Reader } from '../db/tables.ts'

/** What the learner's predictions were fitted to, the defaults elsewhere. */
export async function readRecallFit(db: Reader, learnerId: LearnerId): Promise<RecallFit> {
  return toRecallFit(await findFittedRecall(db, learnerId))
}

/** What was fitted, with the defaults where nothing was. */
export function toRecallFit({ perInterval, fsrs }: FittedRecall): RecallFit {
  return {
    perInterval: perInterval ?? defaultRecallFit.perInterval,
    fsrsDecay: fsrs?.weights[20] ?? defaultRecallFit.fsrsDecay,
  }
}
