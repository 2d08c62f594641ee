import { type Taste, plainTaste } from '../../shared/card/taste.ts'
import { defaultSettings } from '../../shared/queue/settings.ts'
import type { LearnerId } from '../../shared/schedule/review-event.ts'
import { findSettings } from '../db/learners.ts'
import type { Reader } from '../db/tables.ts'

/** Which cards a learner wants of their notes. */
export async function readTaste(db: Reader, learnerId: LearnerId): Promise<Taste> {
  const { cardDensity = defaultSettings.cardDensity } = await findSettings(db, learnerId)
  return plainTaste(cardDensity)
}
