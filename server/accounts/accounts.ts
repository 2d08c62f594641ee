import { Refusal } from '../../shared/basics/refusal.ts'
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

/** The accounts of a server that has them; refused where it runs for one person. */
export function requireAccounts(accounts: Accounts | null): Accounts {
  if (accounts !== null) return accounts
  throw new Refusal('no_accounts', 'This server runs for one person on one machine and has no accounts.')
}
