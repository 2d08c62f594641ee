import type { LearnerId } from '../shared/schedule/review-event.ts'
import type { Clock } from './clock.ts'
import type { Database } from './db/open-database.ts'
import type { Library } from './library/library.ts'

/** Who studies, and where: what a use case works for. Made for each request, and kept by nothing that outlives it. */
export interface Learner {
  readonly id: LearnerId
  readonly db: Database
  readonly clock: Clock
  /** The zone that the asking device says it is in. */
  readonly zone: string | undefined
  /** The learner's notes. */
  readonly library: Library
}
