import type { LearnerId } from '../../shared/schedule/review-event.ts'
import type { BaseUrl } from '../base-url.ts'
import type { Clock } from '../clock.ts'
import type { Database } from '../db/open-database.ts'
import type { Passwords } from './passwords.ts'

/** What signing in works with. A server that runs for one person on one machine has none of it. */
export interface Accounts {
  readonly db: Database
  readonly clock: Clock
  readonly passwords: Passwords
  /** Where links lead; null where people reach the server at the address it listens on. */
  readonly baseUrl: BaseUrl | null
  /** The learner who was there before there were accounts: the first account is theirs. */
  readonly firstLearner: LearnerId
  /** Makes the place for a new learner's notes. */
  readonly welcome: (learner: LearnerId) => Promise<void>
}
